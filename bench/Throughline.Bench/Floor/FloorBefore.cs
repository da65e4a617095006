using Throughline.Domain.Meetings;
using Throughline.Web.Features.Meetings;
using Throughline.Web.Ui;

namespace Throughline.Bench.Floor;

/// <summary>A meeting that is to come: its agenda, roles, and who comes.</summary>
internal sealed class FloorBefore(FloorRoom room)
{
    private readonly Html html = room.Html;
    private readonly FloorMeeting meeting = room.Meeting;
    private readonly FloorSectionWork work = new(room, live: false);

    public string Render()
    {
        var missed = meeting.Day < room.Today;
        var (tag, words) = MeetingWords.Tag(meeting.State, missed);
        html.Put(
            $"""
                    <p class="muted small"><a href="/{room.Unit.Slug}/meetings">Meetings</a> · Meeting {meeting.Number}</p>
            <div class="row">
              <h1>{Days.Long(meeting.Day)}</h1>
              <span class="tag {tag}">{words}</span>
            </div>
            <p class="lead">{MeetingWords.Span(meeting.StartsAt, meeting.Minutes)}{(
                meeting.Place is null ? "" : $", {meeting.Place}"
            )}

            """
        );
        if (meeting.Link is { } link)
        {
            html.Put($" · <a href=\"{link}\" rel=\"noreferrer\">Join online</a>\n");
        }

        html.Raw("</p>\n");
        room.Head();
        if (missed)
        {
            return html.Raw(
                    "  <p class=\"notice watch\">This meeting was not held. What members brought comes to the next one.</p>\n"
                )
                .End();
        }

        Presses();
        Agenda();
        html.Raw("  <div class=\"stack\">\n");
        Roles();
        var absent = string.Join(", ", meeting.Members.Where(m => m.IsAbsent).Select(m => m.Name));
        html.Put(
            $"    <div class=\"card stack\">\n      <h2>Who comes</h2>\n      <p>{room.Sitting - room.Regrets} of {room.Sitting}{(absent.Length > 0 ? $". Regrets: {absent}." : ".")}</p>\n    </div>\n  </div>\n</div>\n\n\n"
        );
        return html.End();
    }

    private void Presses()
    {
        var starts = room.Conducts && meeting.Day == room.Today;
        html.Raw("<div class=\"row no-print\">\n");
        if (starts)
        {
            html.Raw("    ")
                .Form($"{room.Path}/clock?handler=Start")
                .Raw("<button class=\"do\">Start the meeting</button></form>\n");
        }

        html.Put(
            $"    <a class=\"button {(starts ? "" : "do")}\" href=\"{room.Path}/items/new\">Bring something</a>\n"
        );
        if (room.Mine is { } mine)
        {
            html.Raw("    ")
                .Form($"{room.Path}/attendance?handler={(mine.IsAbsent ? "Come" : "Regrets")}")
                .Raw("<button>")
                .Raw(mine.IsAbsent ? "I can come after all" : "I cannot come")
                .Raw("</button></form>\n");
        }

        if (room.Person.LeadsMeetings(room.Unit))
        {
            html.Put(
                $"    <a class=\"button quiet\" href=\"{room.Path}/move\">Move it or call it off</a>\n"
            );
        }

        html.Raw(
            "  <button type=\"button\" class=\"quiet\" data-print hidden>Print</button>\n</div>\n"
        );
    }

    private void Agenda()
    {
        var planned = meeting.Stops.Where(s => s.IsAsked).Sum(s => s.Minutes);
        if (planned > meeting.Minutes)
        {
            html.Put(
                $"<p class=\"notice watch gap\"><span class=\"tag watch\">▲ {planned - meeting.Minutes} min over</span> {planned} minutes are asked for, {meeting.Minutes} there are. {(room.Conducts ? "Shorten an item, or leave one for the next meeting." : "")}</p>\n"
            );
        }

        html.Put(
                $"<div class=\"two gap\">\n  <section aria-labelledby=\"agenda\">\n    <h2 id=\"agenda\">Agenda <span class=\"small muted\">{planned} of {meeting.Minutes} minutes</span></h2>\n"
            )
            .Raw(
                meeting.Sections.Count > 0
                    ? ""
                    : "      <div class=\"empty\"><p><strong>The agenda is not begun yet.</strong></p><p class=\"muted\">It begins at the end of the meeting before, with the first thing someone brings, or when the meeting starts.</p></div>\n"
            )
            .Raw("    <ol class=\"line\">\n");
        foreach (var (at, section) in meeting.Sections.Index())
        {
            Section(at, section);
        }

        html.Raw("    </ol>\n  </section>\n");
    }

    private void Section(int at, AgendaSection section)
    {
        var items = meeting.Items.FindAll(i => i.Stop.Section == at);
        html.Raw("        <li>\n          <span class=\"what\">");
        if (items.Count > 0)
        {
            html.Put(
                $"{items.Where(i => i.Stop.State == StopState.Ahead).Sum(i => i.Stop.Minutes)} of "
            );
        }

        html.Put($"{section.Minutes} min</span>\n          <strong>{section.Title}</strong>\n");
        if (items.Count > 0)
        {
            html.Raw("            <ul class=\"plain rows gap\">\n");
            items.ForEach(Item);
            html.Raw("            </ul>\n");
        }

        if (work.InShort(section.Kind) is { } brief)
        {
            html.Put(
                $"            <details class=\"gap\">\n              <summary class=\"small\">{brief}</summary>\n                "
            );
            work.Show(section.Kind);
            html.Raw("\n            </details>\n");
        }

        html.Raw("        </li>\n");
    }

