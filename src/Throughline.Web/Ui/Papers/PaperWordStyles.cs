using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Throughline.Web.Ui.Papers;

/// <summary>The styles of a Word document: few, with the names that programs know, so that headings are headings.</summary>
internal static class PaperWordStyles
{
    public static Styles Of(string language) =>
        new(
            new DocDefaults(
                new RunPropertiesDefault(
                    new RunPropertiesBaseStyle(
                        new RunFonts { Ascii = "Calibri", HighAnsi = "Calibri" },
                        new FontSize { Val = "22" },
                        new Languages { Val = language }
                    )
                ),
                new ParagraphPropertiesDefault(
                    new ParagraphPropertiesBaseStyle(
                        new SpacingBetweenLines
                        {
                            After = "120",
                            Line = "264",
                            LineRule = LineSpacingRuleValues.Auto,
                        }
                    )
                )
            ),
            new Style(new StyleName { Val = "Normal" }, new PrimaryStyle())
            {
                Type = StyleValues.Paragraph,
                StyleId = "Normal",
                Default = true,
            },
            Heading("Title", "Title", "40", null),
            Heading("Heading1", "heading 1", "30", 0),
            Heading("Heading2", "heading 2", "24", 1),
            new Style(
                new StyleName { Val = "Table Grid" },
                new StyleTableProperties(
                    new TableBorders(
                        Line<TopBorder>(),
                        Line<LeftBorder>(),
                        Line<BottomBorder>(),
                        Line<RightBorder>(),
                        Line<InsideHorizontalBorder>(),
                        Line<InsideVerticalBorder>()
                    ),
                    new TableCellMarginDefault(
                        new TableCellLeftMargin { Width = 108, Type = TableWidthValues.Dxa },
                        new TableCellRightMargin { Width = 108, Type = TableWidthValues.Dxa }
                    )
                )
            )
            {
                Type = StyleValues.Table,
                StyleId = "TableGrid",
            }
        );

    private static Style Heading(string id, string name, string halfPoints, int? outline)
    {
        var paragraph = new StyleParagraphProperties(
            new KeepNext(),
            new SpacingBetweenLines { Before = "240", After = "80" }
        );
        if (outline is { } level)
        {
            paragraph.Append(new OutlineLevel { Val = level });
        }

        return new Style(
            new StyleName { Val = name },
            new BasedOn { Val = "Normal" },
            new NextParagraphStyle { Val = "Normal" },
            new PrimaryStyle(),
            paragraph,
            new StyleRunProperties(new Bold(), new FontSize { Val = halfPoints })
        )
        {
            Type = StyleValues.Paragraph,
            StyleId = id,
        };
    }

    private static T Line<T>()
        where T : BorderType, new() =>
        new()
        {
            Val = BorderValues.Single,
            Size = 4,
            Color = "999999",
        };
}
