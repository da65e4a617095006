using System.Text.Json;
using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace Throughline.Browser.Tests.Support;

/// <summary>Looks for barriers by axe: WCAG 2.1 A and AA.</summary>
public static class Axe
{
    private static readonly string Script = new BundledAxeScriptProvider().GetScript();

    private const string Run = """
        async () => {
          const found = await axe.run(document, {
            runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'],
            resultTypes: ['violations', 'incomplete'],
          });
          const said = list => list.flatMap(rule => rule.nodes.map(node =>
            `${rule.id}: ${node.target.join(' ')} – ${(node.any.concat(node.all, node.none)[0] || {}).message || rule.help}`));
          return JSON.stringify({ violations: said(found.violations), incomplete: said(found.incomplete) });
        }
        """;

    /// <summary>What axe finds on the page as it is.</summary>
    public static async Task<AxeFindings> FindAsync(IPage page)
    {
        if (!await page.EvaluateAsync<bool>("() => 'axe' in window"))
        {
            await page.EvaluateAsync(Script);
        }

        return JsonSerializer.Deserialize<AxeFindings>(
            await page.EvaluateAsync<string>(Run),
            JsonSerializerOptions.Web
        )!;
    }

    /// <summary>Fails with what axe finds on the page as it is.</summary>
    public static async Task ShouldFindNothingAsync(IPage page) =>
        (await FindAsync(page)).Violations.ShouldBeEmpty($"axe at {page.Url}");
}

/// <summary>What axe found: barriers, and what it could not decide.</summary>
public sealed record AxeFindings(
    IReadOnlyList<string> Violations,
    IReadOnlyList<string> Incomplete
);
