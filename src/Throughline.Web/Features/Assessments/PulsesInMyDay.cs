using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Domain.Assessments;
using Throughline.Domain.Units;
using Throughline.Web.Access;
using Throughline.Web.Features.Home;
using Throughline.Web.Ui;

namespace Throughline.Web.Features.Assessments;

/// <summary>
/// Staff pulses that wait for a person: to be answered; for who conducts them, to be closed; and, for some days, the
/// counts for everyone who was asked.
/// </summary>
public sealed class PulsesInMyDay : IDaySource
{
    private static readonly TimeSpan NewsLast = TimeSpan.FromDays(7);

    public IQueryable<Guid> PeopleWithSomething(ThroughlineDb db, DateTime now)
    {
        var newsSince = now - NewsLast;
        var open = db.Set<Pulse>().Where(p => p.ClosedAt == null);
        var current = db.Set<Pulse>().Where(p => p.ClosedAt == null || p.ClosedAt > newsSince);
        return db.Set<PulseInvitation>()
            .Where(i => !i.HasAnswered && current.Any(p => p.Id == i.PulseId))
            .Select(i => i.PersonId)
            .Concat(DayPeople.WhoMay(Permission.ConductPulses, db, open.Select(p => p.UnitId)));
    }

    public async Task<IReadOnlyList<DayItem>> ForAsync(
        Viewer viewer,
        ThroughlineDb db,
        DateTime now,
        CancellationToken cancel
    )
    {
        var conducted = viewer
            .Roles.Where(r => AccessTable.Rules[Permission.ConductPulses].AtUnit.Contains(r.Role))
            .Select(r => r.UnitId)
            .Concat(viewer.Seats.Where(s => s.Facilitates).Select(s => s.UnitId))
            .Distinct()
            .ToList();
        var newsSince = now - NewsLast;
        var pulses = await db.Set<Pulse>()
            .AsNoTracking()
            .Where(p => p.ClosedAt == null || p.ClosedAt > newsSince)
            .Where(p =>
                p.Invitations.Any(i => i.PersonId == viewer.PersonId && !i.HasAnswered)
                || (p.ClosedAt == null && conducted.Contains(p.UnitId))
            )
            .Join(
                db.Set<Unit>(),
                p => p.UnitId,
                u => u.Id,
                (p, u) =>
                    new Found(
                        p,
                        u.Name,
                        u.Slug,
                        u.TimeZoneId,
                        p.Invitations.Any(i => i.PersonId == viewer.PersonId && !i.HasAnswered)
                    )
            )
            .ToListAsync(cancel);
        return
        [
            .. pulses.SelectMany(p =>
                Items(
                    p,
                    conducted.Contains(p.Pulse.UnitId),
                    DateOnly.FromDateTime(
                        TimeZoneInfo.ConvertTimeFromUtc(
                            now,
                            TimeZoneInfo.FindSystemTimeZoneById(p.TimeZoneId)
                        )
                    )
                )
            ),
        ];
    }

    private static IEnumerable<DayItem> Items(Found found, bool conducts, DateOnly today)
    {
        var pulse = found.Pulse;
        var name = $"Staff pulse {pulse.Number.ToString(CultureInfo.InvariantCulture)}";
        var path = string.Create(
            CultureInfo.InvariantCulture,
            $"/{found.Slug}/assessments/pulses/{pulse.Number}"
        );
        if (pulse.ClosedAt is { } closed)
        {
            yield return new DayItem(
                "Staff pulse · closed",
                $"What came of {name.ToLowerInvariant()}",
                found.Unit,
                Due: null,
                "Read",
                path
            )
            {
                Since = closed,
            };
            yield break;
        }

        var late = today > pulse.ClosesOn;
        if (found.Waits)
        {
            var questions = Words.Count(pulse.Questions.All.Count, "question");
            yield return new DayItem(
                late
                    ? $"{questions}, one minute"
                    : $"{questions}, one minute · until {DayWords.Near(pulse.ClosesOn, today)}",
                name,
                found.Unit,
                pulse.ClosesOn,
                "Answer",
                path + "/answer"
            )
            {
                IsLate = late,
                Since = pulse.OpenedAt,
            };
        }

        if (conducts && (late || pulse.AnsweredCount == pulse.AskedCount))
        {
            yield return new DayItem(
                late ? "Staff pulse to close" : "Staff pulse to close · everybody has answered",
                $"{name}: {pulse.AnsweredCount} of {pulse.AskedCount} have answered",
                found.Unit,
                pulse.ClosesOn,
                "Look and close",
                path
            )
            {
                IsLate = late,
            };
        }
    }

    private sealed record Found(
        Pulse Pulse,
        string Unit,
        string Slug,
        string TimeZoneId,
        bool Waits
    );
}
