using Throughline.Domain.Shared;

namespace Throughline.Domain.Teams;

public sealed partial class FoundingText
{
    /// <summary>Fewest inputs without a name that are shown: fewer wait for more, because they could be told apart.</summary>
    public const int FewestUnnamed = Unnamed.Fewest;

    /// <summary>Most days for which input is asked at once.</summary>
    public const int LongestInputDays = 60;

    /// <summary>First day on which members give input, in the unit's time zone; null when none was asked for yet.</summary>
    public DateOnly? InputFrom { get; private set; }

    /// <summary>Last day, included.</summary>
    public DateOnly? InputUntil { get; private set; }

    /// <summary>Whether input is given by name; the team chooses.</summary>
    public bool InputByName { get; private set; }

    /// <summary>When input was asked for, UTC. Inputs without a name carry no later time, also not in their ids.</summary>
    public DateTime? InputAskedAt { get; private set; }

    /// <summary>
    /// Number of the batch into which inputs without a name go. A batch is shown as a whole or not at all: what comes
    /// after it was shown goes into the next one, or it could be told apart.
    /// </summary>
    public int Batch { get; private set; } = 1;

    /// <summary>True while members give input.</summary>
    /// <param name="today">The day it is in the unit's time zone.</param>
    public bool AsksForInput(DateOnly today) => InputFrom <= today && today <= InputUntil;

    /// <summary>
    /// Asks the members for input, or changes until when. Refused for days reversed, a last day gone by and more than 60
    /// days.
    /// </summary>
    /// <param name="window">From when to when, and whether by name.</param>
    /// <param name="inBatch">How many inputs without a name the current batch holds.</param>
    /// <param name="today">The day it is in the unit's time zone.</param>
    /// <param name="now">Now, UTC.</param>
    public Result AskForInput(InputWindow window, int inBatch, DateOnly today, DateTime now)
    {
        if (window.From is not { } from)
        {
            return Result.Refused("Enter the first day.", "From");
        }

        if (window.Until is not { } until || until < from)
        {
            return Result.Refused("Enter a last day that is not before the first.", "Until");
        }

        if (until < today)
        {
            return Result.Refused(
                "The last day has gone by. Choose today or a later day.",
                "Until"
            );
        }

        if (until.DayNumber - from.DayNumber > LongestInputDays)
        {
            return Result.Refused(
                $"Choose a last day within {LongestInputDays} days of the first.",
                "Until"
            );
        }

        if (ShowsUnnamed(inBatch, today))
        {
            Batch++;
        }

        (InputFrom, InputUntil, InputByName) = (from, until, window.ByName);
        InputAskedAt = now;
        return Result.Ok();
    }

    /// <summary>Ends the asking; nothing that came in is lost. Refused when no input is asked for.</summary>
    /// <param name="today">The day it is in the unit's time zone.</param>
    public Result StopAsking(DateOnly today)
    {
        if (InputUntil is null || InputUntil < today)
        {
            return Result.Refused("No input is asked for. Reload the page.");
        }

        InputUntil = today.AddDays(-1);
        InputFrom = InputFrom > InputUntil ? InputUntil : InputFrom;
        return Result.Ok();
    }

    /// <summary>
    /// True when the inputs without a name of the current batch may be read: no more of them come in, and there are four
    /// or more (rules of trust).
    /// </summary>
    /// <param name="inBatch">How many the batch holds.</param>
    /// <param name="today">The day it is in the unit's time zone.</param>
    public bool ShowsUnnamed(int inBatch, DateOnly today) =>
        inBatch >= FewestUnnamed && (InputByName || InputUntil is null || InputUntil < today);

    /// <summary>The identity of an input to come. Without names it is made from the moment at which input was asked for: what it tells of the time is nothing.</summary>
    /// <param name="now">Now, UTC.</param>
    public Guid NextInputId(DateTime now) => Ids.New(InputByName ? now : InputAskedAt ?? now);

    /// <summary>
    /// A member's input: on a part, or, without one, on the whole or as a norm that is proposed. Refused while none is
    /// asked for, for a part that is not in the draft, and when empty or longer than 1,000 characters. Without a name it
    /// holds neither person nor time.
    /// </summary>
    /// <param name="id">Its identity, see <see cref="NextInputId"/>: a form that is sent twice names the same one.</param>
    /// <param name="partId">The part; null for the whole, or for a proposed norm.</param>
    /// <param name="words">What they say.</param>
    /// <param name="personId">Who; left out when the team chose to ask without names.</param>
    /// <param name="today">The day it is in the unit's time zone.</param>
    /// <param name="now">Now, UTC.</param>
    public Result<FoundingInput> GiveInput(
        Guid id,
        Guid? partId,
        string? words,
        Guid personId,
        DateOnly today,
        DateTime now
    )
    {
        if (!AsksForInput(today))
        {
            return Result.Refused<FoundingInput>(
                "No input is asked for now. Bring it to the next meeting, or tell who drafts."
            );
        }

        if (partId is { } part && !parts.Exists(p => p.Id == part))
        {
            return Result.Refused<FoundingInput>(
                "This part was taken out of the draft. Choose another one.",
                "PartId"
            );
        }

        var clean = Text.Passage(words, "your input", FoundingInput.Longest, "Words");
        if (!clean.IsOk || clean.Value is null)
        {
            return clean.Refusal ?? new Refusal("Write your input first.", "Words");
        }

        return Result.Ok(
            InputByName
                ? new FoundingInput(this, id, partId, clean.Value, personId, now)
                : new FoundingInput(this, id, partId, clean.Value)
        );
    }

