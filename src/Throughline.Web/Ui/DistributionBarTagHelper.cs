using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Throughline.Web.Ui;

/// <summary>
/// How many chose each level, as one bar of an SVG: widths by attributes, since the page's policy knows no inline
/// styles. The figures stand in the bar and in its label; the page puts a table beside it.
/// <c>&lt;distribution-bar counts="item.Counts" labels="scaleLabels"/&gt;</c>
/// </summary>
[HtmlTargetElement("distribution-bar", TagStructure = TagStructure.WithoutEndTag)]
public sealed class DistributionBarTagHelper : TagHelper
{
    // In percent: the bar takes the width there is, and its figures keep their shape.
    private const double Width = 100;
    private const double Narrowest = 9;

    /// <summary>People per level, lowest level first.</summary>
    public IReadOnlyList<int> Counts { get; set; } = [];

    /// <summary>The levels' short names, as many as counts: “0”, “1” ….</summary>
    public IReadOnlyList<string> Labels { get; set; } = [];

    /// <summary>Said before the figures, such as “Visitors”.</summary>
    public string? Who { get; set; }

    public bool Thin { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "svg";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", Thin ? "bar thin" : "bar");
        output.Attributes.SetAttribute("role", "img");
        output.Attributes.SetAttribute("aria-label", Said());
        output.Content.SetHtmlContent(Segments());
    }

    private string Said()
    {
        var parts = Counts
            .Select((count, level) => (count, level))
            .Where(c => c.count > 0)
            .Select(c => $"{c.count.ToString(CultureInfo.InvariantCulture)} at {Label(c.level)}");
        var said = string.Join(", ", parts);
        return Who is null ? said : $"{Who}: {said}";
    }

    private string Label(int level) =>
        level < Labels.Count ? Labels[level] : level.ToString(CultureInfo.InvariantCulture);

    private string Segments()
    {
        var used = Counts.Count(c => c > 0);
        var total = Counts.Sum();
        var svg = new StringBuilder();
        var x = 0.0;
        for (var level = 0; level < Counts.Count && total > 0; level++)
        {
            if (Counts[level] == 0)
            {
                continue;
            }

            // A single person's share stays wide enough for its figure; the rest is in proportion.
            var width = Narrowest + ((Width - (Narrowest * used)) * Counts[level] / total);
            var depth = DepthOf(level, Counts.Count);
            svg.Append(
                CultureInfo.InvariantCulture,
                $"<rect class=\"v{depth}\" x=\"{x:0.##}%\" y=\"0\" width=\"{width:0.##}%\" height=\"100%\"/>"
            );
            svg.Append(
                CultureInfo.InvariantCulture,
                $"<text class=\"on{depth}\" x=\"{x + (width / 2):0.##}%\" y=\"50%\" text-anchor=\"middle\" dominant-baseline=\"central\">{Counts[level]}</text>"
            );
            x += width;
        }

        return svg.ToString();
    }

    /// <summary>Which of five depths of one hue a level has, lowest lightest: they serve every scale, and the key beside the bars.</summary>
    public static int DepthOf(int level, int levels) =>
        levels <= 1 ? 4 : (int)Math.Round(level * 4.0 / (levels - 1));
}
