using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Domain.Sharing;
using Throughline.Domain.Teams;
using Throughline.Domain.Units;
using Throughline.Domain.Work;
using Throughline.Web.Ui;

namespace Throughline.Web.Features.Sharing.Notes;

/// <summary>What happened that all staff may read: decisions, rocks, wins nobody was told of, and answers. Four queries.</summary>
internal static class NoteNewsReader
{
    private const int MostOfAKind = 12;

    public static async Task<IReadOnlyList<NoteNews>> SinceAsync(
        ThroughlineDb db,
        Unit unit,
        DateTime since,
        CancellationToken cancel
    ) =>
        [
            .. await DecisionsAsync(db, unit, since, cancel),
            .. await RocksAsync(db, unit, since, cancel),
            .. await WinsAsync(db, unit, cancel),
            .. await AnswersAsync(db, unit, since, cancel),
        ];

    // What is no longer to tell is left out; everything else that is decided all staff may read.
    private static async Task<IEnumerable<NoteNews>> DecisionsAsync(
        ThroughlineDb db,
        Unit unit,
        DateTime since,
        CancellationToken cancel
    )
    {
        var decisions = await db.Set<Decision>()
            .Where(d => d.UnitId == unit.Id && d.Status == DecisionStatus.Decided)
            .Where(d => d.EndedAt > since)
            .Where(d => !db.Set<Relay>().Any(r => r.DecisionId == d.Id && r.EndedOn != null))
            .OrderBy(d => d.EndedAt)
            .Take(MostOfAKind)
            .Select(d => new
            {
                d.Id,
                d.Outcome,
                d.Reasons,
                d.DecidedAs,
            })
            .ToListAsync(cancel);
        var leader = RoleWords.Of(SeatKind.Leader, unit);
        return decisions.Select(d => new NoteNews(
            NoteLineKind.Decision,
            d.Id,
            NoteWords.Decision(d.Outcome!, d.Reasons, d.DecidedAs!.Value, leader)
        ));
    }

    private static async Task<IEnumerable<NoteNews>> RocksAsync(
        ThroughlineDb db,
        Unit unit,
        DateTime since,
        CancellationToken cancel
    )
    {
        var rocks = await db.Set<Rock>()
            .Where(r => r.UnitId == unit.Id && r.Status != WorkStatus.Dropped)
            .Where(r => r.AddedAt > since || r.EndedAt > since || r.CheckedAt > since)
            .OrderBy(r => r.Number)
            .Select(r => new
            {
                r.Id,
                r.Title,
                r.DueOn,
                IsNew = r.AddedAt > since,
                IsDone = r.Status == WorkStatus.Done,
                OffTrack = r.OnTrack == false
                    ? r
                        .Notes.Where(n => n.OnTrack == false && n.At > since)
                        .OrderByDescending(n => n.Id)
                        .Select(n => n.Words)
                        .FirstOrDefault()
                    : null,
            })
            .ToListAsync(cancel);
        return rocks
            .Where(r => r.IsNew || r.IsDone || r.OffTrack is not null)
            .Take(MostOfAKind)
            .Select(r => new NoteNews(
                NoteLineKind.Rock,
                r.Id,
                NoteWords.Rock(r.Title, r.DueOn, r.IsDone, r.OffTrack)
            ));
    }

    private static async Task<IEnumerable<NoteNews>> WinsAsync(
        ThroughlineDb db,
        Unit unit,
        CancellationToken cancel
    )
    {
        var wins = await db.Set<Win>()
            .Where(w => w.UnitId == unit.Id && w.ToldInNote == null && w.TakenOutBecause == null)
            .OrderByDescending(w => w.Number)
            .Take(MostOfAKind)
            .Select(w => new
            {
                w.Id,
                w.Words,
                Team = db.Set<InstructionalTeam>()
                    .Where(t => t.Id == w.TeamId)
                    .Select(t => t.Name)
                    .FirstOrDefault(),
            })
            .ToListAsync(cancel);
        return wins.Select(w => new NoteNews(
            NoteLineKind.Win,
            w.Id,
            w.Team is null ? w.Words : $"{w.Team}: {w.Words}"
        ));
    }

    private static async Task<IEnumerable<NoteNews>> AnswersAsync(
        ThroughlineDb db,
        Unit unit,
        DateTime since,
        CancellationToken cancel
    )
    {
        var answers = await db.Set<RelayQuestion>()
            .Where(q => q.UnitId == unit.Id && q.AnsweredAt > since)
            .OrderBy(q => q.AnsweredAt)
            .Take(MostOfAKind)
            .Select(q => new
            {
                q.Id,
                q.Text,
                q.Answer,
            })
            .ToListAsync(cancel);
        return answers.Select(a => new NoteNews(
            NoteLineKind.Answer,
            a.Id,
            $"{a.Text}\n{a.Answer}"
        ));
    }
}
