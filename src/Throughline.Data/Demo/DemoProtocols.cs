using Microsoft.EntityFrameworkCore;
using Throughline.Data.Meetings;
using Throughline.Data.Units;
using Throughline.Domain.Meetings;
using Throughline.Domain.Shared;
using Throughline.Domain.Teams;
using Throughline.Domain.Units;
using Throughline.Domain.Work;

namespace Throughline.Data.Demo;

/// <summary>
/// Protocols: Lincoln has gone through one, has one at its next meeting and one of its own; Riverbend High is in the middle of
/// one.
/// </summary>
internal sealed class DemoProtocols(
    ThroughlineDb db,
    DemoTime time,
    DemoPeople people,
    ProtocolCatalog catalog
)
{
    private const string StudentWork = "looking-at-student-work";
    private static readonly TimeOnly Morning = new(9, 40);

    // Step and words, in the order in which they were said; written by whoever comes next.
    private static readonly (int Step, string Words)[] Said =
    [
        (1, "Five of six samples have a claim in the first sentence."),
        (1, "Two samples quote the first text; none quotes the second."),
        (1, "Sample C has “because” twice, both times before a word from the text."),
        (1, "The word “evidence” stands in four of six samples."),
        (2, "They may take the second text for a picture to look at, not for a source."),
        (2, "Sample C might be trying out a sentence frame from grade 3."),
        (
            3,
            "In grades 3 and 4 nobody has been shown how to quote from two texts in one paragraph."
        ),
        (3, "The prompt names the second text only in its last line."),
        (4, "Model one paragraph from two texts in each of grades 3 to 5 before winter."),
        (4, "Put both texts side by side on the prompt’s first page."),
    ];

    private static readonly (int Step, string Words)[] SaidAtHigh =
    [
        (1, "Algebra I: 61 of 140 ninth graders earned credit in the first term."),
        (1, "Attendance below nine days in ten: 38 of the 79 who did not."),
        (1, "The two sections that meet first in the morning have the fewest credits."),
        (2, "The first hour may cost us more than the content does."),
        (2, "Tests in week 6 and week 12 could weigh more than the work in between."),
    ];

    /// <summary>
    /// At the first item of Lincoln's first meeting, while it is held: the team goes through looking at student work. Called
    /// where the team is at a part of the agenda.
    /// </summary>
    public void GoThrough(Meeting meeting, IReadOnlyList<Guid> members, DateTime from)
    {
        if (
            meeting.Number != 1
            || meeting.CurrentItem is not { } number
            || meeting.Items.Single(i => i.Number == number)
                is not { Title: "Writing from two sources, grades 3 to 5" } item
        )
        {
            return;
        }

        var run = Choose(item, StudentWork, from);
        run.Begin(meeting, item, from).OrThrow();
        var now = from;
        for (var step = 0; step < run.Steps.Count; step++)
        {
            Write(meeting, run, item, step, Said, members, now);
            now = now.AddSeconds(run.Steps[step].Step.Minutes * 16);
            run.Next(step, meeting, item, now).OrThrow();
        }
    }

    /// <summary>At an item of the next meeting: chosen, not begun.</summary>
    public void ChooseAtNext(Meeting meeting)
    {
        if (
            meeting.Items.FirstOrDefault(i =>
                i.Title.StartsWith("Writing from two", StringComparison.Ordinal)
            ) is
            { } item
        )
        {
            Choose(item, StudentWork, time.Ago(2, 12));
        }
    }

    /// <summary>What was taken on at Lincoln's first meeting came of the last line of its protocol as well.</summary>
    public async Task LinkAsync(Unit unit, CancellationToken cancel)
    {
        var line = await db.Set<ProtocolFinding>()
            .Where(f => f.UnitId == unit.Id)
            .OrderByDescending(f => f.Number)
            .FirstAsync(cancel);
        var toDo = await db.Set<ToDo>()
            .Where(t => t.UnitId == unit.Id && t.MeetingId == line.MeetingId)
            .OrderBy(t => t.Number)
            .FirstAsync(cancel);
        db.Add(ThingLink.CameFrom(toDo, line, line.At.AddMinutes(2)));
    }

    /// <summary>Lincoln's own protocol, begun from tuning.</summary>
    public void AddOwn(Unit unit)
    {
        var tuning = catalog.Find("tuning")!.Protocol;
        var own = TeamProtocol
            .Add(
                unit,
                tuning with
                {
                    Title = "Tuning a task in half an hour",
                    Purpose = "Make one task ask more of students before it goes to them.",
                    Bring = "The task on one page, the standard, and a question.",
                    Steps =
                    [
                        new(
                            "Show the task",
                            4,
                            "The presenter speaks",
                            "What is it to ask of students?"
                        ),
                        new(
                            "Do the task",
                            8,
                            "Everyone, alone and in silence",
                            "What did you have to know? What did you have to do?",
                            OutputKind.Observation,
                            DescribeOnly: true
                        ),
                        new(
                            "Warm and cool",
                            10,
                            "Everyone; the presenter listens",
                            "Where does it reach the standard?\nWhere could a student finish without it?",
                            OutputKind.Inference
                        ),
                        new(
                            "The author decides",
                            8,
                            "The presenter speaks",
                            "What do you change, and in which class do you try it?",
                            OutputKind.NextStep
                        ),
                    ],
                },
                tuning.Title,
                [.. catalog.Ready.Select(p => p.Slug)],
                0,
                people["Dana Whitehorse"].Id,
                time.Ago(30, 15)
            )
            .Value;
        db.Add(own);
    }

    /// <summary>Riverbend High's meeting, which is on: third step of looking at data.</summary>
    public async Task AddHighAsync(
        Unit unit,
        Ilt ilt,
        AgendaCatalog agendas,
        CancellationToken cancel
    )
    {
        var calendar = await SchoolCalendars.LoadAsync(db, unit, cancel);
        var day = time.Today;
        while (
            !calendar.IsSchoolDay(day) || time.At(day, Morning.Hour, Morning.Minute + 15) > time.Now
        )
        {
            day = day.AddDays(-1);
        }

        var (begins, members) = (time.At(day, Morning.Hour, Morning.Minute), Sitting(ilt));
        var ready = agendas.Find("every-week")!;
        var template = AgendaTemplate
            .Set(
                unit,
                1,
                ready.Name,
                ready.Sections,
                members[0],
                time.At(time.Year.FirstDay.AddDays(20), 9)
            )
            .Value;
        var meeting = Meeting
            .Plan(
                unit,
                1,
                new MeetingTime(day, Morning, 60, "Room 204"),
                calendar,
                [],
                begins.AddDays(-9)
            )
            .Value;
        db.AddRange(template, meeting);
        meeting.BeginAgenda(template).OrThrow();
        var data = template.Sections.ToList().FindIndex(s => s.Kind == SectionKind.Learning);
        var item = meeting
            .Submit(
                new ItemPlan(
                    "First-term credit in ninth grade",
                    ItemKind.Discuss,
                    45,
                    Bring: catalog.Find("looking-at-data")!.Protocol.Bring,
                    IsAcrossGrades: true
                ),
                data,
                members[3],
                begins.AddDays(-3)
            )
            .Value;
        meeting.ProposeRoles(FairTurns.Propose(FairTurns.ByMeeting, members, []));
        var run = Choose(item, "looking-at-data", begins.AddDays(-3));
        meeting.Start(day, begins).OrThrow();
        foreach (var member in members)
        {
            meeting.Arrive(member, members, begins).OrThrow();
        }

        var now = begins;
        while (meeting.CurrentItem != item.Number)
        {
            now = now.AddSeconds(30);
            meeting.Next(meeting.CurrentSection, meeting.CurrentItem, now).OrThrow();
        }

        run.Begin(meeting, item, now).OrThrow();
        for (var step = 0; step < 2; step++)
        {
            Write(meeting, run, item, step, SaidAtHigh, members, now);
            now = now.AddSeconds(run.Steps[step].Step.Minutes * 48);
            run.Next(step, meeting, item, now).OrThrow();
        }

        Write(meeting, run, item, 2, SaidAtHigh, members, now);
    }

    private ProtocolRun Choose(AgendaItem item, string slug, DateTime at)
    {
        var run = ProtocolRun.Choose(item, slug, catalog.Find(slug)!.Protocol, at).Value;
        db.Add(run);
        return run;
    }

    private void Write(
        Meeting meeting,
        ProtocolRun run,
        AgendaItem item,
        int step,
        (int Step, string Words)[] said,
        IReadOnlyList<Guid> members,
        DateTime at
    )
    {
        foreach (var (line, n) in said.Select((l, n) => (l, n)).Where(l => l.l.Step == step))
        {
            var finding = ProtocolFinding
                .Write(
                    meeting,
                    run,
                    n + 1,
                    step,
                    line.Words,
                    members[(n * 3 + 1) % members.Count],
                    at.AddSeconds(n + 1)
                )
                .Value;
            db.Add(finding);
            db.Add(ThingLink.CameFrom(finding, item, at.AddSeconds(n + 1)));
        }
    }

    private List<Guid> Sitting(Ilt ilt) =>
        [
            .. people
                .All.Where(p => ilt.Sitting.Any(m => m.PersonId == p.Id))
                .OrderBy(p => p.SearchText, StringComparer.Ordinal)
                .Select(p => p.Id),
        ];
}
