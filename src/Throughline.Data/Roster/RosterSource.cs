using Throughline.Domain.Units.Roster;

namespace Throughline.Data.Roster;

/// <summary>The CSV files of a roster with what the manifest says about them.</summary>
internal sealed class RosterSource(RosterZip zip, RosterLog log)
{
    private static readonly RosterColumns ManifestColumns = new(["propertyName", "value"], []);

    // A missing file of these changes what is kept; of the others only which teams are proposed.
    private static readonly string[] Needed = ["orgs", "academicSessions", "users", "roles"];

    private readonly Dictionary<string, string> manifest = new(StringComparer.OrdinalIgnoreCase);
    private bool hasManifest;

    public RosterLog Log => log;

    /// <summary>The same files, with another log for what is wrong in them.</summary>
    public RosterSource With(RosterLog other) => new(zip, other);

    /// <summary>True when the file is in the zip.</summary>
    public bool HasFile(string name) => zip.Has(name);

    /// <summary>1.1 or 1.2 as the manifest says, or null when it does not say.</summary>
    public string? Version { get; private set; }

    public string NameOf(string name) => zip.NameOf(name);

    public void ReadManifest()
    {
        if (!zip.Has("manifest"))
        {
            log.Warn(
                "manifest.csv",
                null,
                "There is no manifest: every file was read as a complete (bulk) one."
            );
            return;
        }

        hasManifest = Each(
            "manifest",
            ManifestColumns,
            row =>
            {
                if (row["propertyName"] is { } property && row["value"] is { } value)
                {
                    manifest[property] = value;
                }
            }
        );
        var version = manifest.GetValueOrDefault("oneroster.version") ?? "";
        Version =
            version.StartsWith("1.1", StringComparison.Ordinal) ? "1.1"
            : version.StartsWith("1.2", StringComparison.Ordinal) ? "1.2"
            : null;
        if (Version is null)
        {
            log.Warn(
                NameOf("manifest"),
                null,
                "oneroster.version is not 1.1 or 1.2: the version was told by the files."
            );
        }
    }

    /// <summary>Whether a file is absent, complete or a list of changes.</summary>
    public RosterMode ModeOf(string name)
    {
        var there = zip.Has(name);
        switch (manifest.GetValueOrDefault($"file.{name}")?.ToUpperInvariant())
        {
            case "ABSENT":
                if (there)
                {
                    log.Warn(
                        NameOf(name),
                        null,
                        "The manifest says that this file is absent: it was not read."
                    );
                }

                return RosterMode.Absent;
            case "BULK" when there:
                return RosterMode.Bulk;
            case "DELTA" when there:
                return RosterMode.Delta;
            case "BULK" or "DELTA":
                Miss(name);
                return RosterMode.Absent;
            case null:
                if (there && hasManifest)
                {
                    log.Warn(
                        NameOf(name),
                        null,
                        "The manifest does not name this file: it was read as a complete (bulk) one."
                    );
                }

                return there ? RosterMode.Bulk : RosterMode.Absent;
            case { } other:
                log.Error(
                    NameOf("manifest"),
                    null,
                    $"file.{name}",
                    other,
                    "absent, bulk or delta."
                );
                return RosterMode.Absent;
        }
    }

    /// <summary>True when the header of a file has the column.</summary>
    public bool HasColumn(string name, RosterColumns columns, string column)
    {
        var probe = new RosterLog();
        var has = false;
        Guard(
            name,
            probe,
            () =>
            {
                using var table = Open(name, columns, probe);
                has = table.Has(column);
            }
        );
        return has;
    }

    /// <summary>Goes through the rows of a file.</summary>
    /// <returns>False when it could not be read; the log says why.</returns>
    public bool Each(string name, RosterColumns columns, Action<RosterTable> row)
    {
        var readable = false;
        Guard(
            name,
            log,
            () =>
            {
                using var table = Open(name, columns, log);
                readable = table.IsReadable;
                while (readable && table.Read())
                {
                    row(table);
                }
            }
        );
        return readable;
    }

    private RosterTable Open(string name, RosterColumns columns, RosterLog to) =>
        new(zip.OpenFile(name), NameOf(name), columns, zip.Limits, to);

    // A damaged entry is an error in the file, not in us: whatever unpacking and splitting meet in it becomes a message.
    private void Guard(string name, RosterLog to, Action read)
    {
        try
        {
            read();
        }
        catch (RosterStopException e) when (!e.WholeFile)
        {
            to.Error(NameOf(name), null, null, null, e.Message);
        }
        catch (Exception e)
            when (e
                    is InvalidDataException
                        or IOException
                        or NotSupportedException
                        or CsvHelper.CsvHelperException
            )
        {
            to.Error(
                NameOf(name),
                null,
                null,
                null,
                "The file is damaged and cannot be unpacked. Export it again, or zip it again."
            );
        }
    }

    private void Miss(string name)
    {
        const string Message = "The manifest names this file, but it is not in the zip.";
        if (Needed.Contains(name, StringComparer.Ordinal))
        {
            log.Error(NameOf(name), null, null, null, $"{Message} Export again with it.");
        }
        else
        {
            log.Warn(NameOf(name), null, Message);
        }
    }
}
