using System.Globalization;
using Throughline.Domain.Meetings;
using Throughline.Domain.Shared;
using Throughline.Domain.Work;
using Throughline.Web.Features.Meetings;
using Throughline.Web.Features.Work;
using Throughline.Web.Ui;

namespace Throughline.Bench.Floor;

/// <summary>What the team is at: the part, the hands that are asked for, its notes, and what can be added.</summary>
internal sealed class FloorRoomNow(FloorRoom room, AgendaStop? stop)
{
    private readonly Html html = room.Html;
    private readonly FloorMeeting meeting = room.Meeting;
    private readonly string clock = $"{room.Path}/clock?handler=";
    private readonly string work = $"/{room.Unit.Slug}/work";
    private readonly FloorItem? item = room.Meeting.Items.Find(i =>
        stop?.Item is { } number && i.Stop.Item == number
    );

    private Guid From => item?.Id ?? meeting.Id;

    private const string Confirm =
        "data-confirm=\"End the meeting? What was not reached goes on the next agenda.\"";

    public void Now(bool more)
    {
        if (stop is null)
        {
            html.Put(
                $"  <h2 id=\"now\" tabindex=\"-1\">The agenda is through</h2>\n  <div id=\"now-from\" data-from=\"{From}\"></div>\n"
            );
            new FloorSectionWork(room, live: true).Show(SectionKind.ToDos);
            if (room.Conducts)
            {
                Press("End", " id=\"end\" class=\"gap\"", "<button class=\"do\">End the meeting");
            }

            return;
        }

        var section = meeting.Sections[stop.Section];
        html.Put(
            $"  <div class=\"row\" id=\"now-from\" data-from=\"{From}\">\n    <span class=\"grow\"><span class=\"what\">{stop.Minutes} min · {section.Title}"
        );
        if (item is not null)
        {
            html.Put($"{$" · {MeetingWords.Of(item.Kind)}, {meeting.NameOf(item.BroughtBy)}"}");
        }

        html.Raw(
            "</span></span>\n    <span class=\"clock small-clock\" role=\"timer\" aria-label=\"Left for this part\""
        );
        if (FloorClock.EndOf(meeting, stop) is { } ends)
        {
            html.Put($" data-clock=\"{FloorClock.Unix(ends)}\"");
        }

        html.Put(
            $" data-part-clock></span>\n  </div>\n  <h2 id=\"now\" tabindex=\"-1\">{stop.Title}</h2>\n"
        );
        Before();
        if (item is null)
        {
            new FloorSectionWork(room, live: true).Show(section.Kind);
        }
        else if (
            section.Kind
            is SectionKind.Rocks
                or SectionKind.Issues
                or SectionKind.FromTeachers
                or SectionKind.ToDos
        )
        {
            html.Put(
                $"    <details id=\"section-work\" class=\"gap\">\n      <summary>Look at {MeetingWords.Of(section.Kind)}</summary>\n        "
            );
            new FloorSectionWork(room, live: true).Show(section.Kind);
            html.Raw("\n    </details>\n");
        }

        if (room.Conducts)
        {
            Conduct(more, stop);
        }
    }

    public void Hands()
    {
        foreach (
            var decision in room.WorkOf(ThingKind.Decision)
                .Where(d =>
                    d.IsFromHere
                    && d.Status
                        is (int)DecisionStatus.Proposed
                            or (int)DecisionStatus.HandsOpen
                            or (int)DecisionStatus.Shown
                )
        )
        {
            Hand(decision);
        }

        var elsewhere = room.WorkOf(ThingKind.Decision)
            .Where(d => !d.IsFromHere && d.Status == (int)DecisionStatus.HandsOpen)
            .ToList();
        if (elsewhere.Count > 0)
        {
            html.Raw("  <p class=\"small no-screen\">Hands are asked for as well:\n");
            elsewhere.ForEach(d =>
                html.Put($" <a href=\"{work}/decisions/{d.Number}\">{d.Title}</a>\n")
            );
            html.Raw("  </p>\n");
        }
    }

