using Throughline.Domain.Shared;

namespace Throughline.Domain.Sharing;

/// <content>Nothing goes before it was approved; what went is a record.</content>
public sealed partial class StaffNote
{
    /// <summary>Who asked for approval; null until someone did.</summary>
    public Guid? AskedById { get; private set; }

    /// <summary>When, UTC.</summary>
    public DateTime? AskedAt { get; private set; }

    /// <summary>Why it was sent back; null once it is asked for again.</summary>
    public string? SentBackBecause { get; private set; }

    /// <summary>When it was sent back, UTC.</summary>
    public DateTime? SentBackAt { get; private set; }

    /// <summary>Who approved it; null while nobody did.</summary>
    public Guid? ApprovedById { get; private set; }

    /// <summary>When, UTC.</summary>
    public DateTime? ApprovedAt { get; private set; }

    /// <summary>When it is to go, UTC; null while nobody said so.</summary>
    public DateTime? GoesAt { get; private set; }

    /// <summary>When it went, UTC; null until then.</summary>
    public DateTime? SentAt { get; private set; }

    /// <summary>What the unit was called when it went; null until then.</summary>
    public string? UnitName { get; private set; }

    /// <summary>What its writer was called when it went.</summary>
    public string? WrittenBy { get; private set; }

    /// <summary>What who approved it was called when it went.</summary>
    public string? ApprovedBy { get; private set; }

    /// <summary>Asks who leads to approve it. Refused when nothing in it would be sent, when it is asked for already, and when it is approved or sent.</summary>
    public Result Ask(Guid by, DateTime now)
    {
        if (State is not (NoteState.Draft or NoteState.SentBack))
        {
            return Result.Refused(
                State == NoteState.Asked
                    ? "Its approval is asked for already."
                    : "It is approved already."
            );
        }

        if (IsEmpty)
        {
            return Empty;
        }

        (State, AskedById, AskedAt, SentBackBecause, SentBackAt) = (
            NoteState.Asked,
            by,
            now,
            null,
            null
        );
        return Result.Ok();
    }

    /// <summary>Sends it back to be changed. Refused without a word on what is to change, and when no approval is asked for.</summary>
    public Result SendBack(string? because, DateTime now)
    {
        if (State != NoteState.Asked)
        {
            return Result.Refused("Nobody asks for its approval now. Reload the page.");
        }

        var words = Text.Passage(because, "what is to change", LongestReason, "Reason");
        if (!words.IsOk || words.Value is null)
        {
            return words.Refusal ?? new Refusal("Say what is to change.", "Reason");
        }

        (State, SentBackBecause, SentBackAt) = (NoteState.SentBack, words.Value, now);
        return Result.Ok();
    }

    /// <summary>
    /// Approves it: who leads, also of what they wrote themselves and asked nobody for. Refused when nothing in it would
    /// be sent, and when it is approved or sent.
    /// </summary>
    public Result Approve(Guid by, DateTime now)
    {
        if (State is NoteState.Approved or NoteState.Sent)
        {
            return Result.Refused("It is approved already.");
        }

        if (IsEmpty)
        {
            return Empty;
        }

        (State, ApprovedById, ApprovedAt) = (NoteState.Approved, by, now);
        (SentBackBecause, SentBackAt) = (null, null);
        return Result.Ok();
    }

    /// <summary>Says when it goes. Refused before it is approved, once it is sent, and for a time that is over.</summary>
    /// <param name="at">When, UTC; within contract hours, see <see cref="Units.ContractHours.Next"/>.</param>
    /// <param name="now">Now, UTC.</param>
    public Result GoAt(DateTime at, DateTime now)
    {
        if (State != NoteState.Approved)
        {
            return State == NoteState.Sent ? IsSent : NotApproved;
        }

        if (at < now)
        {
            return Result.Refused("That time is over. Choose a later one.", "At");
        }

        GoesAt = at;
        return Result.Ok();
    }

    /// <summary>It does not go at the time that was chosen; it stays approved. Refused once it is sent.</summary>
    public Result Hold()
    {
        if (!IsOpen)
        {
            return IsSent;
        }

        GoesAt = null;
        return Result.Ok();
    }

    /// <summary>It goes. From then on it is a record with the names of that moment. Refused before it is approved and its time has come.</summary>
    /// <param name="unit">What the unit is called.</param>
    /// <param name="writer">What its writer is called.</param>
    /// <param name="approver">What who approved it is called.</param>
    /// <param name="now">Now, UTC.</param>
    public Result Send(string unit, string writer, string approver, DateTime now)
    {
        if (State != NoteState.Approved)
        {
            return State == NoteState.Sent ? IsSent : NotApproved;
        }

        if (GoesAt is null || GoesAt > now)
        {
            return Result.Refused("Its time has not come.");
        }

        (State, SentAt) = (NoteState.Sent, now);
        (UnitName, WrittenBy, ApprovedBy) = (unit, writer, approver);
        return Result.Ok();
    }

    private static readonly Refusal NotApproved = new(
        "Nothing goes before it is approved. Ask for approval first."
    );

    private static readonly Refusal Empty = new(
        "There is nothing in it to send. Keep a line, or write one."
    );

    private bool IsEmpty => Opening is null && !Kept.Any();

    // What was approved was read; other words were not.
    private void Reopen()
    {
        if (State is NoteState.Asked or NoteState.Approved)
        {
            State = NoteState.Draft;
        }

        (AskedById, AskedAt, ApprovedById, ApprovedAt, GoesAt) = (null, null, null, null, null);
    }
}
