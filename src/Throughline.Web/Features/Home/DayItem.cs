using Throughline.Data;
using Throughline.Web.Access;

namespace Throughline.Web.Features.Home;

/// <summary>One thing that is mine to do.</summary>
/// <param name="What">Its kind and when: “Self-assessment · until Friday”.</param>
/// <param name="Title">The thing itself.</param>
/// <param name="Unit">Where, since a day spans units.</param>
/// <param name="Due">The last day for it, or null for what has none; what has none comes last.</param>
/// <param name="Action">What the button says.</param>
/// <param name="Path">Where it leads.</param>
public sealed record DayItem(
    string What,
    string Title,
    string Unit,
    DateOnly? Due,
    string Action,
    string Path
)
{
    /// <summary>How far it is, when it has steps.</summary>
    public (int Done, int Of)? Progress { get; init; }

    /// <summary>True when the last day is over.</summary>
    public bool IsLate { get; init; }

    /// <summary>When it began to wait for the person, UTC; null where nobody can say. The daily mail names it as new once.</summary>
    public DateTime? Since { get; init; }
}

/// <summary>
/// Brings what one area has for a person's day. An area adds itself by implementing this; the page knows none of them.
/// </summary>
public interface IDaySource
{
    Task<IReadOnlyList<DayItem>> ForAsync(
        Viewer viewer,
        ThroughlineDb db,
        DateTime now,
        CancellationToken cancel
    );

    /// <summary>
    /// The ids of everyone of the entered district for whom <see cref="ForAsync"/> may bring something, and perhaps of
    /// others: the daily mail looks at nobody else. Null when it cannot be said in one query; then it asks for each.
    /// </summary>
    IQueryable<Guid>? PeopleWithSomething(ThroughlineDb db, DateTime now) => null;
}
