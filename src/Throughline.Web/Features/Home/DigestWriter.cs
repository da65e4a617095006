using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Data.Mail;
using Throughline.Data.Platform;
using Throughline.Data.Saving;
using Throughline.Domain.Units;
using Throughline.Web.Access;
using Throughline.Web.Hosting;

namespace Throughline.Web.Features.Home;

/// <summary>Writes the daily mails of some people of a unit into the outbox, each with the note that they have had it.</summary>
internal sealed class DigestWriter(
    ThroughlineDb db,
    IReadOnlyList<IDaySource> sources,
    DigestLinks links,
    PublicAddress address
)
{
    /// <summary>How many mails there were to write.</summary>
    public async Task<int> WriteAsync(
        Unit unit,
        IReadOnlyList<Person> people,
        DateOnly day,
        DateTime now,
        CancellationToken cancel
    )
    {
        var viewers = await Viewer.LoadManyAsync(db, people, cancel);
        var ids = people.Select(p => p.Id).ToList();
        var last = await db.Set<DigestReader>()
            .AsNoTracking()
            .Where(r => ids.Contains(r.PersonId))
            .ToDictionaryAsync(r => r.PersonId, r => r.LastAt, cancel);
        var written = 0;
        foreach (var (person, viewer) in people.Zip(viewers))
        {
            // Who works at several units gets one mail, on the days of the one that surrounds their own day.
            if (viewer.Home?.Id != unit.Id)
            {
                continue;
            }

            var items = new List<DayItem>();
            foreach (var source in sources)
            {
                items.AddRange(await source.ForAsync(viewer, db, now, cancel));
            }

            if (
                DigestMail.Of(items, day, last.GetValueOrDefault(person.Id)) is { } digest
                && await SendAsync(person, digest, day, now, cancel)
            )
            {
                written++;
            }
        }

        return written;
    }

    private async Task<bool> SendAsync(
        Person person,
        DigestMail digest,
        DateOnly day,
        DateTime now,
        CancellationToken cancel
    )
    {
        await DigestReader.EnsureAsync(db, [person.Id], cancel);
        var off = links.Of(person.DistrictId, person.Id);
        db.ChangeTracker.Clear();
        return await db.InOneTransactionAsync(
            async () =>
            {
                if (!await DigestReader.TakeDayAsync(db, person.Id, day, now, cancel))
                {
                    return false;
                }

                db.Add(
                    OutboxMail.Write(
                        person.DistrictId,
                        person.Email!,
                        digest.Subject,
                        digest.Body(person, address.Of, off),
                        now,
                        // It holds the link, and two mails side by side would tell what was done in between.
                        isSecret: true,
                        unsubscribe: off
                    )
                );
                await db.SaveChangesAsync(cancel);
                return true;
            },
            again: db.ChangeTracker.Clear,
            cancel
        );
    }
}
