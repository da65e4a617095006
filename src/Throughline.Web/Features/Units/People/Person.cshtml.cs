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

/// <summary>A person of the staff: name and address to correct, roles, and whether they can sign in.</summary>
[Needs(Permission.ManagePeople)]
public sealed class PersonModel(ThroughlineDb db, Here here, Invitations invitations) : PageModel
{
    [BindProperty]
    public PersonInput Input { get; set; } = new();

    public PersonFile About { get; private set; } = null!;

    public bool MayCorrect => About.MayBeCorrectedBy(here);

    public bool MayInvite =>
        About.Person is { LeftOn: null, IsReviewer: false, Email: not null } && !About.HasPassword;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        if (!await FindAsync(id, cancel))
        {
            return NotFound();
        }

        Input = PersonInput.Of(About.Person);
        return Page();
    }

    /// <summary>Corrects name and address; an account's address changes with it.</summary>
    [Needs(Permission.ManagePeople)]
    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancel)
    {
        if (!await FindAsync(id, cancel) || !MayCorrect)
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return this.Again();
        }

        var person = About.Person;
        db.Expect(person, Input.Version);
        var refusal =
            person.Correct(Input.GivenName, Input.FamilyName, Input.Email).Refusal
            ?? await SignInAddress.FollowAsync(db, person, cancel);
        if (refusal is not null)
        {
            return await ShowAgainAsync(id, refusal, cancel);
        }

        try
        {
            if (!await db.TrySaveAsync(cancel))
            {
                return await ShowAgainAsync(
                    id,
                    new("Someone else was just given this address. Enter another one.", "Email"),
                    cancel
                );
            }
        }
        catch (DbUpdateConcurrencyException)
        {
            return await ClashAsync(id, cancel);
        }

        this.Say($"{person.FullName} is saved.");
        return Redirect($"/{here.Unit.Slug}/settings/people/{id}");
    }

    /// <summary>Sends a mail with a link to choose a password, for the first time or again.</summary>
    [Needs(Permission.ManagePeople)]
    public async Task<IActionResult> OnPostInviteAsync(Guid id, CancellationToken cancel)
    {
        if (!await FindAsync(id, cancel))
        {
            return NotFound();
        }

        Input = PersonInput.Of(About.Person);
        var invited = await invitations.InviteAsync(About.Person, here.Unit, cancel);
        if (!invited.IsOk)
        {
            return this.Refuse(invited.Refusal!);
        }

        try
        {
            await db.SaveChangesAsync(cancel);
            this.Say($"The invitation to {About.Person.FullName} is on its way.");
        }
        catch (DbUpdateConcurrencyException)
        {
            this.Say(
                $"Someone changed {About.Person.FullName} at the same moment. No invitation was sent; look and try again."
            );
        }

        return Redirect($"/{here.Unit.Slug}/settings/people/{id}");
    }

    private async Task<bool> FindAsync(Guid id, CancellationToken cancel) =>
        await PersonFile.LoadAsync(db, here.Unit, id, cancel) is { } file
        && (About = file) is not null;

    // The page shows what is stored beside what was typed, not the change that was refused.
    private async Task<IActionResult> ShowAgainAsync(
        Guid id,
        Refusal refusal,
        CancellationToken cancel
    )
    {
        db.ChangeTracker.Clear();
        return await FindAsync(id, cancel) ? this.Refuse(refusal) : NotFound();
    }

    private async Task<IActionResult> ClashAsync(Guid id, CancellationToken cancel)
    {
        db.ChangeTracker.Clear();
        if (!await FindAsync(id, cancel))
        {
            return NotFound();
        }

        var saved = PersonInput.Of(About.Person);
        Input.Version = saved.Version;
        return this.Conflict(
            ("Given name", saved.GivenName, Input.GivenName),
            ("Family name", saved.FamilyName, Input.FamilyName),
            ("E-mail", saved.Email, Input.Email)
        );
    }
}
