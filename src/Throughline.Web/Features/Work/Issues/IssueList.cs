using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Data.Live;
using Throughline.Data.Saving;
using Throughline.Domain.Shared;
using Throughline.Domain.Work;
using Throughline.Web.Access;

namespace Throughline.Web.Features.Work.Issues;

/// <summary>
/// The unit's list of issues as something to act on: raises, votes, writes, moves and counts minutes, whoever asks, a page
/// of the list or the room of a meeting.
/// </summary>
public sealed class IssueList(ThroughlineDb db, Here here, UnitNumbers numbers, LiveNews news)
{
    /// <summary>The issue with this number and all that its rules look at.</summary>
    public Task<Issue?> FindAsync(int number, CancellationToken cancel) =>
        db.Set<Issue>()
            .Include(i => i.Texts)
            .Include(i => i.Votes)
            .Include(i => i.Flags)
            .AsSplitQuery()
            .SingleOrDefaultAsync(i => i.UnitId == here.Unit.Id && i.Number == number, cancel);

    /// <summary>Puts an issue on the list and saves it with what came with it; see <see cref="UnitNumbers.AddAsync"/>.</summary>
    /// <param name="says">Title, and what it is about.</param>
    /// <param name="with">Adds what belongs to the same save, such as the link to where it came from.</param>
    /// <param name="cancel">Stops.</param>
    /// <param name="meetingId">The meeting it is raised in, if it is.</param>
    public Task<Result<Issue>> RaiseAsync(
        IssueWords says,
        Func<Issue, Task<Result>> with,
        CancellationToken cancel,
        Guid? meetingId = null
    ) =>
        numbers.AddAsync(
            ThingKind.Issue,
            number =>
                Task.FromResult(
                    Issue.Raise(
                        here.Unit,
                        number,
                        says,
                        here.Viewer.PersonId,
                        here.Now,
                        meetingId: meetingId
                    )
                ),
            with,
            cancel
        );

    /// <summary>
    /// What needs no look at what others did meanwhile: a vote, a flag, minutes. It meets whoever else does so at the same
    /// time and is done all the same. Null when there is no such issue.
    /// </summary>
    public Task<Moved?> DoAsync(int number, Func<Issue, Result> act, CancellationToken cancel) =>
        ConflictRetry.RunAsync<Moved?>(
            db,
            async () =>
            {
                if (await FindAsync(number, cancel) is not { } issue)
                {
                    return null;
                }

                var done = act(issue);
                if (done.IsOk)
                {
                    await db.SaveChangesAsync(cancel);
                }

                return new Moved(done.Refusal, false);
            }
        );

    /// <summary>
    /// The same for a vote, which alone names no unit: that there is one more or one less is told here. A flag is told to
    /// nobody: a room that looks again when someone has just touched a screen could guess whose it is.
    /// </summary>
    public async Task<Moved?> VoteAsync(
        int number,
        Func<Issue, Result> act,
        CancellationToken cancel
    )
    {
        var done = await DoAsync(number, act, cancel);
        if (done is { IsOk: true })
        {
            await news.TellAsync(db, here.Unit.Id, cancel);
        }

        return done;
    }

    /// <summary>
    /// What was decided by looking at the issue: refused with false when it changed since the version that was looked at.
    /// Null when there is no such issue.
    /// </summary>
    public async Task<Moved?> MoveAsync(
        int number,
        int? version,
        Func<Issue, Result> act,
        CancellationToken cancel
    )
    {
        if (await FindAsync(number, cancel) is not { } issue)
        {
            return null;
        }

        db.Expect(issue, version);
        return await SaveAsync(act(issue), cancel);
    }

    /// <summary>
    /// Writes one of the three texts, unless someone wrote it since the version its writer saw (0 when there was none).
    /// Null when there is no such issue.
    /// </summary>
    public async Task<Moved?> WriteAsync(
        int number,
        IssueStage stage,
        string? words,
        int version,
        CancellationToken cancel
    )
    {
        if (await FindAsync(number, cancel) is not { } issue)
        {
            return null;
        }

        var isNew = issue.Texts.All(t => t.Stage != stage);
        var written = issue.Write(stage, words, here.Viewer.PersonId, here.Now);
        if (!written.IsOk)
        {
            return await SaveAsync(written.Refusal!, cancel);
        }

        if (!isNew)
        {
            db.Expect(written.Value, version);
        }

        return await SaveAsync(Result.Ok(), cancel);
    }

    /// <summary>Where an issue is found.</summary>
    public string PathOf(int number) =>
        string.Create(CultureInfo.InvariantCulture, $"/{here.Unit.Slug}/work/issues/{number}");

    private async Task<Moved> SaveAsync(Result done, CancellationToken cancel)
    {
        var met = false;
        if (done.IsOk)
        {
            try
            {
                // Two who write the same text first break its key.
                met = !await db.TrySaveAsync(cancel);
            }
            catch (DbUpdateConcurrencyException)
            {
                met = true;
            }
        }

        if (met || !done.IsOk)
        {
            db.ChangeTracker.Clear();
        }

        return new Moved(done.Refusal, met);
    }
}

/// <summary>What became of a move.</summary>
/// <param name="Refusal">Why it was refused by a rule; null when it was not.</param>
/// <param name="MetAnother">True when someone changed the same meanwhile, and nothing was saved.</param>
public sealed record Moved(Refusal? Refusal, bool MetAnother)
{
    /// <summary>Why nothing was saved, for the page to say.</summary>
    public Refusal Why =>
        Refusal
        ?? new("Someone changed this issue meanwhile. Look at it as it is now, then decide again.");

    /// <summary>The answer's status when nothing was saved.</summary>
    public int Status =>
        MetAnother ? StatusCodes.Status409Conflict : StatusCodes.Status422UnprocessableEntity;

    /// <summary>True when it is saved.</summary>
    public bool IsOk => Refusal is null && !MetAnother;
}
