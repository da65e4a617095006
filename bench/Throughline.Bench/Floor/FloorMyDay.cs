using System.Data.Common;
using System.Globalization;
using Throughline.Domain.Units;
using Throughline.Web.Ui;

namespace Throughline.Bench.Floor;

/// <summary>My day.</summary>
internal static class FloorMyDay
{
    public static async Task<string> RenderAsync(
        Store store,
        DbConnection connection,
        FloorPerson person
    )
    {
        var units = await FloorUnit.OfAsync(store, connection, person);
        var around = units[0];
        var today = around.Today();
        var items = await RoundsAsync(store, connection, person, today);

        var html = new Html("My day", person, around, "/home");
        html.Raw("<h1>")
            .Raw(today.ToString("dddd", CultureInfo.InvariantCulture))
            .Raw("</h1>\n<p class=\"lead\">")
            .Raw(today.ToString("MMMM d", CultureInfo.InvariantCulture))
            .Raw(". ")
            .Raw(
                items.Count switch
                {
                    0 => "Nothing waits for you.",
                    1 => "One thing is yours to do.",
                    var n => $"{n} things are yours to do, soonest first.",
                }
            )
            .Raw(
                "</p>\n<div class=\"two\">\n  <section aria-labelledby=\"mine\">\n    <h2 id=\"mine\">Yours to do</h2>\n      <ul class=\"line\">\n"
            );
        foreach (var item in items)
        {
            html.Raw("          <li class=\"now\">\n            <span class=\"what\">")
                .Say(item.What)
                .Raw("</span>\n            <div class=\"row\">\n              <strong>")
                .Say(item.Title)
                .Raw("</strong>\n              <a class=\"button end do\" href=\"")
                .Raw(item.Path)
                .Raw("\">Start rating<span class=\"visually-hidden\">: ")
                .Say(item.Title)
                .Raw(", ")
                .Say(item.Unit)
                .Raw("</span></a>\n            </div>\n              <progress value=\"")
                .Say(item.Done)
                .Raw("\" max=\"")
                .Say(item.Of)
                .Raw("\" aria-label=\"")
                .Say(item.Done)
                .Raw(" of ")
                .Say(item.Of)
                .Raw("\"></progress>\n            <p class=\"small muted\">")
                .Say(item.Unit)
                .Raw("</p>\n          </li>\n");
        }

        html.Raw(
            "      </ul>\n  </section>\n  <aside aria-labelledby=\"where\">\n    <div class=\"card stack\">\n      <h2 id=\"where\">Where you work</h2>\n      <ul class=\"plain stack\">\n"
        );
        foreach (var unit in units)
        {
            var ties = string.Join(
                ", ",
                person
                    .Roles.Where(r => r.Unit == unit.Id)
                    .Select(r => RoleWords.Of(r.Role))
                    .Concat(person.Seats.Where(s => s.Unit == unit.Id).Select(_ => "ILT member"))
            );
            html.Raw("          <li><a href=\"/")
                .Raw(unit.Slug)
                .Raw("\">")
                .Say(unit.Name)
                .Raw("</a><br><span class=\"small muted\">")
                .Say(ties)
                .Raw("</span></li>\n");
        }

        return html.Raw("      </ul>\n    </div>\n  </aside>\n</div>\n").End();
    }

    private static async Task<
        List<(string What, string Title, string Unit, string Path, int Done, int Of)>
    > RoundsAsync(Store store, DbConnection connection, FloorPerson person, DateOnly today)
    {
        await using var command = store.Command(
            connection,
            """
            SELECT r."Number", r."Title", r."OpensOn", r."ClosesOn", r."ItemCount", u."Name", u."Slug", x."AnsweredCount"
            FROM "RoundRaters" x JOIN "Rounds" r ON r."Id" = x."RoundId" JOIN "Units" u ON u."Id" = r."UnitId"
            WHERE x."PersonId" = @me AND x."FinishedAt" IS NULL AND r."ClosedAt" IS NULL AND r."DistrictId" = @district
            ORDER BY r."ClosesOn", r."Title"
            """,
            ("@me", person.Id),
            ("@district", person.DistrictId)
        );
        List<(string, string, string, string, int, int)> items = [];
        await using var rows = await command.ExecuteReaderAsync();
        while (await rows.ReadAsync())
        {
            if (rows.GetFieldValue<DateOnly>(2) <= today)
            {
                items.Add(
                    (
                        $"Self-assessment · until {DayWords.Near(rows.GetFieldValue<DateOnly>(3), today)}",
                        rows.GetString(1),
                        rows.GetString(5),
                        string.Create(
                            CultureInfo.InvariantCulture,
                            $"/{rows.GetString(6)}/assessments/{rows.GetInt32(0)}/rate"
                        ),
                        rows.GetInt32(7),
                        rows.GetInt32(4)
                    )
                );
            }
        }

        await rows.CloseAsync();
        await AddConductedAsync(store, connection, person, items);
        if (person.Roles.Any(r => r.Role == Role.Principal))
        {
            await AddProposedAsync(store, connection, person, items);
        }

        return items;
    }

    private static async Task AddConductedAsync(
        Store store,
        DbConnection connection,
        FloorPerson person,
        List<(string, string, string, string, int, int)> items
    )
    {
        foreach (
            var unit in person
                .Roles.Where(r => r.Role is Role.Principal or Role.DistrictLeader)
                .Select(r => r.Unit)
                .Concat(person.Seats.Where(s => s.Facilitates).Select(s => s.Unit))
                .Distinct()
        )
        {
            await using var command = store.Command(
                connection,
                """
                SELECT r."Number", r."Title", r."ClosesOn", u."Name", u."Slug",
                  (SELECT COUNT(*) FROM "RoundRaters" x WHERE x."RoundId" = r."Id"),
                  (SELECT COUNT(*) FROM "RoundRaters" x WHERE x."RoundId" = r."Id" AND x."FinishedAt" IS NOT NULL)
                FROM "Rounds" r JOIN "Units" u ON u."Id" = r."UnitId"
                WHERE r."UnitId" = @unit AND r."ClosedAt" IS NULL AND r."DistrictId" = @district
                """,
                ("@unit", unit),
                ("@district", person.DistrictId)
            );
            await using var rows = await command.ExecuteReaderAsync();
            while (await rows.ReadAsync())
            {
                if (rows.GetInt32(5) == rows.GetInt32(6))
                {
                    items.Add(
                        (
                            "Round to close · everybody has finished",
                            rows.GetString(1),
                            rows.GetString(3),
                            $"/{rows.GetString(4)}/assessments/{rows.GetInt32(0)}",
                            0,
                            0
                        )
                    );
                }
            }
        }
    }

    private static async Task AddProposedAsync(
        Store store,
        DbConnection connection,
        FloorPerson person,
        List<(string, string, string, string, int, int)> items
    )
    {
        await using var command = store.Command(
            connection,
            """
            SELECT u."Name", u."Slug", COUNT(*) FROM "RoleAssignments" r JOIN "Units" u ON u."Id" = r."UnitId"
            WHERE r."Status" = 1 AND r."UnitId" = @unit GROUP BY u."Name", u."Slug"
            """,
            ("@unit", person.Roles.First(r => r.Role == Role.Principal).Unit)
        );
        await using var rows = await command.ExecuteReaderAsync();
        while (await rows.ReadAsync())
        {
            items.Add(
                (
                    "Leadership to confirm",
                    $"{rows.GetInt32(2)} proposed roles from the roster",
                    rows.GetString(0),
                    $"/{rows.GetString(1)}/settings/people",
                    0,
                    0
                )
            );
        }
    }
}
