using Throughline.Domain.Meetings;
using Throughline.Domain.Shared;
using Throughline.Domain.Units;

namespace Throughline.Web.Features.Meetings.Health;

/// <summary>A team's health in a term.</summary>
/// <param name="Term">The term.</param>
/// <param name="Health">Its figures.</param>
/// <param name="Held">The meetings behind them, in order.</param>
public sealed record TermHealth(Term Term, TeamHealth Health, IReadOnlyList<MeetingSummary> Held);

/// <summary>Something the team does about a figure.</summary>
/// <param name="Kind">The figure.</param>
/// <param name="Thing">The issue or rock.</param>
public sealed record WorkOnFigure(FigureKind Kind, Thing Thing)
{
    /// <summary>True until it is over.</summary>
    public bool IsOpen => Thing.Status is ThingStatus.Open or ThingStatus.UnderWay;
}

/// <summary>A figure as a line of the page.</summary>
/// <param name="Now">This term; null outside the school years that are known.</param>
/// <param name="Last">The term before.</param>
/// <param name="Bars">What each meeting of this term adds, for a small picture, in percent of the highest.</param>
/// <param name="Work">What the team does about it.</param>
/// <param name="IsShared">True while the district sees it.</param>
public sealed record FigureLine(
    HealthFigure Now,
    HealthFigure? Last,
    IReadOnlyList<int> Bars,
    IReadOnlyList<WorkOnFigure> Work,
    bool IsShared
);
