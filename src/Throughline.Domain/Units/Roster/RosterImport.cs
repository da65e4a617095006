using Throughline.Domain.Shared;

namespace Throughline.Domain.Units.Roster;

/// <summary>How far an import is.</summary>
public enum RosterImportStatus
{
    /// <summary>The file is being read.</summary>
    Reading = 1,

    /// <summary>The file has errors; nothing can be applied.</summary>
    Refused = 2,

    /// <summary>The preview waits for someone to apply it.</summary>
    Ready = 3,

    /// <summary>Applied.</summary>
    Applied = 4,

    /// <summary>Thrown away by a person.</summary>
    Discarded = 5,

    /// <summary>Reading was interrupted, as by a restart.</summary>
    Interrupted = 6,
}

/// <summary>
/// One roster that someone brought in: who, when, and what came of it. Between reading and applying it holds what the file
/// says about staff, packed; afterwards only counts are left.
/// </summary>
public sealed class RosterImport : IDistrictOwned, IVersioned
{
    private RosterImport() { }

    /// <summary>Identity of the import.</summary>
    public Guid Id { get; private set; }

    /// <inheritdoc/>
    public Guid DistrictId { get; private set; }

    /// <summary>Who brought it in; null for the command.</summary>
    public Guid? ById { get; private set; }

    /// <summary>When it was brought in, UTC.</summary>
    public DateTime At { get; private set; }

    /// <summary>The file's name, at most 120 characters.</summary>
    public string FileName { get; private set; } = "";

    /// <summary>How far it is.</summary>
    public RosterImportStatus Status { get; private set; }

    /// <summary>Errors in the file, all of them.</summary>
    public int ErrorCount { get; private set; }

    /// <summary>What the file says, packed; null before reading and after the end.</summary>
    public byte[]? Snapshot { get; private set; }

    /// <summary>Errors, warnings and the preview as it was last shown, packed; null before reading and after the end.</summary>
    public byte[]? Report { get; private set; }

    /// <summary>What was done, one line per kind: “staff: 3 added, 1 changed, 0 deactivated”.</summary>
    public string Outcome { get; private set; } = "";

    /// <summary>When it was applied or discarded, UTC.</summary>
    public DateTime? EndedAt { get; private set; }

    /// <summary>Who applied or discarded it.</summary>
    public Guid? EndedById { get; private set; }

    /// <inheritdoc/>
    public int Version { get; private set; }

    /// <summary>Begins an import; the file is about to be read.</summary>
    public static RosterImport Begin(Guid districtId, Guid? byId, string? fileName, DateTime now)
    {
        var name = Text.CleanLine(fileName) ?? "roster";
        return new RosterImport
        {
            Id = Ids.New(now),
            DistrictId = districtId,
            ById = byId,
            At = now,
            FileName = Text.Shorten(name, 120),
            Status = RosterImportStatus.Reading,
        };
    }

    /// <summary>The file has errors.</summary>
    public void Refuse(int errorCount, byte[] report)
    {
        if (Status == RosterImportStatus.Reading)
        {
            (Status, ErrorCount, Report) = (RosterImportStatus.Refused, errorCount, report);
        }
    }

    /// <summary>The file was read and its changes are worked out.</summary>
    public void Preview(byte[] snapshot, byte[] report)
    {
        if (Status is RosterImportStatus.Reading or RosterImportStatus.Ready)
        {
            (Status, Snapshot, Report) = (RosterImportStatus.Ready, snapshot, report);
        }
    }

    /// <summary>Reading stopped without a result.</summary>
    public void Interrupt()
    {
        if (Status == RosterImportStatus.Reading)
        {
            Status = RosterImportStatus.Interrupted;
        }
    }

    /// <summary>The preview was applied. Refused unless it waits to be.</summary>
    public Result Apply(string outcome, Guid? byId, DateTime now)
    {
        if (Status != RosterImportStatus.Ready)
        {
            return Result.Refused(
                "This roster was applied or discarded already. Bring the file in again if you need it."
            );
        }

        End(RosterImportStatus.Applied, byId, now);
        Outcome = outcome;
        return Result.Ok();
    }

    /// <summary>Throws the import away. Nothing happens to one that is over.</summary>
    public void Discard(Guid? byId, DateTime now)
    {
        if (EndedAt is null)
        {
            End(RosterImportStatus.Discarded, byId, now);
        }
    }

    private void End(RosterImportStatus status, Guid? byId, DateTime now)
    {
        (Status, EndedById, EndedAt) = (status, byId, now);
        (Snapshot, Report) = (null, null);
    }
}
