using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Throughline.Domain.Assessments;

namespace Throughline.Web.Ui;

/// <summary>
/// How the team and those from outside rated one item, on one axis: the levels run across, the team's share stands above
/// the axis, that from outside hangs below it; a ring marks each median. Every bar carries its count, so nothing hangs on
/// colour; the page puts a table beside it. <c>&lt;two-views team="gap.Team" outside="gap.Outside"/&gt;</c>
/// </summary>
[HtmlTargetElement("two-views", TagStructure = TagStructure.WithoutEndTag)]
public sealed class TwoViewsTagHelper : TagHelper
{
    // Across in percent, so that it takes the width there is; down in pixels, so that its figures keep their shape.
    private const double Names = 20;
    private const double Top = 54;
    private const double Bottom = 82;
    private const double Tallest = 36;

    /// <summary>What the team says.</summary>
    public ItemFigures Team { get; set; } = null!;

    /// <summary>What those from outside say, on the same scale.</summary>
    public ItemFigures Outside { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "svg";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "views");
        output.Attributes.SetAttribute("role", "img");
        output.Attributes.SetAttribute(
            "aria-label",
            $"{Said("Team", Team)}. {Said("Outside", Outside)}"
        );
        output.Content.SetHtmlContent(Drawn());
    }

    private static string Said(string who, ItemFigures figures) =>
        $"{who}: "
        + string.Join(
            ", ",
            figures
                .Counts.Where(c => c.People > 0)
                .Select(c =>
                    string.Create(CultureInfo.InvariantCulture, $"{c.People} at {c.Level}")
                )
        )
        + $", median {figures.Median}";

    private string Drawn()
    {
        var svg = new StringBuilder();
        var across = (100 - Names) / Team.Counts.Count;
        // The longest bar of both fills the height, so that the two can be compared.
        var most = Math.Max(LargestShare(Team), LargestShare(Outside));
        Add(svg, $"<line x1=\"0\" x2=\"100%\" y1=\"{Top}\" y2=\"{Top}\"/>");
        Add(svg, $"<line x1=\"0\" x2=\"100%\" y1=\"{Bottom}\" y2=\"{Bottom}\"/>");
        Add(svg, $"<text x=\"0\" y=\"{Top - 6}\">Team</text>");
        Add(svg, $"<text x=\"0\" y=\"{Bottom + 15}\">Outside</text>");
        for (var i = 0; i < Team.Counts.Count; i++)
        {
            var middle = Names + (across * (i + 0.5));
            Add(
                svg,
                $"<text class=\"level\" x=\"{middle:0.##}%\" y=\"{Bottom - 10}\" text-anchor=\"middle\">{Team.Counts[i].Level}</text>"
            );
            var up = Height(Team, i, most);
            var down = Height(Outside, i, most);
            Bar(svg, "above", middle, across, Top - up, up);
            Bar(svg, "below", middle, across, Bottom, down);
            Count(svg, middle, Top - up - 4, Team.Counts[i].People);
            Count(svg, middle, Bottom + down + 12, Outside.Counts[i].People);
        }

        Median(svg, across, Top, Team);
        Median(svg, across, Bottom, Outside);
        return svg.ToString();
    }

    private static double LargestShare(ItemFigures figures) =>
        figures.Counts.Max(c => (double)c.People / figures.Rated);

    private static double Height(ItemFigures figures, int level, double most) =>
        Tallest * figures.Counts[level].People / figures.Rated / most;

    private static void Bar(
        StringBuilder svg,
        string name,
        double middle,
        double across,
        double y,
        double height
    ) =>
        Add(
            svg,
            $"<rect class=\"{name}\" x=\"{middle - (across * 0.38):0.##}%\" y=\"{y:0.##}\" width=\"{across * 0.76:0.##}%\" height=\"{height:0.##}\"/>"
        );

    private static void Count(StringBuilder svg, double middle, double y, int people)
    {
        if (people > 0)
        {
            Add(
                svg,
                $"<text x=\"{middle:0.##}%\" y=\"{y:0.##}\" text-anchor=\"middle\">{people}</text>"
            );
        }
    }

    private static void Median(StringBuilder svg, double across, double y, ItemFigures figures)
    {
        var x = Names + (across * (figures.Median.Middle - figures.Counts[0].Level + 0.5));
        Add(svg, $"<circle cx=\"{x:0.##}%\" cy=\"{y}\" r=\"4.5\"/>");
    }

    private static void Add(StringBuilder svg, FormattableString text) =>
        svg.Append(text.ToString(CultureInfo.InvariantCulture));
}
