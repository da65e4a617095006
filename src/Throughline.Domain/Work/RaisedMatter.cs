using Throughline.Domain.Shared;
using Throughline.Domain.Units;

namespace Throughline.Domain.Work;

/// <summary>Where what was raised stands.</summary>
public enum MatterStatus
{
    /// <summary>A representative or the facilitator is to answer.</summary>
    Waiting = 1,

    /// <summary>It became an issue on the ILT's list.</summary>
    OnTheList = 2,

    /// <summary>It was answered without the ILT.</summary>
    Answered = 3,
}

/// <summary>
/// What a member of the staff raises with the ILT (seed 002: representatives are the voice of their teams). It goes to the
/// representative of their team, who answers within five school days, else to the facilitator; at every moment exactly one
/// of them holds it. Its sender reads each step. It stands in no trail: only its sender and who holds it read it.
/// </summary>
public sealed class RaisedMatter : IDistrictOwned, IVersioned, INotAudited
{
    /// <summary>School days within which a representative answers.</summary>
    public const int SchoolDaysToAnswer = 5;

    /// <summary>Fewest people among whom a sender may be looked for by the name of their team.</summary>
    public const int FewestToHideAmong = 3;

    private readonly List<MatterStep> steps = [];

    private RaisedMatter() { }

    /// <summary>Identity.</summary>
    public Guid Id { get; private set; }

    /// <inheritdoc/>
    public Guid DistrictId { get; private set; }

    /// <summary>The unit whose ILT is asked.</summary>
    public Guid UnitId { get; private set; }

    /// <summary>Who raised it.</summary>
    public Guid SenderId { get; private set; }

    /// <summary>True when the sender's name may stand on the ILT's list.</summary>
    public bool SayName { get; private set; }

    /// <summary>The sender's instructional team that it is about; null for none of them.</summary>
    public Guid? TeamId { get; private set; }

    /// <summary>It in a line.</summary>
    public string Title { get; private set; } = "";

    /// <summary>What it is about; null when the line said it all.</summary>
    public string? About { get; private set; }

    /// <summary>When it was sent, UTC.</summary>
    public DateTime SentAt { get; private set; }

    /// <summary>Where it stands.</summary>
    public MatterStatus Status { get; private set; }

    /// <summary>The representative it was sent to; null when it went straight to the facilitator. It never changes.</summary>
    public Guid? RepresentativeId { get; private set; }

    /// <summary>The representative who was last known to hold it; null for the facilitator. Who holds it by now says <see cref="HoldingAt"/>.</summary>
    public Guid? HolderId { get; private set; }

    /// <summary>
    /// The moment in which the representative's fifth school day is over, UTC, by the calendar as it was when it was sent;
    /// null for the facilitator, who has no such day.
    /// </summary>
    public DateTime? HeldUntil { get; private set; }

    /// <summary>The issue it became, if it did.</summary>
    public Guid? IssueId { get; private set; }

    /// <summary>When someone else last moved it on, UTC; null before. Its sender is told.</summary>
    public DateTime? NewsAt { get; private set; }

    /// <summary>The steps that are written down; newest last by time.</summary>
    public IReadOnlyList<MatterStep> Steps => steps;

    /// <inheritdoc/>
    public int Version { get; private set; }

