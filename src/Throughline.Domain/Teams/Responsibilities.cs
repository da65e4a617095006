using Throughline.Domain.Shared;

namespace Throughline.Domain.Teams;

/// <summary>
/// What a seat asks of whoever holds it. The first edition is built in, in our own words; a team that adjusts it makes the
/// next one. Whoever holds the seat accepts an edition, and is asked anew for the next.
/// </summary>
/// <param name="Kind">The kind of seat.</param>
/// <param name="Edition">The edition; 1 is built in.</param>
/// <param name="Items">What it asks, in order.</param>
public sealed record Responsibilities(SeatKind Kind, int Edition, IReadOnlyList<string> Items)
{
    /// <summary>The built-in edition.</summary>
    public const int BuiltInEdition = 1;

    /// <summary>The built-in list of a kind of seat.</summary>
    public static Responsibilities BuiltIn(SeatKind kind) =>
        new(kind, BuiltInEdition, ItemsOf(kind));

    /// <summary>Where the built-in list comes from: the part of seed 002.</summary>
    public static string SourceOf(SeatKind kind) =>
        kind switch
        {
            SeatKind.Leader => "“Responsibilities of Each Member”, Principal-Director",
            SeatKind.Administrator => "“Responsibilities of the ILT” and “Overview”",
            SeatKind.Coach => "“Responsibilities of Each Member”, Instructional Coach",
            SeatKind.Representative => "“Responsibilities of Each Member”, Teacher",
            _ => throw new ArgumentOutOfRangeException(nameof(kind)),
        };

    private static IReadOnlyList<string> ItemsOf(SeatKind kind) =>
        kind switch
        {
            SeatKind.Leader =>
            [
                "Call the team together.",
                "See that the team makes its agenda together, and that the meeting keeps to it.",
                "End each meeting by making sure that everybody knows what they will do next.",
                "Let the whole school know what the ILT is for and why its work matters.",
                "Help representatives when their teams carry out what was decided.",
            ],
            SeatKind.Administrator =>
            [
                "Keep the work on student learning; take day-to-day matters to the team that handles them.",
                "Bring time, money and people in line with what the plan sets out to do.",
                "Follow through the year how far the plan’s goals and action steps are.",
                "Tell staff, families and the School Improvement Team what the ILT does and decides.",
            ],
            SeatKind.Coach =>
            [
                "Take part in making the plan: gather and compare results, choose goals, plan and budget professional development.",
                "Plan coaching and learning at the school – for whom, when, and toward which goal.",
                "Help the team choose a few practices for literacy and mathematics, and see them used alike in every classroom.",
                "Work with the leader and the team so that students’ results get better.",
                "Tell the team which materials, learning and support teachers ask for.",
            ],
            SeatKind.Representative =>
            [
                "Speak for the people you represent: bring their concerns and ideas to the ILT.",
                "Tell them what the ILT talked about and decided, so that nobody learns of it by chance.",
                "See to it, with the leader’s and the ILT’s help, that what was decided happens in your team.",
            ],
            _ => throw new ArgumentOutOfRangeException(nameof(kind)),
        };
}

/// <summary>A team's own edition of what a kind of seat asks. It never changes: the next one takes its place.</summary>
public sealed class ResponsibilityEdition : IDistrictOwned
{
    /// <summary>Most items.</summary>
    public const int Most = 10;

    /// <summary>Longest item, in characters.</summary>
    public const int LongestItem = 200;

    private ResponsibilityEdition() { }

    /// <summary>Identity of the edition.</summary>
    public Guid Id { get; private set; }

    /// <inheritdoc/>
    public Guid DistrictId { get; private set; }

    /// <summary>The unit whose ILT it is for.</summary>
    public Guid UnitId { get; private set; }

    /// <summary>The kind of seat.</summary>
    public SeatKind Kind { get; private set; }

    /// <summary>Its number, from 2: the first is built in. Unit, kind and number are unique together.</summary>
    public int Edition { get; private set; }

