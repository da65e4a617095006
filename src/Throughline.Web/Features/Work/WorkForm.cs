using Microsoft.AspNetCore.Mvc.Rendering;
using Throughline.Domain.Work;
using Throughline.Web.Features.Links;

namespace Throughline.Web.Features.Work;

/// <summary>What is typed about an action step, a to-do or a rock.</summary>
public class WorkInput
{
    public string? Title { get; set; }
    public string? Why { get; set; }
    public Guid? OwnerId { get; set; }
    public DateOnly? DueOn { get; set; }
    public int? Version { get; set; }

    /// <summary>What the steps on a rock's way are called, one a line; only a new rock asks for them.</summary>
    public string? Milestones { get; set; }

    internal static WorkInput Of(CarriedWork work) =>
        new()
        {
            Title = work.Title,
            Why = work.Why,
            OwnerId = work.OwnerId,
            DueOn = work.DueOn,
            Version = work.Version,
        };
}

/// <summary>The forms that make something one person carries and those that change it look alike.</summary>
public interface IWorkForm
{
    WorkInput Input { get; }

    /// <summary>Who can be asked to carry it.</summary>
    IReadOnlyList<SelectListItem> Owners { get; }

    /// <summary>What it comes from; null for what comes from nothing, and where the page says so itself.</summary>
    Origin? Origin => null;

    /// <summary>What the form says that is not alike.</summary>
    WorkFormWords Says { get; }

    /// <summary>What the button says.</summary>
    string Saves { get; }

    /// <summary>Where one goes without saving.</summary>
    string Back { get; }
}

/// <summary>What a form says of an action step, a to-do or a rock.</summary>
/// <param name="What">What to enter as what will be done.</param>
/// <param name="WhyLabel">What the longer text is called.</param>
/// <param name="Why">What to enter there.</param>
/// <param name="DueLabel">What the day is called; null where the form does not ask for one.</param>
/// <param name="Due">What to enter there; null where nothing need be said.</param>
/// <param name="MayLeaveDue">True where the day may be left empty.</param>
/// <param name="AsksMilestones">True where the steps on the way are asked for.</param>
public sealed record WorkFormWords(
    string What,
    string WhyLabel,
    string Why,
    string? DueLabel,
    string? Due = null,
    bool MayLeaveDue = false,
    bool AsksMilestones = false
)
{
    public static WorkFormWords Action { get; } =
        new(
            "One thing that someone can do and say “it is done” of.",
            "Why",
            "The gap it closes. No names of students.",
            "By when"
        );

    public static WorkFormWords ToDo { get; } =
        new(
            "Small enough to be done before one of the next meetings.",
            "More about it",
            "What the owner needs to know. No names of students.",
            "By when"
        );

    public static WorkFormWords NewRock { get; } =
        new(
            "What will be different at the end, in one sentence.",
            "Why",
            "Why it matters most now. No names of students.",
            "Last day",
            $"Left empty: {Rock.SchoolDays} school days from today.",
            MayLeaveDue: true,
            AsksMilestones: true
        );

    /// <summary>A rock that is there gets another last day on its page, with a reason.</summary>
    public static WorkFormWords OldRock { get; } =
        NewRock with
        {
            DueLabel = null,
            AsksMilestones = false,
        };
}
