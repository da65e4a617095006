using Throughline.Domain.Meetings;

namespace Throughline.Web.Features.Meetings.Feedback;

/// <summary>What is typed about a meeting: one's own feedback, or a theme found in it.</summary>
public sealed class FeedbackInput
{
    /// <summary>The boxes that were on the page.</summary>
    public FeedbackKind? Kind { get; set; }

    /// <summary>Whether the page said that it is kept with the name.</summary>
    public bool ByName { get; set; }

    public List<BoxInput> Lines { get; set; } = [];

    /// <summary>A theme in a short line.</summary>
    public string? Words { get; set; }

    /// <summary>What the team changed.</summary>
    public string? Answer { get; set; }

    /// <summary>Boxes to fill in; by name with what the person said before.</summary>
    public void Fill(FeedbackView view, Guid person)
    {
        var said = view.Mine(person)?.Lines ?? [];
        Lines = [];
        Ask(view.Form);
        foreach (var line in Lines)
        {
            line.Words = said.FirstOrDefault(l => l.Box == line.Box)?.Words;
        }
    }

    /// <summary>A box for each that is asked for; what was typed in others stays in the first, so that nothing is lost.</summary>
    public void Ask(FeedbackForm? form)
    {
        if (form is null)
        {
            return;
        }

        var typed = Lines;
        (Kind, ByName) = (form.Kind, form.ByName);
        Lines =
        [
            .. form.Boxes.Select(b => new BoxInput
            {
                Box = b,
                Words = typed.Find(l => l.Box == b)?.Words,
            }),
        ];
        var lost = typed
            .Where(l => l.Box is { } box && !form.Boxes.Contains(box))
            .Select(l => l.Words)
            .Where(w => !string.IsNullOrWhiteSpace(w))
            .ToList();
        if (lost.Count > 0)
        {
            Lines[0].Words = string.Join('\n', [.. lost, Lines[0].Words ?? ""]).Trim();
        }
    }
}

/// <summary>A box as it is typed.</summary>
public sealed class BoxInput
{
    public FeedbackBox? Box { get; set; }
    public string? Words { get; set; }
}
