using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Domain.Meetings;
using Throughline.Web.Access;
using Throughline.Web.Ui;

namespace Throughline.Web.Features.Meetings;

/// <summary>The unit's meetings: the one that is on or comes next, those to come, those that were.</summary>
[Needs(Permission.SeeMeetings)]
public sealed class MeetingsModel(ThroughlineDb db, Here here, LaidSchedule schedule) : PageModel
{
    private const int AheadShown = 8;
    private const int PageLength = 20;

    /// <summary>The number of the last meeting of the page before.</summary>
    [BindProperty(SupportsGet = true)]
    public int? Before { get; set; }

    /// <summary>Null while the team has set no rhythm.</summary>
    public MeetingRhythm? Rhythm { get; private set; }

    /// <summary>What the team chose for a closed day.</summary>
    public OnClosure? OnClosure { get; private set; }

    public bool HasTemplate { get; private set; }

    /// <summary>On, or to come, the soonest first.</summary>
    public IReadOnlyList<MeetingRow> Ahead { get; private set; } = [];

    /// <summary>Over, called off or not held, the latest first.</summary>
    public IReadOnlyList<MeetingRow> Past { get; private set; } = [];

    public bool HasMore { get; private set; }

    /// <summary>Days of planned meetings that were closed since they were planned.</summary>
    public IReadOnlyList<DateOnly> Closed { get; private set; } = [];

    /// <summary>Lays the meetings of the rhythm over the calendar as it is now.</summary>
    [Needs(Permission.PlanMeetings)]
    public async Task<IActionResult> OnPostLayAgainAsync(CancellationToken cancel)
    {
        var change = await schedule.LayAgainAsync(cancel);
        this.Say(
            change is null
                ? "Set the rhythm first."
                : $"Laid over the calendar again: {LaidSchedule.Said(change)}"
        );
        return Redirect($"/{here.Unit.Slug}/meetings");
    }

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var meetings = db.Set<Meeting>().AsNoTracking().Where(m => m.UnitId == here.Unit.Id);
        var series = await db.Set<MeetingSeries>()
            .AsNoTracking()
            .SingleOrDefaultAsync(s => s.UnitId == here.Unit.Id, cancel);
        Rhythm = series?.Rhythm;
        OnClosure = series?.OnClosure;
        HasTemplate = await db.Set<AgendaTemplate>()
            .AnyAsync(t => t.UnitId == here.Unit.Id, cancel);
        if (Before is null)
        {
            Ahead = await Rows(
                    meetings
                        .Where(m =>
                            m.State == MeetingState.InProgress
                            || (m.State == MeetingState.Planned && m.Day >= here.Today)
                        )
                        .OrderBy(m => m.Day)
                        .ThenBy(m => m.StartsAt)
                        .Take(AheadShown)
                )
                .ToListAsync(cancel);
            Closed = await schedule.ClosedAsync(
                [.. Ahead.Where(m => m.State == MeetingState.Planned).Select(m => m.Day)],
                cancel
            );
        }

        var past = meetings.Where(m =>
            m.State == MeetingState.Ended
            || m.State == MeetingState.Cancelled
            || (m.State == MeetingState.Planned && m.Day < here.Today)
        );
        if (Before is { } number && meetings.Where(m => m.Number == number) is var last)
        {
            past = past.Where(m =>
                last.Any(l => m.Day < l.Day || (m.Day == l.Day && m.Number < l.Number))
            );
        }

        var rows = await Rows(
                past.OrderByDescending(m => m.Day)
                    .ThenByDescending(m => m.Number)
                    .Take(PageLength + 1)
            )
            .ToListAsync(cancel);
        HasMore = rows.Count > PageLength;
        Past = [.. rows.Take(PageLength)];
    }

    private static IQueryable<MeetingRow> Rows(IQueryable<Meeting> meetings) =>
        meetings.Select(m => new MeetingRow(
            m.Number,
            m.Day,
            m.StartsAt,
            m.Minutes,
            m.Place,
            m.Link,
            m.State,
            m.CancelReason,
            m.IsException,
            m.Items.Count,
            m.Attendances.Count(a => a.CameAt != null && !a.IsVisitor),
            m.MinutesFinalAt == null
        ));
}

/// <summary>A meeting in the list.</summary>
public sealed record MeetingRow(
    int Number,
    DateOnly Day,
    TimeOnly StartsAt,
    int Minutes,
    string? Place,
    string? Link,
    MeetingState State,
    string? CancelReason,
    bool IsException,
    int Items,
    int Present,
    bool IsDraft
);
