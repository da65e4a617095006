using Microsoft.EntityFrameworkCore;
using Throughline.Domain.Assessments;
using Throughline.Domain.Shared;

namespace Throughline.Data.Assessments;

/// <summary>One version of an instrument that a district can use.</summary>
/// <param name="Key">The instrument's key.</param>
/// <param name="Version">Its version.</param>
/// <param name="Title">Its title.</param>
/// <param name="Kind">How it asks.</param>
/// <param name="Audience">Whom it is about.</param>
/// <param name="ItemCount">How many items it has.</param>
/// <param name="Origin">Built in or the district's own.</param>
/// <param name="IsUsed">True once a round was opened with it.</param>
public sealed record InstrumentChoice(
    string Key,
    int Version,
    string Title,
    InstrumentKind Kind,
    InstrumentAudience Audience,
    int ItemCount,
    InstrumentOrigin Origin,
    bool IsUsed
);

/// <summary>
/// The instruments of the current district: those that come with the product, and those it loaded or has used. A
/// built-in one is copied into the district when it is first used, so that a later release never changes what was asked.
/// </summary>
public sealed class DistrictInstruments(ThroughlineDb db, InstrumentCatalog catalog)
{
    /// <summary>Every version, by title, the newest first.</summary>
    public async Task<IReadOnlyList<InstrumentChoice>> ListAsync(CancellationToken cancel)
    {
        var kept = await db.Set<InstrumentVersion>()
            .AsNoTracking()
            .Select(v => new InstrumentChoice(
                v.Key,
                v.Version,
                v.Title,
                v.Kind,
                v.Audience,
                v.ItemCount,
                v.Origin,
                v.FirstUsedAt != null
            ))
            .ToListAsync(cancel);
        var unused = catalog
            .BuiltIn.Where(b => !kept.Exists(k => k.Key == b.Key && k.Version == b.Version))
            .Select(b => new InstrumentChoice(
                b.Key,
                b.Version,
                b.Title,
                b.Kind,
                b.Audience,
                b.Items.Count,
                InstrumentOrigin.BuiltIn,
                IsUsed: false
            ));
        return
        [
            .. kept.Concat(unused)
                .OrderBy(c => c.Title, StringComparer.OrdinalIgnoreCase)
                .ThenBy(c => c.Key, StringComparer.Ordinal)
                .ThenByDescending(c => c.Version),
        ];
    }

    /// <summary>An instrument by key and version, or null.</summary>
    public async Task<Instrument?> FindAsync(string key, int version, CancellationToken cancel)
    {
        var kept = await db.Set<InstrumentVersion>()
            .AsNoTracking()
            .Where(v => v.Key == key && v.Version == version)
            .Select(v => new { v.Id, v.Document })
            .SingleOrDefaultAsync(cancel);
        return kept is null ? catalog.Find(key, version) : catalog.Of(kept.Id, kept.Document);
    }

    /// <summary>The instrument of a round. Read from the store once in the life of the process.</summary>
    public async Task<Instrument> OfRoundAsync(Guid instrumentVersionId, CancellationToken cancel)
    {
        if (catalog.Of(instrumentVersionId) is { } known)
        {
            return known;
        }

        var document = await db.Set<InstrumentVersion>()
            .AsNoTracking()
            .Where(v => v.Id == instrumentVersionId)
            .Select(v => v.Document)
            .SingleAsync(cancel);
        return catalog.Of(instrumentVersionId, document);
    }

    /// <summary>The district's own copy for a new round, made now if there is none. Save afterwards.</summary>
    public async Task<Result<InstrumentVersion>> TakeAsync(
        string? key,
        int version,
        DateTime now,
        CancellationToken cancel
    )
    {
        var kept = await db.Set<InstrumentVersion>()
            .SingleOrDefaultAsync(v => v.Key == key && v.Version == version, cancel);
        if (kept is not null)
        {
            return Result.Ok(kept);
        }

        return key is not null && catalog.Find(key, version) is { } builtIn
            ? Added(
                InstrumentVersion.Add(db.DistrictId, builtIn, InstrumentOrigin.BuiltIn, [], now)
            )
            : Result.Refused<InstrumentVersion>(
                "Choose an instrument from the list.",
                "Instrument"
            );
    }

    /// <summary>Adds a file's instrument to the district. Save afterwards. Refused when its version is taken by other content, also by a built-in one.</summary>
    public async Task<Result<InstrumentAddition>> LoadAsync(
        Instrument instrument,
        DateTime now,
        CancellationToken cancel
    )
    {
        if (catalog.BuiltIn.Any(b => b.Key == instrument.Key))
        {
            return Result.Refused<InstrumentAddition>(
                $"“{instrument.Key}” is the key of a built-in instrument. Give yours a key of its own, for example “{instrument.Key}-ours”.",
                "File"
            );
        }

        var sameKey = await db.Set<InstrumentVersion>()
            .Where(v => v.Key == instrument.Key)
            .ToListAsync(cancel);
        var addition = InstrumentVersion.Add(
            db.DistrictId,
            instrument,
            InstrumentOrigin.Uploaded,
            sameKey,
            now
        );
        if (addition is { IsOk: true, Value.IsNew: true })
        {
            db.Add(addition.Value.Version);
        }

        return addition.IsOk
            ? addition
            : Result.Refused<InstrumentAddition>(addition.Refusal!.Message, "File");
    }

    private Result<InstrumentVersion> Added(Result<InstrumentAddition> addition)
    {
        if (!addition.IsOk)
        {
            return addition.Refusal!;
        }

        db.Add(addition.Value.Version);
        return Result.Ok(addition.Value.Version);
    }
}
