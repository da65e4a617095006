using FsCheck;
using FsCheck.Fluent;
using Throughline.Domain.Meetings;

namespace Throughline.Domain.Tests.Meetings;

public sealed class VoiceSharesTests
{
    [Fact]
    public void A_group_of_one_is_shown_only_together_with_the_smallest_other()
    {
        VoiceShares
            .Of([Group(1, 1), Group(2, 2), Group(3, 8)])
            .Select(s => s.Keys)
            .ShouldBe([
                [3],
                [1, 2],
            ]);
    }

    [Fact]
    public void Groups_of_one_are_shown_together() =>
        VoiceShares
            .Of([Group(1, 1), Group(2, 1), Group(3, 8)])
            .Select(s => s.Keys)
            .ShouldBe([
                [3],
                [1, 2],
            ]);

    [Fact]
    public void Where_nobody_is_alone_each_group_stands_by_itself() =>
        VoiceShares
            .Of([Group(1, 2), Group(2, 2)])
            .Select(s => s.Keys)
            .ShouldBe([
                [1],
                [2],
            ]);

    [Fact]
    public void A_team_of_one_is_not_split() => VoiceShares.Of([Group(1, 1)]).ShouldBeEmpty();

    [Fact]
    public void What_came_from_groups_shown_together_is_added_up() =>
        VoiceShares
            .Of([
                new VoiceGroup<int>(1, 1, new(1, 2, 3, 4)),
                new VoiceGroup<int>(2, 1, new(10, 20, 30, 40)),
            ])
            .ShouldHaveSingleItem()
            .Sum.ShouldBe(new VoiceSum(11, 22, 33, 44));

    /// <summary>
    /// Whatever lines are added or taken from each other, those of the split within the representatives and the whole of
    /// the team among them: what is left is never one person.
    /// </summary>
    [Fact]
    public void No_line_nor_any_difference_of_lines_is_one_person()
    {
        var people = Gen.Choose(1, 4).ArrayOf().Where(a => a.Length is > 0 and <= 5);
        Prop.ForAll(
                people.ToArbitrary(),
                people.ToArbitrary(),
                (teams, seats) =>
                {
                    // The first kind of seat is that of the representatives; the teams split it.
                    var representatives = teams.Sum();
                    var bySeat = VoiceShares.Of([
                        Group(0, representatives),
                        .. seats.Select((n, at) => Group(at + 1, n)),
                    ]);
                    var byTeam = VoiceShares.Within(
                        bySeat,
                        0,
                        [.. teams.Select((n, at) => Group(at, n))]
                    );
                    var atoms = teams.Length + seats.Length;
                    List<double[]> shown =
                    [
                        // How many there are in all is no secret.
                        [.. Enumerable.Repeat(1.0, atoms)],
                        .. bySeat.Select(s =>
                            Row(
                                atoms,
                                at =>
                                    at < teams.Length
                                        ? s.Keys.Contains(0)
                                        : s.Keys.Contains(at - teams.Length + 1)
                            )
                        ),
                        .. byTeam.Select(s =>
                            Row(atoms, at => at < teams.Length && s.Keys.Contains(at))
                        ),
                    ];
                    return teams
                        .Concat(seats)
                        .Select((n, at) => (n, at))
                        .Where(a => a.n == 1)
                        .All(a => !IsFound(shown, a.at));
                }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(500));
    }

    private static VoiceGroup<int> Group(int key, int people) =>
        new(key, people, new(people, people * 3, key, 1));

    private static double[] Row(int length, Func<int, bool> holds) =>
        [.. Enumerable.Range(0, length).Select(at => holds(at) ? 1.0 : 0.0)];

    // An attacker solves for one person: it lies in the span of what is shown when adding it gives nothing new.
    private static bool IsFound(List<double[]> shown, int person) =>
        Rank(shown) == Rank([.. shown, Row(shown[0].Length, at => at == person)]);

    private static int Rank(List<double[]> rows)
    {
        var left = rows.Select(r => r.ToArray()).ToList();
        var rank = 0;
        for (var column = 0; column < left[0].Length && rank < left.Count; column++)
        {
            var pivot = left.FindIndex(rank, r => Math.Abs(r[column]) > 1e-9);
            if (pivot < 0)
            {
                continue;
            }

            (left[rank], left[pivot]) = (left[pivot], left[rank]);
            foreach (var row in left.Skip(rank + 1))
            {
                var times = row[column] / left[rank][column];
                for (var at = column; at < row.Length; at++)
                {
                    row[at] -= times * left[rank][at];
                }
            }

            rank++;
        }

        return rank;
    }
}
