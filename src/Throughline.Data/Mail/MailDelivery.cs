using System.Globalization;
using System.Net;
using System.Net.Mail;
using System.Net.Mime;
using System.Text;
using Throughline.Data.Platform;

namespace Throughline.Data.Mail;

/// <summary>A way for mails to leave.</summary>
public interface IMailDelivery
{
    /// <summary>Hands a mail over, or throws.</summary>
    Task DeliverAsync(OutboxMail mail, CancellationToken cancel);
}

/// <summary>Hands mails to a mail server.</summary>
public sealed class SmtpDelivery(MailSettings settings) : IMailDelivery
{
    /// <summary>After it a mail server counts as not answering.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(20);

    public async Task DeliverAsync(OutboxMail mail, CancellationToken cancel)
    {
        using var server = new SmtpClient(settings.Host, settings.Port)
        {
            EnableSsl = settings.StartTls,
            Credentials = settings.User is null
                ? null
                : new NetworkCredential(settings.User, settings.Password),
        };
        using var message = new MailMessage(settings.From, mail.To, mail.Subject, mail.Body)
        {
            SubjectEncoding = Encoding.UTF8,
            BodyEncoding = Encoding.UTF8,
            BodyTransferEncoding = TransferEncoding.QuotedPrintable,
        };
        message.Headers.Add("Message-ID", mail.MessageId);
        // So that nobody's absence note answers.
        message.Headers.Add("Auto-Submitted", "auto-generated");
        using var calendar = CalendarOf(mail);
        if (calendar is not null)
        {
            message.AlternateViews.Add(calendar);
        }

        if (mail.Unsubscribe is { } off)
        {
            message.Headers.Add("List-Unsubscribe", $"<{off}>");
            message.Headers.Add("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        }

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(Longest);
        try
        {
            await server.SendMailAsync(message, limit.Token);
        }
        catch (OperationCanceledException slow) when (!cancel.IsCancellationRequested)
        {
            throw new TimeoutException("The mail server did not answer in time.", slow);
        }
    }

    // Beside the words, so that a mail program offers to put it into the calendar.
    private static AlternateView? CalendarOf(OutboxMail mail)
    {
        if (mail.Calendar is not { } text)
        {
            return null;
        }

        var method = text.Contains("METHOD:CANCEL", StringComparison.Ordinal)
            ? "CANCEL"
            : "REQUEST";
        return AlternateView.CreateAlternateViewFromString(
            text,
            new ContentType($"text/calendar; charset=utf-8; method={method}")
        );
    }
}

/// <summary>Writes mails into a folder, where the demo's mails are read.</summary>
public sealed class FolderDelivery(MailSettings settings) : IMailDelivery
{
    public async Task DeliverAsync(OutboxMail mail, CancellationToken cancel)
    {
        var folder = Directory.CreateDirectory(settings.Folder!).FullName;
        var name = string.Create(
            CultureInfo.InvariantCulture,
            $"{mail.CreatedAt:yyyyMMdd-HHmmss}-{mail.Id:N}.eml"
        );
        var message = $"""
            From: {settings.From}
            To: {mail.To}
            Subject: {mail.Subject}
            Date: {mail.CreatedAt.ToString("r", CultureInfo.InvariantCulture).Replace(
                "GMT",
                "+0000",
                StringComparison.Ordinal
            )}
            Message-ID: {mail.MessageId}
            MIME-Version: 1.0
            Content-Type: text/plain; charset=utf-8
            Content-Transfer-Encoding: 8bit

            {mail.Body}{(mail.Calendar is null ? "" : $"\n\n{mail.Calendar}")}

            """;
        // Written whole or not at all; a repeat after a crash overwrites its own file.
        var unfinished = Path.Combine(folder, name + ".part");
        await File.WriteAllTextAsync(unfinished, message.ReplaceLineEndings("\r\n"), cancel);
        File.Move(unfinished, Path.Combine(folder, name), overwrite: true);
    }
}
