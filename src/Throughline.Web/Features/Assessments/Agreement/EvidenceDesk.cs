using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Data.Saving;
using Throughline.Domain.Assessments;
using Throughline.Domain.Shared;

namespace Throughline.Web.Features.Assessments.Agreement;

/// <summary>Takes evidence for an item and keeps it, a file with its content.</summary>
public sealed class EvidenceDesk(ThroughlineDb db, AgreementTable table)
{
    /// <summary>
    /// Adds a piece of evidence and saves it, beginning the item's record when there is none. Two devices may begin the
    /// same item at once; each adds its own evidence to it.
    /// </summary>
    /// <param name="round">The round's number.</param>
    /// <param name="position">The item's place.</param>
    /// <param name="make">Makes the evidence for the item.</param>
    /// <param name="content">A file's content.</param>
    /// <param name="cancel">Stops.</param>
    public Task<Result> AddAsync(
        int round,
        int position,
        Func<AgreedItem, Result<Evidence>> make,
        byte[]? content,
        CancellationToken cancel
    ) =>
        ConflictRetry.RunAsync(
            db,
            async () =>
            {
                if (await table.FindAsync(round, position, cancel) is not { } at)
                {
                    return Result.Refused("This item is not there any more.");
                }

                var item = table.Begin(at);
                if (!item.IsOk)
                {
                    return item.Refusal!;
                }

                var count = await db.Set<Evidence>()
                    .CountAsync(e => e.AgreedItemId == item.Value.Id, cancel);
                if (count >= AgreedItem.MostEvidence)
                {
                    return Result.Refused(
                        $"An item has at most {AgreedItem.MostEvidence} pieces of evidence. Remove one first."
                    );
                }

                var evidence = make(item.Value);
                if (!evidence.IsOk)
                {
                    return evidence.Refusal!;
                }

                db.Add(evidence.Value);
                db.AddRange(content is null ? [] : EvidenceChunk.Of(evidence.Value, content));
                await db.SaveChangesAsync(cancel);
                return Result.Ok();
            }
        );

    /// <summary>The bytes of an upload, but no more than one beyond what is taken: that is enough to refuse it in words.</summary>
    public static async Task<byte[]> ReadAsync(IFormFile? file, CancellationToken cancel)
    {
        if (file is null)
        {
            return [];
        }

        var content = new byte[(int)Math.Min(file.Length, EvidenceFile.MostBytes + 1)];
        await using var stream = file.OpenReadStream();
        await stream.ReadExactlyAsync(content, cancel);
        return content;
    }
}
