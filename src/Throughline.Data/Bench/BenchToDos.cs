using Throughline.Data.Demo;
using Throughline.Domain.Shared;
using Throughline.Domain.Work;

namespace Throughline.Data.Bench;

/// <summary>Seven to-dos are taken at each meeting, and done within five weeks: so about twenty are open.</summary>
internal static class BenchToDos
{
    private const int LongestWeeks = 5;

    /// <param name="table">The meeting.</param>
    /// <param name="origin">The issue or decision that the first one comes from.</param>
    public static void Add(BenchTable table, ILinkable origin)
    {
        var (load, team) = (table.Load, table.Team);
        for (var n = 0; n < BenchSize.ToDosEach; n++)
        {
            var number = ++team.Numbers.ToDos;
            var toDo = ToDo.Add(
                team.School.Unit,
                number,
                new WorkPlan(
                    BenchWords.Of(BenchWords.ToDos, number),
                    null,
                    team.Owner(number),
                    table.Day.AddDays(7 * (1 + table.Chance.Next(LongestWeeks)))
                ),
                table.Meeting.Id,
                team.Member(number + 1),
                table.Day,
                table.At(5)
            ).Value;
            table.ToDos.Add(toDo);
            End(table, toDo);
            load.Add(toDo);
            load.AddRange(toDo.Notes);
            if (n == 0)
            {
                load.Add(ThingLink.CameFrom(toDo, origin, toDo.AddedAt));
            }
        }
    }

    private static void End(BenchTable table, ToDo toDo)
    {
        if (table.After(1 + table.Chance.Next(LongestWeeks)) is not { } at)
        {
            return;
        }

        if (table.Chance.Next(20) == 0)
        {
            toDo.Drop("The district does it for all schools.", toDo.OwnerId, at).OrThrow();
        }
        else
        {
            toDo.Move(WorkStatus.Done, toDo.OwnerId, at).OrThrow();
        }
    }
}
