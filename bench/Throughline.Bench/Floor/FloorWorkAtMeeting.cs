using System.Data.Common;
using Throughline.Domain.Meetings;
using Throughline.Domain.Shared;
using Throughline.Domain.Work;
using Throughline.Web.Features.Meetings;

namespace Throughline.Bench.Floor;

/// <summary>A to-do, rock, issue or decision that a meeting goes through, and what an item of its agenda serves.</summary>
internal sealed record FloorWorkAtMeeting(
    ThingKind Kind,
    int Number,
    string Title,
    string Who,
    DateOnly DueOn,
    int Status,
    Track Track,
    int Count,
    int Of,
    string RaisedAs,
    int Decided,
    int Version,
    bool IsFromHere,
    int Item
)
{
    private static readonly DateTime NotStarted = new(9000, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    public bool IsOverdueOn(DateOnly day) =>
        Kind == ThingKind.ToDo && Status == (int)WorkStatus.NotStarted && DueOn < day;

    /// <summary>In the order in which it is gone through: by day, issues by votes.</summary>
    public static async Task<IReadOnlyList<FloorWorkAtMeeting>> ListAsync(
        Store store,
        DbConnection connection,
        FloorUnit unit,
        FloorMeeting meeting
    )
    {
        var rows = await store.ListAsync(
            connection,
            Sql,
            row => new FloorWorkAtMeeting(
                (ThingKind)row.GetInt32(0),
                row.GetInt32(1),
                row.GetString(2),
                row.GetString(3),
                row.GetFieldValue<DateOnly>(4),
                row.GetInt32(5),
                (Track)row.GetInt32(6),
                row.GetInt32(7),
                row.GetInt32(8),
                row.GetString(9),
                row.GetInt32(10),
                row.GetInt32(11),
                row.GetBoolean(12),
                row.GetInt32(13)
            ),
            ("@unit", unit.Id),
            ("@meeting", meeting.Id),
            ("@day", meeting.Day),
            ("@started", meeting.StartedAt ?? NotStarted),
            ("@open", meeting.State is MeetingState.Planned or MeetingState.InProgress)
        );
        return
        [
            .. rows.OrderBy(r => r.DueOn)
                .ThenByDescending(r => r.Kind == ThingKind.Issue ? r.Count : 0)
                .ThenBy(r => r.Number),
        ];
    }

    private const string Person =
        "SELECT p.\"GivenName\" || ' ' || p.\"FamilyName\" FROM \"People\" p WHERE p.\"Id\" =";

    // Numbers are kinds and statuses as they are stored. What is open and what came out of the meeting are asked for apart:
    // each has an index, and years of what is over are left alone.
    private const string Sql = $"""
        SELECT * FROM (
          SELECT 7, w."Number", w."Title", ({Person} w."OwnerId"), w."DueOn", w."Status", 0, 0, 0, '', 0, w."Version",
            w."MeetingId" IS NOT NULL AND w."MeetingId" = @meeting, 0
          FROM "ToDos" w WHERE (@open AND w."UnitId" = @unit AND w."EndedAt" IS NULL) OR w."MeetingId" = @meeting
          ORDER BY w."MeetingId" IS NOT NULL AND w."MeetingId" = @meeting DESC, w."DueOn", w."Number" LIMIT 30) AS t
        UNION ALL SELECT * FROM (
          SELECT 8, w."Number", w."Title", ({Person} w."OwnerId"), w."DueOn", w."Status",
            CASE WHEN w."Said" IS NULL THEN 0 WHEN w."Said" THEN 1 ELSE 2 END,
            (SELECT COUNT(*) FROM "RockMilestones" m WHERE m."RockId" = w."Id" AND m."ReachedAt" IS NOT NULL),
            (SELECT COUNT(*) FROM "RockMilestones" m WHERE m."RockId" = w."Id"), '', 0, w."Version", w."IsAsked", 0
          FROM (
            SELECT r.*, r."Id" IN (SELECT n."WorkId" FROM "RockNotes" n WHERE n."MeetingId" = @meeting) AS "IsAsked",
              COALESCE((SELECT n."OnTrack" FROM "RockNotes" n WHERE n."MeetingId" = @meeting AND n."WorkId" = r."Id"
                ORDER BY n."Id" DESC LIMIT 1), r."OnTrack") AS "Said"
            FROM "Rocks" r WHERE r."Id" IN (
              SELECT o."Id" FROM "Rocks" o WHERE @open AND o."UnitId" = @unit AND o."EndedAt" IS NULL
              UNION SELECT n."WorkId" FROM "RockNotes" n WHERE n."MeetingId" = @meeting)) AS w
          ORDER BY w."DueOn", w."Number" LIMIT 30) AS r
        UNION ALL SELECT * FROM (
          SELECT 6, w."Number", w."Title", '', @day, CASE WHEN w."IsUp" THEN 1 ELSE w."Status" END, 0, w."Votes", 0,
            COALESCE(w."RaisedAs", ''), 0, w."Version", w."IsFromHere", 0
          FROM (
            SELECT i.*, (SELECT COUNT(*) FROM "IssueVotes" v WHERE v."IssueId" = i."Id") AS "Votes",
              i."MeetingId" IS NOT NULL AND i."MeetingId" = @meeting AS "IsFromHere",
              i."Status" = 1 OR (i."Status" = 2
                AND CASE WHEN i."ParkedUntil" IS NULL THEN i."ParkedAt" < @started ELSE i."ParkedUntil" <= @day END) AS "IsUp"
            FROM "Issues" i WHERE (@open AND i."UnitId" = @unit AND i."Status" IN (1, 2)) OR i."MeetingId" = @meeting) AS w
          WHERE (@open AND w."IsUp") OR w."IsFromHere"
          ORDER BY w."IsFromHere" DESC, w."Votes" DESC, w."Number" LIMIT 30) AS i
        UNION ALL SELECT * FROM (
          SELECT 9, w."Number", w."Title", ({Person} w."ProposedById"), @day, w."Status", 0,
            (SELECT COUNT(*) FROM "DecisionHands" h WHERE h."DecisionId" = w."Id" AND h."IsUp"), w."AskedCount", '',
            COALESCE(w."DecidedAs", 0), w."Version", w."MeetingId" IS NOT NULL AND w."MeetingId" = @meeting, 0
          FROM "Decisions" w
          WHERE (@open AND w."UnitId" = @unit AND w."Status" IN (1, 2, 3)) OR w."MeetingId" = @meeting
          ORDER BY w."Number" DESC LIMIT 30) AS d
        UNION ALL
          SELECT t."Kind", t."Number", t."Title", '', @day, t."Status", 0, 0, 0, '', 0, 0, FALSE, i."Number"
          FROM "AgendaItems" i JOIN "ThingLinks" l ON l."ThingId" = i."Id" JOIN "Things" t ON t."Id" = l."OriginId"
          WHERE i."MeetingId" = @meeting AND t."RemovedAt" IS NULL AND t."Kind" IN (1, 3, 6, 7, 8, 9)
        """;
}
