using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Data.Saving;
using Throughline.Data.Units;
using Throughline.Domain.Shared;
using Throughline.Domain.Units;
using Throughline.Web.Access;
using Throughline.Web.Ui;

namespace Throughline.Web.Features.Units.People;

/// <summary>Gives a person roles at this unit and ends them. Roles at other units are shown, and changed there.</summary>
[Needs(Permission.ManagePeople)]
public sealed class PersonRolesModel(ThroughlineDb db, Here here) : PageModel
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    public PersonFile About { get; private set; } = null!;

    /// <summary>Roles that are not over, here.</summary>
    public IEnumerable<RoleAssignment> AtUnit =>
        About.Open.Where(r => r.Unit.Id == here.Unit.Id).Select(r => r.Role);

    /// <summary>Nobody ends their own leadership: the last one to lead would lock everybody out.</summary>
    public bool MayEnd(RoleAssignment role) =>
        here.MayGive(role.Role, here.Unit)
        && !(RoleAssignment.Leads(role.Role) && role.PersonId == here.Viewer.PersonId);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel) =>
        await FindAsync(id, cancel) ? Page() : NotFound();

    [Needs(Permission.ManagePeople)]
    public async Task<IActionResult> OnPostGiveAsync(Guid id, CancellationToken cancel)
    {
        if (!await FindAsync(id, cancel))
        {
            return NotFound();
        }

        var person = About.Person;
        if (Give() is { } refusal)
        {
            return this.Refuse(refusal);
        }

        if (!await db.TrySaveAsync(cancel))
        {
            return this.Refuse(new($"{person.FullName} was just given this role.", "Role"));
        }

        return Done(
            $"{person.FullName} is {RoleWords.Of(Input.Role!.Value, here.Unit.Words)} of {here.Unit.Name}."
        );
    }

    [Needs(Permission.ManagePeople)]
    public async Task<IActionResult> OnPostEndAsync(Guid id, Guid role, CancellationToken cancel)
    {
        if (!await FindAsync(id, cancel))
        {
            return NotFound();
        }

        var ending = AtUnit.SingleOrDefault(r => r.Id == role);
        if (ending is null)
        {
            return Done("This role is over already.");
        }

        if (!MayEnd(ending))
        {
            return NotFound();
        }

        ending.End(here.Now);
        if (!AtUnit.Any())
        {
            // Who has no role here any more does not speak for anybody here either.
            await db.LeaveTeamsAsync(id, here.Unit.Id, here.Now, cancel);
        }

        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            return Done("Someone changed this at the same moment. Look how it stands now.");
        }

        return Done(
            $"{About.Person.FullName} is no longer {RoleWords.Of(ending.Role, here.Unit.Words)} of {here.Unit.Name}."
        );
    }

    private Refusal? Give()
    {
        if (About.Person.IsReviewer)
        {
            return About.Person.NoRole();
        }

        if (About.Person.LeftOn is not null)
        {
            return new($"{About.Person.FullName} has left. Bring them back first.");
        }

        if (Input.Role is not { } role || !here.MayGive(role, here.Unit))
        {
            return new("Choose a role.", "Role");
        }

        if (AtUnit.Any(r => r.Role == role))
        {
            return new($"{About.Person.FullName} has this role here already.", "Role");
        }

        var given = RoleAssignment.Give(About.Person.Id, here.Unit, role, here.Now);
        if (!given.IsOk)
        {
            return given.Refusal;
        }

        db.Add(given.Value);
        return null;
    }

    private RedirectResult Done(string what)
    {
        this.Say(what);
        return Redirect($"/{here.Unit.Slug}/settings/people/{About.Person.Id}/roles");
    }

    private async Task<bool> FindAsync(Guid id, CancellationToken cancel) =>
        await PersonFile.LoadAsync(db, here.Unit, id, cancel) is { } file
        && (About = file) is not null;

    public sealed class InputModel
    {
        public Role? Role { get; set; }
    }
}
