using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Data.Saving;
using Throughline.Domain.Meetings;
using Throughline.Domain.Shared;
using Throughline.Web.Access;

namespace Throughline.Web.Features.Meetings.Protocols;

/// <summary>What became of a line that was to be written down.</summary>
/// <param name="Done">Whether it stands now.</param>
/// <param name="Asked">The words for which it was asked back; nothing was kept then. Null else.</param>
public sealed record Written(Result Done, string? Asked = null);

/// <summary>Writes down lines in the steps of a protocol.</summary>
public sealed class FindingDesk(
    ThroughlineDb db,
    Here here,
    MeetingDesk meetings,
    ProtocolDesk protocols
)
{
    /// <summary>Writes a line down, or asks back; null when there is no such item, or no protocol at it.</summary>
    public Task<Written?> WriteAsync(
        int number,
        int itemNumber,
        FindingInput input,
        CancellationToken cancel
    ) =>
        ConflictRetry.RunAsync<Written?>(
            db,
            async () =>
            {
                if (
                    await meetings.FindAgendaAsync(number, cancel) is not { } meeting
                    || meeting.Items.FirstOrDefault(i => i.Number == itemNumber) is not { } item
                    || await protocols.RunOfAsync(item.Id, cancel) is not { } run
                )
                {
                    return null;
                }

                if (input.Way is null && ReadsLikeAnExplanation(run, input) is { } words)
                {
                    return new Written(Result.Ok(), words);
                }

                var step =
                    input.Way == FindingWay.Move
                        ? run.StepForInferences(input.Step) ?? input.Step
                        : input.Step;
                var finding = ProtocolFinding.Write(
                    meeting,
                    run,
                    await NextAsync(meeting.Id, cancel),
                    step,
                    input.Words,
                    here.Viewer.PersonId,
                    here.Now
                );
                if (!finding.IsOk)
                {
                    return new Written(finding.Refusal!);
                }

                db.Add(finding.Value);
                db.Add(ThingLink.CameFrom(finding.Value, item, here.Now));
                await db.SaveChangesAsync(cancel);
                return new Written(Result.Ok());
            }
        );

    private static string? ReadsLikeAnExplanation(ProtocolRun run, FindingInput input) =>
        input.Step >= 0
        && input.Step < run.Steps.Count
        && run.Steps[input.Step].Step is { DescribeOnly: true, Collects: not null }
            ? Interpretation.FirstIn(input.Words)
            : null;

    // Also of those that were taken back: a number names one line for ever.
    private async Task<int> NextAsync(Guid meetingId, CancellationToken cancel) =>
        (
            await db.Set<Thing>()
                .Where(t => t.PartOfId == meetingId && t.Kind == ThingKind.Finding)
                .MaxAsync(t => (int?)t.Number, cancel)
            ?? 0
        ) + 1;
}
