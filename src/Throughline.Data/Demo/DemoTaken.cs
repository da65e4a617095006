using Microsoft.EntityFrameworkCore;
using Throughline.Data.Units;
using Throughline.Domain.Meetings;
using Throughline.Domain.Shared;
using Throughline.Domain.Teams;
using Throughline.Domain.Units;
using Throughline.Domain.Work;

namespace Throughline.Data.Demo;

/// <summary>What came out of meetings: to-dos of Lincoln's past ones; all that Tubman's meeting goes through and takes on.</summary>
internal sealed class DemoTaken(ThroughlineDb db, DemoTime time, DemoPeople people, Unit school)
{
    private static readonly (string What, int Days)[] Small =
    [
        ("Send the two-text prompt to all grade leads", 7),
        ("Copy the word walls of grade 2 for the next talk", 10),
        ("Ask the multilingual teachers which hour suits them", 7),
        ("Bring three samples without names from each grade", 12),
        ("Tell families which evening the conference is", 6),
        ("Put the annotation page where everyone finds it", 9),
    ];

    /// <summary>One or two to-dos of each meeting that is over, all done by now.</summary>
    public async Task AddToPastAsync(CancellationToken cancel)
    {
        var meetings = await db.Set<Meeting>()
            .Include(m => m.Items)
            .Include(m => m.Attendances)
            .AsSplitQuery()
            .Where(m => m.UnitId == school.Id && m.State == MeetingState.Ended)
            .OrderBy(m => m.Day)
            .ToListAsync(cancel);
        var number = await db.Set<ToDo>()
            .Where(t => t.UnitId == school.Id)
            .MaxAsync(t => t.Number, cancel);
        foreach (var (meeting, at) in meetings.Select((m, i) => (m, i)))
        {
            var here = people
                .All.Where(p => meeting.Present.Any(a => a.PersonId == p.Id))
                .OrderBy(p => p.SearchText, StringComparer.Ordinal)
                .ToList();
            for (var n = 0; n <= at % 2; n++)
            {
                var (what, days) = Small[(at * 2 + n) % Small.Length];
                // One was given to a colleague who does not sit on the team.
                var owner =
                    (at, n) == (3, 1) ? people["Amara Osei"] : here[(at + n * 4) % here.Count];
                var toDo = Take(
                    ++number,
                    what,
                    owner,
                    meeting,
                    meeting.Items.OrderBy(i => i.Number).ElementAtOrDefault(n),
                    meeting.Day.AddDays(days),
                    meeting.EndedAt!.Value.AddMinutes(-8 + n)
                );
                // Every fifth was done after its day.
                var done = meeting.EndedAt.Value.AddDays(days + (at % 5 == 2 ? 3 : -2));
                if (done < time.Now)
                {
                    toDo.Move(WorkStatus.Done, owner.Id, done).OrThrow();
                }
            }
        }
    }

    /// <summary>Rocks, issues and to-dos that the running meeting goes through, and what it has taken on so far.</summary>
    public async Task AddToRunningAsync(Meeting meeting, Ilt ilt, CancellationToken cancel)
    {
        var calendar = await SchoolCalendars.LoadAsync(db, school, cancel);
        var start = meeting.StartedAt!.Value;
        var before = start.AddDays(-7);
        var (math, english, science) = (
            people["Vikram Desai"],
            people["Monique Trudeau"],
            people["Diego Santillan"]
        );
        var algebra = Rock(
            1,
            "Every grade 7 class meets one algebra task a week that has more than one way",
            math,
            calendar,
            before
        );
        algebra
            .Check(
                false,
                "The two pilot classes start a week late.",
                meeting.Id,
                math.Id,
                start.AddMinutes(9)
            )
            .OrThrow();
        _ = Rock(
            2,
            "Students explain in writing what they read, in every subject",
            english,
            calendar,
            before
        );
        ToDo(1, "Copy the task cards for both pilot classes", math, before, meeting.Day);
        ToDo(
            2,
            "Ask the sixth-grade team which texts they read in January",
            english,
            before,
            meeting.Day.AddDays(-2)
        );
        Take(
            3,
            "Find a third teacher who tries the algebra tasks",
            science,
            meeting,
            null,
            meeting.Day.AddDays(14),
            start.AddMinutes(11)
        );
        Issues(ilt, before);
        var decision = Decision
            .Propose(
                school,
                1,
                new Proposal(
                    "Writing in every subject has one shared checklist from February on",
                    null,
                    []
                ),
                meeting.Id,
                english.Id,
                start.AddMinutes(12)
            )
            .Value;
        db.Add(decision);
        db.Add(ThingLink.CameFrom(decision, meeting, start.AddMinutes(12)));
        decision.AskForHands([.. ilt.Sitting.Select(m => m.PersonId)], secret: false).OrThrow();
        foreach (var person in new[] { math, english, science })
        {
            decision.Raise(person.Id, 4, null, false).OrThrow();
        }
    }

    private void Issues(Ilt ilt, DateTime now)
    {
        var number = 0;
        var voters = people
            .All.Where(p => ilt.Sitting.Any(m => m.PersonId == p.Id))
            .OrderBy(p => p.SearchText, StringComparer.Ordinal)
            .Select(p => p.Id)
            .ToList();
        foreach (
            var (title, votes, raisedAs) in new[]
            {
                ("Eighth graders write long answers without a claim", 5, (string?)null),
                ("Lab reports are copied from last year’s", 3, "raised by a teacher of science"),
                ("The copier on the second floor stands still", 1, null),
            }
        )
        {
            var issue = Issue
                .Raise(
                    school,
                    ++number,
                    new(title, null),
                    people["Elena Marchetti"].Id,
                    now,
                    raisedAs
                )
                .Value;
            db.Add(issue);
            foreach (var voter in voters.Take(votes))
            {
                issue.Vote(voter).OrThrow();
            }
        }
    }

    private Rock Rock(int number, string what, Person owner, SchoolCalendar calendar, DateTime now)
    {
        var day = DateOnly.FromDateTime(now);
        var rock = Domain
            .Work.Rock.Begin(
                school,
                number,
                new WorkPlan(what, null, OwnerOf(owner), null),
                [],
                calendar,
                owner.Id,
                day,
                now
            )
            .Value;
        db.Add(rock);
        return rock;
    }

    private void ToDo(int number, string what, Person owner, DateTime now, DateOnly due) =>
        db.Add(
            Domain
                .Work.ToDo.Add(
                    school,
                    number,
                    new WorkPlan(what, null, OwnerOf(owner), due),
                    null,
                    owner.Id,
                    DateOnly.FromDateTime(now),
                    now
                )
                .Value
        );

    private ToDo Take(
        int number,
        string what,
        Person owner,
        Meeting meeting,
        AgendaItem? item,
        DateOnly due,
        DateTime now
    )
    {
        var toDo = Domain
            .Work.ToDo.Add(
                school,
                number,
                new WorkPlan(what, null, OwnerOf(owner), due),
                meeting.Id,
                owner.Id,
                meeting.Day,
                now
            )
            .Value;
        db.Add(toDo);
        db.Add(ThingLink.CameFrom(toDo, (ILinkable?)item ?? meeting, now));
        return toDo;
    }

    private static WorkOwner OwnerOf(Person person) =>
        new(person.Id, $"{person.GivenName} {person.FamilyName}", true, false);
}
