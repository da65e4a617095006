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

    private static IEnumerable<string> Found(Regex what)
    {
        Views.Count.ShouldBeGreaterThan(10);
        return Views
            .Where(v => what.IsMatch(v.Text))
            .Select(v => $"{v.Path}: {what.Match(v.Text).Value}");
    }

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
