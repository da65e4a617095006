using System.Security.Cryptography;
using Throughline.Domain.Shared;

namespace Throughline.Domain.Meetings;

/// <summary>
/// Minutes as they were confirmed: kept for good, byte for byte. Minutes that were reopened are confirmed anew as the next
/// edition, which stands beside this one. Its own lines say who did what, so it leaves none in the audit trail.
/// </summary>
public sealed class MinutesEdition : IDistrictOwned, INotAudited
{
    /// <summary>Longest reason for reopening, in characters.</summary>
    public const int LongestReason = 500;

    private readonly List<MinutesRedaction> redactions = [];

    private MinutesEdition() { }

    internal MinutesEdition(Meeting meeting, MinutesRecord record, Guid by, DateTime at)
    {
        Id = Ids.New(at);
        (DistrictId, UnitId, MeetingId) = (meeting.DistrictId, meeting.UnitId, meeting.Id);
        (Number, Record) = (record.Edition ?? 1, record.Write());
        (Fingerprint, ConfirmedById, ConfirmedAt) = (FingerprintOf(Record), by, at);
    }

    /// <summary>Identity of the edition.</summary>
    public Guid Id { get; private set; }

    /// <inheritdoc/>
    public Guid DistrictId { get; private set; }

    /// <summary>The unit.</summary>
    public Guid UnitId { get; private set; }

    /// <summary>The meeting.</summary>
    public Guid MeetingId { get; private set; }

    /// <summary>1 for the first; rises with each confirmation after a reopening.</summary>
    public int Number { get; private set; }

    /// <summary>The minutes, see <see cref="MinutesRecord.Write"/>; empty once they were destroyed.</summary>
    public byte[] Record { get; private set; } = [];

    /// <summary>SHA-256 of <see cref="Record"/> in hexadecimal digits: whoever holds a copy can see that it is this one.</summary>
    public string Fingerprint { get; private set; } = "";

    /// <summary>Who confirmed it.</summary>
    public Guid ConfirmedById { get; private set; }

    /// <summary>When, UTC.</summary>
    public DateTime ConfirmedAt { get; private set; }

    /// <summary>When it was reopened, UTC; null while it was not.</summary>
    public DateTime? ReopenedAt { get; private set; }

    /// <summary>Who reopened it.</summary>
    public Guid? ReopenedById { get; private set; }

    /// <summary>Why it was reopened.</summary>
    public string? ReopenReason { get; private set; }

    /// <summary>When it was destroyed at the end of its retention, UTC; null while it is kept.</summary>
    public DateTime? DestroyedAt { get; private set; }

    /// <summary>Words that were covered since.</summary>
    public IReadOnlyList<MinutesRedaction> Redactions => redactions;

    /// <summary>False when the bytes are no longer those that were confirmed: someone changed them past the program.</summary>
    public bool IsIntact => DestroyedAt is not null || FingerprintOf(Record) == Fingerprint;

    /// <summary>
    /// The minutes as they are read: with a mark where words were covered. Null once they were destroyed, and where the
    /// bytes are not those that were confirmed.
    /// </summary>
    public MinutesRecord? Read() =>
        DestroyedAt is not null || !IsIntact
            ? null
            : MinutesRedaction.Cover(
                MinutesRecord.Read(Record),
                redactions.SelectMany(r => r.Places)
            );

    /// <summary>
    /// Covers words wherever they stand, as the law may ask. The bytes stay as they are; every reading of them shows a mark
    /// in their place. Refused without words or a ground, for words that are too short to be meant, and where they do not
    /// stand.
    /// </summary>
    /// <param name="words">The words; capitals make no difference.</param>
    /// <param name="ground">Why: the law or order it follows.</param>
    /// <param name="by">Who covers them.</param>
    /// <param name="now">Now, UTC.</param>
    public Result<MinutesRedaction> Redact(string? words, string? ground, Guid by, DateTime now)
    {
        if (DestroyedAt is not null)
        {
            return Result.Refused<MinutesRedaction>("These minutes were destroyed.");
        }

        var made = MinutesRedaction.Of(this, words, ground, by, now);
        if (made.IsOk)
        {
            redactions.Add(made.Value);
        }

        return made;
    }

    /// <summary>
    /// The texts that covering words would change, as they would read then: who covers looks at them first, since nothing
    /// uncovers words again. Refused like <see cref="Redact"/>.
    /// </summary>
    public Result<IReadOnlyList<string>> WouldRead(
        string? words,
        string? ground,
        Guid by,
        DateTime now
    )
    {
        if (DestroyedAt is not null)
        {
            return Result.Refused<IReadOnlyList<string>>("These minutes were destroyed.");
        }

        var made = MinutesRedaction.Of(this, words, ground, by, now);
        return made.IsOk
            ? Result.Ok(
                MinutesRedaction.TextsAt(
                    MinutesRecord.Read(Record),
                    redactions.SelectMany(r => r.Places),
                    made.Value.Places
                )
            )
            : made.Refusal!;
    }

    /// <summary>The words that were covered, from the kept bytes: a new draft is covered as well.</summary>
    internal IEnumerable<string> CoveredWords() =>
        DestroyedAt is not null || !IsIntact
            ? []
            : MinutesRedaction.WordsAt(
                MinutesRecord.Read(Record),
                redactions.SelectMany(r => r.Places)
            );

    internal Result Reopen(string? reason, Guid by, DateTime now)
    {
        var why = Text.Required(reason, "why the minutes are reopened", LongestReason, "Reason");
        if (!why.IsOk)
        {
            return why.Refusal!;
        }

        (ReopenedAt, ReopenedById, ReopenReason) = (now, by, why.Value);
        return Result.Ok();
    }

    internal void Destroy(DateTime now)
    {
        (Record, ReopenReason, DestroyedAt) = ([], null, now);
        redactions.Clear();
    }

    /// <summary>What tells bytes from others; see <see cref="Fingerprint"/>.</summary>
    public static string FingerprintOf(byte[] bytes) =>
        Convert.ToHexStringLower(SHA256.HashData(bytes));
}

/// <summary>
/// What went out to the members marked draft, kept until the minutes are confirmed: so that who read it is told only of
/// what changed.
/// </summary>
public sealed class MinutesDraftSent : IDistrictOwned, INotAudited
{
    private MinutesDraftSent() { }

    /// <summary>What went out of a meeting.</summary>
    public MinutesDraftSent(Meeting meeting, byte[] record, DateTime now) =>
        (MeetingId, DistrictId, Record, SentAt) = (meeting.Id, meeting.DistrictId, record, now);

    /// <summary>The meeting; identifies the row.</summary>
    public Guid MeetingId { get; private set; }

    /// <inheritdoc/>
    public Guid DistrictId { get; private set; }

    /// <summary>The draft, see <see cref="MinutesRecord.Write"/>.</summary>
    public byte[] Record { get; private set; } = [];

    /// <summary>When, UTC.</summary>
    public DateTime SentAt { get; private set; }

    /// <summary>A later draft of the same meeting went out.</summary>
    public void Again(byte[] record, DateTime now) => (Record, SentAt) = (record, now);
}
