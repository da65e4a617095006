using System.Data.Common;
using System.Globalization;
using Throughline.Data.Assessments;
using Throughline.Domain.Assessments;
using Throughline.Web.Ui;

namespace Throughline.Bench.Floor;

/// <summary>A round and the person's part in it.</summary>
internal sealed record FloorRound(
    Guid Id,
    string Title,
    DateOnly ClosesOn,
    bool IsClosed,
    Instrument Instrument,
    bool IsRater,
    int Answered
)
{
    public static async Task<FloorRound?> FindAsync(
        Store store,
        DbConnection connection,
        FloorPerson person,
        FloorUnit unit,
        string number,
        InstrumentCatalog catalog
    )
    {
        await using var command = store.Command(
            connection,
            """
            SELECT r."Id", r."Title", r."ClosesOn", r."ClosedAt", r."InstrumentVersionId", x."AnsweredCount"
            FROM "Rounds" r LEFT JOIN "RoundRaters" x ON x."RoundId" = r."Id" AND x."PersonId" = @me
            WHERE r."UnitId" = @unit AND r."Number" = @number AND r."DistrictId" = @district
            """,
            ("@me", person.Id),
            ("@unit", unit.Id),
            ("@number", int.Parse(number, CultureInfo.InvariantCulture)),
            ("@district", person.DistrictId)
        );
        await using var rows = await command.ExecuteReaderAsync();
        if (!await rows.ReadAsync())
        {
            return null;
        }

        var (id, title, closesOn, closed, rater, answered) = (
            store.Id(rows, 0),
            rows.GetString(1),
            rows.GetFieldValue<DateOnly>(2),
            !rows.IsDBNull(3),
            !rows.IsDBNull(5),
            rows.IsDBNull(5) ? 0 : rows.GetInt32(5)
        );
        var instrument = store.Id(rows, 4);
        await rows.CloseAsync();
        if (catalog.Of(instrument) is not { } known)
        {
            await using var reading = store.Command(
                connection,
                "SELECT \"Document\" FROM \"InstrumentVersions\" WHERE \"Id\" = @id",
                ("@id", instrument)
            );
            known = catalog.Of(instrument, (string)(await reading.ExecuteScalarAsync())!);
        }

        return new(id, title, closesOn, closed, known, rater, answered);
    }
}

/// <summary>The form in which a member rates.</summary>
internal static class FloorRate
{
    public static async Task<string?> RenderAsync(
        Store store,
        DbConnection connection,
        FloorPerson person,
        FloorUnit unit,
        string number,
        InstrumentCatalog catalog
    )
    {
        if (
            await FloorRound.FindAsync(store, connection, person, unit, number, catalog)
            is not { IsRater: true } round
        )
        {
            return null;
        }

        var answers = await AnswersAsync(store, connection, person, round);
        var notes = await NotesAsync(store, connection, person, round);
        var html = new Html(
            $"{round.Title} · {unit.Name}",
            person,
            unit,
            $"/{unit.Slug}/assessments/{number}/rate"
        );
        Begin(html, unit, round, unit.Today());
        html.Raw("<form method=\"post\" id=\"sheet\" data-round=\"")
            .Raw(round.Id.ToString())
            .Raw("\" data-person=\"")
            .Raw(person.Id.ToString())
            .Raw("\" data-open=\"true\">\n");
        var n = 0;
        foreach (var part in round.Instrument.Parts)
        {
            html.Raw("    <section aria-labelledby=\"part-")
                .Raw(part.Key)
                .Raw("\">\n      <h2 id=\"part-")
                .Raw(part.Key)
                .Raw("\">")
                .Say(part.Title)
                .Raw("</h2>\n        <p class=\"muted part-about\">")
                .Say(part.Description ?? "")
                .Raw("</p>\n");
            foreach (var item in part.Items)
            {
                Item(
                    html,
                    round.Instrument,
                    item,
                    ++n,
                    answers.GetValueOrDefault(item.Key, ("", 0)),
                    notes.GetValueOrDefault(item.Key, ("", false, 0))
                );
            }

            html.Raw("    </section>\n");
        }

        return html.Raw(
                """
                    <div class="row rate-end">
                      <button class="do">Save my answers</button>
                      <a class="button quiet" href="/home">Back to my day</a>
                    </div>
                </form>
                <script src="/js/rate.js?v=0000000000000000000000000000000000000000000" type="module"></script>

                """
            )
            .End();
    }

