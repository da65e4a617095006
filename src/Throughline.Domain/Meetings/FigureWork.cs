using Throughline.Domain.Shared;
using Throughline.Domain.Units;

namespace Throughline.Domain.Meetings;

/// <summary>
/// The team does something about one of its figures: an issue it raised or a rock it began because of it. The figure shows it;
/// who began it stands with the issue or rock.
/// </summary>
public sealed class FigureWork : IDistrictOwned, INotAudited
{
    private FigureWork() { }

    /// <summary>The unit whose figure it is.</summary>
    public Guid UnitId { get; private set; }

    /// <summary>Which figure.</summary>
    public FigureKind Kind { get; private set; }

    /// <summary>The issue or rock.</summary>
    public Guid ThingId { get; private set; }

    /// <inheritdoc/>
    public Guid DistrictId { get; private set; }

    /// <summary>Says that a thing was begun because of a figure. Refused for an unknown figure.</summary>
    public static Result<FigureWork> Of(Unit unit, FigureKind kind, ILinkable thing) =>
        Enum.IsDefined(kind)
            ? Result.Ok(
                new FigureWork
                {
                    UnitId = unit.Id,
                    Kind = kind,
                    ThingId = thing.Id,
                    DistrictId = unit.DistrictId,
                }
            )
            : Result.Refused<FigureWork>(
                "There is no such figure. Begin again from the team’s health."
            );
}
