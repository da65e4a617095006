using Throughline.Data.Meetings;
using Throughline.Data.Units;
using Throughline.Domain.Meetings;
using Throughline.Domain.Shared;
using Throughline.Domain.Teams;
using Throughline.Domain.Units;

namespace Throughline.Data.Demo;

/// <summary>
/// Meetings: Lincoln has met every two weeks since September and meets again today if there is school; Tubman is in its
/// meeting; the others have not set a rhythm yet.
/// </summary>
internal sealed class DemoMeetings(
    ThroughlineDb db,
    DemoTime time,
    DemoPeople people,
    AgendaCatalog agendas,
    DemoProtocols protocols
)
{
    private static readonly TimeOnly Afternoon = new(15, 15);
    private static readonly TimeOnly Morning = new(9, 40);

    /// <summary>Lincoln's rhythm, its past meetings and the agenda of the next.</summary>
    public async Task AddLincolnAsync(Unit unit, Ilt ilt, CancellationToken cancel)
    {
        var calendar = await SchoolCalendars.LoadAsync(db, unit, cancel);
        var day = time.Today.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday
            ? DayOfWeek.Tuesday
            : time.Today.DayOfWeek;
        // Counted back from today, so that the team meets today.
        var first = time.Today;
        while (first.AddDays(-14) > time.Year.FirstDay.AddDays(14))
        {
            first = first.AddDays(-14);
        }

        var (template, series) = Set(
            unit,
            "every-two-weeks",
            new MeetingRhythm(2, [day], Afternoon, 90, first, time.Year.LastDay, OnClosure.Move),
            "Library"
        );
        var meetings = MeetingSchedule
            .Lay(unit, series, calendar, [], 0, first, time.At(time.Year.FirstDay, 9))
            .Added;
        db.AddRange(meetings);
        var members = Members(ilt);
        var past = new List<PastTurns>();
        foreach (
            var (meeting, at) in meetings.Where(m => m.Day < time.Today).Select((m, i) => (m, i))
        )
        {
            Hold(meeting, template, members, past, at);
        }

        if (meetings.FirstOrDefault(m => m.Day >= time.Today) is { } next)
        {
            Ready(next, template, members, past);
            protocols.ChooseAtNext(next);
        }

        protocols.AddOwn(unit);
    }

    /// <summary>Tubman's meeting, which is on.</summary>
    public async Task AddTubmanAsync(Unit unit, Ilt ilt, CancellationToken cancel)
    {
        var calendar = await SchoolCalendars.LoadAsync(db, unit, cancel);
        var day = time.Today;
        while (
            !calendar.IsSchoolDay(day) || time.At(day, Morning.Hour, Morning.Minute + 5) > time.Now
        )
        {
            day = day.AddDays(-1);
        }

        var (template, series) = Set(
            unit,
            "every-week",
            new MeetingRhythm(
                1,
                [day.DayOfWeek],
                Morning,
                60,
                day,
                time.Year.LastDay,
                OnClosure.Drop
            ),
            "Room 12"
        );
        var meetings = MeetingSchedule
            .Lay(unit, series, calendar, [], 0, day, time.At(time.Year.FirstDay, 9))
            .Added;
        db.AddRange(meetings);
        var members = Members(ilt);
        var meeting = meetings[0];
        Ready(meeting, template, members, []);
        var start = time.At(day, Morning.Hour, Morning.Minute);
        meeting.Start(day, start).OrThrow();
        foreach (var member in members.Skip(1))
        {
            meeting
                .Arrive(member, members, start.AddMinutes(member == members[^1] ? 7 : 0))
                .OrThrow();
        }

        GoThrough(meeting, start, 4);
        Write(
            meeting,
            3,
            "Algebra rock is off track: the two pilot classes start a week late.",
            members[1],
            start.AddMinutes(9)
        );
        await db.SaveChangesAsync(cancel);
        await new DemoTaken(db, time, people, unit).AddToRunningAsync(meeting, ilt, cancel);
    }

    private (AgendaTemplate Template, MeetingSeries Series) Set(
        Unit unit,
        string agenda,
        MeetingRhythm rhythm,
        string place
    )
    {
        var ready = agendas.Find(agenda)!;
        var at = time.At(time.Year.FirstDay, 9);
        var template = AgendaTemplate
            .Set(unit, 1, ready.Name, ready.Sections, db.Scope.PersonId!.Value, at)
            .Value;
        var series = MeetingSeries.Set(unit, rhythm, place, null, at).Value;
        db.Add(template);
        db.Add(series);
        return (template, series);
    }

    private void Hold(
        Meeting meeting,
        AgendaTemplate template,
        IReadOnlyList<Guid> members,
        List<PastTurns> past,
        int at
    )
    {
        var absent = members[(at * 5 + 2) % members.Count];
        meeting.BeginAgenda(template).OrThrow();
        meeting.SendRegrets(absent, comes: false, members, time.At(meeting.Day, 8)).OrThrow();
        Bring(meeting, members, at);
        var turns = FairTurns.Propose(
            FairTurns.ByMeeting,
            [.. members.Where(m => m != absent)],
            past
        );
        foreach (var (kind, person) in turns)
        {
            meeting.GiveRole(kind, person, members).OrThrow();
        }

        var start = time.At(meeting.Day, Afternoon.Hour, Afternoon.Minute + (at % 3 == 1 ? 6 : 0));
        meeting.Start(meeting.Day, start).OrThrow();
        foreach (var (member, i) in members.Where(m => m != absent).Select((m, i) => (m, i)))
        {
            meeting
                .Arrive(member, members, start.AddMinutes(i == at % members.Count ? 8 : 0))
                .OrThrow();
        }

        var end = GoThrough(
            meeting,
            start,
            int.MaxValue,
            now => protocols.GoThrough(meeting, members, now)
        );
        meeting.End(end).OrThrow();
        Write(
            meeting,
            4,
            DemoMinutes.Learning[at % DemoMinutes.Learning.Length],
            members[1],
            end.AddMinutes(-40)
        );
        Write(
            meeting,
            9,
            DemoMinutes.Feedback[at % DemoMinutes.Feedback.Length],
            members[2],
            end.AddMinutes(-4)
        );
        foreach (var item in meeting.Items)
        {
            WriteItem(
                meeting,
                item,
                DemoMinutes.Said[item.Number % DemoMinutes.Said.Length],
                members[1],
                end.AddMinutes(-20)
            );
        }

        past.Add(
            new PastTurns(
                [.. members.Where(m => m != absent)],
                [.. turns.Select(t => (t.Key, t.Value))]
            )
        );
    }

    private void Ready(
        Meeting meeting,
        AgendaTemplate template,
        IReadOnlyList<Guid> members,
        IReadOnlyList<PastTurns> past
    )
    {
        meeting.BeginAgenda(template).OrThrow();
        Bring(meeting, members, 7);
        meeting.SendRegrets(members[0], comes: false, members, time.Ago(1, 16)).OrThrow();
        meeting.ProposeRoles(FairTurns.Propose(FairTurns.ByMeeting, [.. members.Skip(1)], past));
        meeting.Invite(time.Ago(3, 7));
    }

    private void Bring(Meeting meeting, IReadOnlyList<Guid> members, int at)
    {
        for (var i = 0; i < 2 + (at % 2); i++)
        {
            var (title, kind, minutes, read) = DemoMinutes.Items[
                (at * 2 + i) % DemoMinutes.Items.Length
            ];
            meeting
                .Submit(
                    new ItemPlan(title, kind, minutes, read, IsAcrossGrades: i == 0),
                    null,
                    members[(at + i + 3) % members.Count],
                    time.At(Earlier(meeting.Day), 12)
                )
                .OrThrow();
        }
    }

    // Two days before a meeting, but never after yesterday.
    private DateOnly Earlier(DateOnly day) =>
        day.AddDays(-2) < time.Today ? day.AddDays(-2) : time.Today.AddDays(-1);

    private static DateTime GoThrough(
        Meeting meeting,
        DateTime start,
        int most,
        Action<DateTime>? at = null
    )
    {
        var now = start;
        for (var gone = 0; gone < most; gone++)
        {
            at?.Invoke(now);
            var stop = meeting.CurrentStop!;
            now = now.AddSeconds(stop.Minutes * (gone % 3 == 0 ? 50 : 62));
            if (!meeting.Next(meeting.CurrentSection, meeting.CurrentItem, now).IsOk)
            {
                break;
            }
        }

        return now;
    }

    private void Write(Meeting meeting, int section, string words, Guid by, DateTime at)
    {
        var note = MeetingNote.Of(meeting, section, null, by, at);
        note.Write(words, 0, by, at).OrThrow();
        db.Add(note);
    }

    private void WriteItem(Meeting meeting, AgendaItem item, string words, Guid by, DateTime at)
    {
        var note = MeetingNote.Of(meeting, item.Section, item.Number, by, at);
        note.Write(words, 0, by, at).OrThrow();
        db.Add(note);
    }

    private List<Guid> Members(Ilt ilt) =>
        [
            .. people
                .All.Where(p => ilt.Sitting.Any(m => m.PersonId == p.Id))
                .OrderBy(p => p.SearchText, StringComparer.Ordinal)
                .Select(p => p.Id),
        ];
}
