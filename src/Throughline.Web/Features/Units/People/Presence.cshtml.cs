using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Data.Saving;
using Throughline.Data.Units;
using Throughline.Domain.Units;
using Throughline.Web.Access;
using Throughline.Web.Ui;

namespace Throughline.Web.Features.Units.People;

/// <summary>Someone leaves the district, or comes back with one role at this unit; or the access of an outside reviewer ends. Says first what ends.</summary>
[Needs(Permission.ManagePeople)]
public sealed class PresenceModel(ThroughlineDb db, Here here) : PageModel
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    public PersonFile About { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel) =>
        await FindAsync(id, cancel) ? Page() : NotFound();

    [Needs(Permission.ManagePeople)]
    public async Task<IActionResult> OnPostLeaveAsync(Guid id, CancellationToken cancel)
    {
        if (!await FindAsync(id, cancel))
        {
            return NotFound();
        }

        if (About.Person.IsReviewer)
        {
            var ended = await db.EndReviewAsync(
                About.Person,
                await PersonAccess.TodayAsync(db, here.Now, cancel),
                cancel
            );
            return ended.IsOk
                ? await SavedAsync($"The access of {About.Person.FullName} has ended.", cancel)
                : this.Refuse(ended.Refusal!);
        }

        await db.LeaveAsync(About.Person, here.Today, here.Now, cancel);
        return await SavedAsync($"{About.Person.FullName} has left. Access has ended.", cancel);
    }

    [Needs(Permission.ManagePeople)]
    public async Task<IActionResult> OnPostReturnAsync(Guid id, CancellationToken cancel)
    {
        if (!await FindAsync(id, cancel))
        {
            return NotFound();
        }

        if (About.Person.IsReviewer)
        {
            return this.Refuse(About.Person.NoRole());
        }

        if (Input.Role is not { } role || !here.MayGive(role, here.Unit))
        {
            return this.Refuse(new("Choose the role they come back with.", "Role"));
        }

        var given = RoleAssignment.Give(id, here.Unit, role, here.Now);
        if (!given.IsOk)
        {
            return this.Refuse(given.Refusal!);
        }

        About.Person.Return();
        if (!About.Open.Any(r => r.Unit.Id == here.Unit.Id && r.Role.Role == role))
        {
            db.Add(given.Value);
        }

        return await SavedAsync(
            $"{About.Person.FullName} is back, as {RoleWords.Of(role, here.Unit.Words)} of {here.Unit.Name}.",
            cancel
        );
    }

    private async Task<IActionResult> SavedAsync(string done, CancellationToken cancel)
    {
        try
        {
            await db.SaveChangesAsync(cancel);
            this.Say(done);
        }
        catch (DbUpdateConcurrencyException)
        {
            this.Say(
                $"Someone changed {About.Person.FullName} or a team they sit on at the same moment. Nothing was saved; look and try again."
            );
        }

        return Redirect($"/{here.Unit.Slug}/settings/people/{About.Person.Id}");
    }

    // One's own leaving is somebody else's to say: the last administrator must not lock everybody out.
    private async Task<bool> FindAsync(Guid id, CancellationToken cancel) =>
        id != here.Viewer.PersonId
        && await PersonFile.LoadAsync(db, here.Unit, id, cancel) is { } file
        && (About = file).MayBeCorrectedBy(here);

    public sealed class InputModel
    {
        public Role? Role { get; set; }
    }
}
