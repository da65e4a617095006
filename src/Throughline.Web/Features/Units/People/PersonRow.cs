using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Domain.Units;

namespace Throughline.Web.Features.Units.People;

/// <summary>Leadership that a roster proposes and someone has to answer.</summary>
public sealed record Proposal(Guid Id, Guid PersonId, string Name, Role Role, Unit Unit)
{
    /// <summary>What it can be confirmed as: rosters say “administrator” of principals too.</summary>
    public IEnumerable<Role> Answers =>
        RoleChoices
            .Fitting(Unit)
            .Where(r => RoleAssignment.Leads(r) || r == Role)
            .OrderByDescending(r => r == Role);
}

/// <summary>A role as a list names it.</summary>
public sealed record RowRole(Role Role, bool IsProposed, Guid UnitId, string UnitName, UnitWords Words);

/// <summary>A person in a list of staff.</summary>
public sealed record PersonRow(
    Guid Id,
    string Name,
    string? Email,
    DateOnly? LeftOn,
    DateTime? InvitedAt,
    DateTime? SignedInAt,
    bool HasPassword,
    IReadOnlyList<RowRole> Roles
)
{
    /// <summary>Adds roles and sign-in state to the people of a page, in two queries however many there are.</summary>
    public static async Task<IReadOnlyList<PersonRow>> LoadAsync(
        ThroughlineDb db,
        IReadOnlyList<Person> people,
        CancellationToken cancel
    )
    {
        var ids = people.Select(p => p.Id).ToList();
        var roles = (
            await db.Set<RoleAssignment>()
                .AsNoTracking()
                .Where(r => ids.Contains(r.PersonId) && r.Status != RoleStatus.Ended)
                .Join(
                    db.Set<Unit>(),
                    r => r.UnitId,
                    u => u.Id,
                    (r, u) => new { r.PersonId, r.Role, r.Status, u.Id, u.Name, u.Words }
                )
                .ToListAsync(cancel)
        ).ToLookup(
            r => r.PersonId,
            r => new RowRole(r.Role, r.Status == RoleStatus.Proposed, r.Id, r.Name, r.Words)
        );
        var accounts = await db
            .Users.AsNoTracking()
            .Where(a => ids.Contains(a.Id))
            .Select(a => new { a.Id, a.LastSignInAt, HasPassword = a.PasswordHash != null })
            .ToDictionaryAsync(a => a.Id, cancel);
        return
        [
            .. people.Select(p =>
            {
                var account = accounts.GetValueOrDefault(p.Id);
                return new PersonRow(
                    p.Id,
                    $"{p.FamilyName}, {p.GivenName}",
                    p.Email,
                    p.LeftOn,
                    p.InvitedAt,
                    account?.LastSignInAt,
                    account?.HasPassword == true,
                    [.. roles[p.Id].OrderBy(r => r.Role)]
                );
            }),
        ];
    }
}
