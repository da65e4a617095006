using System.Security.Cryptography;
using System.Text;

namespace Throughline.Domain.Assessments;

/// <summary>
/// Works out what a closing publishes. Two sets of figures that differ by one person's change would give that change
/// away, so figures change only by three people or more at a time:
/// <list type="number">
/// <item>Nothing is shown where fewer than 3 people answered, and no figures of an item where fewer than 3 chose a level.</item>
/// <item>At a later closing the whole stays as it was published unless 3 or more people changed something since. A
/// change that was taken back is none: states are compared, not steps.</item>
/// <item>Even then the figures of an item change only if, against <em>each</em> of the figures ever shown for it, either
/// nobody's answer to it differs or the answers of 3 or more do; otherwise the item keeps its earlier figures.</item>
/// <item>The notes to an item change only if 3 or more of them do. One exception: a note whose writer no longer agrees is
/// taken out at the next closing in any case, because consent comes first.</item>
/// <item>Notes stand in the order of a hash of their text, which follows neither person nor time.</item>
/// </list>
/// </summary>
internal sealed class Publication
{
    private readonly Round round;
    private readonly Instrument instrument;
    private readonly RoundRecord record;
    private readonly Dictionary<(Guid Person, string Item), Answer> today;
    private readonly List<(PublishedResult Row, RoundResults Results)> earlier;
    private readonly Dictionary<int, Dictionary<(Guid Person, string Item), Answer>> pasts = [];

    public Publication(Round round, Instrument instrument, RoundRecord record)
    {
        this.round = round;
        this.instrument = instrument;
        this.record = record;
        today = record
            .Ratings.Where(r => r.Answer.IsGiven)
            .ToDictionary(r => (r.PersonId, r.ItemKey), r => r.Answer);
        earlier = [.. record.Earlier.OrderBy(e => e.Closing).Select(e => (e, e.Read()))];
    }

    private RoundResults? Last => earlier.Count == 0 ? null : earlier[^1].Results;

    public PublishedResult Publish(DateTime now)
    {
        var stays =
            Last is { IsTooFew: false } shown
            && PeopleWhoChanged(shown.FiguresFrom).Count < RoundResults.Fewest;
        var results = stays ? Keep(Last!) : WorkOut();
        return PublishedResult.Publish(round, results, stays ? earlier[^1].Row : null, now);
    }

    private RoundResults Keep(RoundResults shown) =>
        shown with
        {
            Notes = [.. instrument.Items.Select(i => KeepNotes(i.Key, shown.NotesTo(i.Key)))],
        };

    private RoundResults WorkOut()
    {
        var answered = round.Raters.Count(r => r.AnsweredCount > 0);
        var tooFew = answered < RoundResults.Fewest;
        return new RoundResults(
            round.Raters.Count,
            answered,
            tooFew,
            round.Closings,
            instrument.IsReflection ? [] : [.. instrument.Items.Select(i => Item(i.Key, tooFew))],
            [.. instrument.Items.Select(i => Notes(i.Key, tooFew))]
        );
    }

    private ItemResult Item(string key, bool tooFew)
    {
        if (tooFew)
        {
            return new ItemResult(key, round.Closings, null);
        }

        var shownBefore = earlier
            .Select(e => e.Results.Item(key))
            .Where(i => i?.Figures is not null)
            .Select(i => i!.FiguresFrom)
            .Distinct();
        return shownBefore.All(closing => MayDiffer(key, closing))
            ? new ItemResult(key, round.Closings, Figures(key))
            : Last!.Item(key)!;
    }

    private bool MayDiffer(string key, int closing)
    {
        var then = At(closing);
        var people = then
            .Keys.Concat(today.Keys)
            .Where(k => k.Item == key)
            .Distinct()
            .Count(k => then.GetValueOrDefault(k) != today.GetValueOrDefault(k));
        return people is 0 or >= RoundResults.Fewest;
    }

    private ItemFigures? Figures(string key)
    {
        var answers = today.Where(a => a.Key.Item == key).Select(a => a.Value).ToList();
        var levels = answers.Where(a => a.Level is not null).Select(a => a.Level!.Value).ToList();
        if (levels.Count < RoundResults.Fewest)
        {
            return null;
        }

        var counts = RatingStatistics.Counts([.. instrument.Levels.Select(l => l.Value)], levels);
        return new ItemFigures(
            counts,
            RatingStatistics.Median(counts)!,
            answers.Count(a => a.NotSeen),
            round.Raters.Count - answers.Count
        );
    }

    private ItemNotes Notes(string key, bool tooFew)
    {
        var notes = record.Notes.Where(n => n.ItemKey == key).ToList();
        var shown = Last?.NotesTo(key);
        if (!tooFew && shown is { IsTooFew: false })
        {
            var changed = notes.Count(n => n.PublishedText != n.Shared);
            if (changed is > 0 and < RoundResults.Fewest)
            {
                return KeepNotes(key, shown);
            }
        }

        var answered = instrument.IsReflection
            ? notes.Count(n => n.Text is not null)
            : today.Keys.Count(k => k.Item == key);
        var hidden = tooFew || answered < RoundResults.Fewest;
        notes.ForEach(n => n.Publish(hidden ? null : n.Shared));
        return hidden ? new ItemNotes(key, null) : Shuffled(key, notes);
    }

    private ItemNotes KeepNotes(string key, ItemNotes? shown)
    {
        var notes = record.Notes.Where(n => n.ItemKey == key).ToList();
        foreach (var note in notes.Where(n => n.Shared is null))
        {
            note.Publish(null);
        }

        return shown is null or { IsTooFew: true }
            ? new ItemNotes(key, null)
            : Shuffled(key, notes);
    }

    private ItemNotes Shuffled(string key, List<RatingNote> notes) =>
        new(
            key,
            [
                .. notes
                    .Select(n => n.PublishedText)
                    .OfType<string>()
                    .OrderBy(text => Shuffle(key, text), StringComparer.Ordinal),
            ]
        );

    private string Shuffle(string key, string text) =>
        Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes($"{round.Id:N}/{key}/{text}")));

    private HashSet<Guid> PeopleWhoChanged(int closing)
    {
        var then = At(closing);
        return
        [
            .. then
                .Keys.Concat(today.Keys)
                .Where(k => then.GetValueOrDefault(k) != today.GetValueOrDefault(k))
                .Select(k => k.Person),
            .. record.Notes.Where(n => n.PublishedText != n.Shared).Select(n => n.PersonId),
        ];
    }

    // The answers as they were when the round was closed for the nth time.
    private Dictionary<(Guid Person, string Item), Answer> At(int closing)
    {
        if (!pasts.TryGetValue(closing, out var past))
        {
            past = record
                .History.Where(h => h.Period < closing)
                .GroupBy(h => (h.PersonId, h.ItemKey))
                .Select(g => (g.Key, g.MaxBy(h => h.Version)!.Answer))
                .Where(a => a.Answer.IsGiven)
                .ToDictionary(a => a.Key, a => a.Answer);
            pasts.Add(closing, past);
        }

        return past;
    }
}
