using Throughline.Data.Demo;
using Throughline.Domain.Teams;

namespace Throughline.Data.Bench;

/// <summary>The vision and the norms with which an ILT begins each meeting, adopted and signed.</summary>
internal static class BenchFounding
{
    public static void Add(BulkLoad load, BenchTime time, BenchSchool school)
    {
        Adopt(load, time, school, FoundingKind.Vision, BenchWords.Vision);
        Adopt(load, time, school, FoundingKind.Norms, BenchWords.Norms);
    }

    private static void Adopt(
        BulkLoad load,
        BenchTime time,
        BenchSchool school,
        FoundingKind kind,
        string[] words
    )
    {
        var day = time.Years[0].FirstDay;
        var at = time.At(day, 15);
        var members = school.Raters.Select(r => r.PersonId).ToList();
        var text = FoundingText.Begin(school.Ilt, kind, at);
        var parts = text.Draft.Select(p => (Guid?)p.Id).ToList();
        text.Write([.. words.Select((w, n) => new DraftLine(parts.ElementAtOrDefault(n), w))], at)
            .OrThrow();
        var edition = text.Adopt(day, members, school.Ilt, time.Today, at).Value;
        members.ForEach(m => edition.Sign(m, at).OrThrow());
        load.Add(text);
        load.AddRange(text.Parts);
        load.Add(edition);
        load.AddRange(edition.Parts);
        load.AddRange(edition.Present);
        load.AddRange(edition.Signatures);
    }
}
