using System.CommandLine;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Data.Platform;
using Throughline.Data.Roster;
using Throughline.Domain.Shared;
using Throughline.Domain.Units;
using Throughline.Domain.Units.Roster;

namespace Throughline.Web.Hosting;

/// <summary><c>throughline import-roster FILE</c>: reads a roster and applies it at once.</summary>
internal static class ImportRosterCommand
{
    public static Command Create()
    {
        var file = new Argument<string>("FILE")
        {
            Description = "A OneRoster zip, or a one-sheet staff CSV.",
        };
        var district = new Option<string?>("--district")
        {
            Description = "The district's address, where the installation has several.",
        };
        var confirm = new Option<int?>("--confirm-deactivations")
        {
            Description = "The number of deactivations a complete file asks to confirm.",
        };
        var command = new Command(
            "import-roster",
            "Brings schools, school years and staff in from a roster, all or nothing."
        )
        {
            file,
            district,
            confirm,
        };
        command.SetAction(
            (parsed, cancel) =>
                Commands.InServicesAsync(services =>
                    new RosterImportRun(services, Console.Out, Console.Error).RunAsync(
                        parsed.GetRequiredValue(file),
                        parsed.GetValue(district),
                        parsed.GetValue(confirm),
                        cancel
                    )
                )
        );
        return command;
    }
}

/// <summary>One run of the command. What it did goes to the answer, everything else beside it.</summary>
public sealed class RosterImportRun(IServiceProvider services, TextWriter answer, TextWriter notes)
{
    private readonly ThroughlineDb db = services.GetRequiredService<ThroughlineDb>();
    private readonly TimeProvider clock = services.GetRequiredService<TimeProvider>();

    private sealed record District(Guid Id, string Name, string Slug, string TimeZoneId);

    public async Task<int> RunAsync(
        string path,
        string? slug,
        int? confirmed,
        CancellationToken cancel
    )
    {
        if (!File.Exists(path))
        {
            return await FailAsync($"There is no file {path}.");
        }

        await services.GetRequiredService<DatabaseUpgrade>().RunAsync(cancel);
        var chosen = await ChooseAsync(slug, cancel);
        if (chosen.Refusal is { } refusal)
        {
            return await FailAsync(refusal.Message);
        }

        var district = chosen.Value.SingleOrDefault();
        var reading = await ReadAsync(path, district, cancel);
        await ReportAsync(reading);
        if (reading.Snapshot is null)
        {
            return await FailAsync("Nothing was imported.");
        }

        var importer = new RosterImporter(db, clock);
        var name = Path.GetFileName(path);
        var applied = district is null
            ? await importer.ApplyToNewDistrictAsync(reading.Snapshot, RecordAsync, cancel)
            : await importer.ApplyAsync(
                reading.Snapshot,
                changes => Confirm(changes, confirmed),
                RecordAsync,
                cancel
            );
        if (applied.Refusal is { } refused)
        {
            return await FailAsync(refused.Message);
        }

        await TellAsync(applied.Value, reading.LeftOut);
        return 0;

        Task<Result> RecordAsync(RosterChanges changes, CancellationToken stop) =>
            Task.FromResult(Record(name, changes, reading.LeftOut));
    }

    // One district, or none yet: an empty list. Several: the option says which.
    private async Task<Result<IReadOnlyList<District>>> ChooseAsync(
        string? slug,
        CancellationToken cancel
    )
    {
        var all = await db.Set<Unit>()
            .IgnoreQueryFilters([ThroughlineDb.DistrictFilter])
            .Where(u => u.Kind == UnitKind.District)
            .OrderBy(u => u.Slug)
            .Select(u => new District(u.Id, u.Name, u.Slug, u.TimeZoneId))
            .ToListAsync(cancel);
        if (slug is null && all.Count <= 1)
        {
            return Result.Ok<IReadOnlyList<District>>(all);
        }

        var slugs = string.Join(", ", all.Select(d => d.Slug));
        return slug is null
                ? Result.Refused<IReadOnlyList<District>>(
                    $"There are several districts: say which with --district. Their addresses: {slugs}."
                )
            : all.Find(d => d.Slug == slug) is { } one ? Result.Ok<IReadOnlyList<District>>([one])
            : Result.Refused<IReadOnlyList<District>>(
                all.Count == 0
                    ? "There is no district yet. Leave --district out, and it is made from the file."
                    : $"No district has the address {slug}. Their addresses: {slugs}."
            );
    }

