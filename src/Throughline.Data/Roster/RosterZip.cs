using System.Buffers.Binary;
using System.IO.Compression;

namespace Throughline.Data.Roster;

/// <summary>The CSV files of a zip, by name, after everything that is no roster was refused.</summary>
internal sealed class RosterZip : IDisposable
{
    // A directory of entries larger than this is an attack on memory, whatever its header says of their number.
    private const int LongestDirectory = 1024 * 1024;
    private static readonly string[] Wanted =
    [
        "manifest",
        "orgs",
        "academicSessions",
        "roles",
        "users",
        "courses",
        "classes",
        "enrollments",
    ];

    private readonly ZipArchive archive;
    private readonly Dictionary<string, ZipArchiveEntry> files = new(
        StringComparer.OrdinalIgnoreCase
    );
    private readonly RosterBudget budget;

    private RosterZip(
        ZipArchive archive,
        RosterLimits limits,
        IProgress<RosterProgress>? progress,
        CancellationToken cancellation
    )
    {
        this.archive = archive;
        foreach (var entry in archive.Entries)
        {
            Take(entry);
        }

        if (archive.Entries.Any(e => e.FullName == "[Content_Types].xml"))
        {
            throw new RosterStopException(
                "This is an Excel or Word file. Save the sheet as “CSV UTF-8” and choose that file."
            );
        }

        var total = files.Values.Sum(e => e.Length);
        if (total > limits.UnpackedBytes)
        {
            throw new RosterStopException(
                $"Unpacked, the file is larger than {limits.UnpackedBytes / (1024 * 1024):N0} MB. Export staff and organisations without history, or one school year at a time."
            );
        }

        budget = new RosterBudget(limits, total, progress, cancellation);
    }

    public RosterLimits Limits => budget.Limits;

    public bool IsEmpty => files.Count == 0;

    /// <summary>Opens a zip.</summary>
    /// <exception cref="RosterStopException">It is none, or holds what a roster never holds.</exception>
    public static RosterZip Open(
        Stream stream,
        RosterLimits limits,
        IProgress<RosterProgress>? progress,
        CancellationToken cancellation
    )
    {
        CheckDirectory(stream);
        ZipArchive? opened = null;
        try
        {
            opened = new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true);
            return new RosterZip(opened, limits, progress, cancellation);
        }
        catch (RosterStopException)
        {
            opened?.Dispose();
            throw;
        }
        // The zip reader meets damaged directories with whatever its arithmetic runs into.
        catch (Exception e) when (e is not OperationCanceledException)
        {
            opened?.Dispose();
            throw new RosterStopException(
                "The zip file is damaged or cut off. Export or upload it again."
            );
        }
    }

    public bool Has(string name) => files.ContainsKey(name);

    /// <summary>The name the file has in this zip, for messages.</summary>
    public string NameOf(string name) =>
        files.TryGetValue(name, out var entry) ? FileName(entry.FullName) : $"{name}.csv";

    /// <summary>Opens one file for reading; its checksum and size are watched.</summary>
    public Stream OpenFile(string name)
    {
        var entry = files[name];
        return new RosterStream(entry.Open(), NameOf(name), entry.Crc32, budget);
    }

    public void Dispose() => archive.Dispose();

    private void Take(ZipArchiveEntry entry)
    {
        var path = entry.FullName.Replace('\\', '/');
        if (
            path.StartsWith('/')
            || path.Contains(':', StringComparison.Ordinal)
            || path.Split('/').Contains("..")
        )
        {
            throw new RosterStopException(
                "The zip holds a file with a path that leads out of it. It is refused as a whole: export it again."
            );
        }

        if (
            path.EndsWith('/')
            || path.StartsWith("__MACOSX/", StringComparison.OrdinalIgnoreCase)
            || FileName(path).StartsWith('.')
        )
        {
            return;
        }

        if (path.EndsWith(".zip", StringComparison.OrdinalIgnoreCase))
        {
            throw new RosterStopException(
                "The zip holds another zip. Unpack it, and zip the CSV files themselves."
            );
        }

        var name = Path.GetFileNameWithoutExtension(FileName(path));
        if (
            !path.EndsWith(".csv", StringComparison.OrdinalIgnoreCase)
            || !Wanted.Contains(name, StringComparer.OrdinalIgnoreCase)
        )
        {
            return;
        }

        if (entry.IsEncrypted)
        {
            throw new RosterStopException(
                "The zip is protected by a password. Make one without a password."
            );
        }

        if (!files.TryAdd(name, entry))
        {
            throw new RosterStopException(
                $"The zip holds {name}.csv more than once. Leave one of them."
            );
        }
    }

    private static string FileName(string path) =>
        path[(path.Replace('\\', '/').LastIndexOf('/') + 1)..];

    // The framework reads the whole directory of entries into memory; its true size is what lies between the place the
    // end record names and the end record.
    private static void CheckDirectory(Stream stream)
    {
        const int EndRecord = 22;
        var size = (int)Math.Min(stream.Length, EndRecord + ushort.MaxValue);
        var tail = new byte[size];
        stream.Position = stream.Length - size;
        stream.ReadExactly(tail);
        stream.Position = 0;
        var at = tail.AsSpan().LastIndexOf("PK\x05\x06"u8);
        if (at < 0 || at + EndRecord > size)
        {
            throw new RosterStopException(
                "The zip file is damaged or cut off. Export or upload it again."
            );
        }

        var start = BinaryPrimitives.ReadUInt32LittleEndian(tail.AsSpan(at + 16));
        var end = stream.Length - size + at;
        if (start == uint.MaxValue || end - start > LongestDirectory)
        {
            throw new RosterStopException(
                "The zip holds far more files than a roster has. Zip the OneRoster CSV files alone."
            );
        }
    }
}
