using System.Data.Common;
using System.Text.Json;
using Throughline.Domain.Meetings;
using Throughline.Domain.Teams;

namespace Throughline.Bench.Floor;

/// <summary>What someone brought to a meeting.</summary>
internal sealed record FloorItem(
    Guid Id,
    AgendaStop Stop,
    ItemKind Kind,
    Guid BroughtBy,
    string? ReadFirst,
    string? Bring,
    string? Questions,
    bool IsInstructional,
    bool IsAcrossGrades
);

/// <summary>Someone who has to do with a meeting.</summary>
internal sealed record FloorMember(
    Guid Id,
    string Name,
    bool Sits,
    bool SentRegrets,
    DateTime? CameAt,
    MeetingRoleKind? Role,
    bool IsTaken
)
{
    public bool IsAbsent => SentRegrets && CameAt is null;
}

/// <summary>What is written at a part, and the texts that wait beside it.</summary>
internal sealed record FloorNoteAt(
    int Section,
    int Item,
    string Words,
    int Edition,
    string By,
    IReadOnlyList<(string Words, string By)> Kept
);

/// <summary>A meeting as its page reads it.</summary>
internal sealed record FloorMeeting(
    Guid Id,
    int Number,
    DateOnly Day,
    TimeOnly StartsAt,
    int Minutes,
    string? Place,
    string? Link,
    MeetingState State,
    IReadOnlyList<AgendaSection> Sections,
    DateTime? StartedAt,
    DateTime? EndedAt,
    int ExtraMinutes,
    (int? Section, int? Item, DateTime? Since) Current
)
{
    public List<FloorItem> Items { get; private set; } = [];

    /// <summary>What the team goes through, part by part.</summary>
    public List<AgendaStop> Stops { get; private set; } = [];

    /// <summary>A person and role in each, as they are read; those with several roles come several times.</summary>
    public List<FloorMember> People { get; private set; } = [];

    public List<FloorMember> Members { get; private set; } = [];

    public List<FloorNoteAt> Notes { get; private set; } = [];

    public string? Vision { get; private set; }

    public List<string> Norms { get; private set; } = [];

    public string? Keeper { get; private set; }

    public IReadOnlyList<FloorWorkAtMeeting> Work { get; private set; } = [];

    public string NameOf(Guid person) =>
        Members.Find(m => m.Id == person)?.Name ?? "someone who has left";

    public FloorMember? HolderOf(MeetingRoleKind kind) => People.Find(p => p.Role == kind);

    /// <summary>Runs the meeting by a role in it.</summary>
    public bool IsRunBy(Guid person) =>
        People.Exists(p =>
            p.Id == person && p.Sits && p.Role is not null and not MeetingRoleKind.NormsKeeper
        );

    public FloorNoteAt? NoteOf(AgendaStop stop) =>
        Notes.Find(n =>
            stop.Item is { } item ? n.Item == item : n.Item == 0 && n.Section == stop.Section
        );

    public static async Task<FloorMeeting?> FindAsync(
        Store store,
        DbConnection connection,
        FloorUnit unit,
        int number
    )
    {
        var found = await store.ListAsync(
            connection,
            """
            SELECT "Id", "Number", "Day", "StartsAt", "Minutes", "Place", "Link", "State", "Sections", "StartedAt", "EndedAt",
              "ExtraMinutes", "CurrentSection", "CurrentItem", "CurrentSince"
            FROM "Meetings" WHERE "UnitId" = @unit AND "Number" = @number
            """,
            row => new FloorMeeting(
                store.Id(row, 0),
                row.GetInt32(1),
                row.GetFieldValue<DateOnly>(2),
                row.GetFieldValue<TimeOnly>(3),
                row.GetInt32(4),
                Text(row, 5),
                Text(row, 6),
                (MeetingState)row.GetInt32(7),
                JsonSerializer.Deserialize<List<AgendaSection>>(row.GetString(8))!,
                Moment(row, 9),
                Moment(row, 10),
                row.GetInt32(11),
                (
                    row.IsDBNull(12) ? null : row.GetInt32(12),
                    row.IsDBNull(13) ? null : row.GetInt32(13),
                    Moment(row, 14)
                )
            ),
            ("@unit", unit.Id),
            ("@number", number)
        );
        if (found is not [var meeting])
        {
            return null;
        }

        (string, object)[] which = [("@unit", unit.Id), ("@meeting", meeting.Id)];
        meeting.Items = await store.ListAsync(connection, ItemsSql, row => Item(store, row), which);
        meeting.Stops = [.. meeting.Sections.SelectMany(meeting.StopsOf)];
        meeting.People = await store.ListAsync(
            connection,
            PeopleSql,
            row => new FloorMember(
                store.Id(row, 0),
                row.GetString(1),
                row.GetBoolean(2),
                !row.IsDBNull(3),
                Moment(row, 4),
                row.IsDBNull(5) ? null : (MeetingRoleKind)row.GetInt32(5),
                !row.IsDBNull(6) && row.GetBoolean(6)
            ),
            which
        );
        meeting.Members = [.. meeting.People.DistinctBy(p => p.Id)];
        meeting.Notes = await NotesAsync(store, connection, which);
        await meeting.ReadHeadAsync(store, connection, unit);
        meeting.Work = await FloorWorkAtMeeting.ListAsync(store, connection, unit, meeting);
        return meeting;
    }

    private IEnumerable<AgendaStop> StopsOf(AgendaSection section, int at)
    {
        var items = Items.FindAll(i => i.Stop.Section == at);
        if (
            items.Count == 0
            || section.IsNoted
            || section.Seconds > 0
            || section.State is StopState.Now or StopState.Done
        )
        {
            // Its items ask for the time, unless the team is or was at the section itself.
            var asked = items.Count > 0 && section.State == StopState.Ahead ? 0 : section.Minutes;
            yield return new(at, null, section.Title, asked, section.State, section.Seconds);
        }

        foreach (var item in items)
        {
            yield return item.Stop;
        }
    }

    private const string ItemsSql = """
        SELECT "Id", "Number", "Section", "Title", "Minutes", "State", "Seconds", "Kind", "BroughtById", "ReadFirst",
          "Bring", "Questions", "IsInstructional", "IsAcrossGrades"
        FROM "AgendaItems" WHERE "MeetingId" = @meeting ORDER BY "Section", "Position", "Number"
        """;

    private static FloorItem Item(Store store, DbDataReader row) =>
        new(
            store.Id(row, 0),
            new AgendaStop(
                row.GetInt32(2),
                row.GetInt32(1),
                row.GetString(3),
                row.GetInt32(4),
                (StopState)row.GetInt32(5),
                row.GetInt32(6)
            ),
            (ItemKind)row.GetInt32(7),
            store.Id(row, 8),
            Text(row, 9),
            Text(row, 10),
            Text(row, 11),
            row.GetBoolean(12),
            row.GetBoolean(13)
        );

    // Who has to do with the meeting first, as the district has many people.
    private const string PeopleSql = """
        SELECT p."Id", p."GivenName" || ' ' || p."FamilyName", s."PersonId" IS NOT NULL, a."RegretsAt", a."CameAt", r."Kind", r."IsTaken"
        FROM (
          SELECT "PersonId" FROM "IltMemberships" WHERE "UnitId" = @unit AND "Until" IS NULL
          UNION SELECT "PersonId" FROM "Attendances" WHERE "MeetingId" = @meeting
          UNION SELECT "PersonId" FROM "MeetingRoles" WHERE "MeetingId" = @meeting
          UNION SELECT "BroughtById" FROM "AgendaItems" WHERE "MeetingId" = @meeting) AS x
        JOIN "People" p ON p."Id" = x."PersonId"
        LEFT JOIN "IltMemberships" s ON s."PersonId" = p."Id" AND s."UnitId" = @unit AND s."Until" IS NULL
        LEFT JOIN "Attendances" a ON a."MeetingId" = @meeting AND a."PersonId" = p."Id"
        LEFT JOIN "MeetingRoles" r ON r."MeetingId" = @meeting AND r."PersonId" = p."Id"
        ORDER BY p."SearchText", p."Id"
        """;

    private static async Task<List<FloorNoteAt>> NotesAsync(
        Store store,
        DbConnection connection,
        (string, object)[] which
    )
    {
        var rows = await store.ListAsync(
            connection,
            """
            SELECT n."Id", n."Section", n."Item", n."Words", n."Edition", w."GivenName" || ' ' || w."FamilyName", k."Words",
              (SELECT p."GivenName" || ' ' || p."FamilyName" FROM "People" p WHERE p."Id" = k."ById")
            FROM "MeetingNotes" n JOIN "People" w ON w."Id" = n."ById" LEFT JOIN "KeptTexts" k ON k."NoteId" = n."Id"
            WHERE n."MeetingId" = @meeting ORDER BY n."Id", k."Id"
            """,
            row =>
                (
                    Id: store.Id(row, 0),
                    Note: (
                        row.GetInt32(1),
                        row.GetInt32(2),
                        row.GetString(3),
                        row.GetInt32(4),
                        row.GetString(5)
                    ),
                    Kept: Text(row, 6),
                    KeptBy: Text(row, 7)
                ),
            which
        );
        return
        [
            .. rows.GroupBy(r => r.Id)
                .Select(g =>
                {
                    var (section, item, words, edition, by) = g.First().Note;
                    return new FloorNoteAt(
                        section,
                        item,
                        words,
                        edition,
                        by,
                        [.. g.Where(r => r.Kept is not null).Select(r => (r.Kept!, r.KeptBy!))]
                    );
                }),
        ];
    }

    private async Task ReadHeadAsync(Store store, DbConnection connection, FloorUnit unit)
    {
        var rows = await store.ListAsync(
            connection,
            """
            SELECT 0 AS "Kind", 0 AS "Place", p."GivenName" || ' ' || p."FamilyName" AS "Words"
            FROM "NormsKeeperTerms" t JOIN "People" p ON p."Id" = t."PersonId"
            WHERE t."UnitId" = @unit AND t."From" <= @day AND t."Until" >= @day AND EXISTS (
              SELECT 1 FROM "IltMemberships" m WHERE m."UnitId" = t."UnitId" AND m."PersonId" = t."PersonId" AND m."Until" IS NULL)
            UNION ALL
            SELECT t."Kind", p."Place", p."Words" FROM "FoundingTexts" t
            JOIN "FoundingEditions" e ON e."TextId" = t."Id" AND e."Number" = t."Adopted"
            JOIN "FoundingEditionParts" p ON p."EditionId" = e."Id"
            WHERE t."UnitId" = @unit AND (t."Kind" = @norms OR (t."Kind" = @vision AND p."Place" = 1))
            ORDER BY "Place"
            """,
            row => (Kind: row.GetInt32(0), Words: row.GetString(2)),
            ("@unit", unit.Id),
            ("@day", Day),
            ("@norms", (int)FoundingKind.Norms),
            ("@vision", (int)FoundingKind.Vision)
        );
        Vision = rows.Find(r => r.Kind == (int)FoundingKind.Vision).Words;
        Norms = [.. rows.Where(r => r.Kind == (int)FoundingKind.Norms).Select(r => r.Words)];
        Keeper = rows.Find(r => r.Kind == 0).Words;
    }

    private static string? Text(DbDataReader row, int column) =>
        row.IsDBNull(column) ? null : row.GetString(column);

    private static DateTime? Moment(DbDataReader row, int column) =>
        row.IsDBNull(column)
            ? null
            : DateTime.SpecifyKind(row.GetDateTime(column), DateTimeKind.Utc);
}