    private void Item(FloorItem item)
    {
        var at = $"{room.Path}/items/{item.Stop.Item}";
        html.Put(
                $"                <li>\n  <div class=\"row\">\n    <span class=\"grow\">\n      <a href=\"{at}\"><strong>{item.Stop.Title}</strong></a>\n      <br><span class=\"small muted\">{MeetingWords.Of(item.Kind)} · {item.Stop.Minutes} min · {meeting.NameOf(item.BroughtBy)}{(item.IsAcrossGrades ? " · across grades" : "")}</span>\n"
            )
            .Raw(
                item.IsInstructional
                    ? ""
                    : "        <span class=\"tag watch\">not instructional</span>\n"
            )
            .Raw(
                item.Stop.State switch
                {
                    StopState.Cut => "        <span class=\"tag\">left out</span>\n",
                    StopState.Parked => "        <span class=\"tag\">next time</span>\n",
                    _ => "",
                }
            )
            .Raw("    </span>\n");
        if (room.Conducts)
        {
            Move(item, at);
        }

        html.Raw("  </div>\n");
        foreach (var (path, words) in room.ServedBy(item.Stop))
        {
            html.Put(
                $"    <p class=\"small\"><strong>Serves:</strong> <a href=\"{path}\">{words}</a></p>\n"
            );
        }

        foreach (
            var (label, words) in new[] { ("Read first", item.ReadFirst), ("Bring", item.Bring) }
        )
        {
            if (words is not null)
            {
                html.Put(
                    $"    <p class=\"small\"><strong>{label}:</strong> <span class=\"typed\">{words}</span></p>\n"
                );
            }
        }

        html.Raw("</li>\n\n");
    }

    private void Move(FloorItem item, string at)
    {
        var title = item.Stop.Title;
        html.Raw("      ")
            .Form($"{at}?handler=Move", " class=\"row no-print\"")
            .Put(
                $"\n        <button class=\"quiet\" name=\"to\" value=\"Up\"><span aria-hidden=\"true\">↑</span><span class=\"visually-hidden\">Move “{title}” up</span></button>\n        <button class=\"quiet\" name=\"to\" value=\"Down\"><span aria-hidden=\"true\">↓</span><span class=\"visually-hidden\">Move “{title}” down</span></button>\n"
            );
        if (item.Stop.State == StopState.Ahead)
        {
            html.Put(
                $"          <button class=\"quiet\" name=\"to\" value=\"NextTime\">Next time<span class=\"visually-hidden\">: “{title}”</span></button>\n"
            );
        }
        else if (item.Stop.State is StopState.Cut or StopState.Parked)
        {
            html.Put(
                $"          <button class=\"quiet\" name=\"to\" value=\"Back\">Put it back<span class=\"visually-hidden\">: “{title}”</span></button>\n"
            );
        }

        html.Raw("      </form>\n");
    }

    private void Roles()
    {
        html.Raw("    <div class=\"card stack\">\n  <h2>Roles</h2>\n  <ul class=\"plain rows\">\n");
        foreach (var kind in FairTurns.ByMeeting)
        {
            Role(kind);
        }

        if (meeting.Keeper is { } keeper)
        {
            html.Put(
                $"      <li><strong>{MeetingWords.Of(MeetingRoleKind.NormsKeeper)}</strong><br>{keeper} <span class=\"tag\">by term</span></li>\n"
            );
        }

        html.Raw("  </ul>\n");
        if (room.Mine is not null || room.Conducts)
        {
            html.Put(
                $"    <p class=\"no-print\"><a href=\"{room.Path}/roles\">Swap roles</a></p>\n"
            );
        }

        html.Raw("</div>\n\n");
    }

    private void Role(MeetingRoleKind kind)
    {
        var holder = meeting.HolderOf(kind);
        var mine = holder?.Id == room.Person.Id;
        html.Put(
                $"      <li>\n        <div class=\"row\">\n          <span class=\"grow\"><strong>{MeetingWords.Of(kind)}</strong><br>"
            )
            .Raw(holder is null ? "<span class=\"muted\">" : "<span>")
            .Put($"{holder?.Name ?? "nobody yet"}{(mine ? " (you)" : "")}</span>\n")
            .Raw(
                holder is { IsTaken: false }
                    ? "              <span class=\"tag\">proposed</span>\n"
                    : ""
            )
            .Raw("          </span>\n");
        if (room.Mine is not null && mine)
        {
            if (holder is { IsTaken: false })
            {
                Press("Take", kind, "<button>I do it");
            }

            Press("Decline", kind, "<button class=\"quiet\">Not this time");
        }
        else if (room.Mine is not null && holder is not { IsTaken: true })
        {
            Press(
                "Take",
                kind,
                $"<button class=\"quiet\">I do it<span class=\"visually-hidden\">: {MeetingWords.Of(kind)}</span>"
            );
        }

        html.Raw("        </div>\n      </li>\n");
    }

    private void Press(string handler, MeetingRoleKind kind, string button) =>
        html.Raw("            ")
            .Form($"{room.Path}/roles?handler={handler}", " class=\"no-print\"")
            .Put($"<input type=\"hidden\" name=\"Input.Kind\" value=\"{(int)kind}\">")
            .Raw(button)
            .Raw("</button></form>\n");
}
