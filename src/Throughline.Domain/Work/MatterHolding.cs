namespace Throughline.Domain.Work;

/// <summary>A time in which a person spoke for a team on the ILT.</summary>
/// <param name="Since">From when, UTC.</param>
/// <param name="Until">Until when, UTC; null while they do.</param>
public sealed record SeatSpan(DateTime Since, DateTime? Until);

/// <summary>Who sits where, as far as it matters to what was raised.</summary>
/// <param name="OfHolder">The times in which the representative it was sent to spoke for the team it is about.</param>
/// <param name="FacilitatorId">Who facilitates the ILT now; null when nobody does.</param>
public sealed record MatterSeats(IReadOnlyList<SeatSpan> OfHolder, Guid? FacilitatorId);

/// <summary>Who is to answer what was raised.</summary>
/// <param name="RepresentativeId">The representative; null for whoever facilitates the ILT.</param>
/// <param name="Since">Since when, UTC.</param>
/// <param name="By">How it came there.</param>
public sealed record MatterHolding(Guid? RepresentativeId, DateTime Since, MatterStepKind By)
{
    /// <summary>True when it is for whoever facilitates, be there someone or not.</summary>
    public bool IsFacilitators => RepresentativeId is null;

    /// <summary>True when this person is to answer.</summary>
    public bool IsWith(Guid personId, Guid? facilitatorId) =>
        personId == (RepresentativeId ?? facilitatorId);
}