    /// <summary>The items, one a line.</summary>
    public string Lines { get; private set; } = "";

    /// <summary>When it was made, UTC.</summary>
    public DateTime At { get; private set; }

    /// <summary>The edition as it is read.</summary>
    public Responsibilities AsResponsibilities => new(Kind, Edition, Lines.Split('\n'));

    /// <summary>
    /// Makes the next edition. Refused without an item, with more than 10 or one longer than 200 characters, and when
    /// nothing is different.
    /// </summary>
    /// <param name="ilt">The unit's ILT.</param>
    /// <param name="before">The edition in force.</param>
    /// <param name="lines">The items as typed, one a line; empty lines are left out.</param>
    /// <param name="now">Now, UTC.</param>
    public static Result<ResponsibilityEdition> After(
        Ilt ilt,
        Responsibilities before,
        string? lines,
        DateTime now
    )
    {
        string[] items =
        [
            .. (lines ?? "")
                .ReplaceLineEndings("\n")
                .Split('\n')
                .Select(Text.CleanLine)
                .OfType<string>(),
        ];
        if (items.Length is 0 or > Most)
        {
            return Result.Refused<ResponsibilityEdition>(
                $"Write 1 to {Most} responsibilities, one a line.",
                "Lines"
            );
        }

        if (items.FirstOrDefault(i => i.Length > LongestItem) is { } overlong)
        {
            return Result.Refused<ResponsibilityEdition>(
                $"Shorten “{Text.Shorten(overlong, 40)}” to {LongestItem} characters; it has {overlong.Length} now.",
                "Lines"
            );
        }

        if (items.SequenceEqual(before.Items))
        {
            return Result.Refused<ResponsibilityEdition>(
                "Nothing is different, so nobody needs to accept it anew.",
                "Lines"
            );
        }

        return Result.Ok(
            new ResponsibilityEdition
            {
                Id = Ids.New(now),
                DistrictId = ilt.DistrictId,
                UnitId = ilt.UnitId,
                Kind = before.Kind,
                Edition = before.Edition + 1,
                Lines = string.Join('\n', items),
                At = now,
            }
        );
    }
}

/// <summary>A member accepts what their seat asks, in one edition; it is its own record.</summary>
public sealed class ResponsibilityAcceptance : IDistrictOwned, INotAudited
{
    private ResponsibilityAcceptance() { }

    /// <summary>The unit. With person, kind and edition it identifies the row.</summary>
    public Guid UnitId { get; private set; }

    /// <summary>Who.</summary>
    public Guid PersonId { get; private set; }

    /// <summary>The kind of seat they held.</summary>
    public SeatKind Kind { get; private set; }

    /// <summary>The edition they accepted.</summary>
    public int Edition { get; private set; }

    /// <inheritdoc/>
    public Guid DistrictId { get; private set; }

    /// <summary>When, UTC.</summary>
    public DateTime At { get; private set; }

    /// <summary>The holder of a seat accepts what it asks. Refused when they read another edition than the one in force.</summary>
    /// <param name="seat">The seat they hold.</param>
    /// <param name="inForce">What it asks now.</param>
    /// <param name="read">The edition they read.</param>
    /// <param name="now">Now, UTC.</param>
    public static Result<ResponsibilityAcceptance> By(
        IltMembership seat,
        Responsibilities inForce,
        int? read,
        DateTime now
    ) =>
        inForce.Kind != seat.Kind || read != inForce.Edition
            ? Result.Refused<ResponsibilityAcceptance>(
                "The responsibilities were changed while you read. Read them again, then accept."
            )
            : Result.Ok(
                new ResponsibilityAcceptance
                {
                    UnitId = seat.UnitId,
                    PersonId = seat.PersonId,
                    Kind = seat.Kind,
                    Edition = inForce.Edition,
                    DistrictId = seat.DistrictId,
                    At = now,
                }
            );
}
