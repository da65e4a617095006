using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Throughline.Domain.Units;
using Throughline.Domain.Units.Roster;

namespace Throughline.Domain.Tests.Units.Roster;

public class RosterPropertyTests
{
    private static readonly string[] Words = ["teacher", "aide", "principal", "administrator"];
    private static readonly string?[] Addresses =
    [
        null,
        "a@x.org",
        "b@x.org",
        "c@x.org",
        "d@x.org",
    ];

    [Fact]
    public void Applying_a_roster_and_comparing_again_gives_nothing() =>
        Prop.ForAll(
                ArbMap.Default.ArbFor<int>(),
                seed =>
                {
                    var random = new Random(seed);
                    var state = SomeState(random);
                    var roster = SomeRoster(random);
                    return RosterComparison
                        .Compare(roster, state.After(roster))
                        .IsEmpty.Label(JsonSerializer.Serialize((roster, state)));
                }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    [Fact]
    public void The_order_of_rows_makes_no_difference() =>
        Prop.ForAll(
                ArbMap.Default.ArbFor<int>(),
                seed =>
                {
                    var random = new Random(seed);
                    var state = SomeState(random);
                    var roster = SomeRoster(random);
                    var shuffled = roster with
                    {
                        Schools = Shuffle(roster.Schools, random),
                        Staff = Shuffle(roster.Staff, random),
                    };
                    var shuffledState = state with
                    {
                        Staff = Shuffle(state.Staff, random),
                        Schools = Shuffle(state.Schools, random),
                    };
                    return JsonSerializer.Serialize(
                            RosterComparison.Compare(shuffled, shuffledState)
                        ) == JsonSerializer.Serialize(RosterComparison.Compare(roster, state));
                }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    [Fact]
    public void No_two_people_ever_get_one_address() =>
        Prop.ForAll(
                ArbMap.Default.ArbFor<int>(),
                seed =>
                {
                    var random = new Random(seed);
                    var state = SomeState(random);
                    var after = state.After(SomeRoster(random));
                    return after
                        .Staff.Select(s => s.Name.Email)
                        .Concat(after.OtherEmails.Keys)
                        .OfType<string>()
                        .GroupBy(e => e)
                        .All(g => g.Count() == 1);
                }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    // A district that lived through some rosters and some changes by hand.
    private static RosterState SomeState(Random random)
    {
        var state = RosterState.Empty("Solar") with
        {
            OtherEmails =
                random.Next(2) == 0
                    ? new Dictionary<string, string>()
                    : new Dictionary<string, string> { ["a@x.org"] = "Made in the app" },
        };
        for (var i = random.Next(3); i > 0; i--)
        {
            state = state.After(SomeRoster(random));
        }

        return state with
        {
            Schools =
            [
                .. state.Schools.Select(s => s with { NameSetByHand = random.Next(4) == 0 }),
            ],
            Staff =
            [
                .. state.Staff.Select(s =>
                    s with
                    {
                        SetByHand = (PersonFields)(random.Next(3) == 0 ? random.Next(8) : 0),
                        Roles =
                        [
                            .. s.Roles.Select(r =>
                                random.Next(5) switch
                                {
                                    0 => r with
                                    {
                                        Status = RoleStatus.Ended,
                                        EndedByRoster = false,
                                    },
                                    1 => r with { FromRoster = false },
                                    _ => r,
                                }
                            ),
                        ],
                    }
                ),
            ],
        };
    }

    private static RosterSnapshot SomeRoster(Random random)
    {
        string[] schools = [.. new[] { "s1", "s2", "s3" }.Where(_ => random.Next(4) > 0)];
        return new(
            random.Next(2) == 0 ? null : "d",
            random.Next(2) == 0 ? "Solar" : "Sun",
            new(
                (RosterMode)random.Next(1, 3),
                [.. schools.Select(s => new RosterSchool(s, $"School {random.Next(2)}"))],
                []
            ),
            new(
                RosterMode.Bulk,
                [new("y", $"Year {random.Next(2)}", new(2026, 8, 1), new(2027, 6, 1))],
                []
            ),
            new(
                (RosterMode)random.Next(1, 3),
                [
                    .. Enumerable
                        .Range(0, 6)
                        .Where(_ => random.Next(3) > 0)
                        .Select(i => SomePerson($"t{i}", random)),
                ],
                random.Next(2) == 0 ? [] : ["t7", "t8"]
            ),
            (RosterMode)random.Next(3),
            []
        );
    }

    private static RosterStaff SomePerson(string id, Random random)
    {
        var school = random.Next(4) is var n && n == 0 ? null : $"s{n}";
        var roles = RosterRoles.PlacesOf(Words[random.Next(Words.Length)], school);
        return new(
            id,
            random.Next(6) == 0
                ? null
                : new($"Given{random.Next(2)}", "Family", Addresses[random.Next(Addresses.Length)]),
            roles,
            random.Next(3) == 0 ? [new("s1", Role.Staff)] : [],
            random.Next(2) == 0,
            school is null ? [] : [new(school, [$"0{random.Next(3)}"], [])]
        );
    }

    private static RosterPart<T> Shuffle<T>(RosterPart<T> part, Random random) =>
        part with
        {
            Rows = Shuffle(part.Rows, random),
        };

    private static List<T> Shuffle<T>(IReadOnlyList<T> rows, Random random) =>
        [.. rows.OrderBy(_ => random.Next())];
}
