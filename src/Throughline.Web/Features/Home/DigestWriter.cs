using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Data.Mail;
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
                && await SendAsync(unit, person, digest, day, now, cancel)
            )
            {
                written++;
            }
        }

        return written;
    }

    private async Task<bool> SendAsync(
        Unit unit,
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

                var written = await Mailings.WriteAsync(
                    db,
                    MailKind.Daily,
                    unit,
                    db.Set<Person>().Where(p => p.Id == person.Id),
                    _ => new MailWords(
                        digest.Subject,
                        digest.Body(person, address.Of, off),
                        // It holds the link, and two mails side by side would tell what was done in between.
                        IsSecret: true,
                        Unsubscribe: off
                    ),
                    now,
                    cancel
                );
                await db.SaveChangesAsync(cancel);
                return written == 1;
            },
            again: db.ChangeTracker.Clear,
            cancel
        );
    }
}
