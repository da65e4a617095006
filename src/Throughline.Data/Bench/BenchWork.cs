using Throughline.Domain.Assessments;
using Throughline.Domain.Shared;
using Throughline.Domain.Work;

namespace Throughline.Data.Bench;

/// <summary>What a team makes of a closed round: it agrees on three items, and one action step follows from each.</summary>
internal static class BenchWork
{
    private static readonly string[] Titles =
    [
        "Read the purpose statement with each grade team and bring back what was unclear",
        "Run three learning walks on student talk, with a short talk after each",
        "Put the look-fors of the month where everybody passes",
        "Ask every representative to bring one piece of student work to the next meeting",
        "Write down after each meeting what changes in classrooms, and who tells whom",
    ];

    /// <param name="load">Takes the rows.</param>
    /// <param name="time">The district's clock.</param>
    /// <param name="school">The school.</param>
    /// <param name="round">Its round, closed.</param>
    /// <param name="instrument">The round's instrument.</param>
    /// <param name="met">The day the team met.</param>
    /// <param name="chance">Which items, who and how far.</param>
    public static void Add(
        BulkLoad load,
        BenchTime time,
        BenchSchool school,
        Round round,
        Instrument instrument,
        DateOnly met,
        Random chance
    )
    {
        var by = school.Raters[0].PersonId;
        var items = chance.GetItems([.. instrument.Items], instrument.Items.Count);
        foreach (var (n, item) in items.Distinct().Take(BenchSize.AgreedEach).Index())
        {
            var agreed = AgreedItem.Begin(round, instrument, item.Key, time.At(met, 15)).Value;
            _ = agreed.Agree(
                round,
                instrument,
                instrument.Levels[chance.Next(instrument.Levels.Count)].Value,
                "What we saw in classrooms this month, and what the grade teams told us, puts it here.",
                by,
                time.At(met, 15)
            );
            load.Add(agreed);
            load.AddRange(agreed.Records);

            var owner = school.Raters[chance.Next(school.Raters.Count)].PersonId;
            var step = ActionStep
                .Add(
                    school.Unit,
                    ((round.Number - 1) * BenchSize.AgreedEach) + n + 1,
                    new WorkPlan(
                        Titles[chance.Next(Titles.Length)],
                        "So that we mean the same by what we see.",
                        new WorkOwner(owner, "A member", IsHere: true, HasLeft: false),
                        met.AddDays(30 + chance.Next(60))
                    ),
                    by,
                    met,
                    time.At(met, 16)
                )
                .Value;
            Move(step, n, owner, met, time);
            load.Add(step);
            load.AddRange(step.Notes);
            load.Add(ThingLink.CameFrom(step, agreed, step.AddedAt));
        }
    }

    // What is long due is over; of the last ones, one is begun and one still waits.
    private static void Move(ActionStep step, int n, Guid owner, DateOnly met, BenchTime time)
    {
        var over = met < time.Today.AddDays(-120);
        if (over || n == 1)
        {
            step.Move(WorkStatus.UnderWay, owner, time.At(met.AddDays(7), 15));
        }

        if (over)
        {
            step.Move(WorkStatus.Done, owner, time.At(met.AddDays(30), 15));
        }
    }
}
