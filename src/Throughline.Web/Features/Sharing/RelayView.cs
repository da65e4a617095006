using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Domain.Sharing;
using Throughline.Domain.Teams;
using Throughline.Domain.Units;
using Throughline.Domain.Work;
using Throughline.Web.Access;

namespace Throughline.Web.Features.Sharing;

/// <summary>A team that a decision is told to.</summary>
/// <param name="Speakers">Who speaks for it on the ILT.</param>
/// <param name="IsMine">True when the viewer may speak to it.</param>
public sealed record ToldTeam(
    Guid TeamId,
    string Name,
    IReadOnlyList<string> Speakers,
    bool IsMine,
    RelayTeam Said,
    string? ToldBy,
    string? UptakeBy
)
{
    public bool IsTold => Said.ToldOn is not null;

    /// <summary>True for who may say that it was not told after all.</summary>
    public bool MayTakeBack { get; init; }
}

/// <summary>A team that asks a question.</summary>
public sealed record AskingTeam(Guid TeamId, string Name, DateOnly? ToldOn);

/// <summary>A question that came back.</summary>
public sealed record QuestionRow(
    int Number,
    string Text,
    string AskedBy,
    DateTime AskedAt,
    int IssueNumber,
    IssueStatus IssueStatus,
    string? Answer,
    string? AnsweredBy
)
{
    /// <summary>The teams that ask, by name.</summary>
    public IReadOnlyList<AskingTeam> Askers { get; init; } = [];
}