    public void Note()
    {
        if (stop is null)
        {
            return;
        }

        var note = meeting.NoteOf(stop);
        var key = stop.Key;
        var edition = note?.Edition ?? 0;
        html.Raw("  ")
            .Form(
                $"{room.Path}/notes/{key}",
                string.Create(
                    CultureInfo.InvariantCulture,
                    $" class=\"note\" data-note=\"{key}\" data-edition=\"{edition}\""
                )
            )
            .Put(
                $"""

                  <input type="hidden" name="Input.Edition" value="{edition}">
                  <div class="field">
                    <label for="note-{key}">Notes on “{stop.Title}”</label>
                    <p class="hint"><span data-note-state>{(
                    note is { Edition: > 0 }
                        ? $"{note.By} wrote last"
                        : "Anyone can write; everyone sees it at once"
                )}</span>. No names of students.</p>
                    <textarea id="note-{key}" name="Input.Words" rows="6" maxlength="{MeetingNote.Longest}">
                {note?.Words}</textarea>
                  </div>
                  <button data-without-script>Save the notes</button>
                </form>

                """
            );
        foreach (var (words, by) in note?.Kept ?? [])
        {
            html.Put(
                $"  <div class=\"notice watch stack\">\n    <p><strong>{by} wrote at the same time.</strong> Both texts are kept until someone joins them.</p>\n    <p class=\"typed\">{words}</p>\n    <p><a class=\"button\" href=\"{room.Path}/notes/{key}\">Join the texts</a></p>\n  </div>\n"
            );
        }

        html.Raw("\n");
    }

    /// <summary>A to-do, a proposal, an issue that come up.</summary>
    public void Add()
    {
        html.Raw(
            "        <div class=\"adds no-print\" data-adds>\n  <details name=\"add\">\n    <summary>Add a to-do</summary>\n    "
        );
        Begin("todos", "To-do", "todo", "What will be done", CarriedWork.LongestTitle);
        html.Raw(
            "      <div class=\"fields-in-row\">\n        <div class=\"field\">\n          <label for=\"add-owner\">Who carries it</label>\n          <select id=\"add-owner\" name=\"Input.OwnerId\" required>\n            <option value=\"\">Choose one</option>\n"
        );
        foreach (var member in meeting.Members.Where(m => m.Sits))
        {
            html.Put(
                $"              <option value=\"{member.Id}\">{member.Name}{(member.Id == room.Person.Id ? " (you)" : "")}</option>\n"
            );
        }

        html.Put(
            $"          </select>\n        </div>\n        <div class=\"field\"><label for=\"add-due\">By when</label><input id=\"add-due\" name=\"Input.DueOn\" type=\"date\" required value=\"{Days.Iso(room.Today.AddDays(14))}\"></div>\n      </div>\n      <p class=\"row\"><button class=\"do\">Add the to-do</button> <a class=\"small\" href=\"{work}/todos/new?from={From}\">Someone who is not on the ILT</a></p>\n    </form>\n  </details>\n  <details name=\"add\">\n    <summary>Propose a decision</summary>\n    "
        );
        Begin("decisions", "Proposal", "decision", "What is proposed", Decision.LongestTitle);
        html.Put(
            $"      <p class=\"row\"><button class=\"do\">Propose it</button> <a class=\"small\" href=\"{work}/decisions/new?from={From}\">With what to know first and whom it touches</a></p>\n    </form>\n  </details>\n  <details name=\"add\">\n    <summary>Raise an issue</summary>\n    "
        );
        Begin("issues", "Issue", "issue", "What is in the way", Issue.LongestTitle);
        html.Raw(
            "      <p class=\"row\"><button class=\"do\">Raise the issue</button></p>\n    </form>\n  </details>\n  <ul class=\"plain\" data-pending role=\"status\"></ul>\n</div>\n"
        );
    }

