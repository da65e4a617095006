using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Data.Saving;
using Throughline.Domain.Teams;
using Throughline.Domain.Units;
using Throughline.Web.Access;
using Throughline.Web.Ui;

namespace Throughline.Web.Features.Teams.Founding;

/// <summary>Who keeps the norms, by term: now, before, and from when on.</summary>
[Needs(Permission.SeeUnit)]
public sealed class KeeperModel(ThroughlineDb db, FoundingDesk desk, Here here) : PageModel
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    public IReadOnlyList<KeeperTerm> Terms { get; private set; } = [];

    /// <summary>Who can be named.</summary>
    public IReadOnlyList<MemberView> Members { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await LoadAsync(cancel))
        {
            return NotFound();
        }

        var last = Terms.Count > 0 ? Terms[0].Until : here.Today.AddDays(-1);
        Input.From ??= last < here.Today ? here.Today : last.AddDays(1);
        return Page();
    }

    [Needs(Permission.GuideTeam)]
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var version = Input.Version;
        if (!await LoadAsync(cancel))
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return this.Again();
        }

        var ilt = await db.Set<Ilt>()
            .Include(i => i.Memberships)
            .Include(i => i.NormsKeepers)
            .AsSplitQuery()
            .SingleAsync(i => i.UnitId == here.Unit.Id, cancel);
        var named = ilt.LetKeepNorms(Input.PersonId, Input.From, Input.Until, here.Today, here.Now);
        if (!named.IsOk)
        {
            return this.Refuse(named.Refusal!);
        }

        db.Expect(ilt, version);
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            await LoadAsync(cancel);
            return this.Conflict(
                (
                    "Terms",
                    string.Join(
                        "; ",
                        Terms.Take(3).Select(t => $"{t.Name} until {Days.Full(t.Until)}")
                    ),
                    NameOf(Input.PersonId)
                )
            );
        }

        this.Say(
            $"{NameOf(Input.PersonId)} keeps the norms until {Days.Full(Input.Until!.Value)}."
        );
        return Redirect($"/{here.Unit.Slug}/team/norms/keeper");
    }

    private string? NameOf(Guid? personId) => Members.FirstOrDefault(m => m.Id == personId)?.Name;

    private async Task<bool> LoadAsync(CancellationToken cancel)
    {
        var ilt = await db.Set<Ilt>()
            .AsNoTracking()
            .Where(i => i.UnitId == here.Unit.Id)
            .Select(i => (int?)i.Version)
            .SingleOrDefaultAsync(cancel);
        Terms = await db.Set<NormsKeeperTerm>()
            .AsNoTracking()
            .Where(t => t.UnitId == here.Unit.Id)
            .Join(
                db.Set<Person>(),
                t => t.PersonId,
                p => p.Id,
                (t, p) => new { Name = p.GivenName + " " + p.FamilyName, t }
            )
            .OrderByDescending(k => k.t.From)
            .Take(50)
            .Select(k => new KeeperTerm(k.Name, k.t.From, k.t.Until))
            .ToListAsync(cancel);
        Members = here.Can(Permission.GuideTeam) ? await desk.MembersAsync(cancel) : [];
        Input.Version = ilt;
        return ilt is not null;
    }

    public sealed class InputModel
    {
        public Guid? PersonId { get; set; }
        public DateOnly? From { get; set; }
        public DateOnly? Until { get; set; }
        public int? Version { get; set; }
    }
}

/// <summary>A term as the page shows it.</summary>
public sealed record KeeperTerm(string Name, DateOnly From, DateOnly Until);
