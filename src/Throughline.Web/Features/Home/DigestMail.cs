using Throughline.Domain.Units;
using Throughline.Web.Ui;

namespace Throughline.Web.Features.Home;

/// <summary>Chooses what a daily mail names, and says it.</summary>
public sealed class DigestMail
{
    /// <summary>What is due within so many days is named, and what is overdue.</summary>
    public const int DaysAhead = 3;

    /// <summary>Most things named; the rest is counted.</summary>
    private const int Most = 12;

    private readonly List<DayItem> due;
    private readonly List<DayItem> fresh;

    private DigestMail(List<DayItem> due, List<DayItem> fresh) =>
        (this.due, this.fresh) = (due, fresh);

    /// <summary>What there is to say; null when there is nothing.</summary>
    /// <param name="items">What waits for the person. What they have done is not among it.</param>
    /// <param name="today">The day where they work.</param>
    /// <param name="last">When the last mail was written, UTC; null before the first.</param>
    public static DigestMail? Of(IReadOnlyList<DayItem> items, DateOnly today, DateTime? last)
    {
        var soon = items
            .Where(i => i.IsLate || i.Due <= today.AddDays(DaysAhead))
            .OrderBy(i => i.Due ?? DateOnly.MinValue)
            .ThenBy(i => i.Title, StringComparer.Ordinal)
            .ToList();
        var added = items
            .Except(soon)
            .Where(i => i.Since is { } since && (last is null || since > last))
            .OrderBy(i => i.Due ?? DateOnly.MaxValue)
            .ThenBy(i => i.Title, StringComparer.Ordinal)
            .ToList();
        return soon.Count + added.Count == 0 ? null : new DigestMail(soon, added);
    }

    /// <summary>“Staff pulse 2 at Lincoln Elementary”, or how many things there are.</summary>
    public string Subject =>
        due.Concat(fresh).ToList() is [var only]
            ? $"{only.Title}, {only.Unit}"
            : $"{due.Count + fresh.Count} things for your day";

    /// <summary>The whole text.</summary>
    /// <param name="person">To whom.</param>
    /// <param name="address">Makes whole addresses of paths.</param>
    /// <param name="off">The link that switches it off.</param>
    public string Body(Person person, Func<string, string> address, string off)
    {
        var left = due.Count + fresh.Count - Most;
        return $"""
            Good morning {person.GivenName},
            {Section("Due soon, or overdue", due.Take(Most), address)}{Section(
                "New",
                fresh.Take(Math.Max(0, Most - due.Count)),
                address
            )}{(left > 0 ? $"\nAnd {Words.Count(left, "more thing")}.\n" : "")}
            All of your day: {address("/home")}

            This mail comes at most once on a school day, and only when something waits for you.
            Switch it off with one click: {off}

            """;
    }

    private static string Section(
        string heading,
        IEnumerable<DayItem> items,
        Func<string, string> address
    )
    {
        var lines = items.Select(i =>
            $"\n- {i.Title}, {i.Unit}\n  {i.What}{(i.IsLate ? " · the last day is over" : "")}\n  {address(i.Path)}\n"
        );
        var text = string.Concat(lines);
        return text.Length == 0 ? "" : $"\n{heading}\n{text}";
    }
}
