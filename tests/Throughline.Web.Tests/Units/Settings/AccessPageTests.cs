using Throughline.Data.Demo;
using Throughline.Data.Tests.Engines;
using Throughline.Web.Access;

namespace Throughline.Web.Tests.Units.Settings;

public sealed class AccessPageTests(SharedApps apps) : IClassFixture<SharedApps>
{
    private const string Lincoln = $"/{DemoDistrict.Lincoln}/settings/access";

    [EngineTheory]
    public async Task Every_rule_of_the_table_stands_on_the_page(Engine engine)
    {
        var app = await apps.On(engine);
        var page = await app.As("teacher").GetAsync(Lincoln);
        var rows = page.TextsOf("table tbody tr");
        rows.Count.ShouldBe(AccessTable.Rules.Count);
        foreach (var rule in AccessTable.Rules.Values)
        {
            rows.ShouldContain(r => r.StartsWith(rule.Sentence, StringComparison.Ordinal));
        }
    }

    [EngineTheory]
    public async Task It_says_what_the_reader_may_do(Engine engine)
    {
        var app = await apps.On(engine);
        var form = AccessTable.Rules[Permission.ManageTeam].Sentence;
        (await RowAsync(app, "principal", form)).ShouldEndWith("✓ you may");
        (await RowAsync(app, "teacher", form)).ShouldNotContain("✓");
        (await RowAsync(app, "teacher", form)).ShouldContain("principal, administrator");
    }

    [EngineTheory]
    public async Task A_school_is_told_what_only_the_district_may_do(Engine engine)
    {
        var app = await apps.On(engine);
        var page = await app.As("principal").GetAsync(Lincoln);
        var row = page
            .Document.QuerySelectorAll("table tbody tr")
            .Single(r =>
                r.TextContent.Contains(AccessTable.Rules[Permission.ImportRoster].Sentence)
            );
        row.QuerySelector("[data-label='At this school']")!.TextContent.ShouldBeEmpty();
        row.QuerySelector("[data-label='At the district']")!.TextContent.ShouldBe("administrator");
    }

    [EngineTheory]
    public async Task Who_leads_is_named(Engine engine)
    {
        var app = await apps.On(engine);
        var page = await app.As("teacher").GetAsync(Lincoln);
        page.Text.ShouldContain("Principal Marisol Vega");
        page.Text.ShouldContain("District leader of the district Renata Okafor");
    }

    private static async Task<string> RowAsync(TestApp app, string person, string sentence) =>
        (await app.As(person).GetAsync(Lincoln))
            .TextsOf("table tbody tr")
            .Single(r => r.StartsWith(sentence, StringComparison.Ordinal));
}
