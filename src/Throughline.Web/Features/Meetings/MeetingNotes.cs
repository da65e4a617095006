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
        PartOf(key) switch
        {
            (-1, var item) => meeting.Stops().FirstOrDefault(s => s.Item == item),
            // A section that has items by now keeps what was written before.
            (var number, 0) when number < meeting.Sections.Count => new AgendaStop(
                number,
                null,
                meeting.Sections[number].Title,
                meeting.Sections[number].Minutes,
                meeting.Sections[number].State,
                meeting.Sections[number].Seconds
            ),
            _ => null,
        };

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
                var note = await FindAsync(number, key, cancel);
                if (note is null)
                {
                    if (
                        await desk.FindAgendaAsync(number, cancel) is not { } meeting
                        || StopOf(meeting, key) is not { } stop
                    )
                    {
                        return null;
                    }

                    if (meeting.WhyMinutesStand is { } stands)
                    {
                        return stands;
                    }

                    note = Begin(meeting, stop);
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

    // Notes are saved as people type: the agenda around one that is there is not asked for. Of final minutes none is found.
    private Task<MeetingNote?> FindAsync(int number, string key, CancellationToken cancel) =>
        PartOf(key) is { } part
            ? Written.For(db)(db, here.Unit.Id, number, part.Section, part.Item, cancel)
            : Task.FromResult<MeetingNote?>(null);

    private MeetingNote Begin(Meeting meeting, AgendaStop stop)
    {
        var note = MeetingNote.Of(meeting, stop.Section, stop.Item, here.Viewer.PersonId, here.Now);
        db.Add(note);
        return note;
    }

    // As notes are stored: of an item by its number alone, since it may change its section.
    private static (int Section, int Item)? PartOf(string key) =>
        key.Length > 1
        && int.TryParse(
            key.AsSpan(1),
            NumberStyles.None,
            CultureInfo.InvariantCulture,
            out var number
        )
            ? key[0] switch
            {
                'i' => (-1, number),
                's' => (number, 0),
                _ => null,
            }
            : null;

    private static readonly HotQuery<
        Func<ThroughlineDb, Guid, int, int, int, CancellationToken, Task<MeetingNote?>>
    > Written = new(() =>
        EF.CompileAsyncQuery(
            (
                ThroughlineDb db,
                Guid unit,
                int number,
                int section,
                int item,
                CancellationToken cancel
            ) =>
                db.Set<MeetingNote>()
                    .Where(n =>
                        n.MeetingId
                            == db.Set<Meeting>()
                                .Where(m =>
                                    m.UnitId == unit
                                    && m.Number == number
                                    && m.MinutesFinalAt == null
                                )
                                .Select(m => m.Id)
                                .FirstOrDefault()
                        && n.Section == section
                        && n.Item == item
                        && (
                            item == 0
                            || db.Set<AgendaItem>()
                                .Any(i => i.MeetingId == n.MeetingId && i.Number == item)
                        )
                    )
                    .Include(n => n.Kept)
                    .SingleOrDefault()
        )
    );
}
