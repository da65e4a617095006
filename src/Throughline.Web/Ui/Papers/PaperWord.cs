using System.Text;
using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Throughline.Web.Ui.Papers;

/// <summary>
/// A paper as a Word document: headings by style, so that a reader of the screen finds its way; tables with a header row
/// that repeats; the language said.
/// </summary>
public static class PaperWord
{
    /// <summary>What such a file is called on the wire.</summary>
    public const string ContentType =
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    /// <summary>The whole file.</summary>
    /// <param name="paper">What it says.</param>
    /// <param name="language">The language it is written in: “en-US”.</param>
    public static byte[] Write(Paper paper, string language)
    {
        using var stream = new MemoryStream();
        using (
            var file = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document)
        )
        {
            var main = file.AddMainDocumentPart();
            main.AddNewPart<StyleDefinitionsPart>().Styles = PaperWordStyles.Of(language);
            var body = new Body(Styled("Title", paper.Title));
            foreach (var block in paper.Blocks)
            {
                body.Append(Of(block));
            }

            body.Append(
                new SectionProperties(
                    new PageSize { Width = 12240, Height = 15840 },
                    new PageMargin
                    {
                        Top = 1440,
                        Right = 1440u,
                        Bottom = 1440,
                        Left = 1440u,
                        Header = 720u,
                        Footer = 720u,
                        Gutter = 0u,
                    }
                )
            );
            main.Document = new Document(body);
            (file.PackageProperties.Title, file.PackageProperties.Language) = (
                paper.Title,
                language
            );
        }

        return stream.ToArray();
    }

    private static IEnumerable<OpenXmlElement> Of(PaperBlock block) =>
        block switch
        {
            PaperHeading heading =>
            [
                Styled(
                    heading.Level == 2 ? "Heading1" : "Heading2",
                    heading.Aside is null ? heading.Text : $"{heading.Text} ({heading.Aside})"
                ),
            ],
            PaperPassage passage => [Passage(passage)],
            PaperFacts facts => facts.Rows.Select(r => Labelled(r.Name, r.Value)),
            PaperList list => list.Items.Select(i => new Paragraph(Run($"• {i}"))),
            // A paragraph after a table, or two of them would grow into one.
            PaperTable table => [Table(table), new Paragraph()],
            _ => throw new InvalidOperationException($"No such block: {block}."),
        };

    private static Paragraph Passage(PaperPassage passage) =>
        passage.Label is null
            ? new Paragraph(Run(passage.Text))
            : Labelled(passage.Label, passage.Text);

    private static Paragraph Labelled(string name, string value) =>
        new(new Run(new RunProperties(new Bold()), Text($"{name}: ")), Run(value));

    private static Paragraph Styled(string style, string text) =>
        new(new ParagraphProperties(new ParagraphStyleId { Val = style }), Run(text));

    private static Table Table(PaperTable table)
    {
        var properties = new TableProperties(
            new TableStyle { Val = "TableGrid" },
            new TableWidth { Width = "5000", Type = TableWidthUnitValues.Pct },
            new TableLook { Val = "0420", FirstRow = true },
            new TableCaption { Val = table.Caption }
        );
        var grid = new TableGrid(table.Columns.Select(_ => new GridColumn()));
        var head = new TableRow(
            table
                .Columns.Select(c => new TableCell(
                    new Paragraph(new Run(new RunProperties(new Bold()), Text(c)))
                ))
                .Prepend<OpenXmlElement>(new TableRowProperties(new CantSplit(), new TableHeader()))
        );
        return new Table(
            new OpenXmlElement[] { properties, grid, head }.Concat(
                table.Rows.Select(r => new TableRow(
                    r.Cells.Select(c => new TableCell(new Paragraph(Run(c))))
                        .Prepend<OpenXmlElement>(new TableRowProperties(new CantSplit()))
                ))
            )
        );
    }

    // A line break of the text is one of the document.
    private static Run Run(string text)
    {
        var run = new Run();
        foreach (var (line, at) in text.Split('\n').Select((line, at) => (line, at)))
        {
            if (at > 0)
            {
                run.Append(new Break());
            }

            run.Append(Text(line));
        }

        return run;
    }

    private static Text Text(string line) =>
        new(Writable(line)) { Space = SpaceProcessingModeValues.Preserve };

    // What XML cannot hold would make a file that no program opens.
    private static string Writable(string text) =>
        text.All(XmlConvert.IsXmlChar)
            ? text
            : string.Concat(text.EnumerateRunes().Where(r => !Rune.IsControl(r)));
}
