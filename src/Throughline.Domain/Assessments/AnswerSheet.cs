using System.Globalization;
using Throughline.Domain.Shared;

namespace Throughline.Domain.Assessments;

/// <summary>
/// One person's answers in a round. Each cell is saved as it is set: by which device, how often and in which order does
/// not matter, and no device overwrites what another saved without saying so.
/// </summary>
/// <remarks>
/// Give it at least the rating and note of the item that is set; all of them to show the whole sheet. Afterwards add
/// <see cref="Added"/> to the store and save in one go. When the store finds that the rater's row has changed meanwhile,
/// load again and repeat: doing so twice has the same outcome as once.
/// </remarks>
public sealed class AnswerSheet
{
    private readonly Round round;
    private readonly Instrument instrument;
    private readonly RoundRater rater;
    private readonly Dictionary<string, Rating> ratings;
    private readonly Dictionary<string, RatingNote> notes;
    private readonly List<IDistrictOwned> added = [];

    /// <summary>Lays out a person's sheet.</summary>
    public AnswerSheet(
        Round round,
        Instrument instrument,
        RoundRater rater,
        IEnumerable<Rating> ratings,
        IEnumerable<RatingNote> notes
    )
    {
        if (rater.RoundId != round.Id)
        {
            throw new ArgumentException("The rater belongs to another round.", nameof(rater));
        }

        round.Expect(instrument);
        this.round = round;
        this.instrument = instrument;
        this.rater = rater;
        this.ratings = ratings
            .Where(r => r.RoundId == round.Id && r.PersonId == rater.PersonId)
            .ToDictionary(r => r.ItemKey, StringComparer.Ordinal);
        this.notes = notes
            .Where(n => n.RoundId == round.Id && n.PersonId == rater.PersonId)
            .ToDictionary(n => n.ItemKey, StringComparer.Ordinal);
    }

    /// <summary>How far the person is.</summary>
    public Progress Progress => round.ProgressOf(rater);

    /// <summary>True when the items are answered in words alone.</summary>
    public bool IsReflection => instrument.IsReflection;

    /// <summary>Rows that are new since the sheet was laid out: ratings, notes and lines of history to add to the store.</summary>
    public IReadOnlyList<IDistrictOwned> Added => added;

    /// <summary>What is stored for an item, with the version to send along with a change.</summary>
    public (Answer Answer, int Version) AnswerTo(string itemKey) =>
        ratings.TryGetValue(itemKey, out var rating)
            ? (rating.Answer, rating.Version)
            : (Answer.None, 0);

    /// <summary>The note stored for an item, with the version to send along with a change.</summary>
    public (NoteText Note, int Version) NoteTo(string itemKey) =>
        notes.TryGetValue(itemKey, out var note) ? (note.Note, note.Version) : (NoteText.None, 0);

    /// <summary>
    /// Sets or clears the answer to an item. Refused outside the round's time, for an item or level the instrument does
    /// not have, and for reflection questions, which are answered in words.
    /// </summary>
    /// <param name="itemKey">The item.</param>
    /// <param name="answer">A level, not seen enough, or <see cref="Answer.None"/> to take the answer back.</param>
    /// <param name="seenVersion">The version the device last saw; 0 when it saw none.</param>
    /// <param name="today">The day it is in the unit's time zone.</param>
    /// <param name="now">Now, UTC.</param>
    public Saving<Answer> Set(
        string itemKey,
        Answer answer,
        int seenVersion,
        DateOnly today,
        DateTime now
    )
    {
        var (stored, version) = AnswerTo(itemKey);
        var refusal = WhyNot(itemKey, today) ?? WhyNot(answer);
        var kind = Decide(refusal, stored.Equals(answer), version == seenVersion);
        if (kind != SavingKind.Saved)
        {
            return new Saving<Answer>(kind, stored, version, answer, refusal);
        }

        if (!ratings.TryGetValue(itemKey, out var rating))
        {
            rating = new Rating(rater, itemKey);
            ratings.Add(itemKey, rating);
            added.Add(rating);
        }

        added.Add(rating.Set(answer, round.Closings, now));
        round.Saved(rater, Change(stored.IsGiven, answer.IsGiven), today, now);
        return new Saving<Answer>(kind, answer, rating.Version, answer, null);
    }

    /// <summary>
    /// Sets or clears the note beside an item, or the answer to a reflection question. Refused outside the round's time,
    /// for an item the instrument does not have, and for more than 2,000 characters.
    /// </summary>
    /// <param name="itemKey">The item.</param>
    /// <param name="text">What was typed; nothing to take the note back.</param>
    /// <param name="shareWithTeam">True when the writer agrees that the team reads it; false unless they say so.</param>
    /// <param name="seenVersion">The version the device last saw; 0 when it saw none.</param>
    /// <param name="today">The day it is in the unit's time zone.</param>
    /// <param name="now">Now, UTC.</param>
    public Saving<NoteText> SetNote(
        string itemKey,
        string? text,
        bool shareWithTeam,
        int seenVersion,
        DateOnly today,
        DateTime now
    )
    {
        // Browsers send a line break as two characters; the device counted it as one.
        var clean = Text.Clean(text?.ReplaceLineEndings("\n"));
        var sent = new NoteText(clean, clean is not null && shareWithTeam);
        var (stored, version) = NoteTo(itemKey);
        var refusal = WhyNot(itemKey, today) ?? WhyNot(sent);
        var kind = Decide(refusal, stored == sent, version == seenVersion);
        if (kind != SavingKind.Saved)
        {
            return new Saving<NoteText>(kind, stored, version, sent, refusal);
        }

        if (!notes.TryGetValue(itemKey, out var note))
        {
            note = new RatingNote(rater, itemKey);
            notes.Add(itemKey, note);
            added.Add(note);
        }

        note.Set(sent, now);
        var change = instrument.IsReflection
            ? Change(stored.Text is not null, sent.Text is not null)
            : 0;
        round.Saved(rater, change, today, now);
        return new Saving<NoteText>(kind, sent, note.Version, sent, null);
    }

    // Same content is a repeat, whichever version it was made from; other content on an old version is a conflict.
    private static SavingKind Decide(Refusal? refusal, bool same, bool upToDate) =>
        refusal is not null ? SavingKind.Refused
        : same ? SavingKind.Unchanged
        : upToDate ? SavingKind.Saved
        : SavingKind.Conflict;

    private static int Change(bool before, bool after) => (after ? 1 : 0) - (before ? 1 : 0);

    private static Refusal? WhyNot(NoteText note) =>
        note.Text?.Length > RatingNote.Longest
            ? new Refusal(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"Shorten the note to {RatingNote.Longest:N0} characters; it has {note.Text.Length:N0} now."
                ),
                "Text"
            )
            : null;

    private Refusal? WhyNot(string itemKey, DateOnly today) =>
        instrument.Item(itemKey) is null
            ? new Refusal("This instrument has no such item. Reload the page.", "ItemKey")
            : round.WhyNotAnswered(today);

    private Refusal? WhyNot(Answer answer)
    {
        if (instrument.IsReflection)
        {
            return new Refusal("This question is answered in words.", "Level");
        }

        return answer.Level is { } level && instrument.Level(level) is null
            ? new Refusal(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"Choose a level from {instrument.Levels[0].Value} to {instrument.Levels[^1].Value}."
                ),
                "Level"
            )
            : null;
    }
}
