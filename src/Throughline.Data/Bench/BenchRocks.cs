using Throughline.Data.Demo;
using Throughline.Domain.Units;
using Throughline.Domain.Work;

namespace Throughline.Data.Bench;

/// <summary>Three rocks begin every nine weeks, which is 45 school days; at each meeting each is said to be on or off track.</summary>
internal static class BenchRocks
{
    private const int AtOnce = 3;
    private const int Weeks = 9;

    /// <param name="table">The meeting.</param>
    /// <param name="place">Its place among the meetings of its school year, from 0.</param>
    /// <param name="calendar">The district's school days.</param>
    public static void Add(BenchTable table, int place, SchoolCalendar calendar)
    {
        foreach (var rock in table.Team.Rocks.ToList())
        {
            Say(table, rock);
        }

        for (var n = 0; place % Weeks == 0 && n < AtOnce; n++)
        {
            Begin(table, calendar);
        }

        if (table.IsOpen)
        {
            table.Team.Rocks.ForEach(rock => Load(table, rock));
        }
    }

    private static void Begin(BenchTable table, SchoolCalendar calendar)
    {
        var team = table.Team;
        var number = ++team.Numbers.Rocks;
        team.Rocks.Add(
            Rock.Begin(
                team.School.Unit,
                number,
                new WorkPlan(
                    BenchWords.Of(BenchWords.Rocks, number),
                    BenchWords.WhyRock,
                    team.Owner(number),
                    null
                ),
                BenchWords.Milestones,
                calendar,
                team.Member(number),
                table.Day,
                table.At(2)
            ).Value
        );
    }

    private static void Say(BenchTable table, Rock rock)
    {
        var on = table.Chance.Next(4) > 0;
        rock.Check(on, on ? null : BenchWords.InTheWay, table.Meeting.Id, rock.OwnerId, table.At(3))
            .OrThrow();
        foreach (var reached in rock.Milestones.Where(m => m.DueOn <= table.Day))
        {
            rock.Reach(reached.Id, true, table.At(3)).OrThrow();
        }

        if (rock.DueOn <= table.Day)
        {
            rock.Move(WorkStatus.Done, rock.OwnerId, table.At(3)).OrThrow();
            table.Team.Rocks.Remove(rock);
            Load(table, rock);
        }
    }

    private static void Load(BenchTable table, Rock rock)
    {
        table.Load.Add(rock);
        table.Load.AddRange(rock.Milestones);
        table.Load.AddRange(rock.Notes);
    }
}
