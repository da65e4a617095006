using Throughline.Data.Demo;
using Throughline.Data.Work;
using Throughline.Domain.Work;

namespace Throughline.Data.Bench;

/// <summary>A decision every two weeks, by hands and consensus; in the open meeting one for which hands are up.</summary>
internal static class BenchDecisions
{
    public static Decision Add(BenchTable table)
    {
        var (load, team) = (table.Load, table.Team);
        var number = ++team.Numbers.Decisions;
        var by = team.Member(number * 7);
        var teams = team.School.Teams;
        var decision = Decision
            .Propose(
                team.School.Unit,
                number,
                new Proposal(
                    BenchWords.Of(BenchWords.Decisions, number),
                    BenchWords.Background,
                    number % 3 == 0
                        ? [teams[number % teams.Count], teams[(number + 1) % teams.Count]]
                        : []
                ),
                table.Meeting.Id,
                by,
                table.At(15)
            )
            .Value;
        decision.AskForHands(team.Members, secret: false).OrThrow();
        foreach (var (n, person) in team.Members.Index())
        {
            // Some have not raised theirs yet.
            if (!table.IsOpen || n % 2 == 0)
            {
                var fingers = 2 + table.Chance.Next(4);
                decision
                    .Raise(person, fingers, fingers == 2 ? BenchWords.Concern : null, named: false)
                    .OrThrow();
            }
        }

        if (!table.IsOpen)
        {
            decision.ShowHands(HandBox.BlindId).OrThrow();
            decision
                .Decide(
                    new DecisionTaken(DecidedAs.Consensus, decision.Title, BenchWords.Reasons),
                    byLeader: false,
                    [],
                    by,
                    table.At(22)
                )
                .OrThrow();
        }

        load.Add(decision);
        load.AddRange(decision.Teams);
        load.AddRange(decision.Hands);
        load.AddRange(decision.Tallies);
        load.AddRange(decision.Concerns);
        return decision;
    }
}
