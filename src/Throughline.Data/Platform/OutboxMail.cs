using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Throughline.Data.Mail;
using Throughline.Domain.Shared;

namespace Throughline.Data.Platform;

/// <summary>
/// A mail to be sent, written in the transaction of what it tells about: no mail about what did not happen, none lost
/// when the process dies. A worker sends it under a lease; after a crash it may go once more, with the same Message-ID.
/// </summary>
public sealed class OutboxMail : IDistrictOwned, INotAudited
{
    private OutboxMail() { }

    public Guid Id { get; private set; }
    public Guid DistrictId { get; private set; }
    public string To { get; private set; } = "";

    /// <summary>What it is about, by which <see cref="Mailings"/> decides whether and when it goes.</summary>
    public MailKind Kind { get; private set; }

    /// <summary>Who reads it; null for an address that is nobody's, and for what a person asked for at that moment.</summary>
    public Guid? PersonId { get; private set; }

    /// <summary>The unit whose contract hours it keeps; null with <see cref="PersonId"/>.</summary>
    public Guid? UnitId { get; private set; }
    public string Subject { get; private set; } = "";

    /// <summary>Plain text. Emptied when it carries a secret link and is sent or given up on.</summary>
    public string Body { get; private set; } = "";

    /// <summary>True for a body that must not outlive its sending: one with a sign-in link, or with a record that is kept elsewhere and may have to be covered or destroyed there.</summary>
    public bool IsSecret { get; private set; }

    /// <summary>
    /// A link that switches such mails off, for the mail program to offer. A mail that has one is forgotten when it is
    /// sent: neither to whom it went nor what it said is kept.
    /// </summary>
    public string? Unsubscribe { get; private set; }

    /// <summary>An invitation, a change or a cancellation for the reader's calendar (iCalendar); null for a mail that is only read.</summary>
    public string? Calendar { get; private set; }

    /// <summary>Stable across repeats, so that a mail program shows one mail.</summary>
    public string MessageId { get; private set; } = "";
    public DateTime CreatedAt { get; private set; }

    /// <summary>Not before this time, UTC: quiet hours, or the wait after a failure.</summary>
    public DateTime DueAt { get; private set; }

    /// <summary>A worker holds it until then; after that another may take it.</summary>
    public DateTime? LeasedUntil { get; private set; }
    public int Attempts { get; private set; }
    public DateTime? SentAt { get; private set; }

    /// <summary>Given up on, after <see cref="MostAttempts"/>.</summary>
    public DateTime? FailedAt { get; private set; }

    /// <summary>The mail server's last answer, without addresses.</summary>
    public string? LastError { get; private set; }

    public const int MostAttempts = 8;

    public static OutboxMail Write(
        Guid districtId,
        string to,
        string subject,
        string body,
        DateTime now,
        bool isSecret = false,
        string? unsubscribe = null,
        string? calendar = null
    )
    {
        var id = Ids.New(now);
        return new OutboxMail
        {
            Id = id,
            DistrictId = districtId,
            To = to,
            // A line break in a subject could add headers of its own.
            Subject = Text.CleanLine(subject) ?? "Throughline",
            Body = body,
            IsSecret = isSecret,
            Unsubscribe = unsubscribe,
            Calendar = calendar,
            MessageId = $"<{id:N}@throughline.invalid>",
            CreatedAt = now,
            DueAt = now,
        };
    }

    /// <summary>The same mail as one that its reader may have switched off, and that waits for its hour.</summary>
    /// <param name="kind">What it is about.</param>
    /// <param name="personId">Who reads it.</param>
    /// <param name="unitId">The unit whose contract hours it keeps.</param>
    /// <param name="dueAt">Not before this time, UTC.</param>
    public OutboxMail For(MailKind kind, Guid? personId, Guid unitId, DateTime dueAt)
    {
        (Kind, PersonId, UnitId, DueAt) = (kind, personId, unitId, dueAt);
        return this;
    }

    /// <summary>It waits until then.</summary>
    public void Wait(DateTime until) => (DueAt, LeasedUntil) = (until, null);

    public void Sent(DateTime now)
    {
        SentAt = now;
        LeasedUntil = null;
        Attempts++;
        Forget();
    }

    /// <summary>Waits twice as long after each failure: 1, 2, 4 … minutes; gives up in the end.</summary>
    public void Failed(string error, DateTime now)
    {
        Attempts++;
        LeasedUntil = null;
        LastError = Text.Cut(error, 300);
        DueAt = now.AddMinutes(Math.Pow(2, Attempts - 1));
        if (Attempts >= MostAttempts)
        {
            FailedAt = now;
            Forget();
        }
    }

    private void Forget()
    {
        Body = IsSecret ? "" : Body;
        if (Unsubscribe is not null)
        {
            // The daily mails of two days side by side would tell what their reader did in between.
            (To, Subject, Unsubscribe) = ("", "Daily mail", null);
        }
    }
}

internal sealed class OutboxMailConfiguration : IEntityTypeConfiguration<OutboxMail>
{
    public void Configure(EntityTypeBuilder<OutboxMail> mail)
    {
        mail.ToTable("Outbox");
        mail.Property(m => m.To).HasMaxLength(254);
        mail.Property(m => m.Subject).HasMaxLength(300);
        mail.Property(m => m.MessageId).HasMaxLength(100);
        mail.Property(m => m.Unsubscribe).HasMaxLength(1000);
        mail.Property(m => m.LastError).HasMaxLength(300);
        mail.HasIndex(m => new
        {
            m.SentAt,
            m.FailedAt,
            m.DueAt,
        });
    }
}
