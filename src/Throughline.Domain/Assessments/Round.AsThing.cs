using Throughline.Domain.Shared;

namespace Throughline.Domain.Assessments;

/// <content>How a round shows on the line.</content>
public sealed partial class Round : ILinkable
{
    /// <inheritdoc/>
    public ThingFace AsThing() =>
        new(ThingKind.Round, Number, Title, IsClosed ? ThingStatus.Done : ThingStatus.Open);
}
