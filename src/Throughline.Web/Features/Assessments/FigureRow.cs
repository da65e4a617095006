using Throughline.Domain.Assessments;

namespace Throughline.Web.Features.Assessments;

/// <summary>One line of the table of all figures.</summary>
/// <param name="Name">The item, the side or the group.</param>
/// <param name="Figures">Its figures, or null when too few rated.</param>
/// <param name="Levels">How many levels the scale has.</param>
/// <param name="Compared">True when there is a column for an earlier round.</param>
/// <param name="Change">Against the earlier round, or null.</param>
/// <param name="Depth">How far it is set in: a side below its item, a group below its side.</param>
public sealed record FigureRow(
    string Name,
    ItemFigures? Figures,
    int Levels,
    bool Compared,
    Change? Change,
    int Depth
);
