using System.Data.Common;
using Throughline.Domain.Teams;
using Throughline.Domain.Units;

namespace Throughline.Bench.Floor;

/// <summary>Someone who sits on the team.</summary>
internal sealed record FloorSeat(
    Guid Id,
    string Name,
    SeatKind Kind,
    Guid? SpeaksFor,
    bool Facilitates,
    DateTime Since,
    DateOnly? TermEndsOn,
    bool HasLeft,
    bool CanSignIn,
    bool HasAccepted
);

/// <summary>An instructional team.</summary>
internal sealed record FloorVoice(
    Guid Id,
    string Name,
    InstructionalTeamKind Kind,
    bool IsDissolved,
    int Members
);

/// <summary>A group of students, and who on the team speaks for it.</summary>
internal sealed record FloorGroup(Guid Id, string Name, string? Speaker);

/// <summary>What a school's team page reads.</summary>
internal sealed record FloorTeamRows(
    int Version,
    int? Limit,
    string Because,
    DateOnly? Review,
    List<FloorSeat> Seats,
    List<FloorVoice> Voices,
    List<FloorGroup> Groups,
    List<(string Name, Role Role)> WithoutSeat
)
{
    public static async Task<FloorTeamRows?> FindAsync(
        Store store,
        DbConnection connection,
        FloorUnit unit
    )
    {
        var ilts = await store.ListAsync(
            connection,
            """
            SELECT "Id", "Version", "RaisedLimit", "RaisedBecause", "ReviewResponsibilitiesOn" FROM "Ilts" WHERE "UnitId" = @unit
            """,
            row =>
                (
                    Id: store.Id(row, 0),
                    Version: row.GetInt32(1),
                    Limit: row.IsDBNull(2) ? (int?)null : row.GetInt32(2),
                    Because: row.IsDBNull(3) ? "" : row.GetString(3),
                    Review: row.IsDBNull(4) ? (DateOnly?)null : row.GetFieldValue<DateOnly>(4)
                ),
            ("@unit", unit.Id)
        );
        if (ilts is not [var ilt])
        {
            return null;
        }

        var seats = await SeatsAsync(store, connection, unit, ilt.Id);
        return new(
            ilt.Version,
            ilt.Limit,
            ilt.Because,
            ilt.Review,
            seats,
            await VoicesAsync(store, connection, unit, ilt.Id),
            await GroupsAsync(store, connection, unit, seats),
            await LeadersAsync(store, connection, unit, seats)
        );
    }

    private static Task<List<FloorSeat>> SeatsAsync(
        Store store,
        DbConnection connection,
        FloorUnit unit,
        Guid ilt
    ) =>
        store.ListAsync(
            connection,
            """
            SELECT p."Id", p."GivenName" || ' ' || p."FamilyName", m."Kind", m."SpeaksForTeamId", m."Facilitates", m."Since",
              m."TermEndsOn", p."LeftOn" IS NOT NULL,
              EXISTS (SELECT 1 FROM "Accounts" a WHERE a."Id" = p."Id" AND a."PasswordHash" IS NOT NULL),
              EXISTS (SELECT 1 FROM "ResponsibilityAcceptances" a
                WHERE a."UnitId" = @unit AND a."PersonId" = p."Id" AND a."Kind" = m."Kind" AND a."Edition" = COALESCE(
                  (SELECT MAX(e."Edition") FROM "ResponsibilityEditions" e WHERE e."UnitId" = @unit AND e."Kind" = a."Kind"),
                  @builtIn))
            FROM "IltMemberships" m JOIN "People" p ON p."Id" = m."PersonId"
            WHERE m."IltId" = @ilt AND m."Until" IS NULL ORDER BY m."Kind", p."SearchText"
            """,
            row => new FloorSeat(
                store.Id(row, 0),
                row.GetString(1),
                (SeatKind)row.GetInt32(2),
                row.IsDBNull(3) ? null : store.Id(row, 3),
                row.GetBoolean(4),
                row.GetDateTime(5),
                row.IsDBNull(6) ? null : row.GetFieldValue<DateOnly>(6),
                row.GetBoolean(7),
                row.GetBoolean(8),
                row.GetBoolean(9)
            ),
            ("@unit", unit.Id),
            ("@ilt", ilt),
            ("@builtIn", Responsibilities.BuiltInEdition)
        );

    // Those that are open, and those that someone speaks for still: only they are shown.
    private static async Task<List<FloorVoice>> VoicesAsync(
        Store store,
        DbConnection connection,
        FloorUnit unit,
        Guid ilt
    )
    {
        var voices = await store.ListAsync(
            connection,
            """
            SELECT t."Id", t."Name", t."Kind", t."DissolvedAt" IS NOT NULL,
              (SELECT COUNT(*) FROM "InstructionalTeamMembers" m WHERE m."TeamId" = t."Id")
            FROM "InstructionalTeams" t WHERE t."Id" IN (
              SELECT o."Id" FROM "InstructionalTeams" o WHERE o."UnitId" = @unit AND o."DissolvedAt" IS NULL
              UNION SELECT m."SpeaksForTeamId" FROM "IltMemberships" m WHERE m."IltId" = @ilt AND m."Until" IS NULL)
            """,
            row => new FloorVoice(
                store.Id(row, 0),
                row.GetString(1),
                (InstructionalTeamKind)row.GetInt32(2),
                row.GetBoolean(3),
                row.GetInt32(4)
            ),
            ("@unit", unit.Id),
            ("@ilt", ilt)
        );
        // Kindergarten comes before the first grade, whatever the engine's order of letters.
        return
        [
            .. voices
                .OrderBy(v => v.Kind)
                .ThenBy(v => Grades.OrderOfName(v.Name))
                .ThenBy(v => v.Name, StringComparer.Ordinal),
        ];
    }

    private static Task<List<FloorGroup>> GroupsAsync(
        Store store,
        DbConnection connection,
        FloorUnit unit,
        List<FloorSeat> seats
    ) =>
        store.ListAsync(
            connection,
            """
            SELECT "Id", "Name", "SpeakerId" FROM "StudentGroups" WHERE "UnitId" = @unit AND "RemovedAt" IS NULL ORDER BY "Name"
            """,
            row =>
            {
                var speaker = row.IsDBNull(2) ? (Guid?)null : store.Id(row, 2);
                return new FloorGroup(
                    store.Id(row, 0),
                    row.GetString(1),
                    seats.Find(s => s.Id == speaker && !s.HasLeft)?.Name
                );
            },
            ("@unit", unit.Id)
        );

    private static async Task<List<(string Name, Role Role)>> LeadersAsync(
        Store store,
        DbConnection connection,
        FloorUnit unit,
        List<FloorSeat> seats
    )
    {
        var leaders = await store.ListAsync(
            connection,
            """
            SELECT p."Id", p."GivenName" || ' ' || p."FamilyName", r."Role"
            FROM "RoleAssignments" r JOIN "People" p ON p."Id" = r."PersonId"
            WHERE r."UnitId" = @unit AND r."Status" = 2 AND r."Role" IN (@principal, @coach) AND p."LeftOn" IS NULL
            ORDER BY r."Role"
            """,
            row => (Id: store.Id(row, 0), Name: row.GetString(1), Role: (Role)row.GetInt32(2)),
            ("@unit", unit.Id),
            ("@principal", (int)Role.Principal),
            ("@coach", (int)Role.Coach)
        );
        return
        [
            .. leaders.Where(l => !seats.Exists(s => s.Id == l.Id)).Select(l => (l.Name, l.Role)),
        ];
    }
}