    /// <summary>
    /// Raises something. Refused without a line that says it, and when a text is too long. Nobody answers themselves: what
    /// a representative raises goes straight to the facilitator.
    /// </summary>
    /// <param name="unit">The unit whose ILT is asked.</param>
    /// <param name="says">The line, and what it is about.</param>
    /// <param name="by">The sender, and whether their name may be said.</param>
    /// <param name="to">The team and its representative; the representative null for straight to the facilitator.</param>
    /// <param name="now">Now, UTC.</param>
    public static Result<RaisedMatter> Raise(
        Unit unit,
        IssueWords says,
        MatterSender by,
        MatterRecipient to,
        DateTime now
    )
    {
        var title = Text.Required(
            says.Title,
            "what you want to raise",
            Issue.LongestTitle,
            "Title"
        );
        if (!title.IsOk)
        {
            return title.Refusal!;
        }

        var about = Text.Passage(says.About, "what it is about", Issue.LongestAbout, "About");
        if (!about.IsOk)
        {
            return about.Refusal!;
        }

        var holder = to.RepresentativeId == by.PersonId ? null : to.RepresentativeId;
        var matter = new RaisedMatter
        {
            Id = Ids.New(now),
            DistrictId = unit.DistrictId,
            UnitId = unit.Id,
            SenderId = by.PersonId,
            SayName = by.SayName,
            TeamId = to.TeamId,
            Title = title.Value,
            About = about.Value,
            SentAt = now,
            Status = MatterStatus.Waiting,
            RepresentativeId = holder,
            HolderId = holder,
            HeldUntil = holder is null ? null : to.HeldUntil,
        };
        matter.Step(
            holder is null ? MatterStepKind.SentToFacilitator : MatterStepKind.Sent,
            null,
            by.PersonId,
            now
        );
        return Result.Ok(matter);
    }

    /// <summary>
    /// Who holds it at a moment: the representative, until five school days are over or they no longer speak for the team,
    /// whichever comes first; from then on the facilitator, also when the representative comes back. Null once it is on the
    /// list or answered. It is the same before and after <see cref="Settle"/> has written it down.
    /// </summary>
    public MatterHolding? HoldingAt(IReadOnlyList<SeatSpan> ofHolder, DateTime now) =>
        Status != MatterStatus.Waiting
            ? null
            : Holding(HolderId, HeldUntil, NewsAt ?? SentAt, ofHolder, now);

    /// <summary>The same of what a page has read of a matter that waits.</summary>
    /// <param name="holderId">See <see cref="HolderId"/>.</param>
    /// <param name="heldUntil">See <see cref="HeldUntil"/>.</param>
    /// <param name="since">When it came there, UTC.</param>
    /// <param name="ofHolder">The times in which the holder spoke for the team.</param>
    /// <param name="now">Now, UTC.</param>
    public static MatterHolding Holding(
        Guid? holderId,
        DateTime? heldUntil,
        DateTime since,
        IReadOnlyList<SeatSpan> ofHolder,
        DateTime now
    )
    {
        if (holderId is null)
        {
            return new(null, since, MatterStepKind.SentToFacilitator);
        }

        var lost = since;
        // A seat that changes its kind ends and begins in one moment: that is no gap.
        while (ofHolder.FirstOrDefault(s => s.Since <= lost && !(s.Until <= lost)) is { } span)
        {
            if (span.Until is not { } until)
            {
                lost = DateTime.MaxValue;
                break;
            }

            lost = until;
        }

        var over = heldUntil ?? DateTime.MaxValue;
        return now < lost && now < over ? new(holderId, since, MatterStepKind.Sent)
            : over <= lost ? new(null, over, MatterStepKind.TimeOver)
            : new(null, lost, MatterStepKind.SeatEnded);
    }

    /// <summary>Writes down that it went to the facilitator by itself, if it did, at the moment in which it did.</summary>
    public void Settle(IReadOnlyList<SeatSpan> ofHolder, DateTime now)
    {
        if (HolderId is null || HoldingAt(ofHolder, now) is not { IsFacilitators: true } gone)
        {
            return;
        }

        ToFacilitator();
        Step(gone.By, null, null, gone.Since);
        NewsAt = gone.Since;
    }

    /// <summary>Whether this person may act on it now. Refused for who does not hold it, or no longer.</summary>
    public Result MayAct(Guid by, MatterSeats seats, DateTime now) =>
        HoldingAt(seats.OfHolder, now) switch
        {
            null => Result.Refused(
                "Someone was quicker: it is on the list or answered by now. Nothing was changed."
            ),
            var holding when holding.IsWith(by, seats.FacilitatorId) => Result.Ok(),
            _ => Result.Refused("This has gone to the facilitator by now. Nothing was changed."),
        };

