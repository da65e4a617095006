using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Domain.Units;
using Throughline.Domain.Work;
using Throughline.Web.Access;

namespace Throughline.Web.Features.Work.Raised;

/// <summary>What was raised, for its sender or for who is to answer it.</summary>
/// <param name="IsMine">True for its sender.</param>
/// <param name="Holds">True for who is to answer it.</param>
public sealed record MatterView(
    MatterRow Row,
    string? About,
    bool SayName,
    string Sender,
    string? Team,
    bool IsMine,
    bool Holds,
    IReadOnlyList<MatterStepRow> Steps
)
{
    /// <summary>Null when there is no such thing, and for who is neither its sender nor to answer it.</summary>
    public static async Task<MatterView?> LoadAsync(
        ThroughlineDb db,
        Here here,
        Guid id,
        CancellationToken cancel
    )
    {
        var matters = db.Set<RaisedMatter>().Where(m => m.Id == id && m.UnitId == here.Unit.Id);
        if (
            await MatterRow.Of(db, matters).AsNoTracking().SingleOrDefaultAsync(cancel)
            is not { } row
        )
        {
            return null;
        }

        var (me, now) = (here.Viewer.PersonId, here.Now);
        var (mine, holds) = (row.SenderId == me, row.IsWith(me, now));
        if (!mine && !holds)
        {
            return null;
        }

        var people = db.Set<Person>();
        var said = await matters
            .Select(m => new
            {
                m.About,
                m.SayName,
                m.IssueId,
                Sender = people
                    .Where(p => p.Id == m.SenderId)
                    .Select(p => p.GivenName + " " + p.FamilyName)
                    .First(),
                Representative = people
                    .Where(p => p.Id == m.RepresentativeId)
                    .Select(p => p.GivenName + " " + p.FamilyName)
                    .FirstOrDefault(),
                Team = db.Set<InstructionalTeam>()
                    .Where(t => t.Id == m.TeamId)
                    .Select(t => t.Name)
                    .FirstOrDefault(),
                Steps = m
                    .Steps.Select(s => new
                    {
                        s.Kind,
                        s.Words,
                        s.At,
                        By = people
                            .Where(p => p.Id == s.ByPersonId)
                            .Select(p => p.GivenName + " " + p.FamilyName)
                            .FirstOrDefault(),
                    })
                    .ToList(),
            })
            .AsNoTracking()
            .SingleAsync(cancel);
        var events = await db.Set<IssueEvent>()
            .AsNoTracking()
            .Where(e => e.IssueId == said.IssueId)
            .ToListAsync(cancel);
        var steps = said
            .Steps.OrderBy(s => s.At)
            .ThenBy(s => s.Kind)
            .Select(s => new MatterStepRow(
                s.At,
                MatterWords.Of(s.Kind, said.Representative, s.By),
                s.Words
            ))
            .Concat(events.Select(OfIssue).OfType<MatterStepRow>());
        // It has gone on by itself, and nobody has written it down yet.
        if (row.HolderId is not null && row.HoldingAt(now) is { IsFacilitators: true } gone)
        {
            steps = steps.Append(
                new(gone.Since, MatterWords.Of(gone.By, said.Representative, null), null)
            );
        }

        return new MatterView(
            row,
            said.About,
            said.SayName,
            said.Sender,
            said.Team,
            mine,
            holds,
            // What happened at one moment stands in the order in which it can only have happened.
            [.. steps.Reverse().OrderByDescending(s => s.At)]
        );
    }

    // The reasons for which a team parks something are its own; how it ended is said to the sender.
    private static MatterStepRow? OfIssue(IssueEvent line) =>
        MatterWords.Of(line.Kind, line.Words) is { } what
            ? new(
                line.At,
                what,
                line.Kind is IssueEventKind.Solved or IssueEventKind.Closed ? line.Words : null
            )
            : null;
}
