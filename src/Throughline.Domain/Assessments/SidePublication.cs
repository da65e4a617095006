using System.Security.Cryptography;
using System.Text;

namespace Throughline.Domain.Assessments;

/// <summary>Works out what a closing publishes of one side, by the rules of <see cref="Publication"/>.</summary>
internal sealed class SidePublication
{
    private readonly Round round;
    private readonly Instrument instrument;
    private readonly Perspective perspective;
    private readonly IReadOnlyList<RoundRater> raters;
    private readonly AnswersOverTime answers;
    private readonly List<RatingNote> notes;
    private readonly List<SideResults> earlier;

    public SidePublication(
        Round round,
        Instrument instrument,
        Perspective perspective,
        IReadOnlyList<RoundRater> raters,
        RoundRecord record,
        AnswersOverTime answers
    )
    {
        this.round = round;
        this.instrument = instrument;
        this.perspective = perspective;
        this.raters = raters;
        this.answers = answers;
        var people = raters.Select(r => r.PersonId).ToHashSet();
        notes = [.. record.Notes.Where(n => people.Contains(n.PersonId))];
        earlier =
        [
            .. record
                .Earlier.OrderBy(e => e.Closing)
                .Select(e => e.Read().Side(perspective))
                .OfType<SideResults>(),
        ];
    }

    private SideResults? Last => earlier.Count == 0 ? null : earlier[^1];

    public SideResults Publish(DateTime now) =>
        Last is { IsTooFew: false } shown
        && PeopleWhoChanged(shown.FiguresFrom) < RoundResults.Fewest
            ? Keep(shown)
            : WorkOut(now);

    private SideResults Keep(SideResults shown) =>
        shown with
        {
            Notes = [.. instrument.Items.Select(i => KeepNotes(i.Key, shown.NotesTo(i.Key)))],
        };

    private SideResults WorkOut(DateTime now)
    {
        var answered = raters.Count(r => r.AnsweredCount > 0);
        var tooFew = answered < RoundResults.Fewest;
        return new SideResults(
            perspective,
            raters.Count,
            answered,
            tooFew,
            round.Closings,
            now,
            instrument.IsReflection
                ? []
                : [.. instrument.Items.Select(i => tooFew ? Hidden(i.Key) : Item(i.Key))],
            [.. instrument.Items.Select(i => Notes(i.Key, tooFew))]
        );
    }

    private ItemResult Hidden(string key) => new(key, round.Closings, null, null);

    private ItemResult Item(string key)
    {
        var last = Last?.Item(key);
        if (last?.Figures is not null && Changed(key, last.FiguresFrom) < RoundResults.Fewest)
        {
            return last;
        }

        if (FiguresOf(key, raters) is not { } figures)
        {
            return Hidden(key);
        }

        if (Split(key) is { } split && MayShow(key, split.Select(s => (RaterGroup?)s.Group)))
        {
            return new ItemResult(key, round.Closings, figures, split);
        }

        return MayShow(key, [])
            ? new ItemResult(key, round.Closings, figures, null)
            : last ?? Hidden(key);
    }

    private ItemFigures? FiguresOf(string key, IReadOnlyCollection<RoundRater> people) =>
        ItemFigures.Of(
            instrument,
            [.. people.Select(p => answers.Now.GetValueOrDefault((p.PersonId, key)))],
            people.Count
        );

    private List<GroupFigures>? Split(string key)
    {
        var parts = raters
            .GroupBy(r => r.Group)
            .OrderBy(g => g.Key)
            .Select(g => (g.Key, Figures: FiguresOf(key, [.. g])))
            .ToList();
        return parts.Count < 2 || parts.Exists(p => p.Figures is null)
            ? null
            : [.. parts.Select(p => new GroupFigures(p.Key, p.Figures!))];
    }

    // Whether today's figures, with these parts, may stand beside all that was ever shown of the item.
    private bool MayShow(string key, IEnumerable<RaterGroup?> parts)
    {
        var shown = earlier
            .Select(e => e.Item(key))
            .OfType<ItemResult>()
            .Where(i => i.Figures is not null)
            .DistinctBy(i => i.FiguresFrom)
            .SelectMany(i =>
                Sums(i.FiguresFrom, (i.Split ?? []).Select(s => (RaterGroup?)s.Group))
            );
        List<ShownSum> sums = [.. shown, .. Sums(round.Closings, parts)];
        var closings = sums.Select(s => s.Closing).Distinct().ToList();
        var people = raters.Select(r => new Summed(
            r.Group,
            closings.ToDictionary(c => c, c => AnswerAt(c, r.PersonId, key))
        ));
        return !ShownSums.SingleOut(sums, [.. people]);
    }

    private static IEnumerable<ShownSum> Sums(int closing, IEnumerable<RaterGroup?> parts) =>
        parts.Prepend(null).Select(group => new ShownSum(closing, group));

    private Answer AnswerAt(int closing, Guid person, string key) =>
        (closing == round.Closings ? answers.Now : answers.At(closing)).GetValueOrDefault(
            (person, key)
        );

    private int Changed(string key, int since) =>
        raters.Count(r =>
            AnswerAt(since, r.PersonId, key) != AnswerAt(round.Closings, r.PersonId, key)
        );

    private int PeopleWhoChanged(int since) =>
        raters.Count(r =>
            notes.Exists(n => n.PersonId == r.PersonId && n.PublishedText != n.Shared)
            || instrument.Items.Any(i =>
                AnswerAt(since, r.PersonId, i.Key) != AnswerAt(round.Closings, r.PersonId, i.Key)
            )
        );

    private ItemNotes Notes(string key, bool tooFew)
    {
        var mine = notes.Where(n => n.ItemKey == key).ToList();
        var shown = Last?.NotesTo(key);
        if (!tooFew && shown is { IsTooFew: false })
        {
            var changed = mine.Count(n => n.PublishedText != n.Shared);
            if (changed is > 0 and < RoundResults.Fewest)
            {
                return KeepNotes(key, shown);
            }
        }

        var answered = instrument.IsReflection
            ? mine.Count(n => n.Text is not null)
            : raters.Count(r => AnswerAt(round.Closings, r.PersonId, key).IsGiven);
        var hidden = tooFew || answered < RoundResults.Fewest;
        mine.ForEach(n => n.Publish(hidden ? null : n.Shared));
        return hidden ? new ItemNotes(key, null) : Shuffled(key, mine);
    }

    private ItemNotes KeepNotes(string key, ItemNotes? shown)
    {
        var mine = notes.Where(n => n.ItemKey == key).ToList();
        foreach (var note in mine.Where(n => n.Shared is null))
        {
            note.Publish(null);
        }

        return shown is null or { IsTooFew: true } ? new ItemNotes(key, null) : Shuffled(key, mine);
    }

    private ItemNotes Shuffled(string key, List<RatingNote> mine) =>
        new(
            key,
            [
                .. mine.Select(n => n.PublishedText)
                    .OfType<string>()
                    .OrderBy(text => Shuffle(key, text), StringComparer.Ordinal),
            ]
        );

    private string Shuffle(string key, string text) =>
        Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes($"{round.Id:N}/{key}/{text}")));
}
