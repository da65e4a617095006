using Microsoft.EntityFrameworkCore;
using Throughline.Data;
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

    /// <summary>Null for a person who left and for a cookie from before the account's stamp changed: neither opens anything.</summary>
    public static async Task<Viewer?> LoadAsync(
        ThroughlineDb db,
        SignInCookie cookie,
        CancellationToken cancel
    )
    {
        var person = await PersonOf.For(db)(db, cookie.PersonId, cookie.Stamp, cancel);
        if (person is null)
        {
            return null;
        }

        // Roles and seats come in one query: each page pays for it.
        List<HeldRole> roles = [];
        List<HeldSeat> seats = [];
        await foreach (var held in HeldBy.For(db)(db, cookie.PersonId).WithCancellation(cancel))
        {
            if (held.Role == 0)
            {
                seats.Add(new(held.UnitId, held.Facilitates));
            }
            else
            {
                roles.Add(new(held.UnitId, (Role)held.Role));
            }
        }

        return new Viewer(
            cookie.PersonId,
            person.DistrictId,
            $"{person.GivenName} {person.FamilyName}",
            roles,
            seats
        );
    }

    private sealed record PersonRow(Guid DistrictId, string GivenName, string FamilyName);

    private sealed record HeldRow(Guid UnitId, int Role, bool Facilitates);

    private static readonly HotQuery<
        Func<ThroughlineDb, Guid, string, CancellationToken, Task<PersonRow?>>
    > PersonOf = new(() =>
        EF.CompileAsyncQuery(
            (ThroughlineDb db, Guid id, string stamp, CancellationToken cancel) =>
                db.Set<Person>()
                    .Where(p => p.Id == id && p.LeftOn == null)
                    .Where(p => db.Users.Any(a => a.Id == p.Id && a.SecurityStamp == stamp))
                    .Select(p => new PersonRow(p.DistrictId, p.GivenName, p.FamilyName))
                    .SingleOrDefault()
        )
    );

    private static readonly HotQuery<Func<ThroughlineDb, Guid, IAsyncEnumerable<HeldRow>>> HeldBy =
        new(() =>
            EF.CompileAsyncQuery(
                (ThroughlineDb db, Guid id) =>
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
                        .Select(h => new HeldRow(h.UnitId, h.Role, h.Facilitates))
            )
        );
}
