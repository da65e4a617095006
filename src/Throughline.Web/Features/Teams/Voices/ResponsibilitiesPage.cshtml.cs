using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Data.Saving;
using Throughline.Domain.Teams;
using Throughline.Domain.Units;
using Throughline.Web.Access;
using Throughline.Web.Ui;

namespace Throughline.Web.Features.Teams.Voices;

/// <summary>What each seat asks, who has accepted it, and when the team looks at it again.</summary>
[Needs(Permission.SeeUnit)]
public sealed class ResponsibilitiesPageModel(ThroughlineDb db, Here here) : PageModel
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    public IReadOnlyList<Responsibilities> InForce { get; private set; } = [];

    public IReadOnlyList<SeatHolder> Holders { get; private set; } = [];

    public DateOnly? ReviewOn { get; private set; }

    public int IltVersion { get; private set; }

    /// <summary>The viewer's own seat; null for who has none.</summary>
    public SeatHolder? Mine => Holders.FirstOrDefault(h => h.PersonId == here.Viewer.PersonId);

    private string Path => $"/{here.Unit.Slug}/team/responsibilities";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        var ilt = await db.Set<Ilt>()
            .AsNoTracking()
            .Where(i => i.UnitId == here.Unit.Id)
            .Select(i => new { i.ReviewResponsibilitiesOn, i.Version })
            .SingleOrDefaultAsync(cancel);
        if (ilt is null)
        {
            return NotFound();
        }

        (ReviewOn, IltVersion) = (ilt.ReviewResponsibilitiesOn, ilt.Version);
        InForce = await SeatDuties.InForceAsync(db, here.Unit.Id, cancel);
        var accepted = SeatDuties.InForce(db, here.Unit.Id);
        Holders = await db.Set<IltMembership>()
            .AsNoTracking()
            .Where(m => m.UnitId == here.Unit.Id && m.Until == null)
            .Join(db.Set<Person>(), m => m.PersonId, p => p.Id, (m, p) => new { m, p })
            .OrderBy(s => s.p.SearchText)
            .Select(s => new SeatHolder(
                s.p.Id,
                s.p.GivenName + " " + s.p.FamilyName,
                s.m.Kind,
                accepted
                    .Where(a => a.PersonId == s.p.Id)
                    .Select(a => (DateTime?)a.At)
                    .FirstOrDefault()
            ))
            .ToListAsync(cancel);
        Input.ReviewOn ??= ReviewOn;
        return Page();
    }

    /// <summary>Whoever holds a seat accepts what it asks.</summary>
    [Needs(Permission.ActAsMember)]
    public async Task<IActionResult> OnPostAcceptAsync(CancellationToken cancel)
    {
        var seat = await db.Set<IltMembership>()
            .AsNoTracking()
            .SingleOrDefaultAsync(
                m =>
                    m.UnitId == here.Unit.Id
                    && m.PersonId == here.Viewer.PersonId
                    && m.Until == null,
                cancel
            );
        if (seat is null)
        {
            return NotFound();
        }

        var inForce = await SeatDuties.InForceAsync(db, here.Unit.Id, cancel);
        var accepted = ResponsibilityAcceptance.By(
            seat,
            inForce.Single(r => r.Kind == seat.Kind),
            Input.Edition,
            here.Now
        );
        if (!accepted.IsOk)
        {
            await OnGetAsync(cancel);
            return this.Refuse(accepted.Refusal!);
        }

        db.Add(accepted.Value);
        this.Say(
            await db.TrySaveAsync(cancel)
                ? "You accepted what your seat asks."
                : "You have accepted it already."
        );
        return Redirect(Path);
    }

    /// <summary>Sets when the team looks at the responsibilities again.</summary>
    [Needs(Permission.GuideTeam)]
    public async Task<IActionResult> OnPostReviewAsync(CancellationToken cancel)
    {
        var ilt = await db.Set<Ilt>().SingleOrDefaultAsync(i => i.UnitId == here.Unit.Id, cancel);
        if (ilt is null)
        {
            return NotFound();
        }

        var set = ilt.ReviewResponsibilities(Input.ReviewOn, here.Today);
        if (!ModelState.IsValid || !set.IsOk)
        {
            await OnGetAsync(cancel);
            return set.IsOk ? this.Again() : this.Refuse(set.Refusal!);
        }

        db.Expect(ilt, Input.Version);
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            await OnGetAsync(cancel);
            return this.Conflict(("Review by", Day(ReviewOn), Day(Input.ReviewOn)));
        }

        this.Say("The day of the review is saved.");
        return Redirect(Path);
    }

    private static string Day(DateOnly? day) => day is { } known ? Days.Full(known) : "no day";

    public sealed class InputModel
    {
        public int? Edition { get; set; }
        public DateOnly? ReviewOn { get; set; }
        public int? Version { get; set; }
    }
}

/// <summary>Who holds a seat, and when they accepted what it asks now.</summary>
public sealed record SeatHolder(Guid PersonId, string Name, SeatKind Kind, DateTime? AcceptedAt);
