using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Data.Saving;
using Throughline.Domain.Meetings;
using Throughline.Domain.Shared;
using Throughline.Web.Access;

namespace Throughline.Web.Features.Meetings;

/// <summary>Writes the notes of a meeting, part by part.</summary>
public sealed class MeetingNotes(ThroughlineDb db, Here here, MeetingDesk desk)
{
    /// <summary>The part of this name in a meeting: “s3” is a section, “i5” an item; null when there is none.</summary>
    public static AgendaStop? StopOf(Meeting meeting, string key) =>
        key.Length > 1
        && int.TryParse(
            key.AsSpan(1),
            NumberStyles.None,
            CultureInfo.InvariantCulture,
            out var number
        )
            ? key[0] switch
            {
                'i' => meeting.Stops().FirstOrDefault(s => s.Item == number),
                // A section that has items by now keeps what was written before.
                's' when number < meeting.Sections.Count => new AgendaStop(
                    number,
                    null,
                    meeting.Sections[number].Title,
                    meeting.Sections[number].Minutes,
                    meeting.Sections[number].State,
                    meeting.Sections[number].Seconds
                ),
                _ => null,
            }
            : null;

    /// <summary>Writes, or joins, and saves. Null when there is no such part. Two who write at once both get through: the second as the later one.</summary>
    public Task<Result<MeetingNote>?> WriteAsync(
        int number,
        string key,
        Func<MeetingNote, Result<NoteOutcome>> write,
        CancellationToken cancel
    ) =>
        ConflictRetry.RunAsync<Result<MeetingNote>?>(
            db,
            async () =>
            {
                if (
                    await desk.FindAgendaAsync(number, cancel) is not { } meeting
                    || StopOf(meeting, key) is not { } stop
                )
                {
                    return null;
                }

                var (section, item) = stop.Item is { } i ? (-1, i) : (stop.Section, 0);
                var note = await db.Set<MeetingNote>()
                    .Include(n => n.Kept)
                    .SingleOrDefaultAsync(
                        n => n.MeetingId == meeting.Id && n.Section == section && n.Item == item,
                        cancel
                    );
                if (note is null)
                {
                    note = MeetingNote.Of(
                        meeting,
                        stop.Section,
                        stop.Item,
                        here.Viewer.PersonId,
                        here.Now
                    );
                    db.Add(note);
                }

                var written = write(note);
                if (!written.IsOk)
                {
                    db.ChangeTracker.Clear();
                    return written.Refusal!;
                }

                await db.SaveChangesAsync(cancel);
                return Result.Ok(note);
            }
        );
}
