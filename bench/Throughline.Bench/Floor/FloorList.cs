using System.Data.Common;
using Throughline.Web.Ui;

namespace Throughline.Bench.Floor;

/// <summary>A list of what a team works on: its head, what can be chosen, its table.</summary>
internal sealed class FloorList(
    Store store,
    DbConnection connection,
    FloorPerson person,
    FloorUnit unit,
    string at
)
{
    private readonly Html html = new($"Work · {unit.Name}", person, unit, at);

    public string At => at;

    public Html Raw(string words) => html.Raw(words);

    public void Head(string title, string add, string lead) =>
        html.Raw("<div class=\"row\">\n  <h1>")
            .Raw(title)
            .Raw("</h1>\n    <a class=\"button do end\" href=\"")
            .Raw(at)
            .Raw("/new\">")
            .Raw(add)
            .Raw("</a>\n</div>\n<p class=\"lead\">")
            .Raw(lead)
            .Raw("</p>\n");

    public void Choose(string label, string name, (string Value, string Words)[] choices)
    {
        html.Raw("<form method=\"get\" action=\"")
            .Raw(at)
            .Raw(
                "\" class=\"fields-in-row no-print\" role=\"search\" aria-label=\"Choose what is listed\">\n"
            )
            .Raw(Select(label, name, null));
        foreach (var (value, words) in choices)
        {
            Choice(value, words);
        }

        html.Raw("</select></div>\n");
    }

    public static string Select(string label, string name, string? first) =>
        $"  <div class=\"field select\"><label for=\"{name}\">{label}</label><select id=\"{name}\" name=\"{name}\">{(first is null ? "" : $"<option value=\"\">{first}</option>")}";

    public const string Chosen = "  <div class=\"field\"><button>Show</button></div>\n</form>\n";

    public void Choice(string value, string words) =>
        html.Raw("<option value=\"").Raw(value).Raw("\">").Say(words).Raw("</option>");

    public void Table(string first, params string[] columns) =>
        html.Raw("<table class=\"stacked\">\n  <thead><tr>")
            .Raw(first)
            .Raw(string.Concat(columns.Select(c => $"<th scope=\"col\">{c}</th>")))
            .Raw("</tr></thead>\n  <tbody>\n");

    public void Begin(DbDataReader row, string? small = null)
    {
        html.Raw("      <tr>\n        <td class=\"n\" data-label=\"No.\">")
            .Say(row.GetInt32(0))
            .Raw("</td>\n        <th scope=\"row\"><a href=\"")
            .Raw(at)
            .Raw("/")
            .Say(row.GetInt32(0))
            .Raw("\">")
            .Say(row.GetString(1))
            .Raw("</a>");
        if (small is not null)
        {
            html.Raw("\n          <span class=\"small muted\">").Raw(small).Raw("</span>");
        }

        html.Raw("</th>\n");
    }

    public void Cell(string label, string words) =>
        html.Raw("        <td data-label=\"").Raw(label).Raw("\">").Say(words).Raw("</td>\n");

    public void Tag(string label, string tag, string words) =>
        html.Raw("        <td data-label=\"")
            .Raw(label)
            .Raw("\"><span class=\"tag ")
            .Raw(tag)
            .Raw("\">")
            .Say(words)
            .Raw("</span></td>\n      </tr>\n");

    public string End() => html.Raw("  </tbody>\n</table>\n").End();

    public async Task ReadAsync(
        string sql,
        Action<DbDataReader> row,
        string before = "",
        string after = ""
    )
    {
        html.Raw(before);
        await using var command = store.Command(
            connection,
            sql,
            ("@unit", unit.Id),
            ("@me", person.Id),
            ("@district", unit.DistrictId)
        );
        await using var rows = await command.ExecuteReaderAsync();
        while (await rows.ReadAsync())
        {
            row(rows);
        }

        html.Raw(after);
    }

    public string Day(DateTime at) => Days.Short(DateOnly.FromDateTime(unit.Local(at)));
}
