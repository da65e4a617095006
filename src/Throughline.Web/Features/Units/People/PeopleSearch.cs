using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Domain.Units;

namespace Throughline.Web.Features.Units.People;

/// <summary>Which people a list shows.</summary>
public enum PeopleShown
{
    Here,
    Proposed,
    NotInvited,
    NotSignedIn,
    Reviewers,
    Left,
}

/// <summary>What someone looks for among the staff: typed words, a role, a state. A district looks among all its staff.</summary>
public sealed class PeopleSearch
{
    /// <summary>Most rows of a page.</summary>
    public const int PageSize = 50;

    /// <summary>Parts of a name or an address, in any order.</summary>
    public string? Q { get; set; }

    public Role? Role { get; set; }

    public PeopleShown Show { get; set; }

    /// <summary>At a district: only who works in the district's own office.</summary>
    public bool Office { get; set; }

    /// <summary>The last person of the page before. An id and not a name: addresses end up in logs.</summary>
    public Guid? After { get; set; }

    public bool IsNarrowed =>
        Q is not null || Role is not null || Show != PeopleShown.Here || Office;

    /// <summary>The address part of the page that begins after a person.</summary>
    public QueryString Next(Guid after)
    {
        var next = QueryString.Create("After", after.ToString());
        next = Q is null ? next : next.Add("Q", Q);
        next = Role is { } role
            ? next.Add("Role", ((int)role).ToString(CultureInfo.InvariantCulture))
            : next;
        next = Show == PeopleShown.Here ? next : next.Add("Show", Show.ToString());
        return Office ? next.Add("Office", "true") : next;
    }

    /// <summary>Who matches, in no order yet.</summary>
    /// <param name="db">The store.</param>
    /// <param name="unit">Where.</param>
    /// <param name="everyone">True to look among all staff of the district, also at a school.</param>
    public IQueryable<Person> In(ThroughlineDb db, Unit unit, bool everyone = false)
    {
        var (roles, accounts, left) = (
            db.Set<RoleAssignment>(),
            db.Users,
            Show == PeopleShown.Left
        );
        var narrow = !everyone && (unit.Kind == UnitKind.School || Office);
        var people = db.Set<Person>().AsNoTracking().Where(p => p.LeftOn != null == left);
        if (narrow)
        {
            people = people.Where(p =>
                roles.Any(r =>
                    r.PersonId == p.Id
                    && r.UnitId == unit.Id
                    && (left || r.Status != RoleStatus.Ended)
                )
            );
        }

        if (Role is { } role)
        {
            people = people.Where(p =>
                roles.Any(r =>
                    r.PersonId == p.Id
                    && r.Role == role
                    && (left || r.Status == RoleStatus.Active)
                    && (!narrow || r.UnitId == unit.Id)
                )
            );
        }

        people = Show switch
        {
            PeopleShown.Proposed => people.Where(p =>
                roles.Any(r =>
                    r.PersonId == p.Id
                    && r.Status == RoleStatus.Proposed
                    && (!narrow || r.UnitId == unit.Id)
                )
            ),
            PeopleShown.NotInvited => people.Where(p =>
                p.InvitedAt == null && !accounts.Any(a => a.Id == p.Id && a.PasswordHash != null)
            ),
            PeopleShown.NotSignedIn => people.Where(p =>
                p.InvitedAt != null && !accounts.Any(a => a.Id == p.Id && a.LastSignInAt != null)
            ),
            PeopleShown.Reviewers => people.Where(p => p.AccessEndsOn != null),
            _ => people,
        };
        foreach (var word in Words())
        {
            people = people.Where(p => p.SearchText.Contains(word));
        }

        return people;
    }

    /// <summary>The people after the last one of the page before, by family name; one more than a page holds.</summary>
    public async Task<List<PersonRow>> PageAsync(
        ThroughlineDb db,
        Unit unit,
        CancellationToken cancel
    )
    {
        var people = In(db, unit);
        if (
            After is { } after
            && await db.Set<Person>()
                .Where(p => p.Id == after)
                .Select(p => p.SearchText)
                .SingleOrDefaultAsync(cancel)
                is { } text
        )
        {
            people = people.Where(p =>
                string.Compare(p.SearchText, text) > 0
                || (p.SearchText == text && p.Id.CompareTo(after) > 0)
            );
        }

        return await people
            .OrderBy(p => p.SearchText)
            .ThenBy(p => p.Id)
            .Take(PageSize + 1)
            .Select(p => new PersonRow(
                p.Id,
                p.FamilyName + ", " + p.GivenName,
                p.Email,
                p.LeftOn,
                p.AccessEndsOn,
                p.InvitedAt,
                db.Users.Where(a => a.Id == p.Id).Select(a => a.LastSignInAt).FirstOrDefault(),
                db.Users.Any(a => a.Id == p.Id && a.PasswordHash != null)
            ))
            .ToListAsync(cancel);
    }

    // Search text is kept in lower case, so that both engines find the same: SQLite tells cases apart, PostgreSQL's LIKE too.
    private IEnumerable<string> Words() =>
        (Domain.Shared.Text.CleanLine(Q) ?? "")
            .ToLowerInvariant()
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Take(6)
            .Select(word => Domain.Shared.Text.Cut(word, 100));
}
