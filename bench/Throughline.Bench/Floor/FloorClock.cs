using Throughline.Domain.Meetings;
using Throughline.Web.Features.Meetings;
using Throughline.Web.Ui;

namespace Throughline.Bench.Floor;

/// <summary>The head of the room: how much time is left, and whether the agenda fits in it.</summary>
internal sealed class FloorClock(FloorRoom room)
{
    private readonly Html html = room.Html;
    private readonly FloorMeeting meeting = room.Meeting;

    public void Head()
    {
        var (started, planned) = (
            meeting.StartedAt!.Value,
            Meeting.MomentOf(meeting.Day, meeting.StartsAt, room.Unit.Zone)
        );
        var ends = planned.AddMinutes(meeting.Minutes + meeting.ExtraMinutes);
        var left = (int)(ends - Clock.Now).TotalSeconds;
        var late = (int)(started - planned).TotalMinutes;
        html.Put(
            $"""
            <div class="row">
              <h1>Meeting {meeting.Number}</h1>
              <span class="tag good">● in progress</span>
              <span class="end clock" role="timer" aria-label="Left in the meeting" data-clock="{Unix(
                ends
            )}">{MeetingWords.Clock(left)}</span>
            </div>
            <p class="muted">Started {(
                meeting.Day == room.Today ? "" : $"{Days.Short(meeting.Day)}, "
            )}{MeetingWords.Time(room.Unit.Local(started))}, {(
                late > Meeting.GraceMinutes ? $"{late} minutes late" : "on time"
            )}. {room.Present} of {room.Sitting} here{(
                room.Regrets > 0 ? $", {room.Regrets} sent regrets" : ""
            )}.{(meeting.Place is null ? "" : $" {meeting.Place}.")}
            """
        );
        if (meeting.Link is { } link)
        {
            html.Put($" <a class=\"no-screen\" href=\"{link}\" rel=\"noreferrer\">Join online</a>");
        }

        html.Raw("</p>\n");
        room.Head();
        if (left < MeetingWords.LongOver)
        {
            NotEnded();
        }
        else
        {
            Over(ends, left);
        }
    }

    /// <summary>The moment at which the part should be over.</summary>
    public static DateTime? EndOf(FloorMeeting meeting, AgendaStop stop) =>
        meeting.Current.Since?.AddSeconds((stop.Minutes * 60) - stop.Seconds);

    public static long Unix(DateTime at) => new DateTimeOffset(at).ToUnixTimeMilliseconds();

    private void NotEnded()
    {
        html.Raw(
                "  <div class=\"notice watch row\">\n    <span class=\"grow\">This meeting was not ended. "
            )
            .Raw(
                room.Conducts
                    ? "End it: then its record stands, and the next agenda begins."
                    : "Who facilitates ends it; then its record stands."
            )
            .Raw("</span>\n");
        if (room.Conducts)
        {
            html.Raw("      ")
                .Form(
                    $"{room.Path}/clock?handler=End",
                    " data-room id=\"end-late\" data-confirm=\"End the meeting? What was not reached goes on the next agenda.\""
                )
                .Raw("<button>End the meeting</button></form>\n");
        }

        html.Raw("  </div>\n");
    }

    private void Over(DateTime ends, int left)
    {
        var ahead = meeting.Stops.Where(s => s.State == StopState.Ahead).Sum(s => s.Minutes * 60);
        var stop = meeting.Stops.Find(s => s.State == StopState.Now);
        var stopEnds = stop is null ? null : EndOf(meeting, stop);
        var planned =
            ahead + (stopEnds is { } then ? (int)Math.Max(0, (then - Clock.Now).TotalSeconds) : 0);
        var over = Math.Max(0, (planned - Math.Max(0, left) + 59) / 60);
        html.Raw("  <div class=\"card row over\"")
            .Raw(over == 0 ? " hidden" : "")
            .Put($" data-over data-ends=\"{Unix(ends)}\" data-ahead=\"{ahead}\"");
        if (stopEnds is { } partEnds)
        {
            html.Put($" data-part-ends=\"{Unix(partEnds)}\"");
        }

        html.Put(
            $">\n    <span class=\"tag watch\" data-minutes-over>▲ {over} min over</span>\n    <span class=\"grow\"><span data-minutes-planned>{(planned + 59) / 60}</span> minutes are planned, <span data-minutes-left>{Math.Max(0, left / 60)}</span> are left.</span>\n"
        );
        if (room.Conducts)
        {
            html.Raw("      <span class=\"row\">\n        ")
                .Form($"{room.Path}/clock?handler=Longer", " data-room")
                .Raw(
                    "<input type=\"hidden\" name=\"Input.Minutes\" value=\"10\"><button>10 minutes longer</button></form>\n        <span class=\"small muted\">or cut or park below</span>\n      </span>\n"
                );
        }

        html.Raw("  </div>\n");
    }
}
