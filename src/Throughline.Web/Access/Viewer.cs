using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Data.Units;
using Throughline.Domain.Teams;
using Throughline.Domain.Units;

namespace Throughline.Web.Access;

/// <summary>A role in force.</summary>
public sealed record HeldRole(Guid UnitId, Role Role);

/// <summary>A seat on an ILT.</summary>
public sealed record HeldSeat(Guid UnitId, bool Facilitates);

/// <summary>The signed-in person with all that access depends on, read once a request so that a change counts at once.</summary>
/// <param name="District">The district they belong to.</param>
/// <param name="Units">Where they have a role or a seat, schools before the district: a principal who sits on the district's ILT works at the school.</param>
public sealed record Viewer(
    Guid PersonId,
    string FullName,
    Unit District,
    IReadOnlyList<Unit> Units,
    IReadOnlyList<HeldRole> Roles,
    IReadOnlyList<HeldSeat> Seats
)
{
    public Guid DistrictId => District.Id;

    /// <summary>
    /// Where they work, whose areas and clock surround their own pages. Who belongs to no unit, such as an outside
    /// reviewer, has the district's; null when all of theirs are closed.
    /// </summary>
    public Unit? Home =>
        Units.Count == 0 ? District : Units.FirstOrDefault(u => u.ClosedOn is null);

    /// <summary>The unit of this address, when it is one of theirs or their district; null says nothing about any other.</summary>
    public Unit? Own(string slug) => Units.Append(District).FirstOrDefault(u => u.Slug == slug);

    public bool Has(Role role, Guid unitId) => Roles.Any(r => r.UnitId == unitId && r.Role == role);

    /// <summary>
    /// Null for a person who left, for a reviewer whose last day is over, and for a cookie from before the account's stamp
    /// changed: none of them opens anything.
    /// </summary>
    public static async Task<Viewer?> LoadAsync(
        ThroughlineDb db,
        SignInCookie cookie,
        DateTime now,
        CancellationToken cancel
    )
    {
        var personId = cookie.PersonId;
        var held = await SignedIn.For(db)(db, personId, cookie.Stamp).ToListAsync(cancel);
        if (
            held.Find(h => h.Held.Role == InDistrict) is not { } person
            || !new PersonAccess(null, person.AccessEndsOn, person.Held.Unit.TimeZoneId).HoldsAt(
                now
            )
        )
        {
            return null;
        }

        held.Remove(person);
        return Make(
            personId,
            $"{person.GivenName} {person.FamilyName}",
            person.Held.Unit,
            held.Select(h => h.Held)
        );
    }

    /// <summary>The same people as viewers, in their order, for work that is done for many at once and without cookies.</summary>
    public static async Task<IReadOnlyList<Viewer>> LoadManyAsync(
        ThroughlineDb db,
        IReadOnlyList<Person> people,
        CancellationToken cancel
    )
    {
        var held = (await HeldAsync(db, [.. people.Select(p => p.Id)], cancel)).ToLookup(h =>
            h.PersonId
        );
        var districts = await db.Set<Unit>()
            .AsNoTracking()
            .Where(u => u.Kind == UnitKind.District)
            .ToDictionaryAsync(u => u.Id, cancel);
        return [.. people.Select(p => Make(p.Id, p.FullName, districts[p.DistrictId], held[p.Id]))];
    }

    private static ValueTask<List<Held>> HeldAsync(
        ThroughlineDb db,
        Guid[] people,
        CancellationToken cancel
    ) => HeldBy.For(db)(db, people).ToListAsync(cancel);

    private static Viewer Make(
        Guid personId,
        string fullName,
        Unit district,
        IEnumerable<Held> held
    ) =>
        new(
            personId,
            fullName,
            district,
            [
                .. held.Select(h => h.Unit)
                    .DistinctBy(u => u.Id)
                    .OrderByDescending(u => u.Kind)
                    .ThenBy(u => u.Name, StringComparer.Ordinal),
            ],
            [.. held.Where(h => h.Role != 0).Select(h => new HeldRole(h.Unit.Id, (Role)h.Role))],
            [.. held.Where(h => h.Role == 0).Select(h => new HeldSeat(h.Unit.Id, h.Facilitates))]
        );

    // No role stands for a seat.
    private sealed record Held(Guid PersonId, int Role, bool Facilitates, Unit Unit);

    // And this for belonging to the district.
    private const int InDistrict = -1;

    private sealed record SignedInRow(
        string GivenName,
        string FamilyName,
        DateOnly? AccessEndsOn,
        Held Held
    );

    // The person, their district, roles, seats and the units of these come in one query: each page pays for it.
    private static readonly HotQuery<
        Func<ThroughlineDb, Guid, string, IAsyncEnumerable<SignedInRow>>
    > SignedIn = new(() =>
        EF.CompileAsyncQuery(
            (ThroughlineDb db, Guid id, string stamp) =>
                db.Set<RoleAssignment>()
                    .Where(r => r.PersonId == id && r.Status == RoleStatus.Active)
                    .Select(r => new
                    {
                        r.UnitId,
                        Role = (int)r.Role,
                        Facilitates = false,
                    })
                    .Concat(
                        db.Set<IltMembership>()
                            .Where(m => m.PersonId == id && m.Until == null)
                            .Select(m => new
                            {
                                m.UnitId,
                                Role = 0,
                                m.Facilitates,
                            })
                    )
                    .Concat(
                        db.Set<Person>()
                            .Where(p => p.Id == id)
                            .Select(p => new
                            {
                                UnitId = p.DistrictId,
                                Role = InDistrict,
                                Facilitates = false,
                            })
                    )
                    .Join(
                        db.Set<Unit>().AsNoTracking(),
                        h => h.UnitId,
                        u => u.Id,
                        (h, u) => new { Held = h, Unit = u }
                    )
                    .SelectMany(
                        h =>
                            db.Set<Person>()
                                .Where(p => p.Id == id && p.LeftOn == null)
                                .Where(p =>
                                    db.Users.Any(a => a.Id == p.Id && a.SecurityStamp == stamp)
                                ),
                        (h, p) =>
                            new SignedInRow(
                                p.GivenName,
                                p.FamilyName,
                                p.AccessEndsOn,
                                new Held(id, h.Held.Role, h.Held.Facilitates, h.Unit)
                            )
                    )
        )
    );

    // The same of many, who need no cookie.
    private static readonly HotQuery<Func<ThroughlineDb, Guid[], IAsyncEnumerable<Held>>> HeldBy =
        new(() =>
            EF.CompileAsyncQuery(
                (ThroughlineDb db, Guid[] people) =>
                    db.Set<RoleAssignment>()
                        .Where(r => people.Contains(r.PersonId) && r.Status == RoleStatus.Active)
                        .Select(r => new
                        {
                            r.PersonId,
                            r.UnitId,
                            Role = (int)r.Role,
                            Facilitates = false,
                        })
                        .Concat(
                            db.Set<IltMembership>()
                                .Where(m => people.Contains(m.PersonId) && m.Until == null)
                                .Select(m => new
                                {
                                    m.PersonId,
                                    m.UnitId,
                                    Role = 0,
                                    m.Facilitates,
                                })
                        )
                        .Join(
                            db.Set<Unit>().AsNoTracking(),
                            h => h.UnitId,
                            u => u.Id,
                            (h, u) => new Held(h.PersonId, h.Role, h.Facilitates, u)
                        )
            )
        );
}
