using System.Globalization;
using Throughline.Domain.Shared;

namespace Throughline.Domain.Units;

/// <content>
/// Outside reviewers: people from outside the district who are invited for a time to rate a unit. They are persons, so
/// that rounds and logs can name them, and never staff: no role, no seat, and no roster knows them.
/// </content>
public sealed partial class Person
{
    /// <summary>The longest time for which a reviewer is let in at once, in days: a year.</summary>
    public const int LongestAccess = 366;

    /// <summary>
    /// The last day on which an outside reviewer has access, that day included, in the district's time zone. Null for
    /// staff, whose access ends when they leave.
    /// </summary>
    public DateOnly? AccessEndsOn { get; private set; }

    /// <summary>True for someone from outside the district, invited for a time.</summary>
    public bool IsReviewer => AccessEndsOn is not null;

    /// <summary>
    /// Makes an outside reviewer. The same refusals as <see cref="New"/>; an address is needed, because the invitation goes
    /// there; and the same refusals as <see cref="GiveAccess"/>.
    /// </summary>
    /// <param name="districtId">The district that invites.</param>
    /// <param name="givenName">Given name.</param>
    /// <param name="familyName">Family name.</param>
    /// <param name="email">Where the invitation goes.</param>
    /// <param name="endsOn">Last day of access, included.</param>
    /// <param name="today">The day it is in the district's time zone.</param>
    /// <param name="now">Now, UTC.</param>
    public static Result<Person> InviteReviewer(
        Guid districtId,
        string? givenName,
        string? familyName,
        string? email,
        DateOnly endsOn,
        DateOnly today,
        DateTime now
    )
    {
        var made = New(districtId, givenName, familyName, email, now);
        if (!made.IsOk)
        {
            return made;
        }

        if (made.Value.Email is null)
        {
            return Result.Refused<Person>(
                "Enter an e-mail address. The invitation goes there.",
                "Email"
            );
        }

        made.Value.AccessEndsOn = endsOn;
        var given = made.Value.GiveAccess(endsOn, today);
        return given.IsOk ? made : given.Refusal!;
    }

    /// <summary>
    /// Lets a reviewer in until another day, earlier or later than before, also when access was over. Refused for a day
    /// gone by, for more than a year ahead, and for staff.
    /// </summary>
    /// <param name="endsOn">Last day of access, included.</param>
    /// <param name="today">The day it is in the district's time zone.</param>
    public Result GiveAccess(DateOnly endsOn, DateOnly today)
    {
        if (!IsReviewer)
        {
            return Result.Refused($"{FullName} works here. Staff have access until they leave.");
        }

        if (endsOn < today)
        {
            return Result.Refused(
                "This day has gone by. Choose today or a later day.",
                "AccessEndsOn"
            );
        }

        var latest = today.AddDays(LongestAccess);
        if (endsOn > latest)
        {
            return Result.Refused(
                $"Access is given for a year at most. Choose a day up to {latest.ToString("MMMM d, yyyy", CultureInfo.InvariantCulture)}; it can be prolonged later.",
                "AccessEndsOn"
            );
        }

        AccessEndsOn = endsOn;
        LeftOn = null;
        return Result.Ok();
    }

    /// <summary>Ends a reviewer's access at once. Refused when it is over already, and for staff.</summary>
    /// <param name="today">The day it is in the district's time zone.</param>
    public Result EndAccess(DateOnly today)
    {
        if (!IsReviewer || !HasAccessOn(today))
        {
            return Result.Refused(
                IsReviewer
                    ? $"The access of {FullName} is over already."
                    : $"{FullName} works here. Staff have access until they leave."
            );
        }

        AccessEndsOn = today.AddDays(-1);
        return Result.Ok();
    }

    /// <summary>Why someone is given no role and no seat: reviewers never count as staff.</summary>
    public Refusal NoRole() =>
        new(
            $"{FullName} is an outside reviewer, who has no role here. If they work here now, give their record another e-mail address and add them as a person."
        );

    /// <summary>True when the person may sign in on this day: has not left, and a reviewer's last day is not over.</summary>
    /// <param name="today">The day it is in the district's time zone.</param>
    public bool HasAccessOn(DateOnly today) => HasAccessOn(today, LeftOn, AccessEndsOn);

    /// <summary>The same for a person of whom only these are at hand.</summary>
    /// <param name="today">The day it is in the district's time zone.</param>
    /// <param name="leftOn">The day they left, or null.</param>
    /// <param name="accessEndsOn">A reviewer's last day, or null for staff.</param>
    public static bool HasAccessOn(DateOnly today, DateOnly? leftOn, DateOnly? accessEndsOn) =>
        leftOn is null && (accessEndsOn is null || today <= accessEndsOn);
}
