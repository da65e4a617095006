using System.Data.Common;
using System.Globalization;
using Throughline.Web.Ui;

namespace Throughline.Bench.Floor;

/// <summary>The lists of to-dos, rocks, decisions and issues, as a member sees them first.</summary>
internal static class FloorWork
{
    private const int PageLength = 51;

    private const string NameOf =
        "(SELECT p.\"GivenName\" || ' ' || p.\"FamilyName\" FROM \"People\" p WHERE p.\"Id\" = w.\"OwnerId\")";

    public static async Task<string?> RenderAsync(
        Store store,
        DbConnection connection,
        FloorPerson person,
        FloorUnit unit,
        string list
    )
    {
        if (!person.SeesRounds(unit))
        {
            return null;
        }

        var page = new FloorList(store, connection, person, unit, $"/{unit.Slug}/work/{list}");
        return list switch
        {
            "todos" => await ToDosAsync(page, unit, store),
            "rocks" => await RocksAsync(page, unit, store),
            "decisions" => await DecisionsAsync(page, unit, store),
            "issues" => await IssuesAsync(page, unit, store),
            _ => null,
        };
    }

    private static async Task<string> ToDosAsync(FloorList page, FloorUnit unit, Store store)
    {
        page.Head(
            "To-dos",
            "Add a to-do",
            "Small things that one member each takes on. An open one comes to every meeting until it is done."
        );
        page.Choose("How far", "Status", [("", "Open"), ("3", "Done"), ("4", "Dropped")]);
        await page.ReadAsync(
            """
            SELECT p."Id", p."GivenName" || ' ' || p."FamilyName" FROM "People" p
            WHERE p."Id" IN (SELECT "OwnerId" FROM "ToDos" WHERE "UnitId" = @unit)
            ORDER BY p."Id" = @me DESC, p."SearchText"
            """,
            row => page.Choice(store.Id(row, 0).ToString(), row.GetString(1)),
            before: FloorList.Select("Who", "Owner", "Everyone"),
            after: "</select></div>\n"
        );
        page.Raw(FloorList.Chosen);
        page.Table("<th scope=\"col\" class=\"n\">No.</th>", "What", "Who", "By when", "How far");
        await page.ReadAsync(
            $"""
            SELECT w."Number", w."Title", {NameOf}, w."DueOn" FROM "ToDos" w
            WHERE w."UnitId" = @unit AND w."EndedAt" IS NULL ORDER BY w."DueOn", w."Number" LIMIT {PageLength}
            """,
            row =>
            {
                var due = row.GetFieldValue<DateOnly>(3);
                page.Begin(row);
                page.Cell("Who", row.GetString(2));
                page.Raw("        <td data-label=\"By when\">\n          ")
                    .Raw(Days.Short(due))
                    .Raw(
                        due < unit.Today()
                            ? "\n            <span class=\"tag watch\">▲ overdue</span>\n        </td>\n"
                            : "\n        </td>\n"
                    );
                page.Tag("How far", "", "open");
            }
        );
        return page.End();
    }

    private static async Task<string> RocksAsync(FloorList page, FloorUnit unit, Store store)
    {
        page.Head(
            "Rocks",
            "Begin a rock",
            "Projects of 45 school days on what matters most now. Each has one owner, and is said to be on or off track at every meeting."
        );
        page.Raw("<p class=\"row no-print\">\n    <a class=\"button quiet\" href=\"")
            .Raw(page.At)
            .Raw("?show=over\">Those that are over</a>\n</p>\n");
        // What the days that are left are counted by.
        var closed = new HashSet<DateOnly>();
        await page.ReadAsync(
            "SELECT \"Day\" FROM \"CalendarDays\" WHERE \"UnitId\" IN (@unit, @district) AND \"Kind\" = 1",
            row => closed.Add(row.GetFieldValue<DateOnly>(0))
        );
        page.Table(
            "<th scope=\"col\" class=\"n\">No.</th>",
            "What",
            "Who",
            "Time",
            "Milestones",
            "How it goes"
        );
        await page.ReadAsync(
            $"""
            SELECT w."Number", w."Title", {NameOf}, w."DueOn", w."OnTrack",
              (SELECT COUNT(*) FROM "RockMilestones" m WHERE m."RockId" = w."Id"),
              (SELECT COUNT(*) FROM "RockMilestones" m WHERE m."RockId" = w."Id" AND m."ReachedAt" IS NOT NULL)
            FROM "Rocks" w WHERE w."UnitId" = @unit AND w."EndedAt" IS NULL ORDER BY w."DueOn", w."Number" LIMIT {PageLength}
            """,
            row =>
            {
                page.Begin(row);
                page.Cell("Who", row.GetString(2));
                page.Cell(
                    "Time",
                    $"{Left(unit.Today(), row.GetFieldValue<DateOnly>(3), closed)} school days left"
                );
                page.Cell("Milestones", $"{row.GetInt32(6)} of {row.GetInt32(5)}");
                var on = row.IsDBNull(4) || row.GetBoolean(4);
                page.Tag("How it goes", on ? "good" : "watch", on ? "✓ on track" : "▲ off track");
            }
        );
        return page.End();
    }

