using System.Globalization;
using Throughline.Domain.Assessments;

namespace Throughline.Web.Features.Assessments.Agreement;

/// <summary>What the states of an agreement are called.</summary>
public static class AgreementWords
{
    /// <summary>The state as a tag: its colour class, mark and words. Null stands for an item nobody has talked about.</summary>
    public static (string Class, string Words) Tag(AgreedState? state, int? level) =>
        state switch
        {
            null => ("", "not yet talked about"),
            AgreedState.TalkedAbout => ("", "talked about, nothing recorded"),
            AgreedState.NoAgreementYet => ("watch", "▲ no agreement yet"),
            AgreedState.Agreed when level is { } at => (
                "good",
                string.Create(CultureInfo.InvariantCulture, $"✓ agreed: level {at}")
            ),
            AgreedState.Agreed => ("good", "✓ agreed"),
            _ => throw new ArgumentOutOfRangeException(nameof(state)),
        };

    /// <summary>What was recorded, in a line: “Level 2, Developing”, “No agreement yet”.</summary>
    public static string Said(AgreedState state, int? level, Instrument instrument) =>
        state switch
        {
            AgreedState.TalkedAbout => "Nothing recorded",
            AgreedState.NoAgreementYet => "No agreement yet",
            AgreedState.Agreed => level is { } at ? Level(instrument.Level(at), at) : "Agreed",
            _ => throw new ArgumentOutOfRangeException(nameof(state)),
        };

    /// <summary>A level's number and label: “4 Exemplary practice”; once where the scale calls it by its number alone.</summary>
    public static string Name(InstrumentLevel level)
    {
        var number = level.Value.ToString(CultureInfo.InvariantCulture);
        return level.Label.EndsWith(" " + number, StringComparison.Ordinal)
            ? level.Label
            : $"{number} {level.Label}";
    }

    private static string Level(InstrumentLevel? level, int value)
    {
        var number = string.Create(CultureInfo.InvariantCulture, $"Level {value}");
        return level is null || level.Label == number ? number : $"{number}, {level.Label}";
    }

    public static string Of(EvidenceFormat format) =>
        format switch
        {
            EvidenceFormat.Pdf => "PDF",
            EvidenceFormat.Png or EvidenceFormat.Jpeg or EvidenceFormat.Webp => "picture",
            EvidenceFormat.Word => "Word document",
            EvidenceFormat.Excel => "Excel workbook",
            EvidenceFormat.PowerPoint => "PowerPoint presentation",
            EvidenceFormat.PlainText => "plain text",
            EvidenceFormat.Csv => "CSV table",
            _ => throw new ArgumentOutOfRangeException(nameof(format)),
        };

    /// <summary>The type a browser is told. It is never the one a file claims for itself.</summary>
    public static string MediaType(EvidenceFormat format) =>
        format switch
        {
            EvidenceFormat.Pdf => "application/pdf",
            EvidenceFormat.Png => "image/png",
            EvidenceFormat.Jpeg => "image/jpeg",
            EvidenceFormat.Webp => "image/webp",
            EvidenceFormat.Word =>
                "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            EvidenceFormat.Excel =>
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            EvidenceFormat.PowerPoint =>
                "application/vnd.openxmlformats-officedocument.presentationml.presentation",
            EvidenceFormat.PlainText => "text/plain; charset=utf-8",
            EvidenceFormat.Csv => "text/csv; charset=utf-8",
            _ => throw new ArgumentOutOfRangeException(nameof(format)),
        };

    /// <summary>“340 KB”, “2.4 MB”.</summary>
    public static string Size(int bytes) =>
        bytes < 1024 * 1024
            ? string.Create(CultureInfo.InvariantCulture, $"{Math.Max(1, bytes / 1024)} KB")
            : string.Create(CultureInfo.InvariantCulture, $"{bytes / 1024.0 / 1024:0.0} MB");
}
