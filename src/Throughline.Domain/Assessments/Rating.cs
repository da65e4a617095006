using Throughline.Domain.Shared;

namespace Throughline.Domain.Assessments;

/// <summary>
/// What one person says to one item of a round. No page and no export ever shows it to anyone else, administrators
/// included; it leaves no trace in the audit trail, only in <see cref="RatingHistory"/>.
/// </summary>
/// <remarks>
/// Its version is raised here and not by the store, because it travels to the person's devices and back (see
/// <see cref="AnswerSheet"/>). The store uses it as its concurrency token.
/// </remarks>
public sealed class Rating : IDistrictOwned, INotAudited
{
    private Rating() { }

    internal Rating(RoundRater rater, string itemKey)
    {
        RoundId = rater.RoundId;
        PersonId = rater.PersonId;
        DistrictId = rater.DistrictId;
        ItemKey = itemKey;
    }

    /// <summary>The round. With <see cref="PersonId"/> and <see cref="ItemKey"/> it identifies the row.</summary>
    public Guid RoundId { get; private set; }

    /// <summary>Who.</summary>
    public Guid PersonId { get; private set; }

    /// <summary>The item of the instrument.</summary>
    public string ItemKey { get; private set; } = "";

    /// <inheritdoc/>
    public Guid DistrictId { get; private set; }

    /// <summary>The level chosen; null for none.</summary>
    public int? Level { get; private set; }

    /// <summary>True for “I have not seen enough to say”; the level is null then.</summary>
    public bool NotSeen { get; private set; }

    /// <summary>When it was last saved, UTC.</summary>
    public DateTime SavedAt { get; private set; }

    /// <summary>Rises by one with every change. A row that was cleared keeps counting, so that no version comes twice.</summary>
    public int Version { get; private set; }

    /// <summary>Level and not seen as one; <see cref="Assessments.Answer.None"/> for a row that was cleared.</summary>
    public Answer Answer => Answer.From(Level, NotSeen);

    internal RatingHistory Set(Answer answer, int period, DateTime now)
    {
        Level = answer.Level;
        NotSeen = answer.NotSeen;
        SavedAt = now;
        Version++;
        return new RatingHistory(this, period);
    }
}

/// <summary>
/// A note beside a rating, kept apart from it, or the answer to a reflection question. Private to its writer unless they
/// agree to share it with the team, without their name, when the round closes.
/// </summary>
public sealed class RatingNote : IDistrictOwned, INotAudited
{
    /// <summary>Longest note, in characters.</summary>
    public const int Longest = 2000;

    private RatingNote() { }

    internal RatingNote(RoundRater rater, string itemKey)
    {
        RoundId = rater.RoundId;
        PersonId = rater.PersonId;
        DistrictId = rater.DistrictId;
        ItemKey = itemKey;
    }

    /// <summary>The round. With <see cref="PersonId"/> and <see cref="ItemKey"/> it identifies the row.</summary>
    public Guid RoundId { get; private set; }

    /// <summary>Who wrote it.</summary>
    public Guid PersonId { get; private set; }

    /// <summary>The item of the instrument.</summary>
    public string ItemKey { get; private set; } = "";

    /// <inheritdoc/>
    public Guid DistrictId { get; private set; }

    /// <summary>At most 2,000 characters; null when it was cleared.</summary>
    public string? Text { get; private set; }

    /// <summary>True when the writer agrees that the team reads it.</summary>
    public bool ShareWithTeam { get; private set; }

    /// <summary>What the published results show of it; null for nothing. It tells whether something changed since.</summary>
    public string? PublishedText { get; private set; }

    /// <summary>When it was last saved, UTC.</summary>
    public DateTime SavedAt { get; private set; }

    /// <summary>Rises by one with every change; see <see cref="Rating.Version"/>.</summary>
    public int Version { get; private set; }

    /// <summary>Text and consent as one.</summary>
    public NoteText Note => new(Text, ShareWithTeam);

    /// <summary>What the team may read: the text, if its writer agrees.</summary>
    internal string? Shared => ShareWithTeam ? Text : null;

    internal void Set(NoteText note, DateTime now)
    {
        Text = note.Text;
        ShareWithTeam = note.ShareWithTeam;
        SavedAt = now;
        Version++;
    }

    internal void Publish(string? text) => PublishedText = text;
}

/// <summary>
/// One line for every change of a rating, only ever added to. It is the audit of ratings, and tells at a second closing
/// how many people changed something since the first.
/// </summary>
public sealed class RatingHistory : IDistrictOwned, INotAudited
{
    private RatingHistory() { }

    internal RatingHistory(Rating rating, int period)
    {
        Id = Ids.New(rating.SavedAt);
        DistrictId = rating.DistrictId;
        RoundId = rating.RoundId;
        PersonId = rating.PersonId;
        ItemKey = rating.ItemKey;
        Level = rating.Level;
        NotSeen = rating.NotSeen;
        Version = rating.Version;
        Period = period;
        At = rating.SavedAt;
    }

    /// <summary>Identity of the line.</summary>
    public Guid Id { get; private set; }

    /// <inheritdoc/>
    public Guid DistrictId { get; private set; }

    /// <summary>The round.</summary>
    public Guid RoundId { get; private set; }

    /// <summary>Who.</summary>
    public Guid PersonId { get; private set; }

    /// <summary>The item of the instrument.</summary>
    public string ItemKey { get; private set; } = "";

    /// <summary>The level chosen; null for none.</summary>
    public int? Level { get; private set; }

    /// <summary>True for “I have not seen enough to say”.</summary>
    public bool NotSeen { get; private set; }

    /// <summary>The rating's version after this change.</summary>
    public int Version { get; private set; }

    /// <summary>How often the round had been closed before this change.</summary>
    public int Period { get; private set; }

    /// <summary>When, UTC.</summary>
    public DateTime At { get; private set; }

    /// <summary>Level and not seen as one.</summary>
    public Answer Answer => Answer.From(Level, NotSeen);
}
