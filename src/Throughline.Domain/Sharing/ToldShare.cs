namespace Throughline.Domain.Sharing;

/// <summary>
/// How many teams were told within five school days (seed 003, pitfall 5: teams that hear of decisions by chance). A team whose
/// last day is not over counts neither way: an early figure would fall by itself.
/// </summary>
/// <param name="Teams">Teams whose last day is over.</param>
/// <param name="InTime">Those of them that were told by then.</param>
public sealed record ToldShare(int Teams, int InTime)
{
    /// <summary>The share in percent; null where no team counts yet. 0 and 100 mean none and all.</summary>
    public int? Percent =>
        Teams == 0 ? null
        : InTime == 0 ? 0
        : InTime == Teams ? 100
        : Math.Clamp((int)Math.Round(100.0 * InTime / Teams), 1, 99);

    /// <summary>The share of some teams on a day.</summary>
    /// <param name="teams">Of each the last day on which it is told in time, and the day on which it was told.</param>
    /// <param name="today">The day; a last day that is today is not over.</param>
    public static ToldShare Of(
        IEnumerable<(DateOnly? DueOn, DateOnly? ToldOn)> teams,
        DateOnly today
    )
    {
        var due = teams.Where(t => t.DueOn < today).ToList();
        return new(due.Count, due.Count(t => t.ToldOn <= t.DueOn));
    }
}
