using Throughline.Data;
using Throughline.Domain.Units;
using Throughline.Domain.Work;

namespace Throughline.Web.Features.Work;

/// <summary>An action step, to-do or rock in a list.</summary>
public sealed record CarriedRow(
    int Number,
    string Title,
    Guid OwnerId,
    string Owner,
    DateOnly DueOn,
    WorkStatus Status
)
{
    public bool IsOpen => Status is WorkStatus.NotStarted or WorkStatus.UnderWay;

    /// <summary>Rows of what was chosen, in its order.</summary>
    public static IQueryable<CarriedRow> Of<T>(ThroughlineDb db, IQueryable<T> chosen)
        where T : CarriedWork =>
        chosen.Select(w => new CarriedRow(
            w.Number,
            w.Title,
            w.OwnerId,
            db.Set<Person>()
                .Where(p => p.Id == w.OwnerId)
                .Select(p => p.GivenName + " " + p.FamilyName)
                .First(),
            w.DueOn,
            w.Status
        ));
}
