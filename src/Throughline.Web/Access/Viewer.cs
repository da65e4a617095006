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
public sealed record Viewer(
    Guid PersonId,
    Guid DistrictId,
    string FullName,
    IReadOnlyList<HeldRole> Roles,
    IReadOnlyList<HeldSeat> Seats
)
{
    /// <summary>Where the person has a role or a seat.</summary>
    public IReadOnlyList<Guid> UnitIds =>
        [.. Roles.Select(r => r.UnitId).Concat(Seats.Select(s => s.UnitId)).Distinct()];

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
        var person = await PersonOf.For(db)(db, personId, cookie.Stamp, cancel);
        if (
            person is null
            || (
                person.Zone is { } zone
                && !new PersonAccess(null, person.AccessEndsOn, zone).HoldsAt(now)
            )
        )
        {
            return null;
        }

        return Make(
            personId,
            person.DistrictId,
            $"{person.GivenName} {person.FamilyName}",
            await HeldAsync(db, [personId], cancel)
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
        return [.. people.Select(p => Make(p.Id, p.DistrictId, p.FullName, held[p.Id]))];
    }

    private static ValueTask<List<Held>> HeldAsync(
        ThroughlineDb db,
        Guid[] people,
        CancellationToken cancel
    ) => HeldBy.For(db)(db, people).ToListAsync(cancel);

    private static Viewer Make(
        Guid personId,
        Guid districtId,
        string fullName,
        IEnumerable<Held> held
    ) =>
        new(
            personId,
            districtId,
            fullName,
            [.. held.Where(h => h.Role != 0).Select(h => new HeldRole(h.UnitId, (Role)h.Role))],
            [.. held.Where(h => h.Role == 0).Select(h => new HeldSeat(h.UnitId, h.Facilitates))]
        );

    // No role stands for a seat.
    private sealed record Held(Guid PersonId, Guid UnitId, int Role, bool Facilitates);

    private sealed record PersonRow(
        Guid DistrictId,
        string GivenName,
        string FamilyName,
        DateOnly? AccessEndsOn,
        string? Zone
    );

    private static readonly HotQuery<
        Func<ThroughlineDb, Guid, string, CancellationToken, Task<PersonRow?>>
    > PersonOf = new(() =>
        EF.CompileAsyncQuery(
            (ThroughlineDb db, Guid id, string stamp, CancellationToken cancel) =>
                db.Set<Person>()
                    .Where(p => p.Id == id && p.LeftOn == null)
                    .Where(p => db.Users.Any(a => a.Id == p.Id && a.SecurityStamp == stamp))
                    .Select(p => new PersonRow(
                        p.DistrictId,
                        p.GivenName,
                        p.FamilyName,
                        p.AccessEndsOn,
                        // Asked for reviewers alone: each page pays for it.
                        p.AccessEndsOn == null
                            ? null
                            : db.Set<Unit>()
                                .Where(u => u.Id == p.DistrictId)
                                .Select(u => u.TimeZoneId)
                                .FirstOrDefault()
                    ))
                    .SingleOrDefault()
        )
    );

    // Roles and seats come in one query: each page pays for it.
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
                        .Select(h => new Held(h.PersonId, h.UnitId, h.Role, h.Facilitates))
            )
        );
}
