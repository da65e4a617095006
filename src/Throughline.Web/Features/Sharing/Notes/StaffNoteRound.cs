using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Data.Saving;
using Throughline.Domain.Shared;
using Throughline.Domain.Sharing;
using Throughline.Domain.Units;
using Throughline.Web.Access;

namespace Throughline.Web.Features.Sharing.Notes;

/// <summary>Sends the staff notes whose chosen time has come, each once, however many nodes go round.</summary>
public sealed class StaffNoteRound(
    IServiceScopeFactory scopes,
    TimeProvider clock,
    ILogger<StaffNoteRound> log
)
{
    /// <summary>Sends what is due now; how many notes it were.</summary>
    public async Task<int> RunAsync(CancellationToken cancel)
    {
        var sent = 0;
        foreach (var (id, district, unit) in await DueAsync(cancel))
        {
            try
            {
                sent += await SendAsync(id, district, unit, cancel) ? 1 : 0;
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                // One note that cannot go must not hold up those of all other schools.
                log.LogError("A staff note could not be sent: {Kind}", failure.GetType().Name);
            }
        }

        return sent;
    }

    private async Task<bool> SendAsync(Guid id, Guid district, Guid unit, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ThroughlineDb>();
        db.Scope.Enter(district);
        var place = await db.Set<Unit>().AsNoTracking().SingleAsync(u => u.Id == unit, cancel);
        scope.ServiceProvider.GetRequiredService<Here>().At(place);
        var desk = scope.ServiceProvider.GetRequiredService<NoteDesk>();
        return await ConflictRetry.RunAsync(
            db,
            async () =>
            {
                var note = await db.Set<StaffNote>().SingleOrDefaultAsync(n => n.Id == id, cancel);
                // Another node was quicker, or someone changed it a moment ago.
                var result = note is null
                    ? Result.Refused("It is gone.")
                    : await desk.SendAsync(note, cancel);
                if (result.IsOk)
                {
                    await db.SaveChangesAsync(cancel);
                }

                return result.IsOk;
            }
        );
    }

    private async Task<List<(Guid Id, Guid District, Guid Unit)>> DueAsync(CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var now = clock.GetUtcNow().UtcDateTime;
        var due = await scope
            .ServiceProvider.GetRequiredService<ThroughlineDb>()
            .Set<StaffNote>()
            .IgnoreQueryFilters()
            .Where(n => n.SentAt == null && n.State == NoteState.Approved && n.GoesAt <= now)
            .OrderBy(n => n.GoesAt)
            .Select(n => new
            {
                n.Id,
                n.DistrictId,
                n.UnitId,
            })
            .ToListAsync(cancel);
        return due.ConvertAll(n => (n.Id, n.DistrictId, n.UnitId));
    }
}

/// <summary>Looks every minute whether a staff note is to go. Several nodes may each run one.</summary>
public sealed class StaffNoteWorker(
    StaffNoteRound round,
    TimeProvider clock,
    ILogger<StaffNoteWorker> log
) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await Task.Delay(Pause, clock, stoppingToken);
            try
            {
                var count = await round.RunAsync(stoppingToken);
                if (count > 0)
                {
                    log.LogInformation("{Count} staff notes were sent", count);
                }
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                // The database is away, say. What is due stays due.
                log.LogError("Staff notes could not be sent: {Kind}", failure.GetType().Name);
            }
        }
    }
}