    private static void Begin(Html html, FloorUnit unit, FloorRound round, DateOnly today)
    {
        var instrument = round.Instrument;
        html.Raw("<h1>")
            .Say(round.Title)
            .Raw("</h1>\n<p class=\"lead\">\n  About ")
            .Say(unit.Name)
            .Raw(", with ")
            .Say(instrument.Title)
            .Raw(". Until ")
            .Say(DayWords.Near(round.ClosesOn, today))
            .Raw(
                ".\n  Nobody sees your answers, whatever their role. The team sees only what all of you say together, after the round is closed.\n</p>\n<div class=\"rate-progress\">\n  <progress id=\"progress\" value=\""
            )
            .Say(round.Answered)
            .Raw("\" max=\"")
            .Say(instrument.Items.Count)
            .Raw(
                "\" aria-labelledby=\"progress-words\"></progress>\n  <div class=\"row\">\n    <p id=\"progress-words\" role=\"status\"><strong data-progress>"
            )
            .Say(round.Answered)
            .Raw(" of ")
            .Say(instrument.Items.Count)
            .Raw("</strong> answered</p>\n      <a class=\"end\" data-next href=\"#item-")
            .Raw(instrument.Items[0].Key)
            .Raw(
                "\">Go to the next open one</a>\n  </div>\n</div>\n<details class=\"card about\">\n  <summary>What this is about, and what the levels mean</summary>\n"
            );
        foreach (var paragraph in instrument.Introduction.Split("\n\n"))
        {
            html.Raw("    <p>").Say(paragraph).Raw("</p>\n");
        }

        html.Raw("    <dl>\n");
        foreach (var level in instrument.Levels)
        {
            html.Raw("        <dt>")
                .Say(level.Value)
                .Raw(" · ")
                .Say(level.Label)
                .Raw("</dt>\n        <dd>")
                .Say(level.Meaning ?? "")
                .Raw("</dd>\n");
        }

        html.Raw("    </dl>\n</details>\n");
    }

