using Throughline.Domain.Shared;

namespace Throughline.Domain.Units.Records;

/// <summary>
/// How long a district keeps minutes (rules of trust, records law). A district without a rule keeps them for good. Nothing
/// is destroyed by itself: once the time is over, a person does it.
/// </summary>
public sealed class RetentionRule : IDistrictOwned, IVersioned
{
    /// <summary>Fewest years that can be set: minutes of this school year are always there.</summary>
    public const int FewestYears = 1;

    /// <summary>Most years that can be set.</summary>
    public const int MostYears = 100;

    private RetentionRule() { }

    /// <summary>The rule of a district that has none yet.</summary>
    public RetentionRule(Guid districtId) => DistrictId = districtId;

    /// <summary>The district; identifies the rule.</summary>
    public Guid DistrictId { get; private set; }

    /// <summary>Years after the meeting; null for good.</summary>
    public int? Years { get; private set; }

    /// <inheritdoc/>
    public int Version { get; private set; }

    /// <summary>Sets for how long minutes are kept. Refused outside <see cref="FewestYears"/> to <see cref="MostYears"/>.</summary>
    /// <param name="years">Years; null for good.</param>
    public Result Keep(int? years)
    {
        if (years is < FewestYears or > MostYears)
        {
            return Result.Refused(
                $"Enter {FewestYears} to {MostYears} years, or nothing to keep minutes for good.",
                "Years"
            );
        }

        Years = years;
        return Result.Ok();
    }

    /// <summary>The last day of meetings whose time is over; null where minutes are kept for good.</summary>
    /// <param name="today">The day it is.</param>
    public DateOnly? OverUpTo(DateOnly today) =>
        Years is { } years ? today.AddYears(-years).AddDays(-1) : null;
}
