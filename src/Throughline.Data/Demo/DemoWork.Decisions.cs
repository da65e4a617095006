using Throughline.Data.Work;
using Throughline.Domain.Shared;
using Throughline.Domain.Units;
using Throughline.Domain.Work;

namespace Throughline.Data.Demo;

/// <content>The decisions, one for each place where one can stand.</content>
internal sealed partial class DemoWork
{
    private Decision AddDecisions(
        Rock walks,
        IReadOnlyList<Guid> sitting,
        InstructionalTeam unspoken
    )
    {
        var told = Propose(
            walks,
            Facilitator,
            "Each month has one look-for, and every team hears of it before the walk",
            "In September the teams read four look-fors at once and remembered none.",
            16
        );
        Ask(told, sitting, [5, 5, 4, 4, 4, 3, 3, 5, 4, 3, 4, 4]);
        told.ShowHands(HandBox.BlindId).OrThrow();
        told.Decide(
                new(
                    DecidedAs.Consensus,
                    "From next month on there is one look-for a month. Each representative tells their team in the week before the walk.",
                    "People open their doors when they know what we look for."
                ),
                false,
                [$"{unspoken.Name} (nobody speaks for it)"],
                Who(Facilitator),
                time.Ago(9, 15)
            )
            .OrThrow();

        var lunch = Propose(
            null,
            "Ben Yazzie",
            "The grade meeting moves to the lunch hour on Wednesdays",
            null,
            15
        );
        Ask(lunch, sitting, [4, 3, 4, 3, 1, 4, 3, 3, 2, 3, 3, 4]);
        lunch.ShowHands(HandBox.BlindId).OrThrow();
        lunch
            .Decide(
                new(
                    DecidedAs.AgainstAdvice,
                    "The grade meeting stays on Tuesday afternoon.",
                    "The team advised the lunch hour. The contract keeps lunch free of duties, and I will not ask anyone to give it up. We look for another time in January."
                ),
                true,
                [],
                Who(Leader),
                time.Ago(8, 16)
            )
            .OrThrow();

        Propose(null, "Tom Eriksen", "We meet every week instead of every second one", null, 14)
            .Withdraw(
                "The district’s calendar of walks makes it needless; we look again in spring.",
                Who("Tom Eriksen"),
                time.Ago(7, 15)
            )
            .OrThrow();

        var talk = Propose(
            null,
            Facilitator,
            "All grades use the same sentence starters for student talk",
            "Students hear six different ones between Kindergarten and Grade 5.",
            6,
            unspoken
        );
        Ask(talk, sitting, [4, 4, 0, 3, 5, 2, 4, 3, 4, 1, 3]);
        talk.ShowHands(HandBox.BlindId).OrThrow();

        var ask = Propose(
            null,
            Facilitator,
            "Each representative asks their team one question a week",
            "Half of the staff said in the pulse that they do not know whether they were heard.",
            3
        );
        Ask(ask, sitting, [4, 3, 5, 2], but: Who(Member));

        Propose(
            null,
            Member,
            "Learning walks begin with ten minutes in which the visited teacher says what to look at",
            "Two colleagues asked for it after the first walk.",
            2,
            unspoken
        );
        Ask(
            Propose(
                null,
                Leader,
                "Our norms say what we do when one of us talks over another",
                "We have not talked about it yet, and some would rather not be the first.",
                1
            ),
            sitting,
            [],
            secret: true
        );
        AddOfTeams(sitting);
        return told;
    }

    // For the home of who is not on the ILT: one that touches their team, and one that does not.
    private void AddOfTeams(IReadOnlyList<Guid> sitting)
    {
        OfTeam(
            sitting,
            "Grade 4",
            "Grade 4 tries the new exit ticket first, for three weeks",
            "Grade 4 uses the exit ticket in mathematics until the break; the team then says whether the other grades begin.",
            "Its teachers asked for it, and a small start shows us what has to change.",
            5
        );
        OfTeam(
            sitting,
            "Kindergarten",
            "Kindergarten keeps its own words for student talk",
            "Kindergarten uses pictures in place of sentence starters this year.",
            "Our youngest students cannot read the starters yet.",
            4
        );
    }

    private void OfTeam(
        IReadOnlyList<Guid> sitting,
        string team,
        string what,
        string outcome,
        string reasons,
        int daysAgo
    )
    {
        var touched = db.Set<InstructionalTeam>()
            .Local.Single(t => t.UnitId == school.Id && t.Name == team);
        var decision = Propose(null, Facilitator, what, null, daysAgo + 3, touched);
        Ask(decision, sitting, [5, 4, 4, 5, 4, 3, 5, 4, 4, 3, 5, 4]);
        decision.ShowHands(HandBox.BlindId).OrThrow();
        decision
            .Decide(
                new(DecidedAs.Consensus, outcome, reasons),
                false,
                [],
                Who(Facilitator),
                time.Ago(daysAgo, 15)
            )
            .OrThrow();
    }

    private static void Ask(
        Decision decision,
        IReadOnlyList<Guid> sitting,
        int[] fingers,
        Guid? but = null,
        bool secret = false
    )
    {
        decision.AskForHands(sitting, secret).OrThrow();
        foreach (var (person, shown) in sitting.Where(p => p != but).Zip(fingers))
        {
            var words = shown switch
            {
                0 =>
                    "Our youngest students need pictures, not sentences. Let Kindergarten choose its own.",
                1 => "Who plans in that hour has no hour left.",
                2 => "I would like to try it in two grades first.",
                _ => null,
            };
            decision.Raise(person, shown, words, named: shown == 2).OrThrow();
        }
    }

    private Decision Propose(
        ILinkable? origin,
        string by,
        string what,
        string? background,
        int daysAgo,
        params InstructionalTeam[] touches
    )
    {
        var now = time.Ago(daysAgo, 15);
        var proposal = new Proposal(what, background, [.. touches.Select(t => t.Id)]);
        return Keep(
            Decision.Propose(school, ++decisions, proposal, null, Who(by), now).Value,
            origin,
            now
        );
    }
}
