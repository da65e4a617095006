using Throughline.Domain.Shared;

namespace Throughline.Domain.Assessments;

/// <summary>
/// What one closing of a round published. It never changes; the latest one of a round is what people see. It leaves no
/// trace in the audit trail: the round's log says who closed it and when.
/// </summary>
public sealed class PublishedResult : IDistrictOwned, INotAudited
{
    private PublishedResult() { }

    /// <summary>Identity of the result.</summary>
    public Guid Id { get; private set; }

    /// <inheritdoc/>
    public Guid DistrictId { get; private set; }

    /// <summary>The unit that was rated.</summary>
    public Guid UnitId { get; private set; }

    /// <summary>The round.</summary>
    public Guid RoundId { get; private set; }

    /// <summary>Which closing of the round published it: 1 for the first. Unique in the round.</summary>
    public int Closing { get; private set; }

    /// <summary>When it was published, UTC.</summary>
    public DateTime PublishedAt { get; private set; }

    /// <summary>The figures and notes as text; see <see cref="Read"/>.</summary>
    public string Document { get; private set; } = "";

    /// <summary>The figures and notes.</summary>
    public RoundResults Read() => RoundResults.Read(Document);

    /// <summary>
    /// True when the round was reopened and fewer than 3 people of this side changed something since an earlier result, so
    /// that it stays. Say so beside it.
    /// </summary>
    public bool EarlierStays(SideResults side) => side.FiguresFrom < Closing;

    internal static PublishedResult Publish(Round round, RoundResults results, DateTime now) =>
        new()
        {
            Id = Ids.New(now),
            DistrictId = round.DistrictId,
            UnitId = round.UnitId,
            RoundId = round.Id,
            Closing = round.Closings,
            PublishedAt = now,
            Document = results.Write(),
        };
}

/// <summary>Everything a closing looks at, all of one round. Pages never see it.</summary>
/// <param name="Ratings">All ratings.</param>
/// <param name="Notes">All notes; closing marks on them what is published.</param>
/// <param name="History">All lines of history. Needed only when something was published before.</param>
/// <param name="Earlier">What was published before, in any order.</param>
public sealed record RoundRecord(
    IReadOnlyList<Rating> Ratings,
    IReadOnlyList<RatingNote> Notes,
    IReadOnlyList<RatingHistory> History,
    IReadOnlyList<PublishedResult> Earlier
);
