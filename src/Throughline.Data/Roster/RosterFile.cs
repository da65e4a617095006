using System.Text;
using Throughline.Domain.Units.Roster;

namespace Throughline.Data.Roster;

/// <summary>
/// The door for rosters: reads a OneRoster zip or a one-sheet staff CSV, checks it and drops everything about students,
/// parents and passwords on the way. Nothing in a file makes it throw: what is wrong comes back as errors.
/// </summary>
public static class RosterFile
{
    /// <summary>The sheet to fill in, with one example row.</summary>
    public static string SheetTemplate => StaffSheetReader.Template;

    /// <summary>Reads a file on disk.</summary>
    /// <param name="path">The file.</param>
    /// <param name="existing">What the district holds, so that a list of changes can be checked against it.</param>
    /// <param name="today">Today in the district: roles that ended before are over.</param>
    /// <param name="progress">Told how far reading is, about once per megabyte.</param>
    /// <param name="cancellation">Stops reading.</param>
    public static RosterReading Read(
        string path,
        RosterState existing,
        DateOnly today,
        IProgress<RosterProgress>? progress = null,
        CancellationToken cancellation = default
    )
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
        return Read(stream, Path.GetFileName(path), existing, today, null, progress, cancellation);
    }

    /// <summary>Reads a stream that can be sought in.</summary>
    /// <param name="stream">The file.</param>
    /// <param name="name">Its name, for messages.</param>
    /// <param name="existing">What the district holds, so that a list of changes can be checked against it.</param>
    /// <param name="today">Today in the district: roles that ended before are over.</param>
    /// <param name="limits">How much is read; <see cref="RosterLimits.Standard"/> when null.</param>
    /// <param name="progress">Told how far reading is, about once per megabyte.</param>
    /// <param name="cancellation">Stops reading.</param>
    public static RosterReading Read(
        Stream stream,
        string name,
        RosterState existing,
        DateOnly today,
        RosterLimits? limits = null,
        IProgress<RosterProgress>? progress = null,
        CancellationToken cancellation = default
    )
    {
        limits ??= RosterLimits.Standard;
        var log = new RosterLog();
        try
        {
            return log.Reading(
                ReadAny(stream, name, existing, today, limits, log, progress, cancellation)
            );
        }
        catch (RosterStopException e)
        {
            log.Error(name, null, null, null, e.Message);
            return log.Reading(null);
        }
    }

    private static RosterSnapshot? ReadAny(
        Stream stream,
        string name,
        RosterState existing,
        DateOnly today,
        RosterLimits limits,
        RosterLog log,
        IProgress<RosterProgress>? progress,
        CancellationToken cancellation
    )
    {
        if (stream.Length == 0)
        {
            throw new RosterStopException("The file is empty. Export it again.");
        }

        if (stream.Length > limits.FileBytes)
        {
            throw new RosterStopException(
                $"The file is larger than {limits.FileBytes / (1024 * 1024):N0} MB. Leave out results and line items when exporting."
            );
        }

        var head = new byte[1024];
        var start = head.AsSpan(
            0,
            stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false)
        );
        stream.Position = 0;
        if (start.StartsWith("PK"u8))
        {
            using var zip = RosterZip.Open(stream, limits, progress, cancellation);
            return new OneRosterReader(zip, existing, today, log).Read(name);
        }

        if (!LooksLikeText(start))
        {
            throw new RosterStopException(
                "This is not a zip file, whatever its name says. Choose the zip with the OneRoster CSV files, or the staff sheet as CSV."
            );
        }

        var budget = new RosterBudget(limits, stream.Length, progress, cancellation);
        return new StaffSheetReader(existing, limits, log).Read(
            new RosterStream(stream, name, checksum: null, budget),
            name,
            Encoding.UTF8.GetString(start)
        );
    }

    // Text has no zero bytes, but for the wide encodings, which say so in their first two bytes.
    private static bool LooksLikeText(ReadOnlySpan<byte> start) =>
        start.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE])
        || start.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF])
        || !start.StartsWith("MZ"u8) && !start.StartsWith("%PDF"u8) && !start.Contains((byte)0);
}

/// <summary>Reads the files of a OneRoster zip in the order in which they lean on each other.</summary>
internal sealed class OneRosterReader(
    RosterZip zip,
    RosterState existing,
    DateOnly today,
    RosterLog log
)
{
    public RosterSnapshot? Read(string name)
    {
        if (zip.IsEmpty)
        {
            throw new RosterStopException(
                "The zip holds none of the OneRoster files. Expected: manifest.csv, orgs.csv, academicSessions.csv, users.csv and the others."
            );
        }

        var source = new RosterSource(zip, log);
        source.ReadManifest();
        var orgs = new OrgReader(source, existing);
        var schools = orgs.Read();
        var years = new SessionReader(source).Read();
        var roles = new RoleReader(source, orgs, today);
        var staff = new UserReader(source, orgs, roles, existing).Read();
        var loads = RosterMode.Absent;
        if (log.ErrorCount == 0 && staff.Mode != RosterMode.Absent)
        {
            (loads, var rows) = new LoadReader(source, orgs).Read(staff.Rows, existing);
            staff = staff with { Rows = rows };
        }

        if (
            log.ErrorCount == 0
            && schools.Mode == RosterMode.Absent
            && years.Mode == RosterMode.Absent
            && staff.Mode == RosterMode.Absent
        )
        {
            log.Error(
                name,
                null,
                null,
                null,
                "At least one of orgs.csv, academicSessions.csv and users.csv."
            );
        }

        return new RosterSnapshot(
            orgs.District?.SourcedId,
            orgs.District?.Name,
            schools,
            years,
            staff,
            loads,
            log.LeftOut
        );
    }
}
