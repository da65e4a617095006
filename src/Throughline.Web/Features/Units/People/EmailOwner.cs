using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Domain.Units;

namespace Throughline.Web.Features.Units.People;

/// <summary>Who has an e-mail address already, so that a message can name them.</summary>
public sealed record EmailOwner(
    Guid PersonId,
    string Name,
    string? Where,
    bool HasLeft,
    bool IsReviewer
)
{
    /// <summary>What the person who typed the address reads.</summary>
    public string Message =>
        IsReviewer
            ? $"This address belongs to {Name}, an outside reviewer. If {Name} works here now, enter another address on the reviewer's page first."
        : HasLeft
            ? $"This address belongs to {Name}, who has left. Bring {Name} back instead, or enter another address."
        : $"This address belongs to {Name}{(Where is null ? "" : $" of {Where}")}. Enter another one, or leave it empty.";

    /// <summary>The other person of this district with the address, or null.</summary>
    public static async Task<EmailOwner?> FindAsync(
        ThroughlineDb db,
        string? email,
        Guid? except,
        CancellationToken cancel
    ) =>
        email is null
            ? null
            : await db.Set<Person>()
                .Where(p => p.Email == email && p.Id != except)
                .Select(p => new EmailOwner(
                    p.Id,
                    p.GivenName + " " + p.FamilyName,
                    db.Set<RoleAssignment>()
                        .Where(r => r.PersonId == p.Id && r.Status == RoleStatus.Active)
                        .Join(db.Set<Unit>(), r => r.UnitId, u => u.Id, (_, u) => u.Name)
                        .OrderBy(name => name)
                        .FirstOrDefault(),
                    p.LeftOn != null,
                    p.AccessEndsOn != null
                ))
                .FirstOrDefaultAsync(cancel);
}
