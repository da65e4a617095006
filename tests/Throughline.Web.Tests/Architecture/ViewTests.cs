using System.Text.RegularExpressions;
using Throughline.Web.Tests.Support;

namespace Throughline.Web.Tests.Architecture;

/// <summary>What the content security policy would block, and what would let a typed text run.</summary>
public sealed partial class ViewTests
{
    private static readonly IReadOnlyList<(string Path, string Text)> Views = SourceTree.Files(
        "src/Throughline.Web",
        ".cshtml"
    );

    [Fact]
    public void No_view_has_a_style_attribute_or_a_style_sheet_of_its_own() =>
        Found(Style()).ShouldBeEmpty();

    [Fact]
    public void No_view_has_a_script_of_its_own() => Found(Script()).ShouldBeEmpty();

    [Fact]
    public void No_view_writes_text_past_the_encoder() => Found(Raw()).ShouldBeEmpty();

    [Fact]
    public void Every_page_has_a_title()
    {
        var pages = Views
            .Where(v => v.Text.StartsWith("@page", StringComparison.Ordinal))
            // A page that only leads elsewhere shows nothing.
            .Where(v => v.Text.Contains('<', StringComparison.Ordinal))
            .ToList();
        pages.Count.ShouldBeGreaterThan(5);
        pages
            .Where(v => !v.Text.Contains("ViewData[\"Title\"]", StringComparison.Ordinal))
            .Select(v => v.Path)
            .ShouldBeEmpty();
    }

    [Fact]
    public void Outside_the_visible_vocabulary_no_code_makes_markup()
    {
        var allowed = new[] { "src/Throughline.Web/Ui/" };
        SourceTree
            .Files("src", ".cs")
            .Where(f => Markup().IsMatch(f.Text))
            .Where(f => !allowed.Any(a => f.Path.StartsWith(a, StringComparison.Ordinal)))
            .Select(f => f.Path)
            .ShouldBeEmpty();
    }

    // Axe looks at the dark for colours alone, because there is nothing else to find.
    [Fact]
    public void The_dark_changes_the_tokens_of_colours_and_nothing_else()
    {
        var sheets = SourceTree.Files("src/Throughline.Web/wwwroot/css", ".css");
        var dark = sheets.SelectMany(s => Dark().Matches(s.Text)).ToList();

        sheets.Sum(s => s.Text.Split("prefers-color-scheme").Length - 1).ShouldBe(dark.Count);
        dark.Count.ShouldBeGreaterThan(0);
        dark.SelectMany(d => d.Groups["line"].Captures)
            .Select(line => line.Value.Trim())
            .ShouldAllBe(line => Colour().IsMatch(line));
    }

    private static IEnumerable<string> Found(Regex what)
    {
        Views.Count.ShouldBeGreaterThan(10);
        return Views
            .Where(v => what.IsMatch(v.Text))
            .Select(v => $"{v.Path}: {what.Match(v.Text).Value}");
    }

    [GeneratedRegex(
        """@media \(prefers-color-scheme: dark\) \{\s*:root \{(?<line>[^;{}]*;)*\s*\}\s*\}""",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Dark();

    [GeneratedRegex("""^--[a-z0-9-]+: #[0-9a-f]{6};$""", RegexOptions.None, 1000)]
    private static partial Regex Colour();

    [GeneratedRegex("""\sstyle\s*=|<style""", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Style();

    [GeneratedRegex(
        """<script(?![^>]*\ssrc=)|\son[a-z]+\s*=\s*["'@]|javascript:|hx-on""",
        RegexOptions.IgnoreCase,
        1000
    )]
    private static partial Regex Script();

    [GeneratedRegex("""Html\.Raw|HtmlString""", RegexOptions.None, 1000)]
    private static partial Regex Raw();

    [GeneratedRegex("""new HtmlString|SetHtmlContent|AppendHtml""", RegexOptions.None, 1000)]
    private static partial Regex Markup();
}
