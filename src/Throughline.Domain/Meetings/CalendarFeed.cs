using Throughline.Domain.Shared;

namespace Throughline.Domain.Meetings;

/// <summary>
/// A secret address under which a calendar program reads meetings: those of one person, or those of a unit's ILT. Only a
/// hash of the secret is kept; who wants the address again makes a new one, and the old one ends.
/// </summary>
public sealed class CalendarFeed : IDistrictOwned
{
    private CalendarFeed() { }

    /// <summary>Identity of the feed.</summary>
    public Guid Id { get; private set; }

    /// <inheritdoc/>
    public Guid DistrictId { get; private set; }

    /// <summary>The unit whose meetings it shows; null for all of a person's.</summary>
    public Guid? UnitId { get; private set; }

    /// <summary>Whose it is; for a team's feed, who made it.</summary>
    public Guid PersonId { get; private set; }

    /// <summary>Hash of the secret in the address.</summary>
    public byte[] KeyHash { get; private set; } = [];

    /// <summary>When it was made, UTC.</summary>
    public DateTime MadeAt { get; private set; }

    /// <summary>When its address was made to lead nowhere, UTC; null while it works.</summary>
    public DateTime? EndedAt { get; private set; }

    /// <summary>Makes a person's feed, or a team's.</summary>
    /// <param name="districtId">The district.</param>
    /// <param name="personId">Whose, or who makes it.</param>
    /// <param name="unitId">The unit whose meetings it shows; null for all of the person's.</param>
    /// <param name="keyHash">Hash of the secret.</param>
    /// <param name="now">Now, UTC.</param>
    public static CalendarFeed Make(
        Guid districtId,
        Guid personId,
        Guid? unitId,
        byte[] keyHash,
        DateTime now
    ) =>
        new()
        {
            Id = Ids.New(now),
            DistrictId = districtId,
            PersonId = personId,
            UnitId = unitId,
            KeyHash = keyHash,
            MadeAt = now,
        };

    /// <summary>Its address leads nowhere from now on.</summary>
    public void End(DateTime now) => EndedAt ??= now;
}