    /// <summary>
    /// Puts a norm that a member proposed into the draft, in the member's own words and as the last one, and says of the
    /// input that it is taken up. Refused for input on a part and on other texts, for words too long for a norm, for one
    /// that stands in the draft already and beyond 15 norms.
    /// </summary>
    /// <param name="input">The input that proposes it.</param>
    /// <param name="now">Now, UTC.</param>
    public Result TakeUp(FoundingInput input, DateTime now)
    {
        if (!input.ProposesNorm(this))
        {
            return Result.Refused(
                "Only a norm that is proposed can be put into the list. Write this input into the draft yourself."
            );
        }

        var norm = CleanWords(input.Words, "Words");
        if (!norm.IsOk)
        {
            return Result.Refused(
                $"A norm has at most {FoundingPart.LongestNorm} characters. Write a shorter one into the draft yourself."
            );
        }

        if (
            parts.Exists(p =>
                string.Equals(p.Words, norm.Value, StringComparison.OrdinalIgnoreCase)
            )
        )
        {
            return Result.Refused("This norm stands in the draft already.");
        }

        var written = Write(
            [.. Draft.Select(p => new DraftLine(p.Id, p.Words)), new DraftLine(null, norm.Value)],
            now
        );
        return written.IsOk ? input.Answer(InputFate.TakenUp, input.Why) : written;
    }
}

/// <summary>When members give input, and how.</summary>
/// <param name="From">First day; null when none was entered.</param>
/// <param name="Until">Last day, included; null when none was entered.</param>
/// <param name="ByName">Whether by name.</param>
public sealed record InputWindow(DateOnly? From, DateOnly? Until, bool ByName);

/// <summary>What became of an input.</summary>
public enum InputFate
{
    /// <summary>Whoever drafts has not said yet.</summary>
    Waiting = 0,

    /// <summary>It went into the draft.</summary>
    TakenUp = 1,

    /// <summary>It did not, and why.</summary>
    NotTakenUp = 2,
}

/// <summary>
/// A member's input to a draft. By name, or without: then it holds no person and no time, its id is made from the moment
/// at which input was asked for, and neither an audit row nor the key of the post is kept.
/// </summary>
public sealed class FoundingInput : IDistrictOwned, IVersioned, INotAudited
{
    /// <summary>Longest input, in characters.</summary>
    public const int Longest = 1000;

    /// <summary>Longest word why, in characters.</summary>
    public const int LongestWhy = 300;

    private FoundingInput() { }

    // Without a name.
    internal FoundingInput(FoundingText text, Guid id, Guid? partId, string words)
    {
        Id = id;
        Batch = text.Batch;
        DistrictId = text.DistrictId;
        TextId = text.Id;
        PartId = partId;
        Words = words;
    }

    internal FoundingInput(
        FoundingText text,
        Guid id,
        Guid? partId,
        string words,
        Guid by,
        DateTime now
    )
        : this(text, id, partId, words) => (PersonId, At, Batch) = (by, now, null);

    /// <summary>Identity; the order of ids without a name is chance.</summary>
    public Guid Id { get; private set; }

    /// <inheritdoc/>
    public Guid DistrictId { get; private set; }

    /// <summary>The text.</summary>
    public Guid TextId { get; private set; }

    /// <summary>The part it is about, which may be gone since; null for the whole, or for a proposed norm.</summary>
    public Guid? PartId { get; private set; }

    /// <summary>What it says.</summary>
    public string Words { get; private set; } = "";

    /// <summary>Who gave it; null without a name.</summary>
    public Guid? PersonId { get; private set; }

    /// <summary>When, UTC; null without a name.</summary>
    public DateTime? At { get; private set; }

    /// <summary>The batch it is shown with; null by name.</summary>
    public int? Batch { get; private set; }

    /// <summary>What became of it.</summary>
    public InputFate Fate { get; private set; }

    /// <summary>A word why.</summary>
    public string? Why { get; private set; }

    /// <inheritdoc/>
    public int Version { get; private set; }

    /// <summary>True when it stands for a norm of this text: it is about the norms and about none of them.</summary>
    public bool ProposesNorm(FoundingText text) =>
        text.Kind == FoundingKind.Norms && TextId == text.Id && PartId is null;

    /// <summary>Says what became of it. An input not taken up needs a word why: whoever gave it wants to know.</summary>
    public Result Answer(InputFate fate, string? why)
    {
        var words = Text.Passage(why, "the word why", LongestWhy, "Why");
        if (!words.IsOk)
        {
            return words.Refusal!;
        }

        if (fate is not (InputFate.TakenUp or InputFate.NotTakenUp))
        {
            return Result.Refused("Choose whether it is taken up.", "Fate");
        }

        if (fate == InputFate.NotTakenUp && words.Value is null)
        {
            return Result.Refused(
                "Say in a few words why it is not taken up: whoever gave it reads it.",
                "Why"
            );
        }

        (Fate, Why) = (fate, words.Value);
        return Result.Ok();
    }
}
