using System.Data.Common;

namespace Throughline.Bench.Floor;

/// <summary>The district's list of schools, 50 a page.</summary>
internal static class FloorSchools
{
    public static async Task<string?> RenderAsync(
        Store store,
        DbConnection connection,
        FloorPerson person,
        FloorUnit unit,
        string after
    )
    {
        if (!person.SeesSchools || !unit.IsDistrict)
        {
            return null;
        }

        List<(string, object)> values = [("@district", unit.Id)];
        var from = "";
        if (Guid.TryParse(after, out var last))
        {
            values.Add(("@after", last));
            from =
                "AND (\"SearchText\", \"Id\") > (SELECT \"SearchText\", \"Id\" FROM \"Units\" WHERE \"Id\" = @after)";
        }

        await using var command = store.Command(
            connection,
            $"""
            SELECT u."Id", u."Name", u."Slug",
              (SELECT p."GivenName" || ' ' || p."FamilyName" FROM "RoleAssignments" r JOIN "People" p ON p."Id" = r."PersonId"
               WHERE r."UnitId" = u."Id" AND r."Status" = 2 AND r."Role" = 3 AND p."LeftOn" IS NULL ORDER BY r."Since" LIMIT 1),
              (SELECT COUNT(*) FROM "IltMemberships" m WHERE m."UnitId" = u."Id" AND m."Until" IS NULL),
              (SELECT COUNT(DISTINCT r."PersonId") FROM "RoleAssignments" r WHERE r."UnitId" = u."Id" AND r."Status" = 2),
              (SELECT COUNT(*) FROM "Rounds" r WHERE r."UnitId" = u."Id" AND r."ClosedAt" IS NULL),
              (SELECT COUNT(*) FROM "Rounds" r WHERE r."UnitId" = u."Id" AND r."ClosedAt" IS NOT NULL)
            FROM (SELECT "Id", "Name", "Slug", "SearchText" FROM "Units"
              WHERE "DistrictId" = @district AND "Kind" = 2 AND "ClosedOn" IS NULL {from} ORDER BY "SearchText", "Id" LIMIT 51) u
            ORDER BY u."SearchText", u."Id"
            """,
            [.. values]
        );
        var html = new Html("Schools", person, unit, $"/{unit.Slug}/schools");
        html.Raw(
                "<div class=\"row\">\n  <h1>Schools</h1>\n</div>\n<p class=\"lead\">Every school of "
            )
            .Say(unit.Name)
            .Raw(" with who leads it and how far its ILT is.</p>\n")
            .Raw(Search);
        var count = 0;
        var next = Guid.Empty;
        await using var rows = await command.ExecuteReaderAsync();
        while (await rows.ReadAsync() && count++ < 50)
        {
            next = store.Id(rows, 0);
            html.Raw("      <tr>\n        <th scope=\"row\">\n          <a href=\"/")
                .Raw(rows.GetString(2))
                .Raw("\">")
                .Say(rows.GetString(1))
                .Raw("</a>\n        </th>\n        <td data-label=\"Principal\">")
                .Say(rows.IsDBNull(3) ? "nobody named" : rows.GetString(3))
                .Raw(
                    "</td>\n        <td data-label=\"ILT\">\n            <span class=\"tag good\">✓ "
                )
                .Say(rows.GetInt32(4))
                .Raw("</span>\n        </td>\n        <td class=\"n\" data-label=\"Staff\">")
                .Say(rows.GetInt32(5))
                .Raw("</td>\n        <td data-label=\"Rounds\">")
                .Say(rows.GetInt32(6))
                .Raw(" open, ")
                .Say(rows.GetInt32(7))
                .Raw(" closed</td>\n      </tr>\n");
        }

        html.Raw("  </tbody>\n</table>\n");
        if (count > 50)
        {
            html.Raw("    <p><a class=\"button\" href=\"/")
                .Raw(unit.Slug)
                .Raw($"/schools?after={next}&q=&show=\">Next schools</a></p>\n");
        }

        return html.End();
    }

    private const string Search = """
        <form method="get" role="search" class="fields-in-row no-print">
          <div class="field">
            <label for="q">Find by name</label>
            <input id="q" name="q" type="search" value="" autocomplete="off">
          </div>
          <div class="field">
            <label for="show">Show</label>
            <select id="show" name="show">
                <option value="" selected="selected">Open schools</option>
                <option value="without-ilt">Without an ILT</option>
                <option value="closed">Closed schools</option>
            </select>
          </div>
          <div class="field"><button>Find</button></div>
        </form>
        <table class="stacked">
          <thead>
            <tr>
              <th scope="col">School</th>
              <th scope="col">Principal</th>
              <th scope="col">ILT</th>
              <th scope="col" class="n">Staff</th>
              <th scope="col">Rounds</th>
            </tr>
          </thead>
          <tbody>

        """;
}
