using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Throughline.Data.Live;

/// <summary>
/// Listens, on a connection of its own, to what any node changed. While the connection was away news may have been
/// missed: then everyone looks again.
/// </summary>
public sealed class PostgresNews(
    string connectionString,
    ChangeFeed feed,
    TimeProvider clock,
    ILogger<PostgresNews> log
) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            feed.IsDeaf = true;
            try
            {
                await ListenAsync(stoppingToken);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                feed.IsDeaf = true;
                log.LogWarning(
                    "News of other nodes do not come through: {Kind}. Trying again.",
                    failure.GetType().Name
                );
                await Task.Delay(Pause, clock, stoppingToken);
            }
        }
    }

    private async Task ListenAsync(CancellationToken cancel)
    {
        await using var connection = new NpgsqlConnection(
            new NpgsqlConnectionStringBuilder(connectionString)
            {
                Pooling = false,
                // A server that is gone without a word is noticed.
                KeepAlive = 10,
            }.ToString()
        );
        connection.Notification += (_, news) => feed.Hear(news.Payload);
        await connection.OpenAsync(cancel);
        await using (var listen = new NpgsqlCommand($"LISTEN {LiveChanges.Channel}", connection))
        {
            await listen.ExecuteNonQueryAsync(cancel);
        }

        feed.ChangedAnywhere();
        feed.IsDeaf = false;
        while (true)
        {
            await connection.WaitAsync(cancel);
        }
    }
}
