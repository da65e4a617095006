using Throughline.Domain.Shared;
using Throughline.Domain.Units;

namespace Throughline.Domain.Sharing;

/// <summary>A team shows its district one of its figures, from a moment on until it stops. The row is there or it is not; who shared it and who stopped stands in the audit trail.</summary>
public sealed class SharedFigure : IDistrictOwned
{
    private SharedFigure() { }

    /// <summary>The school whose figure it is.</summary>
    public Guid UnitId { get; private set; }

    /// <summary>Which figure.</summary>
    public FigureKind Kind { get; private set; }

    /// <inheritdoc/>
    public Guid DistrictId { get; private set; }

    /// <summary>Since when, UTC.</summary>
    public DateTime Since { get; private set; }

    /// <summary>Who shared it.</summary>
    public Guid ById { get; private set; }

    /// <summary>Shares a figure. Refused for an unknown one, and for a district, which has nobody above it.</summary>
    public static Result<SharedFigure> Share(Unit unit, FigureKind kind, Guid by, DateTime now) =>
        unit.Kind == UnitKind.District
            ? Result.Refused<SharedFigure>("A district has nobody above it to share a figure with.")
        : !Enum.IsDefined(kind) ? Result.Refused<SharedFigure>("Choose which figure is shared.")
        : Result.Ok(
            new SharedFigure
            {
                UnitId = unit.Id,
                Kind = kind,
                DistrictId = unit.DistrictId,
                Since = now,
                ById = by,
            }
        );
}
