using System.Globalization;
using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Throughline.Data.Demo;
using Throughline.Domain.Assessments;
using Throughline.Domain.Units;
using Throughline.Web.Tests.Support;

namespace Throughline.Web.Tests.Assessments;

/// <summary>What one cell of an answer sheet got back when it saved itself.</summary>
public sealed record CellAnswer(HttpStatusCode Status, JsonElement Body)
{
    public string Kind => Body.GetProperty("kind").GetString()!;

    public string Message => Body.GetProperty("message").GetString() ?? "";

    public string Progress => Body.GetProperty("progress").GetString()!;

    public string Answer => Body.GetProperty("stored").GetProperty("answer").GetString()!;

    public int AnswerVersion => Body.GetProperty("stored").GetProperty("answerVersion").GetInt32();

    public string Note => Body.GetProperty("stored").GetProperty("note").GetString()!;

    public int NoteVersion => Body.GetProperty("stored").GetProperty("noteVersion").GetInt32();
}

/// <summary>A round of Lincoln's, worked through its pages.</summary>
public sealed class RoundPages(TestApp app, int number)
{
    public const string AtLincoln = $"/{DemoDistrict.Lincoln}/assessments";

    /// <summary>An item of the School ILT self-assessment.</summary>
    public const string Item = "vision-shared-expectations";

    /// <summary>Another one.</summary>
    public const string OtherItem = "vision-school-goals";

    public const int Items = 19;

    /// <summary>Its three raters, who can all sign in.</summary>
    public static readonly string[] Raters = ["principal", "facilitator", "member"];

    public int Number => number;

    public string Path => string.Create(CultureInfo.InvariantCulture, $"{AtLincoln}/{number}");

    public string Rate => $"{Path}/rate";

    /// <summary>Opens a round of the School ILT self-assessment from today on, for <see cref="Raters"/>.</summary>
    public static async Task<RoundPages> OpenAsync(
        TestApp app,
        int days = 7,
        IReadOnlyList<string>? raters = null
    )
    {
        var form = (await app.As("principal").GetAsync($"{AtLincoln}/new")).Form("Open the round");
        var page = await form.Fill("Input.Instrument", "school-ilt/1")
            .Fill("Input.Title", "A round of the tests")
            .Fill("Input.ClosesOn", Day(app, days))
            .Set("Input.RaterIds", await IdsAsync(app, raters ?? Raters))
            .SubmitAsync();
        page.Status.ShouldBe(HttpStatusCode.OK, page.Text);
        page.Path.ShouldStartWith($"{AtLincoln}/");
        return new RoundPages(
            app,
            int.Parse(page.Path.Split('/')[^1], CultureInfo.InvariantCulture)
        );
    }

    /// <summary>A day from today on, as a date field holds it.</summary>
    public static string Day(TestApp app, int fromToday) =>
        app.Clock.Now.AddDays(fromToday).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static async Task<Guid> PersonIdAsync(TestApp app, string persona) =>
        await app.Db(db =>
            db.Set<Person>()
                .Where(p => p.Email == DemoDistrict.Email(persona))
                .Select(p => p.Id)
                .SingleAsync()
        );

    public static async Task<string[]> IdsAsync(TestApp app, IEnumerable<string> personas)
    {
        var ids = new List<string>();
        foreach (var persona in personas)
        {
            ids.Add((await PersonIdAsync(app, persona)).ToString());
        }

        return [.. ids];
    }

    /// <summary>Sets a level, not-seen, or takes the answer back, as the page's script does.</summary>
    public Task<CellAnswer> SetAsync(string rater, string item, string answer, int version = 0) =>
        CellAsync(
            rater,
            ("item", item),
            ("cell.Part", "answer"),
            ("cell.Answer", answer),
            ("cell.AnswerVersion", version.ToString(CultureInfo.InvariantCulture))
        );

    /// <summary>Writes a note, as the page's script does.</summary>
    public Task<CellAnswer> NoteAsync(
        string rater,
        string item,
        string note,
        bool share = false,
        int version = 0
    ) =>
        CellAsync(
            rater,
            ("item", item),
            ("cell.Part", "note"),
            ("cell.HasNote", "true"),
            ("cell.Note", note),
            ("cell.Share", share ? "true" : "false"),
            ("cell.NoteVersion", version.ToString(CultureInfo.InvariantCulture))
        );

    public async Task<CellAnswer> CellAsync(string rater, params (string, string)[] fields)
    {
        var page = await app.As(rater).PostFormAsync($"{Rate}?handler=Cell", fields);
        return new CellAnswer(page.Status, Json(page));
    }

    /// <summary>Answers every item with a level, by the whole form.</summary>
    public async Task AnswerAllAsync(string rater, int level)
    {
        var form = (await app.As(rater).GetAsync(Rate)).Form("Save my answers");
        foreach (
            var name in form.Fields.Where(f => f.EndsWith(".Answer", StringComparison.Ordinal))
        )
        {
            form.Tick(name, level.ToString(CultureInfo.InvariantCulture));
        }

        (await form.SubmitAsync()).Path.ShouldBe("/home");
    }

    public Task<TestPage> CloseAsync(string by = "principal") => PostAsync("Close", by);

    public Task<TestPage> ReopenAsync(string reason, int days = 3) =>
        PostAsync(
            "Reopen",
            "principal",
            ("Input.Reason", reason),
            ("Input.ClosesOn", Day(app, days))
        );

    public Task<TestPage> PostAsync(string handler, string by, params (string, string)[] fields) =>
        app.As(by).PostFormAsync($"{Path}?handler={handler}", fields);

    /// <summary>What is stored of a rater's answer to an item.</summary>
    public Task<Rating?> StoredAsync(string rater, string item) =>
        app.Db(async db =>
        {
            var person = await PersonIdAsync(app, rater);
            return await db.Set<Rating>()
                .AsNoTracking()
                .Where(r => r.PersonId == person && r.ItemKey == item)
                .Join(
                    db.Set<Round>().Where(x => x.Number == number),
                    r => r.RoundId,
                    x => x.Id,
                    (r, x) => r
                )
                .Join(
                    db.Set<RoundRater>(),
                    r => new { r.RoundId, r.PersonId },
                    x => new { x.RoundId, x.PersonId },
                    (r, x) => r
                )
                .SingleOrDefaultAsync();
        });

    /// <summary>The round's log.</summary>
    public Task<List<RoundEventKind>> LogAsync() =>
        app.Db(db =>
            db.Set<RoundEvent>()
                .Where(e =>
                    db.Set<Round>()
                        .Any(r =>
                            r.Id == e.RoundId
                            && r.Number == number
                            && db.Set<Unit>()
                                .Any(u => u.Id == r.UnitId && u.Slug == DemoDistrict.Lincoln)
                        )
                )
                .Select(e => e.Kind)
                .ToListAsync()
        );

    private static JsonElement Json(TestPage page)
    {
        try
        {
            return JsonDocument.Parse(page.Body).RootElement;
        }
        catch (JsonException)
        {
            return default;
        }
    }
}
