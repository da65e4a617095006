using System.Globalization;
using Throughline.Domain.Shared;

namespace Throughline.Domain.Teams;

public sealed partial class Ilt
{
    /// <summary>The highest limit a district can set: past it no group talks as one.</summary>
    public const int HighestLimit = 40;

    /// <summary>Longest reason for a raised limit, in characters.</summary>
    public const int LongestReason = 300;

    /// <summary>How many may sit on this ILT, when the district raised it; null for <see cref="Most"/>.</summary>
    public int? RaisedLimit { get; private set; }

    /// <summary>Why the district raised it.</summary>
    public string? RaisedBecause { get; private set; }

    /// <summary>How many may sit on this ILT.</summary>
    public int Limit => RaisedLimit ?? Most;

    /// <summary>When the team wants to look at the responsibilities of its seats again; null when no day is set.</summary>
    public DateOnly? ReviewResponsibilitiesOn { get; private set; }

    /// <summary>
    /// The district raises how many may sit on this ILT, with its reason. Refused below 20 or above 40, below the number who
    /// sit on it, and without a reason.
    /// </summary>
    public Result RaiseLimit(int? limit, string? reason)
    {
        if (limit is not (> Most and <= HighestLimit))
        {
            return Result.Refused($"Enter a number from {Most + 1} to {HighestLimit}.", "Limit");
        }

        if (limit < Sitting.Count())
        {
            return Result.Refused(
                $"{Count(Sitting.Count())} sit on this ILT. Enter that many or more.",
                "Limit"
            );
        }

        var words = Text.Required(
            reason,
            "why this ILT needs more members",
            LongestReason,
            "Reason"
        );
        if (!words.IsOk)
        {
            return words.Refusal!;
        }

        (RaisedLimit, RaisedBecause) = (limit, words.Value);
        return Result.Ok();
    }

    /// <summary>Takes the raised limit back. Refused while more sit on the team than without it.</summary>
    public Result LowerLimit()
    {
        if (Sitting.Count() > Most)
        {
            return Result.Refused(
                $"{Count(Sitting.Count())} sit on this ILT. It can go back to {Most} when {Most} or fewer do."
            );
        }

        (RaisedLimit, RaisedBecause) = (null, null);
        return Result.Ok();
    }

    /// <summary>Sets when the responsibilities of the seats are looked at again. Refused for a day gone by.</summary>
    /// <param name="day">The day; null for none.</param>
    /// <param name="today">The day it is in the unit's time zone.</param>
    public Result ReviewResponsibilities(DateOnly? day, DateOnly today)
    {
        if (day < today)
        {
            return Result.Refused("That day has gone by. Choose today or a later day.", "ReviewOn");
        }

        ReviewResponsibilitiesOn = day;
        return Result.Ok();
    }

    private string WhyFull =>
        RaisedLimit is { } raised
            ? $"This ILT has at most {Count(raised)} members: the district raised its limit to that. End a membership first."
            : "An ILT has fewer than 20 members; 8 to 15 work best. End a membership first, or ask the district to raise this ILT’s limit.";

    private static string Count(int number) => number.ToString(CultureInfo.InvariantCulture);
}