    private void Before()
    {
        foreach (
            var (label, words) in new[]
            {
                ("Read first", item?.ReadFirst),
                ("Bring", item?.Bring),
                ("Ask", item?.Questions),
            }
        )
        {
            if (words is not null)
            {
                html.Put(
                    $"        <p class=\"small\"><strong>{label}:</strong> <span class=\"typed\">{words}</span></p>\n"
                );
            }
        }

        if (item is { IsInstructional: false })
        {
            html.Raw("      <p><span class=\"tag watch\">not instructional</span></p>\n");
        }

        var serves = room.ServedBy(stop!).ToList();
        if (serves.Count > 0)
        {
            html.Raw("    <p class=\"small\"><strong>Serves:</strong>\n");
            serves.ForEach(s => html.Put($" <a href=\"{s.Path}\">{s.Words}</a>\n"));
            html.Raw("    </p>\n");
        }
    }

    private void Hand(FloorWorkAtMeeting decision)
    {
        var path = $"{work}/decisions/{decision.Number}";
        var asks = decision.Status == (int)DecisionStatus.HandsOpen;
        var (tag, words) = DecisionWords.Tag((DecisionStatus)decision.Status, null);
        html.Put($"  <section class=\"card stack\" aria-labelledby=\"decision-{decision.Number}\"")
            .Raw(asks ? $" data-hands=\"{path}\"" : "")
            .Put(
                $">\n    <div class=\"row\">\n      <h3 id=\"decision-{decision.Number}\" class=\"grow\"><a href=\"{path}\">{decision.Title}</a></h3>\n      <span class=\"tag {tag}\">{words}</span>\n    </div>\n"
            );
        if (asks)
        {
            html.Put(
                $"        <p>{decision.Count} of {Words.Count(decision.Of, "hand")} {(decision.Count == 1 ? "is" : "are")} up. They are shown all at once.</p>\n"
            );
            if (room.Conducts)
            {
                html.Raw("          <div class=\"row\">\n            ")
                    .Form($"{path}?handler=Show", $" data-room id=\"show-{decision.Number}\"")
                    .Put(
                        $"<button class=\"do\">Show all hands</button></form>\n            <a class=\"button quiet\" href=\"{path}/table\">Count hands at the table</a>\n          </div>\n"
                    );
            }
        }

        html.Raw("  </section>\n");
    }

    private void Conduct(bool more, AgendaStop at)
    {
        html.Raw("    <div class=\"row gap\">\n");
        if (more)
        {
            Press(
                "Next",
                " id=\"next\"",
                $"<input type=\"hidden\" name=\"Input.Section\" value=\"{meeting.Current.Section}\"><input type=\"hidden\" name=\"Input.Item\" value=\"{meeting.Current.Item}\"><button class=\"do\">Next"
            );
        }

        Press(
            "Extend",
            " id=\"extend\"",
            "<input type=\"hidden\" name=\"Input.Minutes\" value=\"5\"><button>5 minutes more"
        );
        if (at.Item is not null)
        {
            Press(
                "Park",
                " id=\"park\"",
                $"<input type=\"hidden\" name=\"Input.Item\" value=\"{at.Item}\"><button>Park it"
            );
        }

        Press(
            "End",
            $" id=\"end\" {Confirm}",
            $"<button class=\"{(more ? "quiet" : "do")}\">End the meeting"
        );
        html.Raw("    </div>\n");
    }

    private void Press(string handler, string more, string button) =>
        html.Raw("      ")
            .Form($"{clock}{handler}", " data-room" + more)
            .Raw(button)
            .Raw("</button></form>\n");

    private void Begin(string list, string adds, string id, string label, int longest) =>
        html.Form($"{work}/{list}/new", $" data-add=\"{adds}\" class=\"gap\"")
            .Put(
                $"\n      <input type=\"hidden\" name=\"from\" value=\"{From}\">\n      <div class=\"field\"><label for=\"add-{id}\">{label}</label><input id=\"add-{id}\" name=\"Input.Title\" required maxlength=\"{longest}\" autocomplete=\"off\"></div>\n"
            );
}
