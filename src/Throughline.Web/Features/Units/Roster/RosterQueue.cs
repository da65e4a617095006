using System.Collections.Concurrent;
using System.Threading.Channels;
using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Data.Roster;
using Throughline.Domain.Units.Roster;

namespace Throughline.Web.Features.Units.Roster;

/// <summary>An uploaded file on its way to being read.</summary>
internal sealed record UploadedRoster(
    Guid ImportId,
    Guid DistrictId,
    Guid PersonId,
    string FileName,
    DateOnly Today,
    FileStream File
);

/// <summary>
/// Reads uploaded rosters beside the requests, one after the other. The upload lies on disk without a name, so that it is
/// gone as soon as it was read or the process ends, however that happens.
/// </summary>
public sealed class RosterQueue(
    IServiceScopeFactory scopes,
    TimeProvider clock,
    ILogger<RosterQueue> log
) : BackgroundService
{
    private readonly Channel<UploadedRoster> waiting = Channel.CreateUnbounded<UploadedRoster>();
    private readonly ConcurrentDictionary<Guid, RosterProgress> progress = [];

    /// <summary>How far reading is, or null when this process does not know.</summary>
    public RosterProgress? ProgressOf(Guid importId) => progress.GetValueOrDefault(importId);

    /// <summary>A file on disk that has no name any more.</summary>
    internal static FileStream OpenNameless()
    {
        var path = Path.GetTempFileName();
        var file = new FileStream(
            path,
            FileMode.Open,
            FileAccess.ReadWrite,
            FileShare.Read | FileShare.Delete,
            bufferSize: 81920
        );
        File.Delete(path);
        return file;
    }

    internal void Add(UploadedRoster upload)
    {
        progress[upload.ImportId] = new RosterProgress("", 0, 0);
        waiting.Writer.TryWrite(upload);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var upload in waiting.Reader.ReadAllAsync(stoppingToken))
        {
            await using (upload.File)
            {
                try
                {
                    await ReadAsync(upload, stoppingToken);
                }
                // Whatever goes wrong with one file, the next one is read, and the page says what became of this one.
                catch (Exception failure) when (failure is not OperationCanceledException)
                {
                    // Without its message, which may hold a row.
                    log.LogError(
                        "A roster could not be read: {Kind} {Where}",
                        failure.GetType().Name,
                        failure.StackTrace
                    );
                    await InterruptAsync(upload, stoppingToken);
                }
            }

            progress.TryRemove(upload.ImportId, out _);
        }
    }

    private async Task ReadAsync(UploadedRoster upload, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = Enter(scope, upload);
        var state = (await DistrictRoster.LoadAsync(db, forChange: false, cancel)).State;
        var reading = RosterFile.Read(
            upload.File,
            upload.FileName,
            state,
            upload.Today,
            limits: null,
            new Watcher(p => progress[upload.ImportId] = p),
            cancel
        );
        var changes = reading.Snapshot is null
            ? null
            : await new RosterImporter(db, clock).CompareAsync(reading.Snapshot, cancel);
        var report = RosterPacking.Pack(
            new RosterReport(reading.Errors, reading.Warnings, reading.LeftOut, changes)
        );
        var import = await db.Set<RosterImport>().SingleAsync(i => i.Id == upload.ImportId, cancel);
        if (reading.Snapshot is null)
        {
            import.Refuse(reading.ErrorCount, report);
        }
        else
        {
            import.Preview(RosterPacking.Pack(reading.Snapshot), report);
        }

        await db.SaveChangesAsync(cancel);
    }

    private async Task InterruptAsync(UploadedRoster upload, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = Enter(scope, upload);
        var import = await db.Set<RosterImport>()
            .SingleOrDefaultAsync(i => i.Id == upload.ImportId, cancel);
        import?.Interrupt();
        await db.SaveChangesAsync(cancel);
    }

    private static ThroughlineDb Enter(AsyncServiceScope scope, UploadedRoster upload)
    {
        var db = scope.ServiceProvider.GetRequiredService<ThroughlineDb>();
        db.Scope.Enter(upload.DistrictId, upload.PersonId);
        return db;
    }

    // Progress<T> would post to the thread pool, out of order.
    private sealed class Watcher(Action<RosterProgress> tell) : IProgress<RosterProgress>
    {
        public void Report(RosterProgress value) => tell(value);
    }
}

/// <summary>What the roster pages need.</summary>
public static class RosterRegistration
{
    public static IServiceCollection AddRoster(this IServiceCollection services) =>
        services
            .AddScoped<RosterImporter>()
            .AddSingleton<RosterQueue>()
            .AddHostedService(provider => provider.GetRequiredService<RosterQueue>());
}
