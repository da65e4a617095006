using System.Net;
using System.Text.RegularExpressions;
using Throughline.Data.Tests.Engines;
using Throughline.Web.Tests.Support;
using static Throughline.Web.Tests.Meetings.Minutes.MeetingThatIsOver;
using static Throughline.Web.Tests.Meetings.TodaysMeeting;

namespace Throughline.Web.Tests.Meetings.Minutes;

/// <summary>Who reads what of minutes: the same on the page, in print, in Word and by mail, and nothing more (product M9).</summary>
public partial class MinutesReadersTests
{
    [EngineTheory]
    public async Task Page_Word_and_mail_hold_the_same_words_for_a_member(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        var at = await HeldAsync(app);
        var member = app.As("member");

        var page = Paper(await member.GetAsync(at));
        var word = await member.GetAsync($"{at}/minutes?handler=Word");
        var mail = (await MailsAsync(app, "Draft minutes: "))[0].Body;

        page.ShouldContain("SAMPLES");
        ShouldSayTheSame(string.Join(' ', WordText.Of(word.Body)), page);
        var paper = mail[mail.IndexOf("ILT meeting", StringComparison.Ordinal)..];
        ShouldSayTheSame(paper[..paper.LastIndexOf("\n--", StringComparison.Ordinal)], page);
        word.ContentHeaders.ContentDisposition!.FileNameStar.ShouldBe(
            $"lincoln-elementary meeting {at[(at.LastIndexOf('/') + 1)..]} 2027-01-20.docx"
        );
    }

    [EngineTheory]
    public async Task The_staff_read_what_was_decided_and_why_on_the_page_and_in_Word_alike(
        Engine engine
    )
    {
        await using var app = await TestApp.StartAsync(engine);
        var at = await FinalAsync(app);
        var teacher = app.As("teacher");

        var page = await teacher.GetAsync($"{at}/minutes");

        page.TextOf("#minutes").ShouldContain("Tell every team by Friday");
        page.TextOf("#minutes").ShouldContain("Why: They asked.");
        page.TextOf("#minutes").ShouldContain("To tell the teams:");
        foreach (
            var secret in new[]
            {
                "Send the samples",
                "Theo",
                "What was said",
                "Who was there",
                "Hands",
                "Recorder",
            }
        )
        {
            page.Text.ShouldNotContain(secret, Case.Sensitive);
        }

        var word = await teacher.GetAsync($"{at}/minutes?handler=Word");
        ShouldSayTheSame(string.Join(' ', WordText.Of(word.Body)), Paper(page));
        (await teacher.GetAsync(at)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await MailsAsync(app, "Draft minutes: ")).ShouldAllBe(m =>
            !m.To.StartsWith("teacher@", StringComparison.Ordinal)
        );
    }

