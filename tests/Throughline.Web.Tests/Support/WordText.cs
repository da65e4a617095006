using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Throughline.Web.Tests.Support;

/// <summary>Reads Word documents as their file holds them.</summary>
internal static class WordText
{
    /// <summary>The text of each paragraph that has one, in order.</summary>
    public static IReadOnlyList<string> Of(byte[] file)
    {
        using var document = Open(file);
        return
        [
            .. document
                .MainDocumentPart!.Document.Body!.Descendants<Paragraph>()
                .Select(p => string.Concat(p.Descendants().Select(TextOf)))
                .Where(t => t.Length > 0),
        ];
    }

    private static string TextOf(OpenXmlElement element) =>
        element switch
        {
            Text text => text.Text,
            Break => "\n",
            _ => "",
        };

    /// <summary>What the format forbids in it.</summary>
    public static IReadOnlyList<string> Errors(byte[] file)
    {
        using var document = Open(file);
        return
        [
            .. new OpenXmlValidator(FileFormatVersions.Office2013)
                .Validate(document)
                .Select(e => $"{e.Path?.XPath}: {e.Description}"),
        ];
    }

    public static WordprocessingDocument Open(byte[] file) =>
        WordprocessingDocument.Open(new MemoryStream(file), isEditable: false);
}
