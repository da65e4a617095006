using System.Globalization;
using Throughline.Domain.Shared;

namespace Throughline.Domain.Assessments;

/// <summary>
/// Someone who is asked to rate in a round, and how far they are: visible to the team, unlike what they answered. The
/// round's log tells who was asked; a trail of every saved answer would tell too much, so there is none.
/// </summary>
/// <remarks>
/// Every saved answer and every closing changes this row and raises its version. Of two that meet, the later one fails
/// and has to look again: no answer slips into a round that has just closed, and no closing overlooks an answer.
/// </remarks>
public sealed class RoundRater : IDistrictOwned, IVersioned, INotAudited
{
    private RoundRater() { }

    internal RoundRater(Round round, Asked asked)
    {
        RoundId = round.Id;
        PersonId = asked.PersonId;
        Perspective = asked.Perspective;
        Group = asked.Group;
        DistrictId = round.DistrictId;
        SealedClosings = round.Closings;
    }

    /// <summary>The round. With <see cref="PersonId"/> it identifies the row.</summary>
    public Guid RoundId { get; private set; }

    /// <summary>Who.</summary>
    public Guid PersonId { get; private set; }

    /// <inheritdoc/>
    public Guid DistrictId { get; private set; }

    /// <summary>From where they look at the unit; set when they were asked.</summary>
    public Perspective Perspective { get; private set; }

    /// <summary>Their part in the work when they were asked.</summary>
    public RaterGroup Group { get; private set; }

    /// <summary>How many items they have answered, “not seen enough to say” included.</summary>
    public int AnsweredCount { get; private set; }

    /// <summary>When they had answered every item, UTC; null until then.</summary>
    public DateTime? FinishedAt { get; private set; }

    /// <summary>When something of theirs was last saved, UTC; null while they have not begun.</summary>
    public DateTime? LastSavedAt { get; private set; }

    /// <summary>When they were last reminded, UTC.</summary>
    public DateTime? RemindedAt { get; private set; }

    /// <summary>The period in which a late answer of theirs was last logged (see <see cref="RoundEvent.Period"/>), or null.</summary>
    public int? LateInPeriod { get; private set; }

    /// <summary>How often the round was closed over this row.</summary>
    public int SealedClosings { get; private set; }

    /// <inheritdoc/>
    public int Version { get; private set; }

    /// <summary>True once something was saved, also if it was cleared again.</summary>
    public bool HasBegun => LastSavedAt is not null;

    /// <summary>True when nothing is left to answer.</summary>
    public bool HasFinished => FinishedAt is not null;

    internal void Saved(int change, int items, DateTime now)
    {
        AnsweredCount = Math.Clamp(AnsweredCount + change, 0, items);
        LastSavedAt = now;
        FinishedAt = AnsweredCount == items ? FinishedAt ?? now : null;
    }

    /// <summary>True the first time in a period.</summary>
    internal bool LateFirstIn(int period)
    {
        var first = LateInPeriod != period;
        LateInPeriod = period;
        return first;
    }

    internal void Remind(DateTime now) => RemindedAt = now;

    internal void Seal(int closings) => SealedClosings = closings;
}

/// <summary>How far someone is.</summary>
/// <param name="Answered">Items answered.</param>
/// <param name="Items">Items there are.</param>
public sealed record Progress(int Answered, int Items)
{
    /// <summary>True when every item is answered.</summary>
    public bool IsComplete => Answered == Items;

    /// <summary>“12 of 19”.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Answered} of {Items}");
}
