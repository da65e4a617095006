using System.Data.Common;
using Throughline.Domain.Units;
using Throughline.Web.Access;

namespace Throughline.Bench.Floor;

/// <summary>Who asks, with roles and seats.</summary>
internal sealed record FloorPerson(
    Guid Id,
    Guid DistrictId,
    string Name,
    IReadOnlyList<(Guid Unit, Role Role)> Roles,
    IReadOnlyList<(Guid Unit, bool Facilitates)> Seats
)
{
    public static async Task<FloorPerson?> FindAsync(
        Store store,
        DbConnection connection,
        SignInCookie cookie
    )
    {
        string given;
        await using (
            var command = store.Command(
                connection,
                """
                SELECT p."GivenName" || ' ' || p."FamilyName" FROM "People" p JOIN "Accounts" a ON a."Id" = p."Id"
                WHERE p."Id" = @me AND p."DistrictId" = @district AND p."LeftOn" IS NULL AND a."SecurityStamp" = @stamp
                """,
                ("@me", cookie.PersonId),
                ("@district", cookie.DistrictId),
                ("@stamp", cookie.Stamp)
            )
        )
        {
            if (await command.ExecuteScalarAsync() is not string name)
            {
                return null;
            }

            given = name;
        }

        await using var held = store.Command(
            connection,
            """
            SELECT "UnitId", "Role", FALSE FROM "RoleAssignments" WHERE "PersonId" = @me AND "Status" = 2 AND "DistrictId" = @district
            UNION ALL
            SELECT "UnitId", 0, "Facilitates" FROM "IltMemberships" WHERE "PersonId" = @me AND "Until" IS NULL AND "DistrictId" = @district
            """,
            ("@me", cookie.PersonId),
            ("@district", cookie.DistrictId)
        );
        List<(Guid, Role)> roles = [];
        List<(Guid, bool)> seats = [];
        await using var rows = await held.ExecuteReaderAsync();
        while (await rows.ReadAsync())
        {
            if (rows.GetInt32(1) is not 0 and var role)
            {
                roles.Add((store.Id(rows, 0), (Role)role));
            }
            else
            {
                seats.Add((store.Id(rows, 0), rows.GetBoolean(2)));
            }
        }

        return new(cookie.PersonId, cookie.DistrictId, given, roles, seats);
    }

    public bool WorksAt(FloorUnit unit) =>
        unit.IsDistrict
        || Roles.Any(r => r.Unit == unit.Id || r.Unit == DistrictId)
        || Seats.Any(s => s.Unit == unit.Id);

    public bool SeesRounds(FloorUnit unit) =>
        Seats.Any(s => s.Unit == unit.Id)
        || Roles.Any(r => r.Unit == unit.Id && r.Role is Role.Principal or Role.DistrictLeader);

    /// <summary>Leads the team's meetings, by role or for now.</summary>
    public bool LeadsMeetings(FloorUnit unit) =>
        Seats.Any(s => s.Unit == unit.Id && s.Facilitates)
        || Roles.Any(r => r.Unit == unit.Id && r.Role is Role.Principal or Role.DistrictLeader);

    public bool Manages(FloorUnit unit) =>
        Roles.Any(r =>
            (r.Unit == unit.Id || r.Unit == DistrictId)
            && r.Role is Role.Administrator or Role.Principal or Role.DistrictLeader
        );

    public bool SeesSchools =>
        Roles.Any(r =>
            r.Unit == DistrictId
            && r.Role is Role.DistrictLeader or Role.Supervisor or Role.Administrator or Role.Coach
        );
}

/// <summary>Where.</summary>
internal sealed record FloorUnit(
    Guid Id,
    Guid DistrictId,
    string Name,
    string Slug,
    bool IsDistrict,
    string TimeZone
)
{
    private const string Columns =
        "\"Id\", \"DistrictId\", \"Name\", \"Slug\", \"Kind\", \"TimeZoneId\"";

    public static async Task<FloorUnit?> FindAsync(
        Store store,
        DbConnection connection,
        string slug
    )
    {
        await using var command = store.Command(
            connection,
            $"SELECT {Columns} FROM \"Units\" WHERE \"Slug\" = @slug",
            ("@slug", slug)
        );
        await using var rows = await command.ExecuteReaderAsync();
        return await rows.ReadAsync() ? Read(store, rows) : null;
    }

    /// <summary>The units of a person, schools first.</summary>
    public static async Task<List<FloorUnit>> OfAsync(
        Store store,
        DbConnection connection,
        FloorPerson person
    )
    {
        Guid[] ids =
        [
            .. person
                .Roles.Select(r => r.Unit)
                .Concat(person.Seats.Select(s => s.Unit))
                .Append(person.DistrictId)
                .Distinct(),
        ];
        var names = ids.Select((id, n) => ($"@u{n}", (object)id)).ToArray();
        await using var command = store.Command(
            connection,
            $"SELECT {Columns} FROM \"Units\" WHERE \"Id\" IN ({string.Join(", ", names.Select(n => n.Item1))}) AND \"ClosedOn\" IS NULL ORDER BY \"Kind\" DESC, \"Name\"",
            names
        );
        List<FloorUnit> units = [];
        await using var rows = await command.ExecuteReaderAsync();
        while (await rows.ReadAsync())
        {
            units.Add(Read(store, rows));
        }

        return units;
    }

    public TimeZoneInfo Zone => TimeZoneInfo.FindSystemTimeZoneById(TimeZone);

    public DateOnly Today() => DateOnly.FromDateTime(Local(Clock.Now));

    /// <summary>A stored time as it is where the unit is.</summary>
    public DateTime Local(DateTime utc) =>
        TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(utc, DateTimeKind.Utc), Zone);

    private static FloorUnit Read(Store store, DbDataReader row) =>
        new(
            store.Id(row, 0),
            store.Id(row, 1),
            row.GetString(2),
            row.GetString(3),
            row.GetInt32(4) == 1,
            row.GetString(5)
        );
}
