using Throughline.Domain.Units;
using Throughline.Domain.Units.Roster;

namespace Throughline.Data.Roster;

/// <summary>Reads academicSessions.csv: every row is checked, school years are kept.</summary>
internal sealed class SessionReader(RosterSource source)
{
    private static readonly RosterColumns Columns = new(
        ["sourcedId", "title", "type", "startDate", "endDate"],
        ["status", "dateLastModified", "parentSourcedId", "schoolYear"]
    );

    private static readonly string[] Types = ["gradingPeriod", "semester", "schoolYear", "term"];

    private readonly Dictionary<string, (RosterSchoolYear Session, string Type)> sessions = new(
        StringComparer.Ordinal
    );

    private RosterMode mode;

    public RosterPart<RosterSchoolYear> Read()
    {
        mode = source.ModeOf("academicSessions");
        if (mode == RosterMode.Absent)
        {
            return RosterPart<RosterSchoolYear>.Absent;
        }

        source.Each("academicSessions", Columns, ReadRow);
        return new(
            mode,
            [
                .. sessions
                    .Values.Where(s => RosterWords.Is(s.Type, "schoolYear"))
                    .Select(s => s.Session)
                    .OrderBy(s => s.SourcedId, StringComparer.Ordinal),
            ],
            []
        );
    }

    private void ReadRow(RosterTable row)
    {
        if (row.IsFaulty)
        {
            return;
        }

        if (row.IsMisshapen)
        {
            row.RefuseShape();
            return;
        }

        var status = RosterWords.StatusOf(row, mode);
        var id = row.TakeId();
        if (status == RosterStatus.Gone)
        {
            if (mode == RosterMode.Delta)
            {
                row.Warn(
                    "A session is to be deleted: a school year that is here stays, because work lies in it."
                );
            }

            return;
        }

        var type = row.Take("type", required: true, 40);
        if (type is not null && !Types.Contains(type, StringComparer.OrdinalIgnoreCase))
        {
            row.Refuse("type", string.Join(", ", Types) + ".");
        }

        var isYear = RosterWords.Is(type, "schoolYear");
        var title = row.Take("title", required: isYear, isYear ? 40 : 255);
        var first = row.TakeDay("startDate", required: true);
        var last = row.TakeDay("endDate", required: true);
        if (row.IsMisshapen)
        {
            row.RefuseShape();
        }

        if (row.IsFaulty || id is null || type is null || first is null || last is null)
        {
            return;
        }

        if (isYear && Check(title, first.Value, last.Value) is { } expected)
        {
            row.Refuse("endDate", expected);
            return;
        }

        var session = (new RosterSchoolYear(id, title ?? "", first.Value, last.Value), type);
        if (!sessions.TryAdd(id, session))
        {
            OrgReader.Repeat(row, sessions[id] == session);
        }
    }

    // What the app would refuse later is refused here, with its line.
    private static string? Check(string? title, DateOnly first, DateOnly last) =>
        SchoolYear.New(Guid.Empty, title, first, last, DateTime.UnixEpoch).Refusal?.Message;
}