    private static async Task<string> DecisionsAsync(FloorList page, FloorUnit unit, Store store)
    {
        page.Head(
            "Decisions",
            "Propose a decision",
            "What the ILT decided, who decided, and why. What is still talked about is for the team and its leader."
        );
        page.Choose(
            "Where it stands",
            "Status",
            [
                ("", "All"),
                ("1", "Proposed"),
                ("2", "Hands are asked for"),
                ("3", "Hands are shown"),
                ("4", "Decided"),
                ("5", "Withdrawn"),
            ]
        );
        page.Raw(FloorList.Chosen);
        page.Table(
            "<th scope=\"col\" class=\"n\">No.</th>",
            "What",
            "Who decided",
            "When",
            "Where it stands"
        );
        await page.ReadAsync(
            $"""
            SELECT w."Number", w."Title", w."Status", COALESCE(w."EndedAt", w."ProposedAt") FROM "Decisions" w
            WHERE w."UnitId" = @unit ORDER BY w."Number" DESC LIMIT {PageLength}
            """,
            row =>
            {
                var decided = row.GetInt32(2) == 4;
                page.Begin(row);
                page.Cell("Who decided", decided ? "Consensus of the team" : "–");
                page.Cell("When", page.Day(row.GetDateTime(3)));
                page.Tag(
                    "Where it stands",
                    decided ? "good" : "watch",
                    decided ? "✓ decided" : "▲ hands are asked for"
                );
            }
        );
        return page.End();
    }

    private static async Task<string> IssuesAsync(FloorList page, FloorUnit unit, Store store)
    {
        page.Head(
            "Issues",
            "Raise an issue",
            "What is in the way of better instruction and asks for a talk. Vote for what the team should talk about next; what has most votes comes first."
        );
        var counts = new Dictionary<int, int>();
        await page.ReadAsync(
            "SELECT \"Status\", COUNT(*), SUM(\"MinutesSpent\") FROM \"Issues\" WHERE \"UnitId\" = @unit GROUP BY \"Status\"",
            row => counts[row.GetInt32(0)] = row.GetInt32(1)
        );
        int Of(params int[] statuses) => statuses.Sum(s => counts.GetValueOrDefault(s));
        page.Choose(
            "Which",
            "Show",
            [
                ("", $"Open ({Of(1)})"),
                ("parked", $"Parked ({Of(2)})"),
                ("solved", $"Solved or closed ({Of(3, 4)})"),
                ("sent", $"Sent on ({Of(5)})"),
            ]
        );
        page.Raw(FloorList.Chosen);
        page.Table("<th scope=\"col\" class=\"n\">No.</th>", "Issue", "Votes", "Mine");
        await page.ReadAsync(
            $"""
            SELECT * FROM (SELECT w."Number", w."Title", w."RaisedAt",
              (SELECT COUNT(*) FROM "IssueVotes" v WHERE v."IssueId" = w."Id") AS "Votes",
              EXISTS (SELECT 1 FROM "IssueVotes" v WHERE v."IssueId" = w."Id" AND v."PersonId" = @me),
              EXISTS (SELECT 1 FROM "IssueFlags" f WHERE f."IssueId" = w."Id" AND f."PersonId" = @me)
            FROM "Issues" w WHERE w."UnitId" = @unit AND w."Status" = 1) AS x ORDER BY "Votes" DESC, "Number" LIMIT {PageLength}
            """,
            row =>
            {
                var title = row.GetString(1);
                var mine = row.GetBoolean(4);
                page.Begin(row, page.Day(row.GetDateTime(2)));
                page.Cell("Votes", row.GetInt32(3).ToString(CultureInfo.InvariantCulture));
                page.Raw(
                        "          <td class=\"no-print\">\n            <form method=\"post\" action=\""
                    )
                    .Raw(page.At)
                    .Raw("?handler=Vote\"><input type=\"hidden\" name=\"_submission\" value=\"")
                    .Raw(Guid.Empty.ToString())
                    .Raw("\">\n              <input type=\"hidden\" name=\"number\" value=\"")
                    .Say(row.GetInt32(0))
                    .Raw("\">\n              <input type=\"hidden\" name=\"back\" value=\"")
                    .Raw(mine ? "true" : "false")
                    .Raw(
                        mine
                            ? "\">\n              <button class=\"quiet\">Take my vote back"
                            : "\">\n              <button>Vote"
                    )
                    .Raw("<span class=\"visually-hidden\">: ")
                    .Say(title)
                    .Raw("</span></button>\n            </form>\n          </td>\n      </tr>\n");
            }
        );
        return page.End();
    }

    private static int Left(DateOnly today, DateOnly due, HashSet<DateOnly> closed)
    {
        var left = 0;
        for (var day = today.AddDays(1); day <= due; day = day.AddDays(1))
        {
            left +=
                day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday || closed.Contains(day)
                    ? 0
                    : 1;
        }

        return left;
    }
}
