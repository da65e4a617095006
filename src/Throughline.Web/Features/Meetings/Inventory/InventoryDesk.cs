using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Data.Saving;
using Throughline.Data.Units;
using Throughline.Domain.Meetings;
using Throughline.Domain.Shared;
using Throughline.Domain.Units;
using Throughline.Domain.Work;
using Throughline.Web.Access;

namespace Throughline.Web.Features.Meetings.Inventory;

/// <summary>Finds a unit's regular meetings and acts on them.</summary>
public sealed class InventoryDesk(ThroughlineDb db, Here here)
{
    /// <summary>Where they are listed.</summary>
    public string List => $"/{here.Unit.Slug}/meetings/inventory";

    /// <summary>Where one is read.</summary>
    public string PathOf(int number) =>
        string.Create(CultureInfo.InvariantCulture, $"{List}/{number}");

    /// <summary>All of them with what was proposed and decided, in one query.</summary>
    public Task<List<RegularMeeting>> AllAsync(CancellationToken cancel) =>
        db.Set<RegularMeeting>()
            .Include(m => m.Changes)
            .Where(m => m.UnitId == here.Unit.Id)
            .OrderBy(m => m.Number)
            .ToListAsync(cancel);

    /// <summary>Names of the unit's instructional teams and programs by their ids, those that were dissolved among them.</summary>
    public async Task<IReadOnlyList<TeamOfUnit>> TeamsAsync(CancellationToken cancel) =>
        await db.Set<InstructionalTeam>()
            .Where(t => t.UnitId == here.Unit.Id)
            .OrderBy(t => t.Name)
            .ThenBy(t => t.Id)
            .Select(t => new TeamOfUnit(t.Id, t.Name, t.DissolvedAt == null))
            .ToListAsync(cancel);

    /// <summary>What was decided lately, to say what a change follows.</summary>
    public async Task<IReadOnlyList<SelectListItem>> DecisionsAsync(CancellationToken cancel)
    {
        const int most = 30;
        var decided = await db.Set<Decision>()
            .Where(d => d.UnitId == here.Unit.Id && d.Status == DecisionStatus.Decided)
            .OrderByDescending(d => d.Number)
            .Take(most)
            .Select(d => new
            {
                d.Id,
                d.Number,
                d.Title,
            })
            .ToListAsync(cancel);
        return
        [
            new SelectListItem("None", ""),
            .. decided.Select(d => new SelectListItem(
                string.Create(CultureInfo.InvariantCulture, $"{d.Number}: {d.Title}"),
                d.Id.ToString()
            )),
        ];
    }

    /// <summary>The school year that it is, or the last one that was; a year of days where none is known.</summary>
    public async Task<(DateOnly First, DateOnly Last, SchoolCalendar Calendar)> YearAsync(
        CancellationToken cancel
    )
    {
        var today = here.Today;
        var year = await db.Set<SchoolYear>()
            .Where(y => y.FirstDay <= today)
            .OrderByDescending(y => y.FirstDay)
            .Select(y => new { y.FirstDay, y.LastDay })
            .FirstOrDefaultAsync(cancel);
        return (
            year?.FirstDay ?? today.AddYears(-1),
            year?.LastDay ?? today,
            await SchoolCalendars.LoadAsync(db, here.Unit, cancel)
        );
    }

    /// <summary>Takes one off the inventory that was entered by mistake; null when there is none of this number.</summary>
    public Task<Result?> RemoveAsync(int number, CancellationToken cancel) =>
        ActAsync(
            number,
            (meeting, all) =>
            {
                if (meeting.WhyNotRemoved(all, here.Viewer.PersonId) is { } refused)
                {
                    return Task.FromResult<Result>(refused);
                }

                db.Remove(meeting);
                return Task.FromResult(Result.Ok());
            },
            cancel
        );

    /// <summary>Acts on one of them, with all at hand, and saves; null when there is none of this number.</summary>
    public Task<Result?> ActAsync(
        int number,
        Func<RegularMeeting, IReadOnlyList<RegularMeeting>, Task<Result>> act,
        CancellationToken cancel
    ) =>
        ConflictRetry.RunAsync<Result?>(
            db,
            async () =>
            {
                var all = await AllAsync(cancel);
                if (all.Find(m => m.Number == number) is not { } meeting)
                {
                    return null;
                }

                var done = await act(meeting, all);
                if (done.IsOk)
                {
                    await db.SaveChangesAsync(cancel);
                }

                return done;
            }
        );
}

/// <summary>An instructional team or program of the unit.</summary>
public sealed record TeamOfUnit(Guid Id, string Name, bool IsThere);
