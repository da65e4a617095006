using System.Data.Common;
using System.Globalization;
using Throughline.Domain.Meetings;
using Throughline.Domain.Units;
using Throughline.Web.Features.Meetings.Minutes;
using Throughline.Web.Ui;
using Throughline.Web.Ui.Papers;

namespace Throughline.Bench.Floor;

/// <summary>Final minutes: their kept bytes, written out. The data set has one edition of each and covers no words.</summary>
internal sealed class FloorMinutes(Html html, FloorUnit unit, int meeting)
{
    private readonly string at = string.Create(
        CultureInfo.InvariantCulture,
        $"/{unit.Slug}/meetings/{meeting}"
    );

    public static async Task<string?> RenderAsync(
        Store store,
        DbConnection connection,
        FloorPerson person,
        FloorUnit unit,
        string number
    )
    {
        if (
            !person.SeesRounds(unit)
            || !int.TryParse(number, CultureInfo.InvariantCulture, out var which)
        )
        {
            return null;
        }

        var found = await store.ListAsync(
            connection,
            """
            SELECT e."Record", e."Fingerprint", e."ConfirmedAt", p."GivenName", p."FamilyName"
            FROM "Meetings" m
            JOIN "MinutesEditions" e ON e."MeetingId" = m."Id"
            JOIN "People" p ON p."Id" = e."ConfirmedById"
            WHERE m."UnitId" = @unit AND m."Number" = @number AND m."MinutesFinalAt" IS NOT NULL
            ORDER BY e."Number" DESC
            """,
            row => new Edition(
                row.GetFieldValue<byte[]>(0),
                row.GetString(1),
                row.GetDateTime(2),
                $"{row.GetString(3)} {row.GetString(4)}"
            ),
            ("@unit", unit.Id),
            ("@number", which)
        );
        if (found is not [var edition, ..])
        {
            return null;
        }

        var path = string.Create(CultureInfo.InvariantCulture, $"/{unit.Slug}/meetings/{which}");
        var html = new Html($"Minutes of meeting {which} · {unit.Name}", person, unit, path);
        return new FloorMinutes(html, unit, which).Render(edition);
    }

    private sealed record Edition(byte[] Record, string Fingerprint, DateTime At, string By);

    private string Render(Edition edition)
    {
        var record = MinutesRecord.Read(edition.Record);
        var title = $"ILT meeting {record.Meeting}, {Days.Long(record.Day)}";
        html.Put(
            $"""
                  <p class="muted small"><a href="{at}">Meeting {meeting}</a></p>
            <div class="row">
              <h1>{title}</h1>
              <span class="tag good">✓ final</span>
            </div>
              <p class="row no-print">
                <button type="button" class="quiet" data-copy="minutes" hidden>Copy as text</button>
                <button type="button" class="quiet" data-print hidden>Print</button>
                <a class="button quiet" href="{at}/minutes?handler=Word&amp;edition=1">Save for Word</a>
                <span id="status" role="status" class="small"></span>
              </p>

            <div class="two gap">
              <article id="minutes" class="paper">
                <p data-copied hidden>{title}</p>

            """
        );
        // What is said and in which order is the product's; how it is put together is the floor's.
        foreach (var block in MinutesPaper.Of(record, School(unit), []).Blocks)
        {
            Put(block);
        }

        html.Put(
            $"""
            </article>

              <div class="stack no-print">
                <section class="card stack" aria-labelledby="editions">
                  <h2 id="editions">Editions</h2>
                  <ol class="line" reversed>
                      <li class="now">
                          <strong>Edition 1, being read</strong>
                        <br><span class="small">Confirmed by {edition.By}, {DayWords.Moment(
                unit.Local(edition.At),
                unit.Today()
            )}</span>
                      </li>
                  </ol>
                    <details class="small"><summary>Is a copy the same?</summary><p>The fingerprint (SHA-256) of this edition as it is kept:</p><p><code class="break">{edition.Fingerprint}</code></p></details>
                </section>
            </div>

            </div>

            """
        );
        return html.End();
    }

    // The paper takes its addresses and words from it.
    private static Unit School(FloorUnit unit) =>
        Unit.NewSchool(District, unit.Name, unit.Slug, Clock.Now).Value;

    private static readonly Unit District = Unit.NewDistrict(
        "District",
        "district",
        "America/New_York",
        Clock.Now
    ).Value;

    private void Put(PaperBlock block)
    {
        switch (block)
        {
            case PaperHeading { Level: 2 } heading:
                html.Put($"      <h2>{heading.Text}</h2>\n");
                break;
            case PaperHeading { Aside: { } aside } heading:
                html.Put(
                    $"      <h3>{heading.Text} <span class=\"small muted\">({aside})</span></h3>\n"
                );
                break;
            case PaperHeading heading:
                html.Put($"      <h3>{heading.Text} </h3>\n");
                break;
            case PaperPassage { Label: { } label } passage:
                html.Put(
                    $"      <p class=\"typed\"><strong>{label}:</strong> {passage.Text}</p>\n"
                );
                break;
            case PaperPassage passage:
                html.Put($"      <p class=\"typed\">{passage.Text}</p>\n");
                break;
            case PaperFacts facts:
                html.Raw("          <dl class=\"pairs\">\n");
                foreach (var (name, value) in facts.Rows)
                {
                    html.Put(
                        $"          <div>\n            <dt>{name}</dt>\n            <dd>{value}</dd>\n          </div>\n"
                    );
                }

                html.Raw("      </dl>\n");
                break;
            case PaperTable table:
                Table(table);
                break;
        }
    }

    private void Table(PaperTable table)
    {
        html.Put(
            $"      <table class=\"stacked\">\n        <caption class=\"visually-hidden\">{table.Caption}</caption>\n        <thead>\n          <tr>\n"
        );
        foreach (var column in table.Columns)
        {
            html.Put($"              <th scope=\"col\">{column}</th>\n");
        }

        html.Raw("          </tr>\n        </thead>\n        <tbody>\n");
        foreach (var row in table.Rows)
        {
            html.Raw("            <tr>\n");
            html.Put(
                $"                  <th scope=\"row\"><a href=\"{row.Path ?? ""}\">{row.Cells[0]}</a></th>\n"
            );
            for (var n = 1; n < row.Cells.Count; n++)
            {
                html.Put(
                    $"                  <td data-label=\"{table.Columns[n]}\">{row.Cells[n]}</td>\n"
                );
            }

            html.Raw("            </tr>\n");
        }

        html.Raw("        </tbody>\n      </table>\n");
    }
}
