using Throughline.Domain.Meetings;
using Throughline.Web.Features.Meetings;
using Throughline.Web.Ui;

namespace Throughline.Bench.Floor;

/// <summary>The room: what the team is at, what is behind and ahead, who is here.</summary>
internal sealed class FloorDuring(FloorRoom room)
{
    private readonly Html html = room.Html;
    private readonly FloorMeeting meeting = room.Meeting;
    private readonly int now = room.Meeting.Stops.FindIndex(s => s.State == StopState.Now);

    public string Render()
    {
        html.Put(
                $"        <div id=\"room\" data-unit=\"{room.Unit.Slug}\" data-at=\"{room.Path}\" data-person=\"{room.Person.Id}\" data-state=\"InProgress\""
            )
            .Raw(room.Mine is null ? " class=\"guest\"" : "")
            .Raw(">\n  <div data-live=\"head\">");
        new FloorClock(room).Head();
        html.Raw("</div>\n");
        if (room.Mine is { CameAt: null })
        {
            html.Raw("    ")
                .Form($"{room.Path}/attendance?handler=Here", " data-room data-once class=\"gap\"")
                .Raw("<button class=\"do\">I am here</button></form>\n");
        }

        html.Raw("  <div class=\"two gap\">\n    <div>\n      <div data-live=\"behind\">");
        Behind();
        html.Raw(
            "</div>\n      <section class=\"room-now\" aria-labelledby=\"now\">\n        <div data-live=\"now\">"
        );
        var at = new FloorRoomNow(room, now < 0 ? null : meeting.Stops[now]);
        at.Now(more: meeting.Stops.Skip(now + 1).Any(s => s.State == StopState.Ahead));
        html.Raw("</div>\n        <div data-live=\"hands\">");
        at.Hands();
        html.Raw(
            "</div>\n        <div data-hand-place></div>\n          <div id=\"note\" data-note-place>"
        );
        at.Note();
        html.Raw("</div>\n      </section>\n");
        at.Add();
        html.Raw("\n      <div data-live=\"ahead\"><ol class=\"line\">\n");
        meeting.Stops.Skip(now + 1).ToList().ForEach(Stop);
        html.Put(
            $"</ol>\n</div>\n    </div>\n    <div class=\"stack\">\n      <div class=\"row no-print\">\n        <a class=\"button quiet\" href=\"{room.Path}/screen\">Show on a screen</a>\n        <button type=\"button\" class=\"quiet\" data-clocks hidden aria-pressed=\"false\">Hide the clocks</button>\n      </div>\n      <div data-live=\"side\"><div class=\"stack\">\n"
        );
        room.Taken();
        Here();
        return html.Raw(
                """
                </div>
                </div>
                    </div>
                  </div>
                  <p class="toast" id="room-offline" role="status" hidden>No connection. What you type is kept here and goes as soon as there is one.</p>
                  <p class="visually-hidden" id="room-says" role="status" aria-live="polite"></p>
                </div>
                <script src="/js/room.js?v=0000000000" type="module"></script>


                """
            )
            .End();
    }

    private void Behind()
    {
        if (now <= 0)
        {
            return;
        }

        html.Put(
            $"  <details id=\"behind\">\n    <summary>{Words.Count(now, "part")} behind us</summary>\n    <ol class=\"line gap\">\n"
        );
        meeting.Stops.Take(now).ToList().ForEach(Stop);
        html.Raw("    </ol>\n  </details>\n");
    }

    private void Stop(AgendaStop stop)
    {
        var note = meeting.NoteOf(stop);
        var key = stop.Key;
        html.Put($"        <li>\n  <span class=\"what\">{MeetingWords.State(stop)}");
        if (stop.Item is not null)
        {
            html.Put($"{$" · {meeting.Sections[stop.Section].Title}"}");
        }

        html.Put(
            $"</span>\n  <div class=\"row\">\n    <strong class=\"grow\">{stop.Title}</strong>\n"
        );
        if (room.Conducts)
        {
            Move(stop, key);
        }

        html.Raw("  </div>\n");
        if (note is { Words.Length: > 0 } or { Kept.Count: > 0 })
        {
            html.Put(
                $"    <details id=\"notes-{key}\">\n      <summary class=\"small\">Notes{(note.Kept.Count > 0 ? $" · {Words.Count(note.Kept.Count, "text waits", "texts wait")} beside them" : "")}</summary>\n      <p class=\"typed small\">{note.Words}</p>\n      <p class=\"small\"><a href=\"{room.Path}/notes/{key}\">Change these notes</a></p>\n    </details>\n"
            );
        }

        html.Raw("</li>\n\n");
    }

    private void Move(AgendaStop stop, string key)
    {
        var which =
            $"<input type=\"hidden\" name=\"Input.Section\" value=\"{stop.Section}\"><input type=\"hidden\" name=\"Input.Item\"{(stop.Item is { } of ? $" value=\"{of}\"" : "")}>";
        html.Raw("      <div class=\"row end\">\n");
        if (stop.State == StopState.Ahead)
        {
            if (stop.Item is { } item)
            {
                Press(
                    "Park",
                    "park",
                    $"<input type=\"hidden\" name=\"Input.Item\" value=\"{item}\">"
                );
            }

            Press("Cut", "cut", which);
        }

        Press("GoTo", "go", which);
        html.Raw("      </div>\n");

        void Press(string handler, string id, string hidden) =>
            html.Raw("            ")
                .Form($"{room.Path}/clock?handler={handler}", $" data-room id=\"{id}-{key}\"")
                .Raw(hidden)
                .Put(
                    $"<button class=\"quiet\">{(handler == "GoTo" ? "Go to" : handler)}<span class=\"visually-hidden\"> {stop.Title}</span></button></form>\n"
                );
    }

    private void Here()
    {
        html.Put(
            $"  <div class=\"card stack\">\n  <h2>Here</h2>\n  <p>{room.Present} of {room.Sitting}.{(room.Regrets > 0 ? $" {room.Regrets} sent regrets." : "")}{(room.Late > 0 ? $" {room.Late} came after the start." : "")}</p>\n"
        );
        room.Holders();
        html.Put(
            $"  <p class=\"row\"><a href=\"{room.Path}/attendance\">Who is here</a> <a href=\"{room.Path}/roles\">Swap roles</a>"
        );
        if (room.Conducts)
        {
            html.Put($" <a href=\"{room.Path}/clock\">Clock alone</a>\n");
        }

        html.Raw("</p>\n</div>\n\n");
    }
}
