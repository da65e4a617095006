using Throughline.Domain.Shared;

namespace Throughline.Domain.Work;

/// <summary>How far something is that one person carries. The numbers are those of <see cref="ThingStatus"/>, as the line shows them.</summary>
public enum WorkStatus
{
    /// <summary>Nobody has begun. A to-do that is open stands here.</summary>
    NotStarted = ThingStatus.Open,

    /// <summary>The owner works on it. A rock that is not over stands here.</summary>
    UnderWay = ThingStatus.UnderWay,

    /// <summary>It is done.</summary>
    Done = ThingStatus.Done,

    /// <summary>The team gave it up, with a reason.</summary>
    Dropped = ThingStatus.Dropped,
}
