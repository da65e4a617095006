using System.Data.Common;
using System.Globalization;
using System.Text.Json;
using Throughline.Data.Assessments;
using Throughline.Domain.Assessments;

namespace Throughline.Bench.Floor;

/// <summary>A closed round's results, from its published record.</summary>
internal static class FloorResults
{
    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    public static async Task<string?> RenderAsync(
        Store store,
        DbConnection connection,
        FloorPerson person,
        FloorUnit unit,
        string number,
        InstrumentCatalog catalog
    )
    {
        var round = await FloorRound.FindAsync(store, connection, person, unit, number, catalog);
        if (round is null || !(round.IsRater || person.SeesRounds(unit)))
        {
            return null;
        }

        await using var command = store.Command(
            connection,
            "SELECT \"Document\", \"PublishedAt\" FROM \"PublishedResults\" WHERE \"RoundId\" = @round ORDER BY \"Closing\" DESC LIMIT 1",
            ("@round", round.Id)
        );
        SideResults results;
        DateTime at;
        await using (var rows = await command.ExecuteReaderAsync())
        {
            if (!await rows.ReadAsync())
            {
                return null;
            }

            results = JsonSerializer.Deserialize<RoundResults>(rows.GetString(0), Web)!.Team;
            at = rows.GetDateTime(1);
        }

        var items = results.Items.ToDictionary(i => i.ItemKey, StringComparer.Ordinal);
        var html = new Html(
            $"Results of {round.Title} · {unit.Name}",
            person,
            unit,
            $"/{unit.Slug}/assessments/{number}/results"
        );
        Begin(html, unit, round, results, at, number);
        foreach (var part in round.Instrument.Parts)
        {
            Part(html, part, items);
        }

        Table(html, unit, round, results, items);
        Notes(html, round, results);
        return html.End();
    }

    private static void Begin(
        Html html,
        FloorUnit unit,
        FloorRound round,
        SideResults results,
        DateTime at,
        string number
    )
    {
        html.Raw("<h1>")
            .Say(round.Title)
            .Raw("</h1>\n<p class=\"lead\">\n  ")
            .Say(round.Instrument.Title)
            .Raw(", version ")
            .Say(round.Instrument.Version)
            .Raw(". ")
            .Say(results.Answered)
            .Raw(" of ")
            .Say(results.Invited)
            .Raw(" answered. Closed ")
            .Raw(at.ToString("MMMM d", CultureInfo.InvariantCulture))
            .Raw(
                ". Nobody’s own rating is shown.\n</p>\n<div class=\"row no-print\">\n    <ul class=\"key\" aria-label=\"Levels\">\n"
            );
        foreach (var (n, level) in round.Instrument.Levels.Index())
        {
            html.Raw("        <li><i class=\"v")
                .Say(n)
                .Raw("\">")
                .Say(level.Value)
                .Raw("</i>")
                .Say(level.Label)
                .Raw("</li>\n");
        }

        html.Raw("    </ul>\n  <span class=\"end row\">\n      <a class=\"button quiet\" href=\"/")
            .Raw(unit.Slug)
            .Raw("/assessments/")
            .Raw(number)
            .Raw(
                "\">About this round</a>\n    <button type=\"button\" data-print hidden>Print</button>\n    <button type=\"button\" data-copy=\"figures\" hidden>Copy as text</button>\n  </span>\n</div>\n"
            );
    }

    private static void Part(Html html, InstrumentPart part, Dictionary<string, ItemResult> items)
    {
        html.Raw("    <section aria-labelledby=\"part-")
            .Raw(part.Key)
            .Raw("\">\n      <h2 id=\"part-")
            .Raw(part.Key)
            .Raw("\">")
            .Say(part.Title)
            .Raw("</h2>\n      <ul class=\"plain results\">\n");
        foreach (var item in part.Items)
        {
            html.Raw("          <li class=\"result\">\n            <p class=\"result-text\">")
                .Say(item.Text)
                .Raw("</p>\n");
            if (items.GetValueOrDefault(item.Key)?.Figures is { } figures)
            {
                html.Raw("              <div class=\"result-bar\">\n                ");
                Bar(html, figures.Counts);
                html.Raw(
                        "\n              </div>\n              <p class=\"result-figures\">\n                <strong>Median "
                    )
                    .Raw(figures.Median.ToString())
                    .Raw("</strong>\n                <span class=\"small muted\">")
                    .Say(figures.Rated)
                    .Raw(" rated");
                if (figures.NotSeen > 0)
                {
                    html.Raw(", ").Say(figures.NotSeen).Raw(" not seen");
                }

                html.Raw("</span>\n              </p>\n");
            }
            else
            {
                html.Raw(
                    "              <p class=\"muted result-few\">Too few rated this to show it: fewer than 3.</p>\n"
                );
            }

            html.Raw("          </li>\n");
        }

        html.Raw("      </ul>\n    </section>\n");
    }

