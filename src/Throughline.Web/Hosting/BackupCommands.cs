using System.CommandLine;
using Throughline.Data;
using Throughline.Data.Platform;
using Throughline.Data.Platform.Backup;

namespace Throughline.Web.Hosting;

/// <summary><c>throughline backup FILE</c> and <c>throughline restore FILE</c>.</summary>
internal static class BackupCommands
{
    public static Command CreateBackup()
    {
        var file = new Argument<string>("file") { Description = "Where to write the copy." };
        var command = new Command(
            "backup",
            "Copies the whole database into one file, while people work. The file holds everything: keep it safe."
        )
        {
            file,
        };
        command.SetAction(
            (parsed, cancel) =>
                Commands.InServicesAsync(s => BackupAsync(s, parsed.GetValue(file)!, cancel))
        );
        return command;
    }

    public static Command CreateRestore()
    {
        var file = new Argument<string>("file") { Description = "A file that backup wrote." };
        var replace = new Option<bool>("--replace")
        {
            Description =
                "Replace what the database holds now; it is copied beside the file first.",
        };
        var command = new Command(
            "restore",
            "Puts a backup back and brings it to this version. Stop the server first."
        )
        {
            file,
            replace,
        };
        command.SetAction(
            (parsed, cancel) =>
                Commands.InServicesAsync(s =>
                    RestoreAsync(s, parsed.GetValue(file)!, parsed.GetValue(replace), cancel)
                )
        );
        return command;
    }

    private static async Task<int> BackupAsync(
        IServiceProvider services,
        string file,
        CancellationToken cancel
    )
    {
        var written = await Backup(services).WriteAsync(file, cancel);
        if (!written.IsOk)
        {
            await Console.Error.WriteLineAsync(written.Refusal!.Message);
            return 1;
        }

        Console.WriteLine($"Backed up to {file} ({written.Value / 1024.0 / 1024.0:N1} MB).");
        return 0;
    }

    private static async Task<int> RestoreAsync(
        IServiceProvider services,
        string file,
        bool replace,
        CancellationToken cancel
    )
    {
        var restored = await Backup(services).RestoreAsync(file, replace, cancel);
        if (!restored.IsOk)
        {
            await Console.Error.WriteLineAsync(restored.Refusal!.Message);
            return 1;
        }

        await services.GetRequiredService<DatabaseUpgrade>().RunAsync(cancel);
        Console.WriteLine(
            restored.Value is { } before
                ? $"Restored from {file}. What the database held before: {before}"
                : $"Restored from {file}."
        );
        return 0;
    }

    private static DatabaseBackup Backup(IServiceProvider services) =>
        new(
            services.GetRequiredService<ThroughlineDb>(),
            services.GetRequiredService<TimeProvider>()
        );
}
