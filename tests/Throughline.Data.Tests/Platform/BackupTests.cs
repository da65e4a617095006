using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Throughline.Data.Platform;
using Throughline.Data.Platform.Backup;
using Throughline.Data.Tests.Demo;
using Throughline.Data.Tests.Engines;
using Throughline.Domain.Shared;

namespace Throughline.Data.Tests.Platform;

public sealed class BackupTests : IDisposable
{
    private readonly TestClock clock = new();
    private readonly string folder = Directory
        .CreateTempSubdirectory("throughline-backup-")
        .FullName;

    private string BackupFile => Path.Combine(folder, "all.backup");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [EngineTheory]
    public async Task What_is_restored_is_what_was_backed_up_row_by_row(Engine engine)
    {
        await using var database = await FilledAsync(engine);
        (await BackupAsync(database)).IsOk.ShouldBeTrue();
        await using var other = await TestDatabase.EmptyAsync(engine);

        (await RestoreAsync(other)).Value.ShouldBeNull("there was nothing to copy first");

        var before = await AllRows.OfAsync(database);
        var after = await AllRows.OfAsync(other);
        after.Keys.ShouldBe(before.Keys);
        foreach (var (table, rows) in before)
        {
            after[table].ShouldBe(rows, table);
        }

        before["Ratings"].Count.ShouldBeGreaterThan(100, "the demo has ratings");
        await using var db = other.Open();
        (await db.Database.GetPendingMigrationsAsync()).ShouldBeEmpty();
    }

    [EngineTheory]
    public async Task A_backup_under_load_is_one_moment_and_misses_nothing_acknowledged_before_it(
        Engine engine
    )
    {
        await using var database = await TestDatabase.MigratedAsync(engine);
        using var stop = new CancellationTokenSource();
        var acknowledged = new int[4];
        var writers = Enumerable
            .Range(0, acknowledged.Length)
            .Select(w => Task.Run(() => WriteAsync(database, w, acknowledged, stop.Token)))
            .ToList();
        while (acknowledged.Min() < 25)
        {
            await Task.Delay(10);
        }

        var before = acknowledged.ToArray();
        (await BackupAsync(database)).IsOk.ShouldBeTrue();
        await stop.CancelAsync();
        await Task.WhenAll(writers);
        var after = acknowledged.ToArray();

        await using var other = await TestDatabase.EmptyAsync(engine);
        (await RestoreAsync(other)).IsOk.ShouldBeTrue();
        await using var db = other.Open();
        var found = await db.Set<OutboxMail>()
            .IgnoreQueryFilters()
            .Select(m => new { m.To, m.Subject })
            .ToListAsync();
        var keys = await db.Set<DataProtectionKey>().Select(k => k.Xml).ToListAsync();
        for (var writer = 0; writer < acknowledged.Length; writer++)
        {
            var numbers = found
                .Where(m => m.To == Address(writer))
                .Select(m => int.Parse(m.Subject, CultureInfo.InvariantCulture))
                .Order()
                .ToList();
            numbers.ShouldBe(Enumerable.Range(1, numbers.Count), "nothing is missing in between");
            numbers.Count.ShouldBeInRange(before[writer], after[writer]);
            keys.Count(k => k == Address(writer))
                .ShouldBe(numbers.Count, "what was saved together is there together");
        }
    }

    [EngineTheory]
    public async Task A_database_that_holds_something_is_replaced_only_when_asked_and_copied_first(
        Engine engine
    )
    {
        await using var database = await FilledAsync(engine);
        (await BackupAsync(database)).IsOk.ShouldBeTrue();
        await AddMailAsync(database, "after the backup");
        var held = await AllRows.OfAsync(database);

        (await RestoreAsync(database)).Refusal!.Message.ShouldContain("--replace");
        (await AllRows.OfAsync(database))["Outbox"].ShouldBe(held["Outbox"]);

        var before = (await RestoreAsync(database, replace: true)).Value.ShouldNotBeNull();
        (await MailsAsync(database)).ShouldNotContain("after the backup");

        await using var other = await TestDatabase.EmptyAsync(engine);
        (await RestoreAsync(other, file: before)).IsOk.ShouldBeTrue();
        (await MailsAsync(other)).ShouldContain("after the backup");
    }

    [EngineTheory]
    public async Task What_counts_up_by_itself_goes_on_after_a_restore(Engine engine)
    {
        await using var database = await FilledAsync(engine);
        await AddKeyAsync(database);
        await AddKeyAsync(database);
        (await BackupAsync(database)).IsOk.ShouldBeTrue();
        await using var other = await TestDatabase.EmptyAsync(engine);
        (await RestoreAsync(other)).IsOk.ShouldBeTrue();

        await AddKeyAsync(other);

        await using var db = other.Open();
        (await db.Set<DataProtectionKey>().Select(k => k.Id).ToListAsync()).ShouldBeUnique();
    }

