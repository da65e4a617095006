using Throughline.Data.Assessments;
using Throughline.Domain.Assessments;
using Throughline.Domain.Units;

namespace Throughline.Data.Demo;

/// <summary>The staff pulses of the demo by the state they are in, whenever the demo is made.</summary>
public static class DemoPulse
{
    /// <summary>Closed, with counts to read.</summary>
    public static readonly DemoRoundAddress Closed = new(DemoDistrict.Lincoln, 1);

    /// <summary>Open: <c>teacher@</c> has not answered, <c>sit-member@</c> has.</summary>
    public static readonly DemoRoundAddress Open = new(DemoDistrict.Lincoln, 2);

    /// <summary>Its last day is over and nobody has closed it.</summary>
    public static readonly DemoRoundAddress PastLastDay = new(DemoDistrict.Tubman, 1);

    /// <summary>Closed with three answers, too few to show any.</summary>
    public static readonly DemoRoundAddress TooFew = new(DemoDistrict.Roosevelt, 1);
}

/// <summary>
/// Plays the staff pulses of the demo through the same box as in the product. Answers follow a seeded chance and go in
/// without a name.
/// </summary>
internal sealed class DemoPulses(ThroughlineDb db, DemoTime time, DemoPeople people)
{
    // How often staff say yes to each question, in a hundred, and partly; the rest say no.
    private static readonly (int Yes, int Partly)[] Chances =
    [
        (35, 40),
        (75, 15),
        (25, 45),
        (30, 35),
        (70, 25),
        (15, 40),
    ];

    /// <summary>Lincoln: one to read, one to answer.</summary>
    public async Task AddLincolnAsync(Unit school, CancellationToken cancel)
    {
        var staff = Names(DemoLincoln.Place);
        var first = await OpenAsync(school, DemoPulse.Closed, 40, time.WeekdayAgo(33), cancel);
        await AnswerAsync(first, staff.Where((_, n) => n % 4 != 3), cancel);
        await CloseAsync(first, time.WeekdayAgo(32), cancel);
        var second = await OpenAsync(school, DemoPulse.Open, 2, time.WeekdayAhead(2), cancel);
        await AnswerAsync(
            second,
            staff.Where((name, n) => name == "Joaquin Brandt" || (n % 3 == 0 && name != Teacher)),
            cancel
        );
    }

    /// <summary>Tubman: to be closed.</summary>
    public async Task AddTubmanAsync(Unit school, CancellationToken cancel)
    {
        var pulse = await OpenAsync(school, DemoPulse.PastLastDay, 9, time.WeekdayAgo(2), cancel);
        await AnswerAsync(pulse, Names(DemoTubman.Place).Take(9), cancel);
    }

    /// <summary>Roosevelt: closed, and too few answered.</summary>
    public async Task AddRooseveltAsync(Unit school, CancellationToken cancel)
    {
        var pulse = await OpenAsync(school, DemoPulse.TooFew, 18, time.WeekdayAgo(11), cancel);
        await AnswerAsync(pulse, Names(DemoRoosevelt.Place).Take(3), cancel);
        await CloseAsync(pulse, time.WeekdayAgo(9), cancel);
    }

    private const string Teacher = "Amara Osei";

    private async Task<Pulse> OpenAsync(
        Unit unit,
        DemoRoundAddress address,
        int weekdaysAgo,
        DateOnly closesOn,
        CancellationToken cancel
    )
    {
        var day = time.WeekdayAgo(weekdaysAgo);
        var staff = await PulseStaff.FindAsync(db, unit.Id, cancel);
        var pulse = Pulse
            .Open(
                unit,
                address.Number,
                new PulseSetting(HasIlt: true, OneIsOpen: false, staff.Ids),
                closesOn,
                day,
                time.At(day, 15, 20)
            )
            .Value;
        db.Add(pulse);
        await db.SaveChangesAsync(cancel);
        return pulse;
    }

    private async Task AnswerAsync(Pulse pulse, IEnumerable<string> names, CancellationToken cancel)
    {
        var chance = new Random(pulse.Number + 7);
        foreach (var name in names)
        {
            var outcome = await PulseBox.CountAsync(
                db,
                pulse.Id,
                people[name].Id,
                [
                    .. pulse
                        .Questions.All.Zip(Chances)
                        .Select(q => Choose(q.First, q.Second, chance)),
                ],
                cancel
            );
            if (outcome != PulseOutcome.Counted)
            {
                throw new InvalidOperationException($"{name} could not answer: {outcome}.");
            }
        }
    }

    private async Task CloseAsync(Pulse pulse, DateOnly day, CancellationToken cancel)
    {
        pulse.Close(time.At(day, 16)).OrThrow();
        await PulseBox.SealAsync(db, pulse.Id, cancel);
        await db.SaveChangesAsync(cancel);
    }

    private static string Choose(PulseQuestion question, (int Yes, int Partly) of, Random chance)
    {
        var drawn = chance.Next(100);
        var standing =
            chance.Next(100) < 8 ? PulseStanding.Aside
            : drawn < of.Yes ? PulseStanding.Yes
            : drawn < of.Yes + of.Partly ? PulseStanding.Partly
            : PulseStanding.No;
        return question.Choices.First(c => c.Standing == standing).Key;
    }

    private static List<string> Names(DemoPlace place) =>
        [
            .. place
                .Staff.Where(s => s.Seat is null && s.State != DemoState.Left)
                .Where(s => s.Roles.Any(Pulse.Asks) && !s.Roles.Contains(Role.Principal))
                .Select(s => s.Name),
        ];
}
