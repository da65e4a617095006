using Throughline.Domain.Shared;

namespace Throughline.Domain.Assessments;

/// <summary>What the team recorded about an item at one moment. Never changed: it is the history of the agreement, and its audit.</summary>
public sealed class AgreedRecord : IDistrictOwned, INotAudited
{
    private AgreedRecord() { }

    internal AgreedRecord(AgreedItem item, Guid byPersonId, DateTime now)
    {
        Id = Ids.New(now);
        DistrictId = item.DistrictId;
        AgreedItemId = item.Id;
        State = item.State;
        Level = item.Level;
        Reasons = item.Reasons;
        Closing = item.Closing;
        ByPersonId = byPersonId;
        At = now;
    }

    /// <summary>Identity of the record; sorts by time.</summary>
    public Guid Id { get; private set; }

    /// <inheritdoc/>
    public Guid DistrictId { get; private set; }

    /// <summary>The item.</summary>
    public Guid AgreedItemId { get; private set; }

    /// <summary>Agreed, or not yet.</summary>
    public AgreedState State { get; private set; }

    /// <summary>The level; null without an agreement and for questions.</summary>
    public int? Level { get; private set; }

    /// <summary>Why.</summary>
    public string? Reasons { get; private set; }

    /// <summary>The closing of the round on whose results the team talked.</summary>
    public int Closing { get; private set; }

    /// <summary>Who recorded it for the team.</summary>
    public Guid ByPersonId { get; private set; }

    /// <summary>When, UTC.</summary>
    public DateTime At { get; private set; }
}
