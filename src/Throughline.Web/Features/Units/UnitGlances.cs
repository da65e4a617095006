using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Domain.Assessments;
using Throughline.Domain.Meetings;
using Throughline.Domain.Teams;
using Throughline.Domain.Units;

namespace Throughline.Web.Features.Units;

/// <summary>A seat on the ILT at a glance.</summary>
public sealed record SeatGlance(
    string Name,
    SeatKind Kind,
    bool Facilitates,
    Guid? SpeaksForId,
    string? SpeaksFor,
    string? Email
);

/// <summary>An instructional team at a glance.</summary>
/// <param name="IsMine">True for a team of the viewer's.</param>
public sealed record TeamGlance(
    Guid Id,
    string Name,
    InstructionalTeamKind Kind,
    int Members,
    bool IsMine
);

/// <summary>A round at a glance: who has finished is visible, what they said is not.</summary>
public sealed record RoundGlance(
    int Number,
    string Title,
    DateOnly ClosesOn,
    RoundState State,
    int Finished,
    int Asked
);

/// <summary>The meeting that is on, or the next one.</summary>
public sealed record MeetingGlance(
    int Number,
    DateOnly Day,
    TimeOnly StartsAt,
    int Minutes,
    string? Place,
    bool IsOn
);

/// <summary>Days out of the ordinary that follow each other under one name, such as a winter break.</summary>
public sealed record ComingDays(DateOnly First, DateOnly Last, CalendarDayKind Kind, string Label);

/// <summary>What a unit's home shows of each area, one query each.</summary>
internal static class UnitGlances
{
    public static Task<List<SeatGlance>> SeatsAsync(
        ThroughlineDb db,
        Guid unitId,
        CancellationToken cancel
    ) =>
        db.Set<IltMembership>()
            .Where(m => m.UnitId == unitId && m.Until == null)
            .Join(db.Set<Person>(), m => m.PersonId, p => p.Id, (m, p) => new { m, p })
            .OrderBy(x => x.m.Kind)
            .ThenBy(x => x.p.SearchText)
            .Select(x => new SeatGlance(
                x.p.GivenName + " " + x.p.FamilyName,
                x.m.Kind,
                x.m.Facilitates,
                x.m.SpeaksForTeamId,
                db.Set<InstructionalTeam>()
                    .Where(t => t.Id == x.m.SpeaksForTeamId)
                    .Select(t => t.Name)
                    .FirstOrDefault(),
                x.p.Email
            ))
            .ToListAsync(cancel);

    public static Task<List<TeamGlance>> TeamsAsync(
        ThroughlineDb db,
        Guid unitId,
        Guid viewerId,
        CancellationToken cancel
    ) =>
        db.Set<InstructionalTeam>()
            .Where(t => t.UnitId == unitId && t.DissolvedAt == null)
            .OrderBy(t => t.Kind)
            .ThenBy(t => t.Name)
            .Select(t => new TeamGlance(
                t.Id,
                t.Name,
                t.Kind,
                t.Members.Count,
                t.Members.Any(m => m.PersonId == viewerId)
            ))
            .ToListAsync(cancel);

    /// <summary>The newest rounds, open ones first.</summary>
    public static async Task<IReadOnlyList<RoundGlance>> RoundsAsync(
        ThroughlineDb db,
        Guid unitId,
        DateOnly today,
        CancellationToken cancel
    )
    {
        var rounds = await db.Set<Round>()
            .AsNoTracking()
            .Where(r => r.UnitId == unitId)
            .OrderBy(r => r.ClosedAt != null)
            .ThenByDescending(r => r.Number)
            .Take(5)
            .Select(r => new
            {
                Round = r,
                Asked = r.Raters.Count,
                Finished = r.Raters.Count(x => x.FinishedAt != null),
            })
            .ToListAsync(cancel);
        return
        [
            .. rounds.Select(r => new RoundGlance(
                r.Round.Number,
                r.Round.Title,
                r.Round.ClosesOn,
                r.Round.StateOn(today),
                r.Finished,
                r.Asked
            )),
        ];
    }

    /// <summary>The meeting that is on, else the next one; null when none is planned.</summary>
    public static Task<MeetingGlance?> MeetingAsync(
        ThroughlineDb db,
        Guid unitId,
        DateOnly today,
        CancellationToken cancel
    ) =>
        db.Set<Meeting>()
            .Where(m => m.UnitId == unitId && m.Day >= today.AddDays(-1))
            .Where(m =>
                m.State == MeetingState.InProgress
                || (m.State == MeetingState.Planned && m.Day >= today)
            )
            .OrderBy(m => m.State != MeetingState.InProgress)
            .ThenBy(m => m.Day)
            .ThenBy(m => m.StartsAt)
            .Select(m => new MeetingGlance(
                m.Number,
                m.Day,
                m.StartsAt,
                m.Minutes,
                m.Place,
                m.State == MeetingState.InProgress
            ))
            .FirstOrDefaultAsync(cancel);

    /// <summary>The next days out of the ordinary, a school's own before its district's, breaks drawn together.</summary>
    public static async Task<IReadOnlyList<ComingDays>> ComingAsync(
        ThroughlineDb db,
        Unit unit,
        DateOnly today,
        CancellationToken cancel
    )
    {
        var days = await db.Set<CalendarDay>()
            .AsNoTracking()
            .Where(d => (d.UnitId == unit.Id || d.UnitId == unit.DistrictId) && d.Day >= today)
            .OrderBy(d => d.Day)
            .Take(60)
            .ToListAsync(cancel);
        return
        [
            .. DrawnTogether(
                    days.GroupBy(d => d.Day)
                        .Select(g => g.FirstOrDefault(d => d.UnitId == unit.Id) ?? g.First())
                )
                .Take(4),
        ];
    }

    // A weekend does not end a break.
    private static IEnumerable<ComingDays> DrawnTogether(IEnumerable<CalendarDay> days)
    {
        ComingDays? open = null;
        foreach (var day in days)
        {
            if (
                open is not null
                && day.Label == open.Label
                && day.Kind == open.Kind
                && day.Day.DayNumber - open.Last.DayNumber <= 3
            )
            {
                open = open with { Last = day.Day };
                continue;
            }

            if (open is not null)
            {
                yield return open;
            }

            open = new ComingDays(day.Day, day.Day, day.Kind, day.Label);
        }

        if (open is not null)
        {
            yield return open;
        }
    }
}
