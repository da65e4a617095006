using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Data.Saving;
using Throughline.Domain.Units;
using Throughline.Web.Access;
using Throughline.Web.Ui;

namespace Throughline.Web.Features.Units.Settings;

/// <summary>Closes a school for good, or opens a closed one again. A district is no school: it has no such page.</summary>
[Needs(Permission.ManageSchools)]
public sealed class ClosureModel(ThroughlineDb db, Here here) : PageModel
{
    public IActionResult OnGet() => IsSchool ? Page() : NotFound();

    [Needs(Permission.ManageSchools)]
    public Task<IActionResult> OnPostAsync(CancellationToken cancel) =>
        SaveAsync(s => s.Close(here.Today), "is closed. Its record stays readable.", cancel);

    [Needs(Permission.ManageSchools)]
    public Task<IActionResult> OnPostReopenAsync(CancellationToken cancel) =>
        SaveAsync(s => s.Reopen(), "is open again.", cancel);

    private bool IsSchool => here.Unit.Kind == UnitKind.School;

    private async Task<IActionResult> SaveAsync(
        Action<Unit> act,
        string done,
        CancellationToken cancel
    )
    {
        if (!IsSchool)
        {
            return NotFound();
        }

        // Whoever saves the school's settings at the same moment does not matter: the school is closed all the same.
        var school = await ConflictRetry.RunAsync(
            db,
            async () =>
            {
                var unit = await db.Set<Unit>().SingleAsync(u => u.Id == here.Unit.Id, cancel);
                act(unit);
                await db.SaveChangesAsync(cancel);
                return unit;
            }
        );
        this.Say($"{school.Name} {done}");
        return Redirect($"/{school.Slug}");
    }
}
