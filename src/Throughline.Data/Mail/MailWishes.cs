using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Throughline.Data.Saving;
using Throughline.Domain.Shared;
using Throughline.Domain.Units;

namespace Throughline.Data.Mail;

/// <summary>What a mail is about; a person switches each kind off by itself. The numbers are stored, as powers of two, and never change their meaning.</summary>
public enum MailKind
{
    /// <summary>What a person asked for at that moment, such as a link to a password, and an invitation to someone who cannot sign in yet. It always goes, and at once.</summary>
    Asked = 0,

    /// <summary>The daily mail.</summary>
    Daily = 1,

    /// <summary>Minutes, as a draft and final.</summary>
    Minutes = 2,

    /// <summary>A decision, from whoever speaks for one's team.</summary>
    Relay = 4,

    /// <summary>The staff note.</summary>
    StaffNote = 8,

    /// <summary>Invitations to meetings, changes and cancellations.</summary>
    Meeting = 16,

    /// <summary>Being asked to rate, and reminders of it.</summary>
    Round = 32,

    /// <summary>What the ILT sends on to another team whose address it is.</summary>
    SentOn = 64,
}

/// <summary>Which mails a person wants, and when. Someone without a row wants all of them, within contract hours.</summary>
public sealed class MailWishes : IDistrictOwned, IVersioned, INotAudited
{
    /// <summary>Every kind that can be switched off.</summary>
    public static readonly IReadOnlyList<MailKind> Kinds =
    [
        .. Enum.GetValues<MailKind>().Where(k => k != MailKind.Asked),
    ];

    private MailWishes() { }

    public MailWishes(Guid personId, Guid districtId) =>
        (PersonId, DistrictId) = (personId, districtId);

    public Guid PersonId { get; private set; }
    public Guid DistrictId { get; private set; }

    /// <summary>The kinds that are off, added up.</summary>
    public int OffKinds { get; private set; }

    /// <summary>True when no mail at all is to come, of kinds that will be thought of later too.</summary>
    public bool AllOff { get; private set; }

    /// <summary>The hour from which the daily mail comes; null for the usual one.</summary>
    public int? DailyHour { get; private set; }

    /// <summary>From when on no mail is to come, each day; null for no such time.</summary>
    public TimeOnly? QuietFrom { get; private set; }

    /// <summary>Until when.</summary>
    public TimeOnly? QuietUntil { get; private set; }

    /// <inheritdoc/>
    public int Version { get; private set; }

    public QuietHours? Quiet =>
        QuietFrom is { } from && QuietUntil is { } until ? new(from, until) : null;

    /// <summary>True when the person wants mail of that kind.</summary>
    public bool Wants(MailKind kind) =>
        kind == MailKind.Asked || !(AllOff || (OffKinds & (int)kind) != 0);

    /// <summary>Finds a person's row that says no to a kind.</summary>
    public static Expression<Func<MailWishes, bool>> Off(MailKind kind, Guid personId) =>
        w => w.PersonId == personId && (w.AllOff || (w.OffKinds & (int)kind) != 0);

    /// <summary>Finds every row that says no to a kind.</summary>
    public static Expression<Func<MailWishes, bool>> Off(MailKind kind) =>
        w => w.AllOff || (w.OffKinds & (int)kind) != 0;

    /// <summary>No mail of any kind comes any more. What was chosen of each kind stays known for whoever switches it on again.</summary>
    public void SwitchAllOff() => AllOff = true;

    /// <summary>Says which kinds come, from which hour the daily mail, and when it is quiet.</summary>
    public void Choose(IReadOnlyCollection<MailKind> wanted, int? dailyHour, QuietHours? quiet)
    {
        (AllOff, DailyHour) = (false, dailyHour);
        OffKinds = Kinds.Where(k => !wanted.Contains(k)).Sum(k => (int)k);
        (QuietFrom, QuietUntil) = (quiet?.From, quiet?.Until);
    }

    /// <summary>True when the person gets the daily mail.</summary>
    public static async Task<bool> WantsDailyAsync(
        ThroughlineDb db,
        Guid personId,
        CancellationToken cancel
    ) => !await db.Set<MailWishes>().AnyAsync(Off(MailKind.Daily, personId), cancel);

    /// <summary>Switches the daily mail on or off, at once; on for it alone where all was off.</summary>
    public static Task SwitchDailyAsync(
        ThroughlineDb db,
        Guid personId,
        bool on,
        CancellationToken cancel
    ) =>
        ConflictRetry.RunAsync(
            db,
            async () =>
            {
                var wishes = await OfAsync(db, personId, cancel);
                if (on && wishes.AllOff)
                {
                    wishes.Choose([MailKind.Daily], wishes.DailyHour, wishes.Quiet);
                }
                else if (!wishes.AllOff)
                {
                    wishes.Choose(
                        [.. Kinds.Where(k => k == MailKind.Daily ? on : wishes.Wants(k))],
                        wishes.DailyHour,
                        wishes.Quiet
                    );
                }

                return await db.SaveChangesAsync(cancel);
            }
        );

    /// <summary>A person's row, tracked; a new one where there is none yet.</summary>
    public static async Task<MailWishes> OfAsync(
        ThroughlineDb db,
        Guid personId,
        CancellationToken cancel
    )
    {
        if (
            await db.Set<MailWishes>().SingleOrDefaultAsync(w => w.PersonId == personId, cancel) is
            { } known
        )
        {
            return known;
        }

        var wishes = new MailWishes(personId, db.DistrictId);
        db.Add(wishes);
        return wishes;
    }
}

internal sealed class MailWishesConfiguration : IEntityTypeConfiguration<MailWishes>
{
    public void Configure(EntityTypeBuilder<MailWishes> wishes)
    {
        wishes.ToTable("MailWishes");
        wishes.HasKey(w => w.PersonId);
        wishes.Ignore(w => w.Quiet);
        wishes
            .HasOne<Person>()
            .WithOne()
            .HasForeignKey<MailWishes>(w => w.PersonId)
            .OnDelete(DeleteBehavior.Cascade);
    }
}