    [EngineTheory]
    public async Task A_file_that_is_there_is_never_overwritten(Engine engine)
    {
        await using var database = await TestDatabase.MigratedAsync(engine);
        await File.WriteAllTextAsync(BackupFile, "mine");

        (await BackupAsync(database)).Refusal!.Message.ShouldContain("is there already");

        (await File.ReadAllTextAsync(BackupFile)).ShouldBe("mine");
        Directory.GetFiles(folder).Length.ShouldBe(1);
    }

    [EngineTheory]
    public async Task A_folder_that_is_missing_and_an_empty_database_are_named(Engine engine)
    {
        await using var empty = await TestDatabase.EmptyAsync(engine);
        (await BackupAsync(empty)).Refusal!.Message.ShouldContain("empty");
        (
            await BackupAsync(empty, Path.Combine(folder, "no", "a.backup"))
        ).Refusal!.Message.ShouldContain("There is no folder");
        Directory.GetFiles(folder).ShouldBeEmpty();
    }

    [EngineTheory]
    [Row("")]
    [Row("PK nonsense")]
    [Row("SQLite format 3\0 cut off")]
    public async Task What_is_no_backup_is_refused_and_changes_nothing(
        Engine engine,
        string content
    )
    {
        await using var database = await FilledAsync(engine);
        await File.WriteAllTextAsync(BackupFile, content);

        (await RestoreAsync(database, replace: true)).Refusal!.Message.ShouldContain("is no ");

        (await MailsAsync(database)).ShouldContain("first");
    }

    [EngineTheory]
    public async Task A_backup_that_was_cut_off_is_refused_and_changes_nothing(Engine engine)
    {
        await using var database = await FilledAsync(engine);
        (await BackupAsync(database)).IsOk.ShouldBeTrue();
        await using (var file = new FileStream(BackupFile, FileMode.Open))
        {
            file.SetLength(file.Length * 2 / 3);
        }

        (await RestoreAsync(database, replace: true)).IsOk.ShouldBeFalse();

        (await MailsAsync(database)).ShouldContain("first");
    }

    [EngineTheory]
    public async Task A_backup_of_a_newer_version_is_refused(Engine engine)
    {
        await using var database = await FilledAsync(engine);
        await using (var db = database.Open())
        {
            await db.Database.ExecuteSqlRawAsync(
                "INSERT INTO \"__EFMigrationsHistory\" VALUES ('29990101000000_Later', '10.0.0')"
            );
        }

        (await BackupAsync(database)).IsOk.ShouldBeTrue();
        await using var other = await TestDatabase.EmptyAsync(engine);
        (await RestoreAsync(other)).Refusal!.Message.ShouldContain("newer version");
    }

    [Fact]
    public async Task Only_its_maker_may_read_a_backup()
    {
        await using var database = await TestDatabase.MigratedAsync(Engine.Sqlite);
        (await BackupAsync(database)).IsOk.ShouldBeTrue();
        if (!OperatingSystem.IsWindows())
        {
            File.GetUnixFileMode(BackupFile)
                .ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }
    }

    private async Task<TestDatabase> FilledAsync(Engine engine)
    {
        var database = await DemoDatabase.Seeded.CopyAsync(engine);
        await AddMailAsync(database, "first");
        return database;
    }

    private async Task<Result<long>> BackupAsync(TestDatabase database, string? file = null)
    {
        await using var db = database.Open(clock: clock);
        return await new DatabaseBackup(db, clock).WriteAsync(file ?? BackupFile);
    }

    private async Task<Result<string?>> RestoreAsync(
        TestDatabase database,
        bool replace = false,
        string? file = null
    )
    {
        Result<string?> restored;
        await using (var db = database.Open(clock: clock))
        {
            restored = await new DatabaseBackup(db, clock).RestoreAsync(
                file ?? BackupFile,
                replace
            );
        }

        return restored;
    }

    private async Task WriteAsync(
        TestDatabase database,
        int writer,
        int[] acknowledged,
        CancellationToken stop
    )
    {
        while (!stop.IsCancellationRequested)
        {
            await AddMailAsync(
                database,
                (acknowledged[writer] + 1).ToString(CultureInfo.InvariantCulture),
                Address(writer)
            );
            acknowledged[writer]++;
        }
    }

    private async Task AddMailAsync(TestDatabase database, string subject, string to = "a@b.org")
    {
        var district = Ids.New(clock.Now);
        await using var db = database.Open(district, clock: clock);
        db.Add(OutboxMail.Write(district, to, subject, "Body", clock.Now));
        db.Add(new DataProtectionKey { Xml = to });
        await db.SaveChangesAsync();
    }

    private static async Task<List<string>> MailsAsync(TestDatabase database)
    {
        await using var db = database.Open();
        return await db.Set<OutboxMail>().IgnoreQueryFilters().Select(m => m.Subject).ToListAsync();
    }

    private static async Task AddKeyAsync(TestDatabase database)
    {
        await using var db = database.Open();
        db.Add(new DataProtectionKey { Xml = "<key/>" });
        await db.SaveChangesAsync();
    }

    private static string Address(int writer) =>
        string.Create(CultureInfo.InvariantCulture, $"writer{writer}@example.org");
}
