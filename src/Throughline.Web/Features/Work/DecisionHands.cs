using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Data.Live;
using Throughline.Data.Saving;
using Throughline.Data.Work;
using Throughline.Domain.Shared;
using Throughline.Domain.Work;
using Throughline.Web.Access;

namespace Throughline.Web.Features.Work;

/// <summary>
/// Fist-to-five on a proposal: asks, raises, shows. One small service, so that the decision's page and a meeting's room
/// do it alike. Each refuses with what a person can act on. A hand alone names no unit, so that it is up is told here.
/// </summary>
public sealed class DecisionHands(ThroughlineDb db, Here here, Decisions decisions, LiveNews news)
{
    /// <summary>Asks everyone who sits on the ILT for a hand.</summary>
    public Task<Result> AskAsync(int number, bool secret, int? version, CancellationToken cancel) =>
        ActAsync(
            number,
            version,
            async decision => decision.AskForHands(await decisions.SittingAsync(cancel), secret),
            cancel
        );

    /// <summary>Raises or changes one's own hand.</summary>
    public async Task<Result> RaiseAsync(int number, DecisionUpdate hand, CancellationToken cancel)
    {
        var me = here.Viewer.PersonId;
        if (
            await decisions.At(number).Include(d => d.Hands).SingleOrDefaultAsync(cancel)
            is not { } decision
        )
        {
            return Gone;
        }

        if (!decision.IsSecret)
        {
            var raised = decision.Raise(me, hand.Fingers, hand.Words, hand.Named);
            if (raised.IsOk)
            {
                await db.SaveChangesAsync(cancel);
                await news.TellAsync(db, here.Unit.Id, cancel);
            }

            return raised;
        }

        var secret = decision.MayRaiseSecretly(
            me,
            hand.Fingers,
            hand.Words,
            hand.Named,
            HandBox.BlindId()
        );
        if (!secret.IsOk)
        {
            return secret.Refusal!;
        }

        if (!await HandBox.PutAsync(db, decision.Id, me, secret.Value, cancel))
        {
            return Result.Refused("The hands are shown already, or yours is up. Reload the page.");
        }

        await news.TellAsync(db, here.Unit.Id, cancel);
        return Result.Ok();
    }

    /// <summary>Shows all hands at once; a hand that goes up in the same moment counts.</summary>
    public Task<Result> ShowAsync(int number, CancellationToken cancel) =>
        EndAsync(number, decision => decision.ShowHands(HandBox.BlindId), cancel);

    /// <summary>Takes the hands that one person counted for the whole table.</summary>
    public Task<Result> CountTableAsync(
        int number,
        IReadOnlyList<int> counts,
        string? words,
        CancellationToken cancel
    ) =>
        EndAsync(number, decision => decision.CountTable(counts, words, HandBox.BlindId()), cancel);

    /// <summary>Makes it a proposal again.</summary>
    public Task<Result> AskAgainAsync(int number, int? version, CancellationToken cancel) =>
        ActAsync(number, version, decision => Task.FromResult(decision.AskAgain()), cancel);

    /// <summary>Withdraws it.</summary>
    public Task<Result> WithdrawAsync(
        int number,
        string? reason,
        int? version,
        CancellationToken cancel
    ) =>
        ActAsync(
            number,
            version,
            decision => Task.FromResult(decision.Withdraw(reason, here.Viewer.PersonId, here.Now)),
            cancel
        );

    private static Refusal Gone => new("This decision is not there any more.");

    private async Task<Result> ActAsync(
        int number,
        int? version,
        Func<Decision, Task<Result>> act,
        CancellationToken cancel
    )
    {
        if (await decisions.FindAsync(number, cancel) is not { } decision)
        {
            return Gone;
        }

        var done = await act(decision);
        if (done.IsOk)
        {
            db.Expect(decision, version);
            await db.SaveChangesAsync(cancel);
        }

        return done;
    }

    // Someone's hand may go up while they are shown: then they are loaded and shown anew, so that none is lost.
    private Task<Result> EndAsync(
        int number,
        Func<Decision, Result> end,
        CancellationToken cancel
    ) =>
        ConflictRetry.RunAsync(
            db,
            async () =>
            {
                if (await decisions.FindAsync(number, cancel) is not { } decision)
                {
                    return Gone;
                }

                var done = end(decision);
                if (done.IsOk)
                {
                    await HandBox.SaveShownAsync(db, decision, cancel);
                }

                return done;
            }
        );
}
