using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Data.Saving;
using Throughline.Domain.Shared;
using Throughline.Domain.Sharing;
using Throughline.Domain.Units;
using Throughline.Domain.Work;
using Throughline.Web.Access;
using Throughline.Web.Features.Work;

namespace Throughline.Web.Features.Sharing;

/// <summary>Brings questions of teams back as issues, joins them, answers them once and keeps who was told the answer.</summary>
public sealed class RelayQuestions(ThroughlineDb db, Here here, Relays relays, UnitNumbers numbers)
{
    private static readonly Refusal Gone = new("This question is not there any more.");

    /// <summary>The question with this number on a decision.</summary>
    public IQueryable<RelayQuestion> At(int number, int question)
    {
        var relay = relays.At(number);
        return db.Set<RelayQuestion>()
            .Where(q => q.Number == question && relay.Any(r => r.Id == q.RelayId));
    }

    /// <summary>Brings a question back: an issue that comes from the decision, named after the teams that ask.</summary>
    public async Task<Result<Issue>> AskAsync(
        int number,
        string? text,
        IReadOnlyCollection<Guid> teams,
        CancellationToken cancel
    )
    {
        var may = await relays.MaySpeakToAsync(teams, cancel);
        if (!may.IsOk)
        {
            return may.Refusal!;
        }

        var says = RelayQuestion.AsIssue(text);
        if (!says.IsOk)
        {
            return says.Refusal!;
        }

        var names = await db.Set<InstructionalTeam>()
            .Where(t => teams.Contains(t.Id))
            .OrderBy(t => t.Name)
            .Select(t => t.Name)
            .ToListAsync(cancel);
        return await numbers.AddAsync(
            ThingKind.Issue,
            next =>
                Task.FromResult(
                    Issue.Raise(
                        here.Unit,
                        next,
                        says.Value,
                        here.Viewer.PersonId,
                        here.Now,
                        Text.Shorten($"from {string.Join(", ", names)}", Issue.LongestRaisedAs)
                    )
                ),
            issue => KeepAsync(number, text, teams, issue, cancel),
            cancel
        );
    }

    /// <summary>Another team asks the same.</summary>
    public Task<Result> JoinAsync(
        int number,
        int question,
        IReadOnlyCollection<Guid> teams,
        CancellationToken cancel
    ) =>
        ForTeamsAsync(number, question, teams, (q, team, relay) => q.Join(relay, team, Me), cancel);

    /// <summary>A team that asked was told the answer.</summary>
    public Task<Result> TellAnswerAsync(
        int number,
        int question,
        IReadOnlyCollection<Guid> teams,
        CancellationToken cancel
    ) =>
        ForTeamsAsync(
            number,
            question,
            teams,
            (q, team, _) => q.TellAnswer(team, Me, here.Today),
            cancel
        );

    /// <summary>Answers all who asked; the issue is solved with the answer where it is still on the list.</summary>
    public Task<Result> AnswerAsync(
        int number,
        int question,
        string? words,
        CancellationToken cancel
    ) =>
        ActAsync(
            number,
            question,
            async found =>
            {
                var answered = found.AnswerAll(words, Me, here.Now);
                var issue = await db.Set<Issue>()
                    .Include(i => i.Flags)
                    .SingleAsync(i => i.Id == found.IssueId, cancel);
                return answered.IsOk && issue.IsListed
                    ? issue.Solve(found.Answer, Me, here.Now)
                    : answered;
            },
            cancel
        );

    private Guid Me => here.Viewer.PersonId;

    private async Task<Result> KeepAsync(
        int number,
        string? text,
        IReadOnlyCollection<Guid> teams,
        Issue issue,
        CancellationToken cancel
    )
    {
        if (
            await relays
                .At(number)
                .AsNoTracking()
                .Include(r => r.Teams)
                .SingleOrDefaultAsync(cancel)
            is not { } relay
        )
        {
            return new Refusal("This decision is not to tell any more.");
        }

        var last = await db.Set<RelayQuestion>()
            .Where(q => q.RelayId == relay.Id)
            .MaxAsync(q => (int?)q.Number, cancel);
        var asked = RelayQuestion.Ask(relay, (last ?? 0) + 1, text, teams, issue, Me, here.Now);
        if (!asked.IsOk)
        {
            return asked.Refusal!;
        }

        db.Add(asked.Value);
        var decision = await db.Set<Thing>().SingleAsync(t => t.Id == relay.DecisionId, cancel);
        db.Add(ThingLink.CameFrom(issue, decision, here.Now));
        return Result.Ok();
    }

    private async Task<Result> ForTeamsAsync(
        int number,
        int question,
        IReadOnlyCollection<Guid> teams,
        Func<RelayQuestion, Guid, Relay, Result> act,
        CancellationToken cancel
    )
    {
        var may = await relays.MaySpeakToAsync(teams, cancel);
        return !may.IsOk
            ? may
            : await ActAsync(
                number,
                question,
                async found =>
                {
                    var relay = await relays
                        .At(number)
                        .AsNoTracking()
                        .Include(r => r.Teams)
                        .SingleAsync(cancel);
                    return teams
                            .Select(team => act(found, team, relay))
                            .FirstOrDefault(r => !r.IsOk)
                        ?? Result.Ok();
                },
                cancel
            );
    }

    // Whoever else joins or answers in the same moment is met by doing it again.
    private Task<Result> ActAsync(
        int number,
        int question,
        Func<RelayQuestion, Task<Result>> act,
        CancellationToken cancel
    ) =>
        ConflictRetry.RunAsync<Result>(
            db,
            async () =>
            {
                if (
                    await At(number, question).Include(q => q.Askers).SingleOrDefaultAsync(cancel)
                    is not { } found
                )
                {
                    return Gone;
                }

                var done = await act(found);
                if (!done.IsOk)
                {
                    db.ChangeTracker.Clear();
                    return done;
                }

                db.Expect(found, found.Version);
                await db.SaveChangesAsync(cancel);
                return done;
            }
        );
}
