using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Data.Saving;
using Throughline.Data.Units;
using Throughline.Domain.Shared;
using Throughline.Domain.Sharing;
using Throughline.Domain.Units;
using Throughline.Web.Access;
using Throughline.Web.Ui;

namespace Throughline.Web.Features.Sharing.Planned;

/// <summary>The calendar of communication, and “told” said of its days.</summary>
[Needs(Permission.SeeCommunication)]
public sealed class CommunicationModel(ThroughlineDb db, Here here) : PageModel
{
    [BindProperty]
    public ToldInput Input { get; set; } = new();

    public CommunicationView View { get; private set; } = null!;

    public bool Plans => here.Can(Permission.PlanCommunication);

    public string At => $"/{here.Unit.Slug}/sharing/calendar";

    public async Task OnGetAsync(CancellationToken cancel) =>
        View = await CommunicationView.LoadAsync(db, here, cancel);

    [Needs(Permission.SeeCommunication)]
    public Task<IActionResult> OnPostToldAsync(CancellationToken cancel) =>
        DoAsync(
            (entry, laid, calendar) =>
                entry.Tell(laid, here.Viewer.PersonId, calendar, here.Today, here.Now),
            "It is kept that it was told.",
            cancel
        );

    [Needs(Permission.SeeCommunication)]
    public Task<IActionResult> OnPostNotToldAsync(CancellationToken cancel) =>
        DoAsync(
            (entry, laid, calendar) =>
            {
                entry.Untell(laid, calendar, here.Today);
                return Result.Ok();
            },
            "It is not told after all.",
            cancel
        );

    private async Task<IActionResult> DoAsync(
        Func<PlannedTelling, DateOnly, SchoolCalendar, Result> act,
        string said,
        CancellationToken cancel
    )
    {
        var done =
            ModelState.IsValid && Input is { Entry: { } number, Laid: { } laid }
                ? await SaveAsync(number, laid, act, cancel)
                : Result.Refused("It could not be read which day is meant. Reload the page.");
        if (done is null)
        {
            return NotFound();
        }

        if (!done.IsOk)
        {
            db.ChangeTracker.Clear();
            await OnGetAsync(cancel);
            return this.Refuse(done.Refusal!);
        }

        this.Say(said);
        return Redirect(At);
    }

    private Task<Result?> SaveAsync(
        int number,
        DateOnly laid,
        Func<PlannedTelling, DateOnly, SchoolCalendar, Result> act,
        CancellationToken cancel
    ) =>
        ConflictRetry.RunAsync<Result?>(
            db,
            async () =>
            {
                var entry = await db.Set<PlannedTelling>()
                    .Include(e => e.Told)
                    .SingleOrDefaultAsync(
                        e => e.UnitId == here.Unit.Id && e.Number == number,
                        cancel
                    );
                if (entry is null)
                {
                    return null;
                }

                var calendar = await SchoolCalendars.LoadAsync(db, here.Unit, cancel);
                var done = act(entry, laid, calendar);
                if (done.IsOk)
                {
                    db.Expect(entry, null);
                    await db.SaveChangesAsync(cancel);
                }

                return done;
            }
        );
}

/// <summary>Of which day of which entry something is said.</summary>
public sealed class ToldInput
{
    public int? Entry { get; set; }
    public DateOnly? Laid { get; set; }
}
