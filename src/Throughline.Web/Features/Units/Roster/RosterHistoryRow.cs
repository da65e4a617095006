using Throughline.Domain.Units.Roster;

namespace Throughline.Web.Features.Units.Roster;

/// <summary>One roster that came in.</summary>
public sealed record RosterHistoryRow(
    Guid Id,
    DateTime At,
    string By,
    string FileName,
    RosterImportStatus Status,
    IReadOnlyList<string> Outcome
)
{
    /// <summary>True while there is something to look at or to do.</summary>
    public bool IsOpen =>
        Status
            is RosterImportStatus.Reading
                or RosterImportStatus.Ready
                or RosterImportStatus.Refused;

    public string What =>
        Status switch
        {
            RosterImportStatus.Reading => "being read",
            RosterImportStatus.Refused => "not taken",
            RosterImportStatus.Ready => "waits for you",
            RosterImportStatus.Applied => "applied",
            RosterImportStatus.Discarded => "discarded",
            RosterImportStatus.Interrupted => "interrupted",
            _ => throw new InvalidOperationException("No such status."),
        };
}
