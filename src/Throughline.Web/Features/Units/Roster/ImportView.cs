using Throughline.Domain.Units.Roster;

namespace Throughline.Web.Features.Units.Roster;

/// <summary>One list of the preview.</summary>
/// <param name="Title">What happens to the ones in it.</param>
/// <param name="Rows">Who or what.</param>
/// <param name="IsOpen">True for a list that is shown at once.</param>
public sealed record ImportView(string Title, IReadOnlyList<IRosterChange> Rows, bool IsOpen)
{
    /// <summary>Rows shown of a list; more would make a page nobody reads.</summary>
    public const int Longest = 500;
}
