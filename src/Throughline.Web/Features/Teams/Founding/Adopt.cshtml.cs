using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Data.Saving;
using Throughline.Domain.Shared;
using Throughline.Domain.Teams;
using Throughline.Web.Access;
using Throughline.Web.Ui;

namespace Throughline.Web.Features.Teams.Founding;

/// <summary>Adopts a draft as the next edition: what changes, on which day, who was there.</summary>
[Needs(Permission.GuideTeam)]
public sealed class AdoptModel(ThroughlineDb db, FoundingDesk desk, Here here) : PageModel
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    public FoundingText Founding { get; private set; } = null!;

    public IReadOnlyList<MemberView> Members { get; private set; } = [];

    /// <summary>The draft beside the edition in force.</summary>
    public IReadOnlyList<ComparedPart> Parts =>
        ComparedPart.Of(
            Founding.Kind,
            [
                .. Founding
                    .Current?.Parts.OrderBy(p => p.Place)
                    .Select(p => new PartView(p.PartId, p.Place, p.Words))
                    ?? [],
            ],
            [.. Founding.Draft.Select(p => new PartView(p.Id, p.Place, p.Words))]
        );

    /// <summary>Why it cannot be adopted as it stands; null when it can.</summary>
    public Refusal? WhyNot => Founding.WhyNotAdopted(here.Today);

    public string Path => desk.PathOf(Founding.Kind);

    public async Task<IActionResult> OnGetAsync(string text, CancellationToken cancel)
    {
        if (!await FindAsync(text, cancel))
        {
            return NotFound();
        }

        (Input.On, Input.Version) = (here.Today, Founding.Version);
        Input.Present = [.. Members.Select(m => m.Id)];
        return Page();
    }

    [Needs(Permission.GuideTeam)]
    public async Task<IActionResult> OnPostAsync(string text, CancellationToken cancel)
    {
        if (!await FindAsync(text, cancel))
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return this.Again();
        }

        if (Input.Version != Founding.Version)
        {
            return Changed();
        }

        var ilt = await db.Set<Ilt>()
            .AsNoTracking()
            .Include(i => i.Memberships)
            .SingleAsync(i => i.UnitId == here.Unit.Id, cancel);
        var adopted = Founding.Adopt(Input.On, Input.Present, ilt, here.Today, here.Now);
        if (!adopted.IsOk)
        {
            return this.Refuse(adopted.Refusal!);
        }

        db.Expect(Founding, Input.Version);
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            await FindAsync(text, cancel);
            return Changed();
        }

        this.Say($"Edition {adopted.Value.Number} is adopted. Everyone here reads it.");
        return Redirect(Path);
    }

    // The draft that was read is not the draft that would be adopted: nobody agreed on that one.
    private PageResult Changed()
    {
        ModelState.Remove("Input.Version");
        Input.Version = Founding.Version;
        ModelState.AddModelError(
            "",
            "Someone changed the draft while you read it. Read it again below, then adopt it."
        );
        return this.Again(StatusCodes.Status409Conflict);
    }

    private async Task<bool> FindAsync(string text, CancellationToken cancel)
    {
        if (await desk.FindWithEditionAsync(text, cancel) is not { } found)
        {
            return false;
        }

        Founding = found;
        Members = await desk.MembersAsync(cancel);
        return true;
    }

    public sealed class InputModel
    {
        public DateOnly? On { get; set; }
        public List<Guid> Present { get; set; } = [];
        public int? Version { get; set; }
    }
}