    [EngineTheory]
    public async Task A_visitor_follows_the_meeting_reads_its_minutes_and_those_of_no_other(
        Engine engine
    )
    {
        await using var app = await TestApp.StartAsync(engine);
        var at = await StartedAsync(app);
        var teacher = app.As("teacher");
        (await teacher.GetAsync(at)).Status.ShouldBe(HttpStatusCode.NotFound);
        var form = await app.As("facilitator").GetAsync($"{at}/visitors");
        form = await form.Form("Welcome them").Fill("Who visits", "Osei, Amara").SubmitAsync();
        form.TextOf("ul.plain").ShouldContain("Amara Osei");

        var room = await teacher.GetAsync(at);
        room.Status.ShouldBe(HttpStatusCode.OK);
        room.Document.QuerySelector("#note").ShouldBeNull();
        room.Html.ShouldNotContain("js/room.js");
        app.Clock.Advance(TimeSpan.FromMinutes(50));
        await app.As("facilitator").PostFormAsync($"{at}/clock?handler=End");

        var minutes = await teacher.GetAsync(at);
        minutes.TextOf("#minutes").ShouldContain("Visitors");
        minutes.TextOf("#minutes").ShouldContain("What was said");
        minutes.Text.ShouldNotContain("Correct the notes");
        (await teacher.GetAsync("/lincoln-elementary/meetings/1")).Status.ShouldBe(
            HttpStatusCode.NotFound
        );
        (await teacher.GetAsync("/lincoln-elementary/meetings")).Status.ShouldBe(
            HttpStatusCode.NotFound
        );
        (
            await teacher.PostFormAsync(
                $"{at}/notes/s0",
                ("Input.Words", "Mine"),
                ("Input.Edition", "0")
            )
        ).Status.ShouldBe(HttpStatusCode.NotFound);
        (await MailsAsync(app, "Draft minutes: ")).ShouldContain(m =>
            m.To.StartsWith("teacher@", StringComparison.Ordinal)
        );
        // Welcomed by mistake: they read nothing of it any more.
        await (await app.As("facilitator").GetAsync($"{at}/visitors"))
            .Form("Was not here: Amara Osei")
            .SubmitAsync();
        (await teacher.GetAsync(at)).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [EngineTheory]
    public async Task A_visitor_who_is_taken_back_hears_nothing_more_of_the_room(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        var at = await StartedAsync(app);
        var parts = $"{at}/screen?handler=Parts";
        var desk = await app.As("facilitator").GetAsync($"{at}/visitors");
        desk = await desk.Form("Welcome them").Fill("Who visits", "Osei, Amara").SubmitAsync();
        var teacher = app.As("teacher");
        // Twice: what was rendered once is kept for those who were let in.
        (await teacher.GetAsync(parts)).Status.ShouldBe(HttpStatusCode.OK);
        (await teacher.GetAsync(parts)).Status.ShouldBe(HttpStatusCode.OK);

        await desk.Form("Is not here: Amara Osei").SubmitAsync();

        (await teacher.GetAsync(parts)).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [EngineTheory]
    public async Task Where_only_a_visitor_was_counted_nobody_was_away(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        var at = await StartedAsync(app);
        var desk = await app.As("facilitator").GetAsync($"{at}/visitors");
        await desk.Form("Welcome them").Fill("Who visits", "Osei, Amara").SubmitAsync();
        app.Clock.Advance(TimeSpan.FromMinutes(50));
        await app.As("facilitator").PostFormAsync($"{at}/clock?handler=End");

        (await app.As("member").GetAsync("/home")).Text.ShouldNotContain(
            $"What meeting {at[(at.LastIndexOf('/') + 1)..]} decided"
        );
    }

    [EngineTheory]
    public async Task Nobody_reads_minutes_of_a_meeting_that_is_not_over(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        var at = await StartedAsync(app);

        (await app.As("member").GetAsync($"{at}/minutes")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await app.As("teacher").GetAsync($"{at}/minutes")).Status.ShouldBe(
            HttpStatusCode.NotFound
        );
        (
            await app.As("facilitator").PostFormAsync($"{at}/minutes?handler=Confirm")
        ).Notice!.ShouldContain("once the meeting is over");
    }

    [Fact]
    public async Task The_Word_file_keeps_to_the_format_and_opens_in_LibreOffice_with_its_headings_and_tables()
    {
        await using var app = await TestApp.StartAsync(Engine.Sqlite);
        var at = await HeldAsync(app);
        await app.As("facilitator")
            .PostFormAsync(
                $"{at}/notes/s0",
                ("Input.Words", "Two lines\n<b>and</b> \u0001 & “more” 🎒"),
                ("Input.Edition", "0")
            );

        var file = (await app.As("member").GetAsync($"{at}/minutes?handler=Word")).Body;

        WordText.Errors(file).ShouldBeEmpty();
        using (var document = WordText.Open(file))
        {
            var xml = document.MainDocumentPart!.Document.OuterXml;
            xml.ShouldContain("w:tblHeader");
            document.MainDocumentPart.StyleDefinitionsPart!.Styles!.OuterXml.ShouldContain(
                "w:lang w:val=\"en-US\""
            );
            document.PackageProperties.Title.ShouldStartWith("ILT meeting");
        }

        var html = await LibreOffice.ToHtmlAsync(file);
        html.QuerySelectorAll("h1").Select(h => TestPage.Words(h)).ShouldContain("Decisions");
        html.QuerySelectorAll("h2")
            .Select(h => TestPage.Words(h))
            .ShouldContain(h =>
                h.StartsWith("Tell every team by Friday", StringComparison.Ordinal)
            );
        html.QuerySelectorAll("thead td, thead th").Length.ShouldBeGreaterThan(1);
        TestPage.Words(html.Body).ShouldContain("<b>and</b> & “more” 🎒");
        html.QuerySelector("b b, body > b").ShouldBeNull();
    }

    private static void ShouldSayTheSame(string text, IReadOnlyList<string> page)
    {
        WordsOf(text).Except(page).ShouldBeEmpty();
        page.Except(WordsOf(text)).ShouldBeEmpty();
    }

    // Without what is there to be pressed.
    private static IReadOnlyList<string> Paper(TestPage page)
    {
        foreach (var link in page.Document.QuerySelectorAll("#minutes .no-print"))
        {
            link.Remove();
        }

        return WordsOf($"{page.Heading} {page.TextOf("#minutes")}");
    }

    // All that stands there, whatever the layout: which words, not which signs between them.
    private static IReadOnlyList<string> WordsOf(string text) =>
        [
            .. Word()
                .Matches(text.ToUpperInvariant())
                .Select(m => m.Value)
                .Distinct()
                .Order(StringComparer.Ordinal),
        ];

    [GeneratedRegex(@"[\p{L}\p{N}]+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Word();
}
