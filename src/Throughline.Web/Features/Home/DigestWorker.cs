using Throughline.Data.Mail;

namespace Throughline.Web.Features.Home;

/// <summary>Looks every minute whether somewhere it is time for the daily mail. Several nodes may each run one.</summary>
public sealed class DigestWorker(
    DigestRound round,
    TimeProvider clock,
    ILogger<DigestWorker> log,
    IMailDelivery? delivery = null
) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (delivery is null)
        {
            // Mails of many mornings would go out in a heap once mail is set up.
            return;
        }

        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                var count = await round.RunAsync(stoppingToken);
                if (count > 0)
                {
                    log.LogInformation("{Count} daily mails were written", count);
                }
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                // The database is away, say. What is not done is done when the lease is over.
                log.LogError(
                    "The daily mails could not be written: {Kind}",
                    failure.GetType().Name
                );
            }

            await Task.Delay(Pause, clock, stoppingToken);
        }
    }
}

/// <summary>What the daily mail adds to the container.</summary>
public static class DigestServices
{
    public static IServiceCollection AddDigest(
        this IServiceCollection services,
        IConfiguration configuration
    ) =>
        services
            .AddSingleton(DigestSettings.Read(configuration))
            .AddScoped<DigestLinks>()
            .AddSingleton<DigestRound>()
            .AddHostedService<DigestWorker>();
}
