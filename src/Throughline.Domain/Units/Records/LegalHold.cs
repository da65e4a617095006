using Throughline.Domain.Shared;

namespace Throughline.Domain.Units.Records;

/// <summary>
/// A unit's records must be kept, however long their time has been over: because of a lawsuit, an audit or a request (rules
/// of trust, records law).
/// </summary>
public sealed class LegalHold : IDistrictOwned
{
    /// <summary>Longest reason, in characters.</summary>
    public const int LongestReason = 300;

    private LegalHold() { }

    /// <summary>Identity of the hold.</summary>
    public Guid Id { get; private set; }

    /// <inheritdoc/>
    public Guid DistrictId { get; private set; }

    /// <summary>The unit whose records are held; a district's holds those of all its schools.</summary>
    public Guid UnitId { get; private set; }

    /// <summary>Why.</summary>
    public string Reason { get; private set; } = "";

    /// <summary>Who placed it.</summary>
    public Guid ById { get; private set; }

    /// <summary>Since when, UTC.</summary>
    public DateTime At { get; private set; }

    /// <summary>Who ended it; null while it holds.</summary>
    public Guid? EndedById { get; private set; }

    /// <summary>When it ended, UTC; null while it holds.</summary>
    public DateTime? EndedAt { get; private set; }

    /// <summary>Places a hold. Refused without a reason.</summary>
    public static Result<LegalHold> Place(Unit unit, string? reason, Guid by, DateTime now)
    {
        var why = Text.Required(reason, "why the records are held", LongestReason, "Reason");
        return why.IsOk
            ? Result.Ok(
                new LegalHold
                {
                    Id = Ids.New(now),
                    DistrictId = unit.DistrictId,
                    UnitId = unit.Id,
                    Reason = why.Value,
                    ById = by,
                    At = now,
                }
            )
            : why.Refusal!;
    }

    /// <summary>Ends it. Refused when it was ended before.</summary>
    public Result End(Guid by, DateTime now)
    {
        if (EndedAt is not null)
        {
            return Result.Refused("This hold was ended already.");
        }

        (EndedById, EndedAt) = (by, now);
        return Result.Ok();
    }
}
