using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Data.Saving;
using Throughline.Data.Sharing;
using Throughline.Data.Units;
using Throughline.Domain.Meetings;
using Throughline.Domain.Units;
using Throughline.Web.Access;
using Throughline.Web.Ui;

namespace Throughline.Web.Features.Meetings;

/// <summary>The meetings of the unit's rhythm as they lie on its school calendar, which may have changed since.</summary>
public sealed class LaidSchedule(ThroughlineDb db, Here here, MeetingMail mail)
{
    /// <summary>Lays the meetings to come anew and writes to who was invited to one that moves. Nothing is saved.</summary>
    public async Task<ScheduleChange> LayAsync(MeetingSeries series, CancellationToken cancel)
    {
        var meetings = await db.Set<Meeting>()
            .Where(m =>
                m.UnitId == here.Unit.Id
                // One that was moved by hand to a day gone by still takes the place of the day it came from.
                && (m.Day >= here.Today || m.SeriesDay >= here.Today)
            )
            .ToListAsync(cancel);
        var change = MeetingSchedule.Lay(
            here.Unit,
            series,
            await SchoolCalendars.LoadAsync(db, here.Unit, cancel),
            meetings,
            await db.Set<Meeting>()
                .Where(m => m.UnitId == here.Unit.Id)
                .MaxAsync(m => (int?)m.Number, cancel)
                ?? 0,
            series.From > here.Today ? series.From : here.Today,
            here.Now
        );
        db.AddRange(change.Added);
        await mail.TellAsync(change, cancel);
        return change;
    }

    /// <summary>
    /// The same after days were closed, as the team chose for such days; saved, and the members are invited to what is the
    /// next meeting now. Null while no rhythm is set.
    /// </summary>
    public async Task<ScheduleChange?> LayAgainAsync(CancellationToken cancel)
    {
        var laid = await ConflictRetry.RunAsync(
            db,
            async () =>
            {
                var series = await db.Set<MeetingSeries>()
                    .SingleOrDefaultAsync(s => s.UnitId == here.Unit.Id, cancel);
                if (series is null)
                {
                    return null;
                }

                var change = await LayAsync(series, cancel);
                await db.SaveChangesAsync(cancel);
                return change;
            }
        );
        if (laid is not null)
        {
            await mail.InviteToNextAsync(cancel);
        }

        return laid;
    }

    /// <summary>
    /// Each morning, and when a unit's calendar is changed: if a meeting of the rhythm stands on a day that is closed by
    /// now, the meetings are laid anew. What was moved by hand stays; its day is said where meetings are listed.
    /// </summary>
    /// <param name="calendar">The unit's school days as they are now.</param>
    /// <param name="cancel">Ends the wait.</param>
    /// <returns>What became of the meetings, to be said after what was done; empty where nothing did.</returns>
    public async Task<string> LeaveClosedDaysAsync(
        SchoolCalendar calendar,
        CancellationToken cancel
    )
    {
        var days = await db.Set<Meeting>()
            .Where(m =>
                m.UnitId == here.Unit.Id
                && m.State == MeetingState.Planned
                && m.SeriesId != null
                && !m.IsException
                && m.Day >= here.Today
            )
            .Select(m => m.Day)
            .ToListAsync(cancel);
        return
            days.Exists(d => !calendar.IsSchoolDay(d)) && await LayAgainAsync(cancel) is { } change
            ? $" On the new calendar: {Said(change)}"
            : "";
    }

    /// <summary>The same, of a unit whose calendar was just changed; its last days to tell a team follow as well.</summary>
    public async Task<string> LeaveClosedDaysAsync(CancellationToken cancel)
    {
        var calendar = await SchoolCalendars.LoadAsync(db, here.Unit, cancel);
        await RelayTally.RecountAsync(db, here.Unit.Id, calendar, here.Today, cancel);
        return await LeaveClosedDaysAsync(calendar, cancel);
    }

    /// <summary>Those of the days on which there is no school by now.</summary>
    public async Task<IReadOnlyList<DateOnly>> ClosedAsync(
        IReadOnlyList<DateOnly> days,
        CancellationToken cancel
    )
    {
        if (days.Count == 0)
        {
            return [];
        }

        var calendar = await SchoolCalendars.LoadAsync(db, here.Unit, cancel);
        return [.. days.Where(d => !calendar.IsSchoolDay(d))];
    }

    /// <summary>What became of the meetings, in a line.</summary>
    public static string Said(ScheduleChange change)
    {
        string?[] parts =
        [
            change.Added.Count > 0 ? $"{Words.Count(change.Added.Count, "meeting")} planned" : null,
            change.Moved.Count > 0 ? $"{Words.Count(change.Moved.Count, "meeting")} moved" : null,
            change.Dropped.Count > 0
                ? $"{Words.Count(change.Dropped.Count, "meeting")} called off"
                : null,
        ];
        var said = string.Join(", ", parts.OfType<string>());
        return said.Length == 0
            ? "no meeting changed."
            : $"{said}. The members get a mail for their calendars.";
    }
}