    /// <summary>Brings it to the ILT as this issue. Refused for who does not hold it.</summary>
    public Result Bring(Issue issue, Guid by, MatterSeats seats, DateTime now)
    {
        var moved = Act(MatterStepKind.OnTheList, null, by, seats, now);
        if (moved.IsOk)
        {
            (Status, IssueId) = (MatterStatus.OnTheList, issue.Id);
        }

        return moved;
    }

    /// <summary>Answers it, in words that its sender reads. Refused without words and for who does not hold it.</summary>
    public Result Answer(string? words, Guid by, MatterSeats seats, DateTime now)
    {
        var answer = Text.Passage(words, "the answer", Issue.LongestAbout, "Answer");
        if (!answer.IsOk || answer.Value is null)
        {
            return answer.Refusal ?? new Refusal("Write the answer first.", "Answer");
        }

        var moved = Act(MatterStepKind.Answered, answer.Value, by, seats, now);
        if (moved.IsOk)
        {
            Status = MatterStatus.Answered;
        }

        return moved;
    }

    /// <summary>The representative passes it on to the facilitator, with a word if they like. Refused for who does not hold it and for the facilitator.</summary>
    public Result PassOn(string? words, Guid by, MatterSeats seats, DateTime now)
    {
        var why = Text.Passage(words, "the words", IssueEvent.Longest, "PassOnWords");
        if (!why.IsOk)
        {
            return why.Refusal!;
        }

        if (HoldingAt(seats.OfHolder, now) is { IsFacilitators: true } && seats.FacilitatorId == by)
        {
            return Result.Refused("It is with the facilitator already: bring it or answer it.");
        }

        var moved = Act(MatterStepKind.PassedOn, why.Value, by, seats, now);
        if (moved.IsOk)
        {
            ToFacilitator();
        }

        return moved;
    }

    /// <summary>
    /// How it stands on the ILT's list: with the sender's name where they wished it, else by their team, but never by a
    /// team among whose members off the ILT fewer than three could have sent it.
    /// </summary>
    /// <param name="senderName">The sender's name.</param>
    /// <param name="teamName">The team it is about; null for none.</param>
    /// <param name="couldBe">How many members of the team do not sit on the ILT.</param>
    public string NameOnTheList(string senderName, string? teamName, int couldBe) =>
        SayName ? senderName
        : teamName is null ? "from a member of the staff"
        : couldBe >= FewestToHideAmong ? $"from {teamName}"
        : "from a teacher";

    private Result Act(MatterStepKind kind, string? words, Guid by, MatterSeats seats, DateTime now)
    {
        var may = MayAct(by, seats, now);
        if (may.IsOk)
        {
            Settle(seats.OfHolder, now);
            Step(kind, words, by, now);
            NewsAt = by == SenderId ? NewsAt : now;
        }

        return may;
    }

    private void ToFacilitator() => (HolderId, HeldUntil) = (null, null);

    private void Step(MatterStepKind kind, string? words, Guid? by, DateTime at) =>
        steps.Add(new MatterStep(this, kind, words, by, at));
}

/// <summary>Who raises something.</summary>
/// <param name="PersonId">Who.</param>
/// <param name="SayName">Whether their name may stand on the ILT's list.</param>
public sealed record MatterSender(Guid PersonId, bool SayName);

/// <summary>To whom it goes.</summary>
/// <param name="TeamId">The sender's team that it is about; null for none.</param>
/// <param name="RepresentativeId">Who speaks for the team; null for straight to the facilitator.</param>
/// <param name="HeldUntil">The moment in which the fifth school day is over, UTC.</param>
public sealed record MatterRecipient(Guid? TeamId, Guid? RepresentativeId, DateTime? HeldUntil);
