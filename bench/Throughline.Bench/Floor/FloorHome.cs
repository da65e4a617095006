using System.Data.Common;
using Throughline.Domain.Teams;
using Throughline.Domain.Units;
using Throughline.Web.Ui;

namespace Throughline.Bench.Floor;

/// <summary>A school's home.</summary>
internal static class FloorHome
{
    public static async Task<string?> RenderAsync(
        Store store,
        DbConnection connection,
        FloorPerson person,
        FloorUnit unit
    )
    {
        if (!person.WorksAt(unit) || unit.IsDistrict)
        {
            return null;
        }

        var today = unit.Today();
        var staff = await StaffAsync(store, connection, unit);
        var seats = await SeatsAsync(store, connection, unit);
        var teams = await TeamsAsync(store, connection, unit);
        var html = new Html(unit.Name, person, unit, "/" + unit.Slug);
        html.Raw("<h1>")
            .Say(unit.Name)
            .Raw("</h1>\n<p class=\"lead\">")
            .Say(staff)
            .Raw(" members of staff · ")
            .Say(teams.Count)
            .Raw(" instructional teams</p>\n<div class=\"two\">\n  <div>\n");
        if (person.SeesRounds(unit))
        {
            await RoundsAsync(store, connection, unit, html);
        }

        html.Raw(
            "      <section>\n        <h2>Instructional teams</h2>\n          <table class=\"stacked\">\n            <thead><tr><th scope=\"col\">Team</th><th scope=\"col\" class=\"n\">Members</th><th scope=\"col\">On the ILT</th></tr></thead>\n            <tbody>\n"
        );
        foreach (var (id, name, kind, members) in teams)
        {
            html.Raw("                <tr>\n                  <th scope=\"row\">")
                .Say(name)
                .Raw(" <span class=\"muted small\">")
                .Raw(RoleWords.Of(kind))
                .Raw("</span></th>\n                  <td class=\"n\" data-label=\"Members\">")
                .Say(members)
                .Raw("</td>\n                  <td data-label=\"On the ILT\">")
                .Say(string.Join(", ", seats.Where(s => s.SpeaksFor == id).Select(s => s.Name)))
                .Raw("</td>\n                </tr>\n");
        }

        html.Raw(
                "            </tbody>\n          </table>\n      </section>\n  </div>\n  <div class=\"stack\">\n<section class=\"card stack\">\n  <h2>ILT</h2>\n    <p>\n      "
            )
            .Say(seats.Count)
            .Raw(" members\n    </p>\n    <p class=\"small\">")
            .Say(seats.Find(s => s.Facilitates).Name)
            .Raw(" facilitates for now.</p>\n    <dl>\n");
        foreach (var group in seats.GroupBy(s => s.Kind))
        {
            html.Raw("        <dt>")
                .Raw(group.Key.ToString())
                .Raw("s</dt>\n        <dd>\n          <ul class=\"plain\">\n");
            foreach (var seat in group)
            {
                html.Raw("              <li>").Say(seat.Name);
                if (seat.Team is { } team)
                {
                    html.Raw("<span class=\"muted small\"> · ").Say(team).Raw("</span>");
                }

                html.Raw("</li>\n");
            }

            html.Raw("          </ul>\n        </dd>\n");
        }

        html.Raw("    </dl>\n  <p><a href=\"/")
            .Raw(unit.Slug)
            .Raw("/team\">The whole team</a></p>\n</section>\n");
        await ComingAsync(store, connection, unit, today, html);
        return html.Raw("  </div>\n</div>\n").End();
    }

    private static async Task<int> StaffAsync(Store store, DbConnection connection, FloorUnit unit)
    {
        await using var command = store.Command(
            connection,
            """
            SELECT COUNT(DISTINCT r."PersonId") FROM "RoleAssignments" r JOIN "People" p ON p."Id" = r."PersonId"
            WHERE r."UnitId" = @unit AND r."Status" = 2 AND p."LeftOn" IS NULL
            """,
            ("@unit", unit.Id)
        );
        return Convert.ToInt32(
            await command.ExecuteScalarAsync(),
            System.Globalization.CultureInfo.InvariantCulture
        );
    }

    private static async Task<
        List<(string Name, SeatKind Kind, bool Facilitates, Guid? SpeaksFor, string? Team)>
    > SeatsAsync(Store store, DbConnection connection, FloorUnit unit)
    {
        await using var command = store.Command(
            connection,
            """
            SELECT p."GivenName", p."FamilyName", m."Kind", m."Facilitates", m."SpeaksForTeamId", t."Name"
            FROM "IltMemberships" m JOIN "People" p ON p."Id" = m."PersonId" LEFT JOIN "InstructionalTeams" t ON t."Id" = m."SpeaksForTeamId"
            WHERE m."UnitId" = @unit AND m."Until" IS NULL ORDER BY m."Kind", p."SearchText"
            """,
            ("@unit", unit.Id)
        );
        List<(string, SeatKind, bool, Guid?, string?)> seats = [];
        await using var rows = await command.ExecuteReaderAsync();
        while (await rows.ReadAsync())
        {
            seats.Add(
                (
                    rows.GetString(0) + " " + rows.GetString(1),
                    (SeatKind)rows.GetInt32(2),
                    rows.GetBoolean(3),
                    rows.IsDBNull(4) ? null : store.Id(rows, 4),
                    rows.IsDBNull(5) ? null : rows.GetString(5)
                )
            );
        }

        return seats;
    }