    private static void Bar(Html html, IReadOnlyList<LevelCount> counts)
    {
        var total = counts.Sum(c => c.People);
        var used = counts.Count(c => c.People > 0);
        html.Raw("<svg class=\"bar\" role=\"img\" aria-label=\"")
            .Raw(
                string.Join(
                    ", ",
                    counts.Where(c => c.People > 0).Select(c => $"{c.People} at {c.Level}")
                )
            )
            .Raw("\">");
        var x = 0.0;
        foreach (var (n, count) in counts.Index())
        {
            if (count.People > 0)
            {
                var width = 9 + ((100.0 - (9 * used)) * count.People / total);
                html.Raw(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"<rect class=\"v{n}\" x=\"{x:0.##}%\" y=\"0\" width=\"{width:0.##}%\" height=\"100%\"/><text class=\"on{n}\" x=\"{x + (width / 2):0.##}%\" y=\"50%\" text-anchor=\"middle\" dominant-baseline=\"central\">{count.People}</text>"
                    )
                );
                x += width;
            }
        }

        html.Raw("</svg>");
    }

    private static void Table(
        Html html,
        FloorUnit unit,
        FloorRound round,
        SideResults results,
        Dictionary<string, ItemResult> items
    )
    {
        html.Raw(
                "<section aria-labelledby=\"figures-title\">\n  <h2 id=\"figures-title\">All figures</h2>\n  <div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"All figures, as a table\">\n    <div id=\"figures\">\n      <table>\n        <caption>"
            )
            .Say(round.Title)
            .Raw(", ")
            .Say(unit.Name)
            .Raw(": how many chose each level. ")
            .Say(results.Answered)
            .Raw(" of ")
            .Say(results.Invited)
            .Raw(
                " answered.</caption>\n        <thead>\n          <tr>\n            <th scope=\"col\">Item</th>\n"
            );
        foreach (var level in round.Instrument.Levels)
        {
            html.Raw("              <th scope=\"col\" class=\"n\">")
                .Say(level.Value)
                .Raw(" <span class=\"visually-hidden\">")
                .Say(level.Label)
                .Raw("</span></th>\n");
        }

        html.Raw(
            "            <th scope=\"col\" class=\"n\">Median</th>\n            <th scope=\"col\" class=\"n\">Not seen</th>\n            <th scope=\"col\" class=\"n\">Not rated</th>\n          </tr>\n        </thead>\n"
        );
        foreach (var part in round.Instrument.Parts)
        {
            html.Raw("          <tbody>\n            <tr><td colspan=\"")
                .Say(round.Instrument.Levels.Count + 4)
                .Raw("\"><strong>")
                .Say(part.Title)
                .Raw("</strong></td></tr>\n");
            foreach (var item in part.Items)
            {
                html.Raw("              <tr>\n                <th scope=\"row\">")
                    .Say(item.Text)
                    .Raw("</th>\n");
                if (items.GetValueOrDefault(item.Key)?.Figures is { } figures)
                {
                    foreach (var count in figures.Counts)
                    {
                        html.Raw("                    <td class=\"n\">")
                            .Say(count.People)
                            .Raw("</td>\n");
                    }

                    html.Raw("                  <td class=\"n\">")
                        .Raw(figures.Median.ToString())
                        .Raw("</td>\n                  <td class=\"n\">")
                        .Say(figures.NotSeen)
                        .Raw("</td>\n                  <td class=\"n\">")
                        .Say(figures.NotRated)
                        .Raw("</td>\n");
                }
                else
                {
                    html.Raw("                  <td colspan=\"")
                        .Say(round.Instrument.Levels.Count + 3)
                        .Raw("\">too few to show</td>\n");
                }

                html.Raw("              </tr>\n");
            }

            html.Raw("          </tbody>\n");
        }

        html.Raw("      </table>\n    </div>\n  </div>\n</section>\n");
    }

    private static void Notes(Html html, FloorRound round, SideResults results)
    {
        html.Raw(
            "  <section aria-labelledby=\"notes\">\n    <h2 id=\"notes\">Notes</h2>\n    <p class=\"muted\">Only those their writers agreed to share, without names and in no order.</p>\n"
        );
        foreach (var notes in results.Notes.Where(n => n.Texts is { Count: > 0 }))
        {
            html.Raw("      <div class=\"card noted\">\n        <h3>")
                .Say(round.Instrument.Item(notes.ItemKey)!.Text)
                .Raw("</h3>\n          <ul>\n");
            foreach (var text in notes.Texts!)
            {
                html.Raw("              <li class=\"typed\">").Say(text).Raw("</li>\n");
            }

            html.Raw("          </ul>\n      </div>\n");
        }

        html.Raw("  </section>\n");
    }
}
