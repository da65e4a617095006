using Microsoft.EntityFrameworkCore;
using Throughline.Data.Platform;
using Throughline.Data.Units;
using Throughline.Domain.Units;

namespace Throughline.Data.Mail;

/// <summary>What a mail says.</summary>
/// <param name="Subject">The subject.</param>
/// <param name="Body">The text.</param>
/// <param name="IsSecret">See <see cref="OutboxMail.IsSecret"/>.</param>
/// <param name="Calendar">See <see cref="OutboxMail.Calendar"/>.</param>
/// <param name="Unsubscribe">See <see cref="OutboxMail.Unsubscribe"/>.</param>
public sealed record MailWords(
    string Subject,
    string Body,
    bool IsSecret = false,
    string? Calendar = null,
    string? Unsubscribe = null
);

/// <summary>Someone a mail goes to.</summary>
public sealed record MailReader(Guid Id, string GivenName, string Email);

/// <summary>
/// The one place that decides whether a mail of a kind goes to a person, and when: not when they switched it off, and
/// within the contract hours of a school day that are no quiet hours of theirs. It decides when a mail is written and
/// once more when it leaves, so that what was switched off meanwhile stays here.
/// </summary>
public static class Mailings
{
    /// <summary>Of these people those who have an address and want mail of that kind.</summary>
    public static IQueryable<Person> WhoWant(
        ThroughlineDb db,
        MailKind kind,
        IQueryable<Person> people
    )
    {
        var off = db.Set<MailWishes>().Where(MailWishes.Off(kind));
        return people
            .Where(p => p.LeftOn == null && p.Email != null)
            .Where(p => !off.Any(w => w.PersonId == p.Id));
    }

    /// <summary>Writes a mail to each of these people who wants it, in two queries; nothing is saved. How many there are.</summary>
    /// <param name="db">A context that has entered the unit's district.</param>
    /// <param name="kind">What it is about.</param>
    /// <param name="unit">The unit it comes from, whose contract hours it keeps.</param>
    /// <param name="people">To whom.</param>
    /// <param name="words">What it says to each.</param>
    /// <param name="now">Now, UTC.</param>
    /// <param name="cancel">Stops.</param>
    public static async Task<int> WriteAsync(
        ThroughlineDb db,
        MailKind kind,
        Unit unit,
        IQueryable<Person> people,
        Func<MailReader, MailWords> words,
        DateTime now,
        CancellationToken cancel
    )
    {
        var readers = await WhoWant(db, kind, people)
            .OrderBy(p => p.SearchText)
            .Select(p => new
            {
                Reader = new MailReader(p.Id, p.GivenName, p.Email!),
                Wishes = db.Set<MailWishes>().FirstOrDefault(w => w.PersonId == p.Id),
            })
            .AsNoTracking()
            .ToListAsync(cancel);
        if (readers.Count == 0)
        {
            return 0;
        }

        var calendar = await SchoolCalendars.LoadAsync(db, unit, cancel);
        foreach (var reader in readers)
        {
            var due = When(unit, calendar, reader.Wishes?.Quiet, now);
            var said = words(reader.Reader);
            db.Add(
                OutboxMail
                    .Write(
                        unit.DistrictId,
                        reader.Reader.Email,
                        said.Subject,
                        said.Body,
                        now,
                        said.IsSecret,
                        said.Unsubscribe,
                        said.Calendar
                    )
                    .For(kind, reader.Reader.Id, unit.Id, due)
            );
        }

        return readers.Count;
    }

    /// <summary>
    /// What makes a mail to an address that is a team's; null when it is the address of someone who wants none. Two queries
    /// at most.
    /// </summary>
    public static async Task<Func<MailWords, OutboxMail>?> ToAddressAsync(
        ThroughlineDb db,
        MailKind kind,
        Unit unit,
        string address,
        DateTime now,
        CancellationToken cancel
    )
    {
        var owner = await db.Set<Person>()
            .AsNoTracking()
            .Where(p => p.Email == address)
            .Select(p => new
            {
                p.Id,
                Wishes = db.Set<MailWishes>().FirstOrDefault(w => w.PersonId == p.Id),
            })
            .FirstOrDefaultAsync(cancel);
        if (owner?.Wishes?.Wants(kind) == false)
        {
            return null;
        }

        var calendar = await SchoolCalendars.LoadAsync(db, unit, cancel);
        var due = When(unit, calendar, owner?.Wishes?.Quiet, now);
        return words =>
            OutboxMail
                .Write(unit.DistrictId, address, words.Subject, words.Body, now, words.IsSecret)
                .For(kind, owner?.Id, unit.Id, due);
    }

    /// <summary>When a mail of this unit that is ready at that moment reaches someone.</summary>
    public static DateTime When(
        Unit unit,
        SchoolCalendar calendar,
        QuietHours? quiet,
        DateTime now
    ) =>
        unit.Hours.Next(now, TimeZoneInfo.FindSystemTimeZoneById(unit.TimeZoneId), calendar, quiet);

    /// <summary>Decides anew about a mail that is about to leave: now, later, or not at all.</summary>
    /// <returns>The time from which it may go, UTC; null when its reader wants none.</returns>
    public static async Task<DateTime?> MayLeaveAsync(
        ThroughlineDb db,
        OutboxMail mail,
        DateTime now,
        CancellationToken cancel
    )
    {
        if (mail.Kind == MailKind.Asked || mail.UnitId is not { } unitId)
        {
            return now;
        }

        var wishes = await db.Set<MailWishes>()
            .AsNoTracking()
            .SingleOrDefaultAsync(w => w.PersonId == mail.PersonId, cancel);
        if (wishes?.Wants(mail.Kind) == false)
        {
            return null;
        }

        var unit = await db.Set<Unit>().AsNoTracking().SingleAsync(u => u.Id == unitId, cancel);
        var calendar = await SchoolCalendars.LoadAsync(db, unit, cancel);
        return When(unit, calendar, wishes?.Quiet, now);
    }
}
