using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Data.Saving;
using Throughline.Domain.Meetings;
using Throughline.Domain.Shared;
using Throughline.Domain.Teams;
using Throughline.Web.Access;

namespace Throughline.Web.Features.Meetings.Minutes;

/// <summary>Sends a draft at the close, confirms minutes and reopens them.</summary>
public sealed class MinutesDesk(
    ThroughlineDb db,
    Here here,
    MeetingDesk desk,
    MinutesDraft draft,
    MinutesMail mail
)
{
    /// <summary>
    /// The meeting is over: its minutes go to who may read all of them, marked draft. A meeting that was gone on with and
    /// ended again sends them anew where they changed. Nothing is saved.
    /// </summary>
    public async Task SendDraftAsync(Meeting meeting, CancellationToken cancel)
    {
        var kept = await KeptAsync(meeting.Id, cancel);
        var record = (await draft.OfAsync(meeting, kept, cancel)).Record;
        var bytes = record.Write();
        var sent = await SentAsync(meeting.Id, cancel);
        if (sent?.Record.AsSpan().SequenceEqual(bytes) == true)
        {
            return;
        }

        if (sent is null)
        {
            db.Add(new MinutesDraftSent(meeting, bytes, here.Now));
        }
        else
        {
            sent.Again(bytes, here.Now);
        }

        await mail.SendAsync(meeting, record, kept, isAgain: sent is not null, cancel);
    }

    /// <summary>
    /// Confirms the minutes as they were seen. Refused when they changed since: whoever confirms has read what is
    /// confirmed. Members hear of it by mail only where something differs from the draft they got. Null when there is no
    /// such meeting.
    /// </summary>
    public Task<Result?> ConfirmAsync(int number, string? seen, CancellationToken cancel) =>
        ConflictRetry.RunAsOneAsync<Result?>(
            db,
            async () =>
            {
                if (await desk.FindAsync(number, cancel) is not { } meeting)
                {
                    return null;
                }

                if (meeting.State != MeetingState.Ended)
                {
                    return Result.Refused("Minutes are confirmed once the meeting is over.");
                }

                var earlier = await KeptAsync(meeting.Id, cancel);
                var now = await draft.OfAsync(meeting, earlier, cancel);
                var bytes = now.Record.Write();
                if (meeting.MinutesFinalAt is null && MinutesEdition.FingerprintOf(bytes) != seen)
                {
                    return Result.Refused(
                        "The draft was changed since you opened it. Read it once more, then confirm."
                    );
                }

                var me = here.Viewer.PersonId;
                var confirmed = meeting.ConfirmMinutes(
                    now.Record,
                    earlier,
                    now.Waiting.Count,
                    me,
                    await desk.NameOfAsync(me, cancel),
                    here.Today,
                    here.Now
                );
                if (!confirmed.IsOk)
                {
                    return confirmed.Refusal!;
                }

                db.Add(confirmed.Value);
                var sent = await SentAsync(meeting.Id, cancel);
                // What they read last: the draft of the close, or the edition that was reopened.
                var read =
                    sent?.Record ?? earlier.MaxBy(e => e.Number)?.Read()?.Unconfirmed().Write();
                if (read?.AsSpan().SequenceEqual(bytes) != true)
                {
                    await mail.SendAsync(
                        meeting,
                        confirmed.Value.Read()!,
                        earlier,
                        sent is not null,
                        cancel
                    );
                }

                await CloseNotesAsync(meeting.Id, cancel);
                if (sent is not null)
                {
                    db.Remove(sent);
                }

                await db.SaveChangesAsync(cancel);
                return Result.Ok();
            },
            cancel
        );

    /// <summary>Reopens final minutes with a reason. Null when there is no such meeting.</summary>
    public Task<Result?> ReopenAsync(int number, string? reason, CancellationToken cancel) =>
        desk.ActAsync(
            number,
            async meeting =>
                (await KeptAsync(meeting.Id, cancel)).MaxBy(e => e.Number) is { } last
                    ? meeting.ReopenMinutes(last, reason, here.Viewer.PersonId, here.Now)
                    : Result.Refused("These minutes are a draft: correct them as they are."),
            cancel
        );

    /// <summary>
    /// What covering words would change, as it would read then. Null when there is no such meeting; refused like
    /// <see cref="RedactAsync"/>.
    /// </summary>
    public async Task<Result<IReadOnlyList<string>>?> WouldReadAsync(
        int number,
        string? words,
        string? ground,
        CancellationToken cancel
    )
    {
        if (await desk.FindAsync(number, cancel) is not { } meeting)
        {
            return null;
        }

        var would = (await KeptAsync(meeting.Id, cancel))
            .Select(e => e.WouldRead(words, ground, here.Viewer.PersonId, here.Now))
            .ToList();
        return would.Count == 0 ? StillDraft
            : would.Find(w => w.IsOk) is null ? would[0]
            : Result.Ok<IReadOnlyList<string>>([
                .. would.Where(w => w.IsOk).SelectMany(w => w.Value).Distinct(),
            ]);
    }

    /// <summary>Covers words in all editions, and in the notes a new draft is made of. Null when there is no such meeting.</summary>
    public Task<Result?> RedactAsync(
        int number,
        string? words,
        string? ground,
        CancellationToken cancel
    ) =>
        desk.ActAsync(
            number,
            async meeting =>
            {
                var done = (await KeptAsync(meeting.Id, cancel))
                    .Select(e => e.Redact(words, ground, here.Viewer.PersonId, here.Now))
                    .ToList();
                if (done.Count == 0)
                {
                    return StillDraft;
                }

                // Words may stand in one edition and not in the other.
                if (done.TrueForAll(d => !d.IsOk))
                {
                    return done[0].Refusal!;
                }

                foreach (
                    var note in await db.Set<MeetingNote>()
                        .Include(n => n.Kept)
                        .Where(n => n.MeetingId == meeting.Id)
                        .ToListAsync(cancel)
                )
                {
                    note.CoverWords(Text.CleanLine(words)!);
                }

                return Result.Ok();
            },
            cancel
        );

    private static readonly Refusal StillDraft = new(
        "These minutes are a draft: take the words out of the notes instead."
    );

    // Whoever began to write before and saves after would read “saved” of words that are in no record: their save meets
    // another edition of the note, is tried anew, and is told that the minutes are final.
    private async Task CloseNotesAsync(Guid meetingId, CancellationToken cancel)
    {
        foreach (
            var note in await db.Set<MeetingNote>()
                .Where(n => n.MeetingId == meetingId)
                .ToListAsync(cancel)
        )
        {
            note.Close();
        }
    }

    private Task<List<MinutesEdition>> KeptAsync(Guid meetingId, CancellationToken cancel) =>
        db.Set<MinutesEdition>()
            .Include(e => e.Redactions)
            .Where(e => e.MeetingId == meetingId)
            .ToListAsync(cancel);

    private Task<MinutesDraftSent?> SentAsync(Guid meetingId, CancellationToken cancel) =>
        db.Set<MinutesDraftSent>().SingleOrDefaultAsync(d => d.MeetingId == meetingId, cancel);
}
