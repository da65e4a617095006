using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Domain.Assessments;
using Throughline.Domain.Teams;
using Throughline.Domain.Units;

namespace Throughline.Web.Features.Assessments;

/// <summary>
/// Who can be asked for the view from outside (seed 001): for a school's round the district's ILT, for a district's round
/// the leaders and the ILT members of its schools. Whoever sits on the rated unit's own ILT, or leads the school, looks
/// from inside and is never among them.
/// </summary>
public static class OutsideRaters
{
    /// <summary>The members of the district's ILT who are not of this school and not asked yet, by family name.</summary>
    public static async Task<IReadOnlyList<RaterChoice>> OfDistrictIltAsync(
        ThroughlineDb db,
        Unit school,
        Guid? roundId,
        CancellationToken cancel
    ) =>
        school.Kind == UnitKind.District
            ? []
            : await Seats(db, db.Set<Unit>().Where(u => u.Id == school.DistrictId), school.Id)
                .Where(s =>
                    !db.Set<RoleAssignment>()
                        .Any(r =>
                            r.PersonId == s.Person.Id
                            && r.UnitId == school.Id
                            && r.Role == Role.Principal
                            && r.Status == RoleStatus.Active
                        )
                    && !db.Set<RoundRater>()
                        .Any(r => r.RoundId == roundId && r.PersonId == s.Person.Id)
                )
                .OrderBy(s => s.Person.SearchText)
                .Select(s => new RaterChoice(
                    s.Person.Id,
                    s.Person.GivenName + " " + s.Person.FamilyName,
                    s.Kind
                ))
                .ToListAsync(cancel);

    /// <summary>The principals and ILT members of the district's open schools, as far as they are wanted, in two queries.</summary>
    /// <param name="db">The store.</param>
    /// <param name="district">Whose round it is.</param>
    /// <param name="wanted">Principals, ILT members or both.</param>
    /// <param name="schoolIds">Only these schools; null for all.</param>
    /// <param name="cancel">Ends the wait.</param>
    public static async Task<IReadOnlyList<Asked>> OfSchoolsAsync(
        ThroughlineDb db,
        Unit district,
        SchoolPeople wanted,
        IReadOnlyCollection<Guid>? schoolIds,
        CancellationToken cancel
    )
    {
        var schools = db.Set<Unit>().Where(u => u.Kind == UnitKind.School && u.ClosedOn == null);
        if (schoolIds is not null)
        {
            schools = schools.Where(u => schoolIds.Contains(u.Id));
        }

        var people = new List<Asked>();
        if (wanted.HasFlag(SchoolPeople.Principals))
        {
            var principals = await db.Set<RoleAssignment>()
                .Where(r => r.Role == Role.Principal && r.Status == RoleStatus.Active)
                .Where(r => schools.Any(u => u.Id == r.UnitId))
                .Where(r => db.Set<Person>().Any(p => p.Id == r.PersonId && p.LeftOn == null))
                .Where(r =>
                    !db.Set<IltMembership>()
                        .Any(m =>
                            m.UnitId == district.Id && m.PersonId == r.PersonId && m.Until == null
                        )
                )
                .Select(r => r.PersonId)
                .ToListAsync(cancel);
            people.AddRange(
                principals.Select(id => new Asked(id, Perspective.Outside, RaterGroup.Leader))
            );
        }

        if (wanted.HasFlag(SchoolPeople.IltMembers))
        {
            var members = await Seats(db, schools, district.Id)
                .Select(s => new { s.Person.Id, s.Kind })
                .ToListAsync(cancel);
            people.AddRange(
                members.Select(m => new Asked(m.Id, Perspective.Outside, RaterGroups.Of(m.Kind)))
            );
        }

        return people;
    }

    // Seats on the ILTs of some units, but of nobody who also sits on the rated unit's own.
    private static IQueryable<SeatOf> Seats(ThroughlineDb db, IQueryable<Unit> units, Guid rated) =>
        db.Set<IltMembership>()
            .Where(m => m.Until == null && units.Any(u => u.Id == m.UnitId))
            .Where(m =>
                !db.Set<IltMembership>()
                    .Any(own =>
                        own.UnitId == rated && own.PersonId == m.PersonId && own.Until == null
                    )
            )
            .Join(
                db.Set<Person>().Where(p => p.LeftOn == null),
                m => m.PersonId,
                p => p.Id,
                (m, p) => new SeatOf { Kind = m.Kind, Person = p }
            );

    private sealed class SeatOf
    {
        public required SeatKind Kind { get; init; }
        public required Person Person { get; init; }
    }
}

/// <summary>Whom of a school a district's round asks.</summary>
[Flags]
public enum SchoolPeople
{
    None = 0,

    /// <summary>Who leads the school.</summary>
    Principals = 1,

    /// <summary>Who sits on its ILT.</summary>
    IltMembers = 2,
}
