using Throughline.Domain.Shared;

namespace Throughline.Domain.Assessments;

/// <summary>What the team has said about an item at the table.</summary>
public enum AgreedState
{
    /// <summary>It is talked about: evidence or an action is there, a level is not.</summary>
    TalkedAbout = 1,

    /// <summary>The team talked and says that it does not agree yet.</summary>
    NoAgreementYet = 2,

    /// <summary>The team agrees.</summary>
    Agreed = 3,
}

/// <summary>
/// Where the team agrees that it stands on one item of a round (seed 001: individual ratings first, then the team's
/// conversation). It stands beside the ratings and changes none of them. What was
/// recorded before stays readable, and is its audit.
/// </summary>
public sealed class AgreedItem : ILinkable, IVersioned, INotAudited
{
    /// <summary>Longest reasons, in characters.</summary>
    public const int LongestReasons = 2000;

    /// <summary>Most pieces of evidence for one item.</summary>
    public const int MostEvidence = 30;

    private readonly List<AgreedRecord> records = [];

    private AgreedItem() { }

    /// <inheritdoc/>
    public Guid Id { get; private set; }

    /// <inheritdoc/>
    public Guid DistrictId { get; private set; }

    /// <inheritdoc/>
    public Guid UnitId { get; private set; }

    /// <summary>The round. Round and item key are unique together.</summary>
    public Guid RoundId { get; private set; }

    /// <summary>The item's key in the instrument.</summary>
    public string ItemKey { get; private set; } = "";

    /// <summary>The item's place in the instrument, counted from 1.</summary>
    public int Position { get; private set; }

    /// <summary>The item's text, at most 200 characters of it.</summary>
    public string Title { get; private set; } = "";

    /// <summary>Whether the team agrees.</summary>
    public AgreedState State { get; private set; }

    /// <summary>The level agreed on; null without an agreement and for questions, which have no levels.</summary>
    public int? Level { get; private set; }

    /// <summary>Why; for a question, what the team takes from it.</summary>
    public string? Reasons { get; private set; }

    /// <summary>The closing of the round (1 for the first) on whose results the team talked; 0 when nothing is recorded.</summary>
    public int Closing { get; private set; }

    /// <summary>When it was recorded, UTC; null when nothing is.</summary>
    public DateTime? RecordedAt { get; private set; }

    /// <summary>Everything that was recorded, the latest included.</summary>
    public IReadOnlyList<AgreedRecord> Records => records;

    /// <inheritdoc/>
    public int Version { get; private set; }

    /// <summary>Begins to talk about an item. Refused before the round was closed once, and for a round in which each person looks at themselves: there is nothing to agree on.</summary>
    /// <param name="round">The round.</param>
    /// <param name="instrument">Its instrument.</param>
    /// <param name="itemKey">One of its items.</param>
    /// <param name="now">Now, UTC.</param>
    public static Result<AgreedItem> Begin(
        Round round,
        Instrument instrument,
        string itemKey,
        DateTime now
    )
    {
        round.Expect(instrument);
        var item =
            instrument.Item(itemKey)
            ?? throw new ArgumentException("The instrument has no such item.", nameof(itemKey));
        return round.Closings == 0
                ? Result.Refused<AgreedItem>(
                    "This round has no results yet. Close it first, then talk about them."
                )
            : round.IsAboutOneself
                ? Result.Refused<AgreedItem>(
                    "In this round each person looked at themselves. There is nothing to agree on."
                )
            : Result.Ok(
                new AgreedItem
                {
                    Id = Ids.New(now),
                    DistrictId = round.DistrictId,
                    UnitId = round.UnitId,
                    RoundId = round.Id,
                    ItemKey = item.Key,
                    Position = instrument.Items.ToList().IndexOf(item) + 1,
                    Title = Text.Shorten(item.Text, Thing.LongestTitle),
                    State = AgreedState.TalkedAbout,
                }
            );
    }

    /// <summary>
    /// Records the level the team agrees on, with its reasons. Refused while the round is open again, for a level the
    /// scale does not have and without reasons. A question is agreed on in words alone.
    /// </summary>
    /// <param name="round">The round.</param>
    /// <param name="instrument">Its instrument.</param>
    /// <param name="level">The level; null for a question.</param>
    /// <param name="reasons">Why, 1 to 2,000 characters.</param>
    /// <param name="by">Who records it for the team.</param>
    /// <param name="now">Now, UTC.</param>
    public Result Agree(
        Round round,
        Instrument instrument,
        int? level,
        string? reasons,
        Guid by,
        DateTime now
    )
    {
        round.Expect(instrument);
        if (
            instrument.IsReflection
                ? level is not null
                : level is null || instrument.Level(level.Value) is null
        )
        {
            return Result.Refused(
                instrument.IsReflection
                    ? "A question has no levels. Say in words what the team takes from it."
                    : "Choose the level the team agrees on, or “No agreement yet”.",
                "Level"
            );
        }

        var words = Text.Passage(reasons, "the reasons", LongestReasons, "Reasons");
        return !words.IsOk ? words.Refusal!
            : words.Value is null
                ? Result.Refused(
                    instrument.IsReflection
                        ? "Write what the team takes from this question."
                        : "Write the reasons: what the team sees that puts it at this level.",
                    "Reasons"
                )
            : Record(round, AgreedState.Agreed, level, words.Value, by, now);
    }

    /// <summary>Records that the team does not agree yet; reasons may be left out. Refused while the round is open again.</summary>
    public Result LeaveOpen(Round round, string? reasons, Guid by, DateTime now)
    {
        var words = Text.Passage(reasons, "the reasons", LongestReasons, "Reasons");
        return words.IsOk
            ? Record(round, AgreedState.NoAgreementYet, null, words.Value, by, now)
            : words.Refusal!;
    }

    /// <summary>True when the round was reopened after this was recorded, so that it rests on earlier results.</summary>
    /// <param name="round">The round.</param>
    public bool IsOnEarlierResults(Round round) =>
        Closing > 0 && (Closing < round.Closings || !round.IsClosed);

    /// <inheritdoc/>
    public ThingFace AsThing() =>
        new(
            ThingKind.AgreedItem,
            Position,
            Title,
            State == AgreedState.Agreed ? ThingStatus.Done : ThingStatus.Open,
            RoundId
        );

    private Result Record(
        Round round,
        AgreedState state,
        int? level,
        string? reasons,
        Guid by,
        DateTime now
    )
    {
        if (round.Id != RoundId)
        {
            throw new ArgumentException("This is an item of another round.", nameof(round));
        }

        if (!round.IsClosed)
        {
            return Result.Refused(
                "This round is open again, and people rate alone until it closes. Agree after that; what is recorded stays."
            );
        }

        if ((State, Level, Reasons, Closing) == (state, level, reasons, round.Closings))
        {
            return Result.Ok();
        }

        (State, Level, Reasons, Closing, RecordedAt) = (state, level, reasons, round.Closings, now);
        records.Add(new AgreedRecord(this, by, now));
        return Result.Ok();
    }
}
