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

namespace Throughline.Web.Features.Districts;

/// <summary>Adds a school by hand; a roster never touches it.</summary>
[Needs(Permission.ManageSchools)]
public sealed class NewSchoolModel(ThroughlineDb db, Here here) : PageModel
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    public IActionResult OnGet() => here.Unit.Kind == UnitKind.District ? Page() : NotFound();

    [Needs(Permission.ManageSchools)]
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (here.Unit.Kind != UnitKind.District)
        {
            return NotFound();
        }

        var name = Text.Required(Input.Name, "the name", 120, "Name");
        if (!name.IsOk)
        {
            return this.Refuse(name.Refusal!);
        }

        var slug = Input.Slug?.Trim().ToLowerInvariant();
        if (string.IsNullOrEmpty(slug))
        {
            slug = await UnitAddresses.FirstFreeAsync(db, name.Value, cancel);
        }
        else if (Slug.IsValid(slug) && await UnitAddresses.IsTakenAsync(db, slug, null, cancel))
        {
            return this.Refuse(Taken(slug));
        }

        var school = Unit.NewSchool(here.Unit, name.Value, slug, here.Now);
        if (!school.IsOk)
        {
            return this.Refuse(school.Refusal!);
        }

        db.Add(school.Value);
        if (!await db.TrySaveAsync(cancel))
        {
            return this.Refuse(Taken(slug));
        }

        this.Say($"{school.Value.Name} is added.");
        return Redirect($"/{slug}");
    }

    private static Refusal Taken(string slug) =>
        new(
            $"Another school or district has the address {slug}, or had it. Choose another, or leave the field empty.",
            "Slug"
        );

    public sealed class InputModel
    {
        public string? Name { get; set; }
        public string? Slug { get; set; }
    }
}