/// <summary>What the page of a decision on its way shows, in four queries.</summary>
/// <param name="Who">Who decided; null never, since only what is decided is told.</param>
public sealed record RelayView(
    Guid Id,
    int Number,
    string Title,
    string? Outcome,
    string? Reasons,
    DecidedAs? Who,
    string Message,
    DateOnly From,
    DateOnly? DueOn,
    DateOnly? EndedOn,
    string? EndReason,
    string? EndedBy,
    int Version
)
{
    /// <summary>The teams in the order of the map; at the end those dissolved since they were told. Nobody waits for the others.</summary>
    public IReadOnlyList<ToldTeam> Teams { get; init; } = [];

    /// <summary>The questions, the oldest first.</summary>
    public IReadOnlyList<QuestionRow> Questions { get; init; } = [];

    public bool IsEnded => EndedOn is not null;

    public int Told => Teams.Count(t => t.IsTold);

    /// <summary>My teams that were not told yet.</summary>
    public IReadOnlyList<ToldTeam> MineToTell =>
        IsEnded ? [] : [.. Teams.Where(t => t.IsMine && !t.IsTold)];

    /// <summary>Answers for my teams that they have not heard.</summary>
    public IEnumerable<(QuestionRow Question, AskingTeam Team)> MineToAnswer =>
        from question in Questions
        where question.Answer is not null
        from team in question.Askers
        where team.ToldOn is null && Teams.Any(t => t.TeamId == team.TeamId && t.IsMine)
        select (question, team);

    /// <summary>My teams that can ask a question as well: none once it is answered.</summary>
    public IEnumerable<ToldTeam> MineBeside(QuestionRow question) =>
        Teams.Where(t =>
            t.IsMine
            && !IsEnded
            && question.Answer is null
            && question.Askers.All(a => a.TeamId != t.TeamId)
        );

    public static async Task<RelayView?> LoadAsync(
        ThroughlineDb db,
        Here here,
        Relays relays,
        int number,
        CancellationToken cancel
    )
    {
        var people = db.Set<Person>();
        var found = await (
            from relay in relays.At(number)
            join decision in db.Set<Decision>() on relay.DecisionId equals decision.Id
            select new RelayView(
                relay.Id,
                relay.Number,
                decision.Title,
                decision.Outcome,
                decision.Reasons,
                decision.DecidedAs,
                relay.Message,
                relay.From,
                relay.DueOn,
                relay.EndedOn,
                relay.EndReason,
                people
                    .Where(p => p.Id == relay.EndedById)
                    .Select(p => p.GivenName + " " + p.FamilyName)
                    .FirstOrDefault(),
                relay.Version
            )
        )
            .AsNoTracking()
            .SingleOrDefaultAsync(cancel);
        if (found is null)
        {
            return null;
        }

        // Asked for apart: within the query above SQLite would read the teams told in the whole district.
        var teams = await db.Set<RelayTeam>()
            .AsNoTracking()
            .Where(t => t.RelayId == found.Id)
            .Join(
                db.Set<InstructionalTeam>(),
                t => t.TeamId,
                i => i.Id,
                (t, i) =>
                    new
                    {
                        Said = t,
                        Team = i,
                        ToldBy = people
                            .Where(p => p.Id == t.ToldById)
                            .Select(p => p.GivenName + " " + p.FamilyName)
                            .FirstOrDefault(),
                        UptakeBy = people
                            .Where(p => p.Id == t.UptakeById)
                            .Select(p => p.GivenName + " " + p.FamilyName)
                            .FirstOrDefault(),
                    }
            )
            .ToListAsync(cancel);
        var seats = await SpeakersAsync(db, here.Unit.Id, cancel);
        var leads = relays.Leads;
        return found with
        {
            Teams =
            [
                .. teams
                    .Where(t => t.Said.ToldOn is not null || t.Team.DissolvedAt is null)
                    .OrderBy(t => t.Team.DissolvedAt is not null)
                    .ThenBy(t => t.Team.Kind)
                    .ThenBy(t => Grades.OrderOfName(t.Team.Name))
                    .ThenBy(t => t.Team.Name, StringComparer.Ordinal)
                    .Select(t =>
                    {
                        var speakers = seats[t.Team.Id].ToList();
                        return new ToldTeam(
                            t.Team.Id,
                            t.Team.Name,
                            [.. speakers.Select(s => s.Name)],
                            t.Team.DissolvedAt is null
                                && Relay.MaySpeakTo(
                                    new(t.Team.Id, t.Team.Name, [.. speakers.Select(s => s.Id)]),
                                    here.Viewer.PersonId,
                                    leads
                                ),
                            t.Said,
                            t.ToldBy,
                            t.UptakeBy
                        )
                        {
                            MayTakeBack =
                                t.Said is { ToldOn: not null, Uptake: null }
                                && found.EndedOn is null
                                && (leads || t.Said.ToldById == here.Viewer.PersonId),
                        };
                    }),
            ],
            Questions = await QuestionsAsync(db, found.Id, cancel),
        };
    }

    private static async Task<ILookup<Guid, (Guid Id, string Name)>> SpeakersAsync(
        ThroughlineDb db,
        Guid unitId,
        CancellationToken cancel
    ) =>
        (
            await db.Set<IltMembership>()
                .Where(m => m.UnitId == unitId && m.Until == null && m.SpeaksForTeamId != null)
                .Join(
                    db.Set<Person>(),
                    m => m.PersonId,
                    p => p.Id,
                    (m, p) =>
                        new
                        {
                            m.SpeaksForTeamId,
                            p.Id,
                            Name = p.GivenName + " " + p.FamilyName,
                            p.SearchText,
                        }
                )
                .OrderBy(s => s.SearchText)
                .ToListAsync(cancel)
        ).ToLookup(s => s.SpeaksForTeamId!.Value, s => (s.Id, s.Name));

    private static async Task<IReadOnlyList<QuestionRow>> QuestionsAsync(
        ThroughlineDb db,
        Guid relayId,
        CancellationToken cancel
    )
    {
        var people = db.Set<Person>();
        var found = await (
            from question in db.Set<RelayQuestion>()
            where question.RelayId == relayId
            join issue in db.Set<Issue>() on question.IssueId equals issue.Id
            orderby question.Number
            select new
            {
                Row = new QuestionRow(
                    question.Number,
                    question.Text,
                    people
                        .Where(p => p.Id == question.AskedById)
                        .Select(p => p.GivenName + " " + p.FamilyName)
                        .First(),
                    question.AskedAt,
                    issue.Number,
                    issue.Status,
                    question.Answer,
                    people
                        .Where(p => p.Id == question.AnsweredById)
                        .Select(p => p.GivenName + " " + p.FamilyName)
                        .FirstOrDefault()
                ),
                Askers = question
                    .Askers.Select(a => new AskingTeam(
                        a.TeamId,
                        db.Set<InstructionalTeam>()
                            .Where(t => t.Id == a.TeamId)
                            .Select(t => t.Name)
                            .First(),
                        a.ToldOn
                    ))
                    .ToList(),
            }
        )
            .AsNoTracking()
            .ToListAsync(cancel);
        return
        [
            .. found.Select(f =>
                f.Row with
                {
                    Askers = [.. f.Askers.OrderBy(a => a.Name, StringComparer.Ordinal)],
                }
            ),
        ];
    }
}
