using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Throughline.Data.Saving;
using Throughline.Domain.Shared;
using Throughline.Domain.Units;

namespace Throughline.Data.Mail;

/// <summary>
/// What is kept of a person for the daily mail: when the last one was written, so that no day brings two. Someone without
/// a row has had none; whether they want it stands in <see cref="MailWishes"/>. It does not say what stood in a mail.
/// </summary>
public sealed class DigestReader : IDistrictOwned, INotAudited
{
    private DigestReader() { }

    public DigestReader(Guid personId, Guid districtId) =>
        (PersonId, DistrictId) = (personId, districtId);

    public Guid PersonId { get; private set; }
    public Guid DistrictId { get; private set; }

    /// <summary>The day of the last one, where the person works.</summary>
    public DateOnly? LastDay { get; private set; }

    /// <summary>When the last one was written, UTC: what began to wait since then is new.</summary>
    public DateTime? LastAt { get; private set; }

    /// <summary>
    /// Takes a person's day: false when it was taken, here or on another node, or when they have switched the mail off a
    /// moment ago. In the transaction of the mail, so that the day is taken by the mail that goes.
    /// </summary>
    public static async Task<bool> TakeDayAsync(
        ThroughlineDb db,
        Guid personId,
        DateOnly day,
        DateTime now,
        CancellationToken cancel
    ) =>
        await db.Set<DigestReader>()
            .Where(r => r.PersonId == personId)
            .Where(r => !db.Set<MailWishes>().Any(MailWishes.Off(MailKind.Daily, personId)))
            .Where(r => r.LastDay == null || r.LastDay < day)
            .ExecuteUpdateAsync(
                r => r.SetProperty(x => x.LastDay, day).SetProperty(x => x.LastAt, now),
                cancel
            ) == 1;

    /// <summary>Gives each of these people their row.</summary>
    public static async Task EnsureAsync(
        ThroughlineDb db,
        IReadOnlyCollection<Guid> people,
        CancellationToken cancel
    )
    {
        var there = await db.Set<DigestReader>()
            .Where(r => people.Contains(r.PersonId))
            .Select(r => r.PersonId)
            .ToListAsync(cancel);
        foreach (var person in people.Except(there))
        {
            var reader = new DigestReader(person, db.DistrictId);
            db.Add(reader);
            try
            {
                await db.SaveChangesAsync(cancel);
            }
            catch (DbUpdateException failure) when (UniqueViolation.Is(failure))
            {
                // Another node, or the person's own click, was first.
                db.Entry(reader).State = EntityState.Detached;
            }
        }
    }
}

/// <summary>
/// How far the daily mails of a unit are: one node at a time writes them, and a node that died is followed. A unit is gone
/// round each hour of the morning, for those who chose that hour.
/// </summary>
public sealed class DigestRun : IDistrictOwned, INotAudited
{
    /// <summary>Longer than a unit takes.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(10);

    private DigestRun() { }

    private DigestRun(Unit unit) => (UnitId, DistrictId) = (unit.Id, unit.DistrictId);

    public Guid UnitId { get; private set; }
    public Guid DistrictId { get; private set; }

    /// <summary>The last day that is done, in the unit's time zone.</summary>
    public DateOnly? DoneOn { get; private set; }

    /// <summary>The last hour of that day that is done.</summary>
    public int DoneHour { get; private set; }

    /// <summary>A node is at it until then.</summary>
    public DateTime? LeasedUntil { get; private set; }

    /// <summary>A unit of a time zone whose hour is still to be done, of any district, leased; the context enters its district. Null when none is left.</summary>
    public static async Task<Unit?> TakeAsync(
        ThroughlineDb db,
        string timeZoneId,
        DateOnly day,
        int hour,
        DateTime now,
        CancellationToken cancel
    )
    {
        while (true)
        {
            var unit = await db.Set<Unit>()
                .IgnoreQueryFilters()
                .AsNoTracking()
                .Where(u => u.TimeZoneId == timeZoneId && u.ClosedOn == null)
                .Where(u =>
                    !db.Set<DigestRun>()
                        .Any(r =>
                            r.UnitId == u.Id
                            && (
                                r.DoneOn > day
                                || (r.DoneOn == day && r.DoneHour >= hour)
                                || r.LeasedUntil > now
                            )
                        )
                )
                .OrderBy(u => u.Id)
                .FirstOrDefaultAsync(cancel);
            if (unit is null)
            {
                return null;
            }

            db.Scope.Enter(unit.DistrictId);
            await EnsureAsync(db, unit, cancel);
            var taken = await db.Set<DigestRun>()
                .Where(r => r.UnitId == unit.Id)
                .Where(r =>
                    r.DoneOn == null || r.DoneOn < day || (r.DoneOn == day && r.DoneHour < hour)
                )
                .Where(r => r.LeasedUntil == null || r.LeasedUntil <= now)
                .ExecuteUpdateAsync(r => r.SetProperty(x => x.LeasedUntil, now + Lease), cancel);
            if (taken == 1)
            {
                return unit;
            }
        }
    }

    /// <summary>True when some hour of the day was done before.</summary>
    public static Task<bool> IsBegunAsync(
        ThroughlineDb db,
        Guid unitId,
        DateOnly day,
        CancellationToken cancel
    ) => db.Set<DigestRun>().AnyAsync(r => r.UnitId == unitId && r.DoneOn == day, cancel);

    /// <summary>The unit's hour is done.</summary>
    public static Task DoneAsync(
        ThroughlineDb db,
        Guid unitId,
        DateOnly day,
        int hour,
        CancellationToken cancel
    ) =>
        db.Set<DigestRun>()
            .Where(r => r.UnitId == unitId)
            .ExecuteUpdateAsync(
                r =>
                    r.SetProperty(x => x.DoneOn, day)
                        .SetProperty(x => x.DoneHour, hour)
                        .SetProperty(x => x.LeasedUntil, (DateTime?)null),
                cancel
            );

    private static async Task EnsureAsync(ThroughlineDb db, Unit unit, CancellationToken cancel)
    {
        if (await db.Set<DigestRun>().AnyAsync(r => r.UnitId == unit.Id, cancel))
        {
            return;
        }

        var run = new DigestRun(unit);
        db.Add(run);
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException failure) when (UniqueViolation.Is(failure))
        {
            // Another node was first; the lease decides.
        }

        db.Entry(run).State = EntityState.Detached;
    }
}

internal sealed class DigestConfiguration
    : IEntityTypeConfiguration<DigestReader>,
        IEntityTypeConfiguration<DigestRun>
{
    public void Configure(EntityTypeBuilder<DigestReader> reader)
    {
        reader.ToTable("DigestReaders");
        reader.HasKey(r => r.PersonId);
        reader
            .HasOne<Person>()
            .WithOne()
            .HasForeignKey<DigestReader>(r => r.PersonId)
            .OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<DigestRun> run)
    {
        run.ToTable("DigestRuns");
        run.HasKey(r => r.UnitId);
        run.HasOne<Unit>()
            .WithOne()
            .HasForeignKey<DigestRun>(r => r.UnitId)
            .OnDelete(DeleteBehavior.Cascade);
    }
}
