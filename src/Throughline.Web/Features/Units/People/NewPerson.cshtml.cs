using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Data.Saving;
using Throughline.Domain.Shared;
using Throughline.Domain.Units;
using Throughline.Web.Access;
using Throughline.Web.Features.SignIn;
using Throughline.Web.Ui;

namespace Throughline.Web.Features.Units.People;

/// <summary>Adds a person to the staff. Who works elsewhere in the district already is given a role here instead of a second record.</summary>
[Needs(Permission.ManagePeople)]
public sealed class NewPersonModel(ThroughlineDb db, Here here, Invitations invitations) : PageModel
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    /// <summary>Who has the typed address already.</summary>
    public EmailOwner? Owner { get; private set; }

    public void OnGet() { }

    [Needs(Permission.ManagePeople)]
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!ModelState.IsValid)
        {
            return this.Again();
        }

        var made = Person.New(
            here.Unit.DistrictId,
            Input.GivenName,
            Input.FamilyName,
            Input.Email,
            here.Now
        );
        if (!made.IsOk)
        {
            return this.Refuse(made.Refusal!);
        }

        var person = made.Value;
        var role = Give(person.Id);
        if (!role.IsOk)
        {
            return this.Refuse(role.Refusal!);
        }

        db.AddRange(person, role.Value);
        return await OwnedAsync(person.Email, cancel)
            ?? await InvitedAsync(person, cancel)
            ?? await SavedAsync(person, cancel);
    }

    /// <summary>Gives a role here to someone of the district's staff.</summary>
    [Needs(Permission.ManagePeople)]
    public async Task<IActionResult> OnPostHereAsync(Guid person, CancellationToken cancel)
    {
        var found = await db.Set<Person>()
            .SingleOrDefaultAsync(p => p.Id == person && p.LeftOn == null, cancel);
        if (found is null)
        {
            return NotFound();
        }

        if (found.IsReviewer)
        {
            return this.Refuse(found.NoRole());
        }

        var role = Give(found.Id);
        if (!role.IsOk)
        {
            return this.Refuse(role.Refusal!);
        }

        if (await HasAsync(role.Value, cancel))
        {
            return this.Refuse(new($"{found.FullName} has this role here already.", "Role"));
        }

        db.Add(role.Value);
        return await SavedAsync(found, cancel);
    }

    private Result<RoleAssignment> Give(Guid personId) =>
        Input.Role is not { } role || !here.MayGive(role, here.Unit)
            ? Result.Refused<RoleAssignment>("Choose a role.", "Role")
            : RoleAssignment.Give(personId, here.Unit, role, here.Now);

    private Task<bool> HasAsync(RoleAssignment role, CancellationToken cancel) =>
        db.Set<RoleAssignment>()
            .AnyAsync(
                r =>
                    r.PersonId == role.PersonId
                    && r.UnitId == role.UnitId
                    && r.Role == role.Role
                    && r.Status != RoleStatus.Ended,
                cancel
            );

    private async Task<IActionResult?> OwnedAsync(string? email, CancellationToken cancel)
    {
        Owner = await EmailOwner.FindAsync(db, email, except: null, cancel);
        return Owner is null ? null : this.Refuse(new(Owner.Message, "Email"));
    }

    private async Task<IActionResult?> InvitedAsync(Person person, CancellationToken cancel)
    {
        if (!Input.Invite)
        {
            return null;
        }

        var invited = await invitations.InviteAsync(person, here.Unit, cancel);
        return invited.IsOk ? null : this.Refuse(invited.Refusal!);
    }

    private async Task<IActionResult> SavedAsync(Person person, CancellationToken cancel)
    {
        if (!await db.TrySaveAsync(cancel))
        {
            return await OwnedAsync(person.Email, cancel)
                ?? this.Refuse(new($"{person.FullName} has this role here already.", "Role"));
        }

        var role = RoleWords.Of(Input.Role!.Value, here.Unit.Words);
        this.Say(
            $"{person.FullName} is {role} of {here.Unit.Name}{(Input.Invite ? ", and the invitation is on its way" : "")}."
        );
        return Redirect($"/{here.Unit.Slug}/settings/people/{person.Id}");
    }

    public sealed class InputModel
    {
        public string? GivenName { get; set; }
        public string? FamilyName { get; set; }
        public string? Email { get; set; }
        public Role? Role { get; set; }
        public bool Invite { get; set; }
    }
}
