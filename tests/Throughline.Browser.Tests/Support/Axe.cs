using System.Text.Json;
using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace Throughline.Browser.Tests.Support;

/// <summary>Looks for barriers by axe: WCAG 2.1 A and AA.</summary>
public static class Axe
{
    private static readonly string Script = new BundledAxeScriptProvider().GetScript();

    private const string Run = """
        async runOnly => {
          const found = await axe.run(document, {
            runOnly,
            resultTypes: ['violations', 'incomplete'],
          });
          const said = list => list.flatMap(rule => rule.nodes.map(node =>
            `${rule.id}: ${node.target.join(' ')} – ${(node.any.concat(node.all, node.none)[0] || {}).message || rule.help}`));
          return JSON.stringify({ violations: said(found.violations), incomplete: said(found.incomplete) });
        }
        """;

    private static readonly string[] All = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"];

    // The style sheets change colours in the dark and nothing else; these are the rules that look at colours.
    private static readonly string[] OfColours = ["color-contrast", "link-in-text-block"];

    /// <summary>What axe finds on the page as it is.</summary>
    public static Task<AxeFindings> FindAsync(IPage page) => FindAsync(page, All);

    /// <summary>What axe finds of the page's colours alone, for a page that it has looked at in other ones.</summary>
    public static Task<AxeFindings> FindInColoursAsync(IPage page) => FindAsync(page, OfColours);

    private static async Task<AxeFindings> FindAsync(IPage page, string[] rules)
    {
        if (!await page.EvaluateAsync<bool>("() => 'axe' in window"))
        {
            await page.EvaluateAsync(Script);
        }

        return JsonSerializer.Deserialize<AxeFindings>(
            await page.EvaluateAsync<string>(Run, rules),
            JsonSerializerOptions.Web
        )!;
    }
}

/// <summary>What axe found: barriers, and what it could not decide.</summary>
public sealed record AxeFindings(
    IReadOnlyList<string> Violations,
    IReadOnlyList<string> Incomplete
);
