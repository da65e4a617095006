using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Data.Sharing;
using Throughline.Domain.Meetings;
using Throughline.Domain.Shared;
using Throughline.Domain.Sharing;
using Throughline.Domain.Units;
using Throughline.Web.Access;

namespace Throughline.Web.Features.Meetings.Health;

/// <summary>Reads how a team works from the summaries of its meetings.</summary>
public sealed class HealthDesk(ThroughlineDb db, Here here)
{
    /// <summary>Where it is read.</summary>
    public string At => $"/{here.Unit.Slug}/meetings/health";

    /// <summary>This term and the one before, the latest first; none where no school year is known.</summary>
    public async Task<IReadOnlyList<TermHealth>> LoadAsync(CancellationToken cancel)
    {
        var terms = await TermsAsync(cancel);
        if (terms.Count == 0)
        {
            return [];
        }

        var (unit, from) = (here.Unit.Id, terms[^1].From);
        var held = await db.Set<MeetingSummary>()
            .AsNoTracking()
            .Include(s => s.FollowUps)
            .Where(s => s.UnitId == unit && s.Day >= from)
            .OrderBy(s => s.Day)
            .ThenBy(s => s.Number)
            .ToListAsync(cancel);
        var series = await db.Set<MeetingSeries>()
            .AsNoTracking()
            .SingleOrDefaultAsync(s => s.UnitId == unit, cancel);
        var notHeld = await NotHeld(db, here.Today)
            .Where(m => m.UnitId == unit && m.Day >= from)
            .Select(m => m.Day)
            .ToListAsync(cancel);
        var told = await db.Set<RelayTally>()
            .Where(t => t.UnitId == unit && t.DueOn >= from && t.DueOn < here.Today)
            .Select(t => new
            {
                Day = t.DueOn!.Value,
                t.Teams,
                t.InTime,
            })
            .ToListAsync(cancel);
        return
        [
            .. terms.Select(term =>
            {
                IReadOnlyList<MeetingSummary> ofTerm = [.. held.Where(s => Within(term, s.Day))];
                var due = told.Where(t => Within(term, t.Day)).ToList();
                return new TermHealth(
                    term,
                    TeamHealth.Of(
                        new(
                            ofTerm,
                            notHeld.Count(d => Within(term, d)),
                            series?.Rhythm,
                            (due.Sum(t => t.Teams), due.Sum(t => t.InTime)),
                            here.Today
                        )
                    ),
                    ofTerm
                );
            }),
        ];
    }

    /// <summary>The term whose figures are judged: the one it is, or the one before while that has too few meetings; null for none.</summary>
    public static TermHealth? Judged(IReadOnlyList<TermHealth> terms) =>
        terms.FirstOrDefault(t => t.Held.Count >= TeamHealth.FewestMeetings)
        ?? terms.FirstOrDefault();

    /// <summary>The term it is, or the last one, and the one before.</summary>
    public async Task<IReadOnlyList<Term>> TermsAsync(CancellationToken cancel)
    {
        const int most = 3;
        return Term.UpTo(
            await db.Set<SchoolYear>()
                .AsNoTracking()
                .Where(y => y.FirstDay <= here.Today)
                .OrderByDescending(y => y.FirstDay)
                .Take(most)
                .ToListAsync(cancel),
            here.Today
        );
    }

    /// <summary>
    /// Meetings that were planned for a day that is over and were not held: called off by someone, or started by nobody.
    /// What the calendar took away was not to be held.
    /// </summary>
    public static IQueryable<Meeting> NotHeld(ThroughlineDb db, DateOnly today) =>
        db.Set<Meeting>()
            .Where(m =>
                m.Day < today
                && (
                    m.State == MeetingState.Planned
                    || (m.State == MeetingState.Cancelled && m.CancelReason != null)
                )
            );

    /// <summary>What the team does about its figures, the latest first.</summary>
    public async Task<IReadOnlyList<WorkOnFigure>> WorkAsync(CancellationToken cancel) =>
        await db.Set<FigureWork>()
            .Where(w => w.UnitId == here.Unit.Id)
            .Join(db.Set<Thing>(), w => w.ThingId, t => t.Id, (w, t) => new { w.Kind, Thing = t })
            .Where(w => w.Thing.RemovedAt == null)
            .OrderByDescending(w => w.Thing.Id)
            .Select(w => new WorkOnFigure(w.Kind, w.Thing))
            .AsNoTracking()
            .ToListAsync(cancel);

    /// <summary>The figures that the district sees.</summary>
    public IQueryable<SharedFigure> Shared() =>
        db.Set<SharedFigure>().Where(f => f.UnitId == here.Unit.Id);

    /// <summary>What a figure says this term, to begin an issue or a rock with; null for an unknown figure and who may not see it.</summary>
    public async Task<(FigureKind Kind, string About)?> BeginAsync(
        string? figure,
        CancellationToken cancel
    )
    {
        if (HealthWords.Find(figure) is not { } kind || !here.Can(Permission.SeeHealth))
        {
            return null;
        }

        var says = Judged(await LoadAsync(cancel)) is { } term
            ? $"{HealthWords.Says(term.Health[kind])} ({term.Term.Name})\n"
            : "";
        var (mark, source) = HealthWords.Mark(kind);
        return (kind, $"{says}The mark: {mark} ({source})");
    }

    /// <summary>Says, in the save that makes it, that a thing was begun because of a figure. Nothing where none is named; refused for an unknown one.</summary>
    public Result TakeUp(ILinkable thing, string? figure)
    {
        if (string.IsNullOrEmpty(figure))
        {
            return Result.Ok();
        }

        if (HealthWords.Find(figure) is not { } kind)
        {
            return Result.Refused("There is no such figure. Begin again from the team’s health.");
        }

        var work = FigureWork.Of(here.Unit, kind, thing);
        if (!work.IsOk)
        {
            return work.Refusal!;
        }

        db.Add(work.Value);
        return Result.Ok();
    }

    private static bool Within(Term term, DateOnly day) => term.From <= day && day <= term.Until;
}
