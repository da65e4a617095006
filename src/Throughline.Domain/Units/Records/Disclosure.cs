using Throughline.Domain.Shared;

namespace Throughline.Domain.Units.Records;

/// <summary>
/// That a record was given to someone outside: what, to whom and on which ground (rules of trust, disclosure log). Entered
/// by a person, never changed.
/// </summary>
public sealed class Disclosure : IDistrictOwned
{
    /// <summary>Longest text of what, to whom and on which ground, in characters.</summary>
    public const int Longest = 300;

    private Disclosure() { }

    /// <summary>Identity of the entry.</summary>
    public Guid Id { get; private set; }

    /// <inheritdoc/>
    public Guid DistrictId { get; private set; }

    /// <summary>The unit whose record it was.</summary>
    public Guid UnitId { get; private set; }

    /// <summary>The day it was given.</summary>
    public DateOnly On { get; private set; }

    /// <summary>What was given.</summary>
    public string What { get; private set; } = "";

    /// <summary>To whom.</summary>
    public string ToWhom { get; private set; } = "";

    /// <summary>The law, order or request it follows.</summary>
    public string Ground { get; private set; } = "";

    /// <summary>Who entered it.</summary>
    public Guid ById { get; private set; }

    /// <summary>When, UTC.</summary>
    public DateTime At { get; private set; }

    /// <summary>Enters a disclosure. Refused without a day, for a day to come, and without what, to whom and the ground.</summary>
    /// <param name="unit">The unit whose record it was.</param>
    /// <param name="given">What is entered.</param>
    /// <param name="by">Who enters it.</param>
    /// <param name="today">The day it is.</param>
    /// <param name="now">Now, UTC.</param>
    public static Result<Disclosure> Enter(
        Unit unit,
        DisclosureGiven given,
        Guid by,
        DateOnly today,
        DateTime now
    )
    {
        if (given.On is not { } on || on > today)
        {
            return Result.Refused<Disclosure>("Enter the day it was given, today or before.", "On");
        }

        var what = Text.Required(given.What, "what was given", Longest, "What");
        var whom = Text.Required(given.ToWhom, "to whom", Longest, "ToWhom");
        var ground = Text.Required(
            given.Ground,
            "the law or request it follows",
            Longest,
            "Ground"
        );
        return (what.Refusal ?? whom.Refusal ?? ground.Refusal) is { } missing
            ? missing
            : Result.Ok(
                new Disclosure
                {
                    Id = Ids.New(now),
                    DistrictId = unit.DistrictId,
                    UnitId = unit.Id,
                    On = on,
                    What = what.Value,
                    ToWhom = whom.Value,
                    Ground = ground.Value,
                    ById = by,
                    At = now,
                }
            );
    }
}

/// <summary>What is entered of a disclosure.</summary>
/// <param name="On">The day.</param>
/// <param name="What">What was given.</param>
/// <param name="ToWhom">To whom.</param>
/// <param name="Ground">The law, order or request it follows.</param>
public sealed record DisclosureGiven(DateOnly? On, string? What, string? ToWhom, string? Ground);
