using Throughline.Domain.Shared;

namespace Throughline.Domain.Meetings;

/// <summary>
/// A line that a member wrote down in a step of a protocol: something seen, what it could mean, what is behind it, or what to
/// do. It is never changed; it can become an issue, a decision, an action step or a to-do, and leads to it.
/// </summary>
public sealed class ProtocolFinding : ILinkable, INotAudited
{
    /// <summary>Longest line, in characters.</summary>
    public const int Longest = 500;

    /// <summary>Most lines of a meeting: more than anyone reads.</summary>
    public const int Most = 400;

    private ProtocolFinding() { }

    /// <inheritdoc/>
    public Guid Id { get; private set; }

    /// <inheritdoc/>
    public Guid DistrictId { get; private set; }

    /// <inheritdoc/>
    public Guid UnitId { get; private set; }

    /// <summary>The meeting.</summary>
    public Guid MeetingId { get; private set; }

    /// <summary>The item.</summary>
    public Guid ItemId { get; private set; }

    /// <summary>Its number within the meeting.</summary>
    public int Number { get; private set; }

    /// <summary>The place of its step, from 0.</summary>
    public int Step { get; private set; }

    /// <summary>What it is.</summary>
    public OutputKind Kind { get; private set; }

    /// <summary>What was written.</summary>
    public string Words { get; private set; } = "";

    /// <summary>Who wrote it.</summary>
    public Guid ById { get; private set; }

    /// <summary>When, UTC.</summary>
    public DateTime At { get; private set; }

    /// <summary>
    /// Writes a line down. Refused before the protocol has begun and once the meeting is over, in a step that collects
    /// nothing, empty, beyond <see cref="Longest"/> characters, and beyond <see cref="Most"/> lines of a meeting.
    /// </summary>
    /// <param name="meeting">The meeting.</param>
    /// <param name="run">The protocol at the item.</param>
    /// <param name="number">The meeting's next number.</param>
    /// <param name="step">The place of the step; it says what the line is.</param>
    /// <param name="typed">What was written.</param>
    /// <param name="by">Who writes.</param>
    /// <param name="now">Now, UTC.</param>
    public static Result<ProtocolFinding> Write(
        Meeting meeting,
        ProtocolRun run,
        int number,
        int step,
        string? typed,
        Guid by,
        DateTime now
    )
    {
        if (meeting.State != MeetingState.InProgress || !run.HasBegun)
        {
            return Result.Refused<ProtocolFinding>(
                meeting.State == MeetingState.Ended
                    ? "This meeting is over; what was written down stands. Raise it as an issue, or bring it to the next meeting."
                    : "Lines are written down once the team has begun the protocol."
            );
        }

        if (step < 0 || step >= run.Steps.Count || run.Steps[step].Step.Collects is not { } kind)
        {
            return Result.Refused<ProtocolFinding>(
                "Nothing is written down in this step. Write it in the notes of the item."
            );
        }

        if (number > Most)
        {
            return Result.Refused<ProtocolFinding>(
                $"A meeting keeps {Most} lines. Put what is left into the notes of the item."
            );
        }

        var words = Text.Required(typed, "a line", Longest, "Words");
        return words.IsOk
            ? Result.Ok(
                new ProtocolFinding
                {
                    Id = Ids.New(now),
                    DistrictId = meeting.DistrictId,
                    UnitId = meeting.UnitId,
                    MeetingId = meeting.Id,
                    ItemId = run.ItemId,
                    Number = number,
                    Step = step,
                    Kind = kind,
                    Words = words.Value,
                    ById = by,
                    At = now,
                }
            )
            : words.Refusal!;
    }

    /// <summary>Whether it can be taken back: by who wrote it, while the meeting is on. Refused else: it is part of the record.</summary>
    public Result TakeBack(Meeting meeting, Guid by) =>
        meeting.State != MeetingState.InProgress
            ? Result.Refused("This meeting is over; what was written down stands.")
        : by != ById ? Result.Refused("Only who wrote a line takes it back.")
        : Result.Ok();

    /// <inheritdoc/>
    public ThingFace AsThing() =>
        new(ThingKind.Finding, Number, Words, ThingStatus.Open, MeetingId);
}
