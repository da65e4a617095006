using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Data.Saving;
using Throughline.Data.Units;
using Throughline.Domain.Shared;
using Throughline.Domain.Sharing;
using Throughline.Web.Access;
using Throughline.Web.Features.Sharing.Notes;
using Throughline.Web.Features.Work;
using Throughline.Web.Ui;

namespace Throughline.Web.Features.Sharing.Planned;

/// <summary>Puts something on the calendar of communication, changes it, and takes it off.</summary>
[Needs(Permission.PlanCommunication)]
public sealed class EntryModel(ThroughlineDb db, Here here, Owners people) : PageModel
{
    [FromRoute(Name = "entry")]
    public int? Number { get; set; }

    [BindProperty]
    public EntryInput Input { get; set; } = new();

    public IReadOnlyList<SelectListItem> Writers { get; private set; } = [];

    public string Back => $"/{here.Unit.Slug}/sharing/calendar";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        var entry = await FindAsync(cancel);
        if (Number is not null && entry is null)
        {
            return NotFound();
        }

        Input = entry is null
            ? new() { From = here.Today, WriterId = here.Viewer.PersonId }
            : EntryInput.Of(entry);
        Writers = await people.ListAsync(entry?.WriterId, cancel);
        return Page();
    }

    [Needs(Permission.PlanCommunication)]
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var met = false;
        var done = ModelState.IsValid ? Result.Ok() : null;
        try
        {
            done = done is null ? null : await SaveAsync(cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            met = true;
        }

        if (done is { IsOk: true } && !met)
        {
            this.Say("The calendar is saved.");
            return Redirect(Back);
        }

        db.ChangeTracker.Clear();
        var now = await FindAsync(cancel);
        if (Number is not null && now is null)
        {
            return NotFound();
        }

        Writers = await people.ListAsync(Input.WriterId, cancel);
        if (!met)
        {
            return done is null ? this.Again() : this.Refuse(done.Refusal!);
        }

        Input.Version = now!.Version;
        return this.Conflict(EntryInput.Of(now).Against(Input, Writers));
    }

    /// <summary>Takes it off, with what was said of its days.</summary>
    [Needs(Permission.PlanCommunication)]
    public async Task<IActionResult> OnPostTakeOffAsync(CancellationToken cancel)
    {
        if (await FindAsync(cancel) is not { } entry)
        {
            return NotFound();
        }

        db.Remove(entry);
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            this.Say("Someone changed it meanwhile. Look at it once more.");
            return Redirect($"{Back}/entry/{Number}");
        }

        this.Say($"“{entry.What}” is off the calendar.");
        return Redirect(Back);
    }

    private async Task<Result> SaveAsync(CancellationToken cancel)
    {
        var calendar = await SchoolCalendars.LoadAsync(db, here.Unit, cancel);
        var works = await NoteDesk
            .Staff(db, here.Unit.Id)
            .AnyAsync(p => p.Id == Input.WriterId && p.LeftOn == null, cancel);
        if (Number is null)
        {
            return await AddAsync(calendar, works, cancel);
        }

        if (await FindAsync(cancel) is not { } entry)
        {
            return Result.Refused("Someone took it off the calendar meanwhile.");
        }

        var plan = Input.Plan(works || Input.WriterId == entry.WriterId);
        var changed = entry.Change(plan, calendar, here.Today);
        if (changed.IsOk)
        {
            db.Expect(entry, Input.Version);
            await db.SaveChangesAsync(cancel);
        }

        return changed;
    }

    private Task<Result> AddAsync(
        Domain.Units.SchoolCalendar calendar,
        bool works,
        CancellationToken cancel
    ) =>
        ConflictRetry.RunAsync(
            db,
            async () =>
            {
                var last = await db.Set<PlannedTelling>()
                    .Where(e => e.UnitId == here.Unit.Id)
                    .MaxAsync(e => (int?)e.Number, cancel);
                var planned = PlannedTelling.Plan(
                    here.Unit,
                    (last ?? 0) + 1,
                    Input.Plan(works),
                    calendar,
                    here.Today,
                    here.Now
                );
                if (!planned.IsOk)
                {
                    return planned.Refusal!;
                }

                db.Add(planned.Value);
                await db.SaveChangesAsync(cancel);
                return Result.Ok();
            }
        );

    private Task<PlannedTelling?> FindAsync(CancellationToken cancel) =>
        db.Set<PlannedTelling>()
            .Include(e => e.Told)
            .SingleOrDefaultAsync(e => e.UnitId == here.Unit.Id && e.Number == Number, cancel);
}
