using Microsoft.AspNetCore.Mvc.Rendering;
using Throughline.Domain.Meetings;

namespace Throughline.Web.Features.Meetings.Protocols;

/// <summary>What is typed about a protocol.</summary>
public sealed class ProtocolInput
{
    private const int SpareSteps = 2;

    public string? Title { get; set; }
    public string? Purpose { get; set; }
    public string? GroupSize { get; set; }
    public string? Roles { get; set; }
    public string? Bring { get; set; }
    public IList<StepInput> Steps { get; set; } = [];
    public int? Version { get; set; }

    internal static ProtocolInput Of(Protocol protocol, int? version = null) =>
        new()
        {
            Title = protocol.Title,
            Purpose = protocol.Purpose,
            GroupSize = protocol.GroupSize,
            Roles = protocol.Roles,
            Bring = protocol.Bring,
            Version = version,
            Steps =
            [
                .. protocol.Steps.Select(
                    (s, at) =>
                        new StepInput
                        {
                            Place = at + 1,
                            Title = s.Title,
                            Minutes = s.Minutes,
                            Who = s.Who,
                            Prompts = s.Prompts,
                            Collects = s.Collects,
                            DescribeOnly = s.DescribeOnly,
                        }
                ),
            ],
        };

    /// <summary>
    /// Puts the steps that say something in the order of their places, as they are shown again when one of them is refused;
    /// those without a place follow where they stand.
    /// </summary>
    internal Protocol PutInOrder()
    {
        Steps =
        [
            .. Steps
                .Where(s => !s.IsEmpty)
                .Select((s, at) => (Step: s, Place: s.Place ?? at + 1))
                .OrderBy(s => s.Place)
                .Select(s => s.Step),
        ];
        foreach (var (step, at) in Steps.Select((s, at) => (s, at)))
        {
            step.Place = at + 1;
        }

        return new Protocol(
            Title ?? "",
            Purpose ?? "",
            GroupSize,
            Roles,
            Bring,
            [
                .. Steps.Select(s => new ProtocolStep(
                    s.Title ?? "",
                    s.Minutes.GetValueOrDefault(),
                    s.Who ?? "",
                    s.Prompts ?? "",
                    s.Collects,
                    s.DescribeOnly
                )),
            ]
        );
    }

    internal void AddSpareSteps()
    {
        var spare = Steps.AsEnumerable().Reverse().TakeWhile(s => s.IsEmpty).Count();
        for (; spare < SpareSteps && Steps.Count < Protocol.MostSteps; spare++)
        {
            Steps.Add(new StepInput());
        }
    }

    /// <summary>Each field as it stands now beside what was typed.</summary>
    internal (string Label, string? Now, string? Typed)[] Beside(ProtocolInput typed) =>
        [
            ("Name", Title, typed.Title),
            ("What it is good for", Purpose, typed.Purpose),
            ("For how many", GroupSize, typed.GroupSize),
            ("Who does what", Roles, typed.Roles),
            ("What to bring", Bring, typed.Bring),
            ("Steps", Said(this), Said(typed)),
        ];

    private static string Said(ProtocolInput input) =>
        string.Join(
            '\n',
            input
                .Steps.Where(s => !s.IsEmpty)
                .Select(s => $"{s.Title}, {s.Minutes} min. {s.Who}. {s.Prompts}")
        );
}

/// <summary>A step as typed.</summary>
public sealed class StepInput
{
    public int? Place { get; set; }
    public string? Title { get; set; }
    public int? Minutes { get; set; }
    public string? Who { get; set; }
    public string? Prompts { get; set; }
    public OutputKind? Collects { get; set; }
    public bool DescribeOnly { get; set; }

    internal bool IsEmpty =>
        string.IsNullOrWhiteSpace(Title)
        && string.IsNullOrWhiteSpace(Prompts)
        && Minutes is null or 0;
}

/// <summary>The form that adds a protocol and the one that changes it look alike.</summary>
public interface IProtocolForm
{
    ProtocolInput Input { get; }

    /// <summary>What the button says.</summary>
    string Saves { get; }

    /// <summary>Where one goes without saving.</summary>
    string Back { get; }

    static IReadOnlyList<SelectListItem> Kinds { get; } =
    [
        new("nothing", ""),
        new("observations", "1"),
        new("inferences", "2"),
        new("root causes", "3"),
        new("next steps", "4"),
    ];
}
