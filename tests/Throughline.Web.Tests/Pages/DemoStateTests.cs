using System.Net;
using Throughline.Data.Tests.Engines;
using Throughline.Web.Tests.Support;

namespace Throughline.Web.Tests.Pages;

/// <summary>Every page in every state of the demo.</summary>
public sealed class DemoStateTests(SharedApps apps) : IClassFixture<SharedApps>
{
    private const int MostCommands = 8;

    [Fact]
    public async Task Every_page_has_a_state_that_is_looked_at() =>
        (await DemoStates.UncoveredAsync(await apps.On(Engine.Sqlite))).ShouldBeEmpty(
            "Add a state for each of these pages to DemoStates."
        );

    [EngineTheory]
    public async Task No_page_asks_the_database_more_than_eight_things(Engine engine)
    {
        var app = await apps.On(engine);
        var wrong = new List<string>();
        foreach (var state in DemoStates.All)
        {
            var browser = state.Person is null ? app.Anonymous() : app.As(state.Person);
            browser.AllowFailures = state.Path.StartsWith("/error", StringComparison.Ordinal);
            var path = await DemoStates.PathAsync(app, state);
            // The second time, as everybody but the first sees it: what is kept is there.
            await browser.GetAsync(path);
            var page = await browser.GetAsync(path);
            if (page.Commands.Count > MostCommands)
            {
                wrong.Add(
                    $"{state.Name} ({page.Path}): {page.Commands.Count} commands\n  {string.Join("\n  ", page.Commands.Select(c => c.ReplaceLineEndings(" ")))}"
                );
            }
        }

        wrong.ShouldBeEmpty();
    }

    [EngineTheory]
    public async Task Every_state_shows_its_page_with_a_title_and_one_heading(Engine engine)
    {
        var app = await apps.On(engine);
        var wrong = new List<string>();
        foreach (var state in DemoStates.All)
        {
            var browser = state.Person is null ? app.Anonymous() : app.As(state.Person);
            browser.AllowFailures = state.Path.StartsWith("/error", StringComparison.Ordinal);
            var path = await DemoStates.PathAsync(app, state);
            var page = await browser.GetAsync(path);
            var fine =
                browser.AllowFailures || page.Status == HttpStatusCode.OK && page.Path == path;
            if (
                !fine
                || page.Title.Length == 0
                || page.Title == "Throughline"
                || page.Document.QuerySelectorAll("h1").Length != 1
            )
            {
                wrong.Add(
                    $"{state.Name}: {path} as {state.Person} answers {(int)page.Status} at {page.Path}, title “{page.Title}”, heading “{page.Heading}”"
                );
            }
        }

        wrong.ShouldBeEmpty();
    }
}
