using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Domain.Shared;
using Throughline.Domain.Sharing;
using Throughline.Domain.Work;
using Throughline.Web.Access;
using Throughline.Web.Features.Work.Raised;

namespace Throughline.Web.Features.Units;

/// <summary>One of the viewer's teams, and who speaks for it.</summary>
public sealed record MyVoice(string Team, IReadOnlyList<SeatGlance> Speakers);

/// <summary>A decision that touches the viewer's team.</summary>
/// <param name="Title">What was proposed.</param>
/// <param name="Outcome">What was decided, which may be otherwise; cut where it is long.</param>
/// <param name="Touches">The viewer's teams that it names; none when it is for all.</param>
/// <param name="Message">What the teams are told, in place of the outcome; null where it is not to tell.</param>
public sealed record TouchingDecision(
    int Number,
    string Title,
    string Outcome,
    DateTime At,
    IReadOnlyList<string> Touches,
    string? Message
)
{
    /// <summary>The viewer's teams that were told, and when.</summary>
    public IReadOnlyList<(string Team, DateOnly On)> Told { get; init; } = [];
}

/// <summary>
/// The home of staff who are not on the ILT: who speaks for me, what was decided that touches my team, and what became of
/// what I raised (S7). From what the page has read already, and two queries.
/// </summary>
public sealed record ForStaff(
    IReadOnlyList<MyVoice> Voices,
    string? Facilitator,
    IReadOnlyList<TouchingDecision> Decided,
    IReadOnlyList<MatterRow> Raised
)
{
    private const int RaisedShown = 5;
    private const int DecidedShown = 4;
    private const int OutcomeShown = 200;

    public static async Task<ForStaff> LoadAsync(
        ThroughlineDb db,
        Here here,
        IReadOnlyList<TeamGlance> teams,
        IReadOnlyList<SeatGlance> seats,
        CancellationToken cancel
    ) =>
        new(
            [
                .. teams
                    .Where(t => t.IsMine)
                    .Select(t => new MyVoice(t.Name, [.. seats.Where(s => s.SpeaksForId == t.Id)])),
            ],
            seats.Where(s => s.Facilitates).Select(s => s.Name).FirstOrDefault(),
            await DecidedAsync(db, here, teams, cancel),
            await RaisedModel.MineAsync(db, here, null, RaisedShown, cancel)
        );

    // A decision that names no team is for all of them.
    private static async Task<IReadOnlyList<TouchingDecision>> DecidedAsync(
        ThroughlineDb db,
        Here here,
        IReadOnlyList<TeamGlance> teams,
        CancellationToken cancel
    )
    {
        var mine = teams.Where(t => t.IsMine).ToDictionary(t => t.Id, t => t.Name);
        var ids = mine.Keys.ToList();
        var relays = db.Set<Relay>().Where(r => r.UnitId == here.Unit.Id && r.EndedOn == null);
        var told = db.Set<RelayTeam>()
            .Where(t => t.ToldOn != null && ids.Contains(t.TeamId))
            .Join(
                relays,
                t => t.RelayId,
                r => r.Id,
                (t, r) =>
                    new
                    {
                        r.DecisionId,
                        t.TeamId,
                        t.ToldOn,
                    }
            );
        var found = await db.Set<Decision>()
            .AsNoTracking()
            .Where(d => d.UnitId == here.Unit.Id && d.Status == DecisionStatus.Decided)
            .Where(d => d.Teams.Count == 0 || d.Teams.Any(t => ids.Contains(t.TeamId)))
            .OrderByDescending(d => d.EndedAt)
            .Take(DecidedShown)
            .Select(d => new
            {
                d.Number,
                d.Title,
                d.Outcome,
                d.EndedAt,
                Teams = d.Teams.Where(t => ids.Contains(t.TeamId)).Select(t => t.TeamId).ToList(),
                Message = relays
                    .Where(r => r.DecisionId == d.Id)
                    .Select(r => r.Message)
                    .FirstOrDefault(),
                Told = told.Where(t => t.DecisionId == d.Id)
                    .Select(t => new { t.TeamId, t.ToldOn })
                    .ToList(),
            })
            .ToListAsync(cancel);
        return
        [
            .. found.Select(d => new TouchingDecision(
                d.Number,
                d.Title,
                Text.Shorten(d.Outcome!, OutcomeShown),
                d.EndedAt!.Value,
                [.. d.Teams.Select(id => mine[id]).Order(StringComparer.Ordinal)],
                d.Message
            )
            {
                Told =
                [
                    .. d
                        .Told.Select(t => (Team: mine[t.TeamId], On: t.ToldOn!.Value))
                        .OrderBy(t => t.Team, StringComparer.Ordinal),
                ],
            }),
        ];
    }
}