    private static async Task<
        List<(Guid Id, string Name, InstructionalTeamKind Kind, int Members)>
    > TeamsAsync(Store store, DbConnection connection, FloorUnit unit)
    {
        await using var command = store.Command(
            connection,
            """
            SELECT t."Id", t."Name", t."Kind", (SELECT COUNT(*) FROM "InstructionalTeamMembers" m WHERE m."TeamId" = t."Id")
            FROM "InstructionalTeams" t WHERE t."UnitId" = @unit AND t."DissolvedAt" IS NULL ORDER BY t."Kind", t."Name"
            """,
            ("@unit", unit.Id)
        );
        List<(Guid, string, InstructionalTeamKind, int)> teams = [];
        await using var rows = await command.ExecuteReaderAsync();
        while (await rows.ReadAsync())
        {
            teams.Add(
                (
                    store.Id(rows, 0),
                    rows.GetString(1),
                    (InstructionalTeamKind)rows.GetInt32(2),
                    rows.GetInt32(3)
                )
            );
        }

        return teams;
    }

    private static async Task RoundsAsync(
        Store store,
        DbConnection connection,
        FloorUnit unit,
        Html html
    )
    {
        await using var command = store.Command(
            connection,
            """
            SELECT r."Number", r."Title", r."ClosesOn", r."ClosedAt",
              (SELECT COUNT(*) FROM "RoundRaters" x WHERE x."RoundId" = r."Id"),
              (SELECT COUNT(*) FROM "RoundRaters" x WHERE x."RoundId" = r."Id" AND x."FinishedAt" IS NOT NULL)
            FROM "Rounds" r WHERE r."UnitId" = @unit ORDER BY r."ClosedAt" IS NOT NULL, r."Number" DESC LIMIT 5
            """,
            ("@unit", unit.Id)
        );
        html.Raw("<section>\n  <h2>Rounds</h2>\n  <ul class=\"line\">\n");
        await using var rows = await command.ExecuteReaderAsync();
        while (await rows.ReadAsync())
        {
            var open = rows.IsDBNull(3);
            html.Raw(open ? "      <li class=\"now\">\n" : "      <li class=\"\">\n")
                .Raw("        <span class=\"what\">\n          ")
                .Raw(open ? $"Open until {Days.Short(rows.GetFieldValue<DateOnly>(2))}" : "Closed")
                .Raw("\n        </span>\n        <a href=\"/")
                .Raw(unit.Slug)
                .Raw("/assessments/")
                .Say(rows.GetInt32(0))
                .Raw("\"><strong>")
                .Say(rows.GetString(1))
                .Raw("</strong></a>\n        <p class=\"small muted\">")
                .Say(rows.GetInt32(5))
                .Raw(" of ")
                .Say(rows.GetInt32(4))
                .Raw(" finished</p>\n      </li>\n");
        }

        html.Raw("  </ul>\n</section>\n");
    }

    private static async Task ComingAsync(
        Store store,
        DbConnection connection,
        FloorUnit unit,
        DateOnly today,
        Html html
    )
    {
        await using var command = store.Command(
            connection,
            """
            SELECT "Day", "Kind", "Label" FROM "CalendarDays"
            WHERE "UnitId" IN (@unit, @district) AND "Day" >= @today ORDER BY "Day" LIMIT 60
            """,
            ("@unit", unit.Id),
            ("@district", unit.DistrictId),
            ("@today", today)
        );
        html.Raw("    <section class=\"card\">\n      <h2>Coming up</h2>\n        <dl>\n");
        var shown = 0;
        var label = "";
        await using var rows = await command.ExecuteReaderAsync();
        while (await rows.ReadAsync())
        {
            var day = rows.GetFieldValue<DateOnly>(0);
            if (rows.GetString(2) != label && shown++ < 4)
            {
                html.Raw("            <dt>")
                    .Raw(Days.Short(day))
                    .Raw("</dt>\n            <dd>")
                    .Say(rows.GetString(2))
                    .Raw(" <span class=\"muted small\">")
                    .Raw(Words.Of((CalendarDayKind)rows.GetInt32(1)))
                    .Raw("</span></dd>\n");
            }

            label = rows.GetString(2);
        }

        html.Raw("        </dl>\n    </section>\n");
    }
}
