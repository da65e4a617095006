using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Throughline.Domain.Shared;

namespace Throughline.Data.Bench;

/// <summary>
/// Takes new rows of any table in any order and loads them a batch at a time, by each engine's quickest way. It is no
/// save: there is no audit trail, and nobody may use the database meanwhile.
/// </summary>
internal abstract class BulkLoad(ThroughlineDb db) : IAsyncDisposable
{
    private const int Batch = 60_000;

    private readonly Dictionary<IEntityType, List<object>> waiting = [];
    private readonly List<IEntityType> parentsFirst = ParentsFirst(db.Model);
    private int count;

    /// <summary>Opens the connection and prepares the engine.</summary>
    public static async Task<BulkLoad> OpenAsync(ThroughlineDb db, CancellationToken cancel)
    {
        await db.Database.OpenConnectionAsync(cancel);
        BulkLoad load = db.Database.IsSqlite() ? new SqliteBulkLoad(db) : new PostgresBulkLoad(db);
        await load.BeginAsync(cancel);
        return load;
    }

    /// <summary>How many rows were taken.</summary>
    public long Rows { get; private set; }

    protected ThroughlineDb Db => db;

    protected DbConnection Connection => db.Database.GetDbConnection();

    /// <summary>Takes a row. What belongs to it in other tables is given by itself.</summary>
    public void Add(object row)
    {
        var type =
            db.Model.FindEntityType(row.GetType())
            ?? throw new ArgumentException($"{row.GetType().Name} has no table.", nameof(row));
        if (!waiting.TryGetValue(type, out var rows))
        {
            waiting.Add(type, rows = []);
        }

        rows.Add(row);
        count++;
        Rows++;
    }

    /// <inheritdoc cref="Add"/>
    public void AddRange(IEnumerable<object> rows)
    {
        foreach (var row in rows)
        {
            Add(row);
        }
    }

    /// <summary>Loads what waits, if it is enough for a batch.</summary>
    public Task MayLoadAsync(CancellationToken cancel) =>
        count < Batch ? Task.CompletedTask : LoadAsync(cancel);

    /// <summary>Loads the rest and leaves the engine as it should run.</summary>
    public async Task EndAsync(CancellationToken cancel)
    {
        await LoadAsync(cancel);
        await RestoreAsync(cancel);
    }

    public virtual async ValueTask DisposeAsync() => await db.Database.CloseConnectionAsync();

    protected abstract Task BeginAsync(CancellationToken cancel);

    protected abstract Task LoadAsync(
        IEnumerable<(IEntityType Type, List<object> Rows)> tables,
        CancellationToken cancel
    );

    protected abstract Task RestoreAsync(CancellationToken cancel);

    private async Task LoadAsync(CancellationToken cancel)
    {
        // As a save does: each linkable thing has its row on the line, as it stands by now.
        foreach (var thing in waiting.Values.SelectMany(r => r).OfType<ILinkable>().ToList())
        {
            Add(Thing.Of(thing, thing.AsThing()));
        }

        var tables = parentsFirst.Where(waiting.ContainsKey).Select(t => (t, waiting[t]));
        await LoadAsync(tables, cancel);
        waiting.Clear();
        count = 0;
    }

    private static List<IEntityType> ParentsFirst(IModel model)
    {
        List<IEntityType> ordered = [];
        HashSet<IEntityType> seen = [];
        foreach (var type in model.GetEntityTypes())
        {
            Visit(type);
        }

        return ordered;

        void Visit(IEntityType type)
        {
            if (seen.Add(type))
            {
                foreach (var key in type.GetForeignKeys())
                {
                    Visit(key.PrincipalEntityType);
                }

                ordered.Add(type);
            }
        }
    }
}
