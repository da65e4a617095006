using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Domain.Units;
using Throughline.Web.Access;
using Throughline.Web.Features.SignIn;
using Throughline.Web.Ui;

namespace Throughline.Web.Features.Units.People;

/// <summary>Invites everybody of one school, or of the district's office, who has never been invited. Says first what is sent, and to whom.</summary>
[Needs(Permission.ManagePeople)]
public sealed class InviteAllModel(ThroughlineDb db, Here here, Invitations invitations) : PageModel
{
    /// <summary>Who is invited by one post; a larger staff takes another one.</summary>
    public const int Most = 300;

    public IReadOnlyList<(string Name, string Email)> People { get; private set; } = [];

    /// <summary>Names of those who cannot be invited for want of an address.</summary>
    public IReadOnlyList<string> WithoutAddress { get; private set; } = [];

    /// <summary>People with a role at the unit itself and an address, whom nobody has invited and who have no password.</summary>
    public static IQueryable<Person> Waiting(ThroughlineDb db, Unit unit) =>
        NeverInvited(db, unit).Where(p => p.Email != null);

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var people = await Ordered(NeverInvited(db, here.Unit))
            .AsNoTracking()
            .Select(p => new { Name = p.GivenName + " " + p.FamilyName, p.Email })
            .ToListAsync(cancel);
        People = [.. people.Where(p => p.Email is not null).Select(p => (p.Name, p.Email!))];
        WithoutAddress = [.. people.Where(p => p.Email is null).Select(p => p.Name)];
    }

    [Needs(Permission.ManagePeople)]
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var people = await Ordered(Waiting(db, here.Unit)).Take(Most).ToListAsync(cancel);
        var refused = new List<string>();
        foreach (var person in people)
        {
            var invited = await invitations.InviteAsync(person, here.Unit, cancel);
            if (!invited.IsOk)
            {
                refused.Add(invited.Refusal!.Message);
            }
        }

        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            await OnGetAsync(cancel);
            return this.Refuse(
                new(
                    "Someone changed one of these people at the same moment. Nothing was sent; try again."
                )
            );
        }

        var sent = people.Count - refused.Count;
        this.Say(
            string.Join(
                ' ',
                refused
                    .Take(5)
                    .Prepend(
                        $"{Words.Count(sent, "invitation is", "invitations are")} on {(sent == 1 ? "its" : "their")} way."
                    )
            )
        );
        return Redirect($"/{here.Unit.Slug}/settings/people");
    }

    private static IQueryable<Person> NeverInvited(ThroughlineDb db, Unit unit) =>
        db.Set<Person>()
            .Where(p =>
                p.LeftOn == null
                && p.InvitedAt == null
                && !db.Users.Any(a => a.Id == p.Id && a.PasswordHash != null)
                && db.Set<RoleAssignment>()
                    .Any(r =>
                        r.PersonId == p.Id && r.UnitId == unit.Id && r.Status == RoleStatus.Active
                    )
            );

    private static IOrderedQueryable<Person> Ordered(IQueryable<Person> people) =>
        people.OrderBy(p => p.SearchText).ThenBy(p => p.Id);
}