    private async Task<RosterReading> ReadAsync(
        string path,
        District? district,
        CancellationToken cancel
    )
    {
        var state = RosterState.Empty("District");
        if (district is not null)
        {
            db.Scope.Enter(district.Id);
            state = (await DistrictRoster.LoadAsync(db, forChange: false, cancel)).State;
        }

        var zone = TimeZoneInfo.FindSystemTimeZoneById(
            district?.TimeZoneId ?? RosterImporter.DefaultTimeZone
        );
        var today = DateOnly.FromDateTime(
            TimeZoneInfo.ConvertTimeFromUtc(clock.GetUtcNow().UtcDateTime, zone)
        );
        return RosterFile.Read(path, state, today, progress: null, cancel);
    }

    private async Task ReportAsync(RosterReading reading)
    {
        foreach (var warning in reading.Warnings)
        {
            await notes.WriteLineAsync(
                $"note: {Place(warning.File, warning.Line)}: {warning.Message}"
            );
        }

        foreach (var error in reading.Errors)
        {
            var column = error.Column is null ? "" : $", column {error.Column}";
            var expected = error.Line is null
                ? error.Expected
                : $"{(error.Value is null ? "" : $"“{error.Value}”. ")}Expected: {error.Expected}";
            await notes.WriteLineAsync(
                $"error: {Place(error.File, error.Line)}{column}: {expected}"
            );
        }

        if (reading.ErrorCount > 0)
        {
            await notes.WriteLineAsync(
                reading.ErrorCount > reading.Errors.Count
                    ? $"{Number(reading.ErrorCount)} errors; the first {Number(reading.Errors.Count)} are shown."
                    : $"{Number(reading.ErrorCount)} errors."
            );
        }
    }

    private static Result Confirm(RosterChanges changes, int? confirmed)
    {
        if (changes.DeactivationsToConfirm is not { } number || number == confirmed)
        {
            return Result.Ok();
        }

        var people = RosterTally.Of(changes.Staff).Deactivated;
        var schools = RosterTally.Of(changes.Schools).Deactivated;
        var names = changes
            .Schools.Cast<IRosterChange>()
            .Concat(changes.Staff)
            .Where(c => c.Action == RosterAction.Deactivate)
            .Select(c => c.Label)
            .Take(10);
        return Result.Refused(
            $"The file would deactivate {Number(people)} staff and {Number(schools)} schools ({string.Join(", ", names)}{(people + schools > 10 ? " …" : "")}). Nothing was imported. If that is meant, run again with --confirm-deactivations {Number(number)}."
        );
    }

    private Result Record(
        string fileName,
        RosterChanges changes,
        IReadOnlyList<RosterLeftOut> leftOut
    )
    {
        if (changes.IsEmpty)
        {
            return Result.Ok();
        }

        var now = clock.GetUtcNow().UtcDateTime;
        var import = RosterImport.Begin(db.Scope.DistrictId, null, fileName, now);
        import.Preview([], []);
        db.Add(import);
        return import.Apply(
            string.Join('\n', RosterSummary.Lines(changes, leftOut)),
            db.Scope.PersonId,
            now
        );
    }

    private async Task TellAsync(RosterChanges changes, IReadOnlyList<RosterLeftOut> leftOut)
    {
        foreach (var warning in changes.Warnings)
        {
            await notes.WriteLineAsync($"note: {warning}");
        }

        foreach (var kept in changes.KeptByHand)
        {
            await notes.WriteLineAsync(
                $"note: {kept.Label}, {kept.Field}: set by hand and kept ({kept.Kept ?? "none"}); the roster says {kept.Roster ?? "none"}."
            );
        }

        if (changes.Proposals.Count > 0)
        {
            await notes.WriteLineAsync(
                $"note: {Number(changes.Proposals.Count)} leadership roles are proposed. They count once someone confirms them on the page People."
            );
        }

        foreach (var line in RosterSummary.Lines(changes, leftOut))
        {
            await answer.WriteLineAsync(line);
        }
    }

    private async Task<int> FailAsync(string message)
    {
        await notes.WriteLineAsync(message);
        return 1;
    }

    private static string Place(string file, int? line) =>
        line is null ? file : $"{file} line {Number(line.Value)}";

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
