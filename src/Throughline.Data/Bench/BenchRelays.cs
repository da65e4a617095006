using Throughline.Data.Demo;
using Throughline.Data.Sharing;
using Throughline.Domain.Sharing;
using Throughline.Domain.Units;

namespace Throughline.Data.Bench;

/// <summary>What was decided is told to the teams it touches: most hear of it within the week, some late, a few not yet.</summary>
internal static class BenchRelays
{
    public static void Add(BenchTable table, SchoolCalendar calendar)
    {
        if (table.Decision is not { } decision)
        {
            return;
        }

        var (load, team) = (table.Load, table.Team);
        var relay = Relay
            .Begin(
                decision,
                RelayMessage.Draft(decision, "principal"),
                team.School.Teams,
                calendar,
                decision.ProposedById,
                table.Day,
                table.Day,
                table.At(62)
            )
            .Value;
        foreach (var (n, told) in relay.Teams.ToList().Index())
        {
            var on = table.Day.AddDays(table.Chance.Next(10));
            if (on <= table.LastDay)
            {
                var at = table.At(0).AddDays(on.DayNumber - table.Day.DayNumber);
                var by = team.Member(4 + n);
                relay
                    .Tell(told.TeamId, new(ToldHow.TeamMeeting, on, null), by, table.LastDay, at)
                    .OrThrow();
                relay
                    .TakeUp(told.TeamId, (Uptake)(1 + table.Chance.Next(3)), null, by, at)
                    .OrThrow();
            }
        }

        load.Add(relay);
        load.AddRange(relay.Teams);
        load.Add(RelayTally.Of(relay));
    }
}
