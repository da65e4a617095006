using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Domain.Teams;
using Throughline.Domain.Units;
using Throughline.Web.Features.Units.People;

namespace Throughline.Web.Features.Teams;

/// <summary>Who can be given a seat: people of the unit; when looked for by name, at a district also people of its schools, at a school also people of the district's office.</summary>
public static class Candidates
{
    /// <summary>Most people a list offers; a name narrows it.</summary>
    public const int Most = 150;

    public static async Task<IReadOnlyList<SelectListItem>> FindAsync(
        ThroughlineDb db,
        Unit unit,
        string? search,
        CancellationToken cancel
    )
    {
        var people = Of(db, unit, new PeopleSearch { Q = search }, search is not null)
            .Where(p =>
                !db.Set<IltMembership>()
                    .Any(m => m.UnitId == unit.Id && m.PersonId == p.Id && m.Until == null)
            );
        var found = await people
            .OrderBy(p => p.SearchText)
            .ThenBy(p => p.Id)
            .Take(Most)
            .Select(p => new { p.Id, Name = p.FamilyName + ", " + p.GivenName })
            .ToListAsync(cancel);
        // An id becomes text here: SQLite keeps it as bytes and would hand them out as they are.
        return [.. found.Select(p => new SelectListItem(p.Name, p.Id.ToString()))];
    }

    /// <summary>The person, when they may sit on this ILT; null for who left or works in another school.</summary>
    public static Task<Person?> FindOneAsync(
        ThroughlineDb db,
        Unit unit,
        Guid personId,
        CancellationToken cancel
    ) =>
        Of(db, unit, new PeopleSearch(), wider: true)
            .SingleOrDefaultAsync(p => p.Id == personId, cancel);

    private static IQueryable<Person> Of(
        ThroughlineDb db,
        Unit unit,
        PeopleSearch search,
        bool wider
    ) =>
        search
            .In(db, unit, everyone: true)
            .Where(p =>
                db.Set<RoleAssignment>()
                    .Any(r =>
                        r.PersonId == p.Id
                        && r.Status == RoleStatus.Active
                        && (
                            r.UnitId == unit.Id
                            || (
                                wider
                                && (r.UnitId == unit.DistrictId || unit.Kind == UnitKind.District)
                            )
                        )
                    )
            );
}
