using System.Globalization;
using Throughline.Data.Meetings;
using Throughline.Domain.Meetings;
using Throughline.Web.Features.Assessments;

namespace Throughline.Web.Features.Meetings.Protocols;

/// <summary>Words of the glossary for protocols.</summary>
public static class ProtocolWords
{
    /// <summary>“an observation”.</summary>
    public static string One(OutputKind kind) =>
        kind switch
        {
            OutputKind.Observation => "an observation",
            OutputKind.Inference => "an inference",
            OutputKind.RootCause => "a root cause",
            OutputKind.NextStep => "a next step",
            _ => throw new ArgumentOutOfRangeException(nameof(kind)),
        };

    /// <summary>“Observations”.</summary>
    public static string Many(OutputKind kind) =>
        kind switch
        {
            OutputKind.Observation => "Observations",
            OutputKind.Inference => "Inferences",
            OutputKind.RootCause => "Root causes",
            OutputKind.NextStep => "Next steps",
            _ => throw new ArgumentOutOfRangeException(nameof(kind)),
        };

    /// <summary>What is written into the box of a step.</summary>
    public static string Label(ProtocolStep step) =>
        step.Collects switch
        {
            OutputKind.Observation => "What do you see?",
            OutputKind.Inference => "What could it mean?",
            OutputKind.RootCause => "What lies behind it?",
            OutputKind.NextStep => "What is to be done next?",
            _ => throw new ArgumentOutOfRangeException(nameof(step)),
        };

    /// <summary>Where a built-in protocol comes from.</summary>
    public static string Of(ProtocolSource source) =>
        $"{AssessmentWords.Source(new(source.Document, source.Part, null, null))}. {source.Note}";

    /// <summary>The lines of a text.</summary>
    public static string[] Lines(string? text) => text?.Split('\n') ?? [];

    /// <summary>“Step 2 of 5”.</summary>
    public static string Step(int at, int of) =>
        string.Create(CultureInfo.InvariantCulture, $"Step {at + 1} of {of}");
}