    private static void Item(
        Html html,
        Instrument instrument,
        InstrumentItem item,
        int number,
        (string Answer, int Version) answer,
        (string Text, bool Share, int Version) note
    )
    {
        html.Raw("<div class=\"card rate-item\" id=\"item-")
            .Raw(item.Key)
            .Raw("\" data-item=\"")
            .Raw(item.Key)
            .Raw("\" data-answer-version=\"")
            .Say(answer.Version)
            .Raw("\" data-note-version=\"")
            .Say(note.Version)
            .Raw("\">\n  <fieldset aria-describedby=\"status-")
            .Raw(item.Key)
            .Raw("\">\n    <legend><span class=\"muted\">")
            .Say(number)
            .Raw(".</span> ")
            .Say(item.Text)
            .Raw("</legend>\n");
        if (item.Prompts.Count > 0)
        {
            html.Raw("      <ul class=\"small muted\">\n");
            foreach (var prompt in item.Prompts)
            {
                html.Raw("          <li>").Say(prompt).Raw("</li>\n");
            }

            html.Raw("      </ul>\n");
        }

        html.Raw("      <input type=\"hidden\" name=\"Cells[")
            .Raw(item.Key)
            .Raw("].AnswerVersion\" value=\"")
            .Say(answer.Version)
            .Raw("\">\n      <div class=\"levels\">\n");
        foreach (var level in instrument.Levels)
        {
            var value = level.Value.ToString(CultureInfo.InvariantCulture);
            html.Raw("          <label>\n            <input type=\"radio\" name=\"Cells[")
                .Raw(item.Key)
                .Raw("].Answer\" value=\"")
                .Raw(value)
                .Raw(answer.Answer == value ? "\" checked=\"checked\">" : "\">")
                .Raw("\n            <strong>")
                .Raw(value)
                .Raw("</strong> ")
                .Say(level.Label)
                .Raw("\n");
            if (item.DescriptorAt(level.Value) is { } descriptor)
            {
                html.Raw("                <span class=\"descriptor\">")
                    .Say(descriptor)
                    .Raw("</span>\n");
            }

            html.Raw("          </label>\n");
        }

        html.Raw(
                "      </div>\n      <div class=\"row not-seen\">\n        <label>\n          <input type=\"radio\" name=\"Cells["
            )
            .Raw(item.Key)
            .Raw("].Answer\" value=\"not-seen\"")
            .Raw(answer.Answer == "not-seen" ? " checked=\"checked\">" : ">")
            .Raw(
                "\n          I have not seen enough to say\n        </label>\n        <label class=\"take-back\""
            )
            .Raw(answer.Answer.Length == 0 ? " hidden=\"hidden\">" : ">")
            .Raw("\n          <input type=\"radio\" name=\"Cells[")
            .Raw(item.Key)
            .Raw(
                "].Answer\" value=\"\">\n          Take my answer back\n        </label>\n      </div>\n  </fieldset>\n  <details class=\"note\""
            )
            .Raw(note.Text.Length > 0 ? " open=\"open\">" : ">")
            .Raw("\n    <summary>")
            .Raw(note.Text.Length > 0 ? "My note" : "Add a note")
            .Raw("</summary>\n    <input type=\"hidden\" name=\"Cells[")
            .Raw(item.Key)
            .Raw("].HasNote\" value=\"true\">\n    <input type=\"hidden\" name=\"Cells[")
            .Raw(item.Key)
            .Raw("].NoteVersion\" value=\"")
            .Say(note.Version)
            .Raw("\">\n    <label class=\"visually-hidden\" for=\"note-")
            .Raw(item.Key)
            .Raw("\">Note to item ")
            .Say(number)
            .Raw("</label>\n    <textarea id=\"note-")
            .Raw(item.Key)
            .Raw("\" name=\"Cells[")
            .Raw(item.Key)
            .Raw("].Note\" rows=\"3\" maxlength=\"2000\">\n")
            .Say(note.Text)
            .Raw(
                "</textarea>\n    <label class=\"share\">\n      <input type=\"checkbox\" name=\"Cells["
            )
            .Raw(item.Key)
            .Raw("].Share\" value=\"true\"")
            .Raw(note.Share ? " checked=\"checked\">" : ">")
            .Raw(
                "\n      The team may read this after the round is closed, without my name. Otherwise only I see it.\n    </label>\n  </details>\n  <p class=\"cell-status small\" id=\"status-"
            )
            .Raw(item.Key)
            .Raw("\" role=\"status\">\n")
            .Raw(answer.Answer.Length > 0 ? "      <span class=\"tag good\">✓ saved</span>\n" : "")
            .Raw("  </p>\n</div>\n");
    }

    private static async Task<Dictionary<string, (string, int)>> AnswersAsync(
        Store store,
        DbConnection connection,
        FloorPerson person,
        FloorRound round
    )
    {
        await using var command = store.Command(
            connection,
            "SELECT \"ItemKey\", \"Level\", \"NotSeen\", \"Version\" FROM \"Ratings\" WHERE \"RoundId\" = @round AND \"PersonId\" = @me",
            ("@round", round.Id),
            ("@me", person.Id)
        );
        Dictionary<string, (string, int)> answers = new(StringComparer.Ordinal);
        await using var rows = await command.ExecuteReaderAsync();
        while (await rows.ReadAsync())
        {
            var answer =
                rows.GetBoolean(2) ? "not-seen"
                : rows.IsDBNull(1) ? ""
                : rows.GetInt32(1).ToString(CultureInfo.InvariantCulture);
            answers.Add(rows.GetString(0), (answer, rows.GetInt32(3)));
        }

        return answers;
    }

    private static async Task<Dictionary<string, (string, bool, int)>> NotesAsync(
        Store store,
        DbConnection connection,
        FloorPerson person,
        FloorRound round
    )
    {
        await using var command = store.Command(
            connection,
            "SELECT \"ItemKey\", \"Text\", \"ShareWithTeam\", \"Version\" FROM \"RatingNotes\" WHERE \"RoundId\" = @round AND \"PersonId\" = @me",
            ("@round", round.Id),
            ("@me", person.Id)
        );
        Dictionary<string, (string, bool, int)> notes = new(StringComparer.Ordinal);
        await using var rows = await command.ExecuteReaderAsync();
        while (await rows.ReadAsync())
        {
            notes.Add(
                rows.GetString(0),
                (rows.IsDBNull(1) ? "" : rows.GetString(1), rows.GetBoolean(2), rows.GetInt32(3))
            );
        }

        return notes;
    }
}
