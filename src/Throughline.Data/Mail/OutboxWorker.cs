using System.Net.Mail;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Throughline.Data.Platform;

namespace Throughline.Data.Mail;

/// <summary>
/// Sends the outbox, a mail at a time. A mail is marked after it is handed over: a crash in between sends it once more,
/// under the same Message-ID, and loses none. Several nodes may each run one.
/// </summary>
public sealed partial class OutboxWorker(
    IServiceScopeFactory scopes,
    OutboxSignal signal,
    TimeProvider clock,
    ILogger<OutboxWorker> log,
    IMailDelivery? delivery = null
) : BackgroundService
{
    /// <summary>How often it looks for mails that are due by now, or that another node wrote.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(30);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (delivery is null)
        {
            log.LogWarning(
                "Mail is not set up: mails wait in the outbox until Mail:Host or Mail:Folder is set"
            );
            return;
        }

        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                while (await SendNextAsync(stoppingToken)) { }
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                // The database is away, say. What was leased comes again when the lease is over.
                log.LogError("The outbox could not be worked on: {Kind}", failure.GetType().Name);
            }

            await signal.WaitAsync(Pause, stoppingToken);
        }
    }

    /// <summary>Sends the mail that is due longest. False when none is due.</summary>
    public async Task<bool> SendNextAsync(CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ThroughlineDb>();
        if (await OutboxQueue.TakeAsync(db, Now, cancel) is not { } mail)
        {
            return false;
        }

        switch (await Mailings.MayLeaveAsync(db, mail, Now, cancel))
        {
            case null:
                // Its reader switched it off since it was written.
                db.Remove(mail);
                await db.SaveChangesAsync(CancellationToken.None);
                return true;
            case { } from when from > Now:
                mail.Wait(from);
                await db.SaveChangesAsync(CancellationToken.None);
                return true;
        }

        try
        {
            // A stop waits for the mail at hand: given up half-way it would go twice.
            await delivery!.DeliverAsync(mail, CancellationToken.None);
            mail.Sent(Now);
        }
        catch (Exception failure)
            when (failure
                    is SmtpException
                        or IOException
                        or UnauthorizedAccessException
                        or FormatException
                        or TimeoutException
                        or InvalidOperationException
            )
        {
            mail.Failed(WithoutAddresses(failure), Now);
            log.LogWarning(
                "Mail {OutboxId} was not sent, try {Attempt} of {Most}: {Reason}",
                mail.Id,
                mail.Attempts,
                OutboxMail.MostAttempts,
                mail.LastError
            );
        }

        await db.SaveChangesAsync(CancellationToken.None);
        return true;
    }

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    // A mail server's answer often repeats the address.
    private static string WithoutAddresses(Exception failure)
    {
        var said = failure.InnerException is { } inner
            ? $"{failure.Message} {inner.Message}"
            : failure.Message;
        return Address().Replace(said, "…");
    }

    [GeneratedRegex(@"\S*@\S*", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Address();
}
