using Throughline.Domain.Meetings;
using Throughline.Web.Features.Meetings;
using Throughline.Web.Ui;

namespace Throughline.Bench.Floor;

/// <summary>The record of a meeting that is over.</summary>
internal sealed class FloorAfter(FloorRoom room)
{
    private readonly Html html = room.Html;
    private readonly FloorMeeting meeting = room.Meeting;

    public string Render()
    {
        html.Put(
            $"""
                    <p class="muted small"><a href="/{room.Unit.Slug}/meetings">Meetings</a> · Meeting {meeting.Number}</p>
            <div class="row">
              <h1>{Days.Long(meeting.Day)}</h1>
              <span class="tag">✓ over</span>
              <button type="button" class="quiet end" data-print hidden>Print</button>
            </div>
            <p class="lead">{Lead()}</p>
            <div id="left" class="notice watch stack no-print" data-at="{room.Path}" data-person="{room.Person.Id}" hidden>
              <p data-left-words role="status"></p>
              <div data-adds><ul class="plain stack" data-pending></ul></div>
            </div>
            <script src="/js/room-left.js?v=0000000000" type="module"></script>

            """
        );
        room.Head();
        if (room.Conducts && meeting.Day == room.Today)
        {
            html.Form($"{room.Path}/clock?handler=Resume", " class=\"no-print\"")
                .Raw("<button class=\"quiet\">It was not over: go on</button></form>\n");
        }

        html.Raw(
            "<div class=\"two gap\">\n  <section aria-labelledby=\"said\">\n    <h2 id=\"said\">What was said</h2>\n    <ol class=\"line\">\n"
        );
        meeting.Stops.ForEach(Stop);
        html.Raw("    </ol>\n  </section>\n  <div class=\"stack\">\n");
        room.Taken();
        html.Put(
            $"    <div class=\"card stack\">\n      <h2>Who was there</h2>\n      <p>{string.Join(", ", meeting.Members.Where(m => m.CameAt is not null).Select(m => m.Name))}</p>\n"
        );
        room.Holders();
        return html.Raw("    </div>\n  </div>\n</div>\n\n\n").End();
    }

    private string Lead()
    {
        var (started, ended) = (meeting.StartedAt!.Value, meeting.EndedAt!.Value);
        var took = (int)Math.Round((ended - started).TotalMinutes);
        var apart =
            (meeting.Items.Where(i => !i.IsInstructional).Sum(i => i.Stop.Seconds) + 30) / 60;
        return $"{MeetingWords.Time(room.Unit.Local(started))} – {MeetingWords.Time(room.Unit.Local(ended))}, {MeetingWords.Minutes(took)}. {room.Present} were here{(room.Regrets > 0 ? $", {room.Regrets} sent regrets" : "")}{(room.Late > 0 ? $"; {room.Late} came after the start" : "")}.{(apart > 0 ? $" {Math.Max(0, took - apart)} of {MeetingWords.Minutes(took)} were about teaching and learning." : "")}";
    }

    private void Stop(AgendaStop stop)
    {
        html.Put(
            $"        <li>\n          <span class=\"what\">{MeetingWords.State(stop)}</span>\n          <strong>{stop.Title}</strong>\n"
        );
        var note = meeting.NoteOf(stop);
        if (note is { Words.Length: > 0 })
        {
            html.Put($"            <p class=\"typed\">{note.Words}</p>\n");
        }

        if (note is { Kept.Count: > 0 })
        {
            html.Put(
                $"            <p><span class=\"tag watch\">▲ {Words.Count(note.Kept.Count, "text waits", "texts wait")} to be joined</span> <a href=\"{room.Path}/notes/{stop.Key}\">Join</a></p>\n"
            );
        }

        html.Raw("        </li>\n");
    }
}
