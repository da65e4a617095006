using Microsoft.AspNetCore.Mvc.Rendering;
using Throughline.Domain.Meetings;
using Throughline.Domain.Shared;

namespace Throughline.Web.Features.Meetings;

/// <summary>What is typed about an item.</summary>
public sealed class ItemInput
{
    public string? Title { get; set; }
    public ItemKind? Kind { get; set; }
    public int? Minutes { get; set; }
    public int? Section { get; set; }
    public string? ReadFirst { get; set; }
    public string? Bring { get; set; }
    public string? Questions { get; set; }
    public bool IsInstructional { get; set; }
    public bool IsAcrossGrades { get; set; }
    public Guid? BroughtBy { get; set; }

    /// <summary>The address of the protocol by which the team goes through it; null for none.</summary>
    public string? Protocol { get; set; }
    public int? Version { get; set; }

    internal static ItemInput Of(AgendaItem item, ProtocolRun? run) =>
        new()
        {
            Title = item.Title,
            Kind = item.Kind,
            Minutes = item.Minutes,
            Section = item.Section,
            ReadFirst = item.ReadFirst,
            Bring = item.Bring,
            Questions = item.Questions,
            IsInstructional = item.IsInstructional,
            IsAcrossGrades = item.IsAcrossGrades,
            BroughtBy = item.BroughtById,
            Protocol = run?.Slug,
            Version = item.Version,
        };

    /// <summary>Each field as it stands now beside what was typed.</summary>
    internal (string Label, string? Now, string? Typed)[] Beside(
        ItemInput typed,
        Meeting meeting,
        IReadOnlyList<SelectListItem> members
    )
    {
        return
        [
            Field("What it is about", i => i.Title),
            Field("What the team is asked to do", i => i.Kind is { } k ? MeetingWords.Of(k) : null),
            Field("Minutes", i => $"{i.Minutes}"),
            Field("It is about teaching and learning", i => i.IsInstructional ? "yes" : "no"),
            Field("It concerns more than one grade", i => i.IsAcrossGrades ? "yes" : "no"),
            Field(
                "Who brings it",
                i => members.FirstOrDefault(m => m.Value == $"{i.BroughtBy}")?.Text
            ),
            Field("Protocol", i => i.Protocol),
            Field("What to read first", i => i.ReadFirst),
            Field("What to bring", i => i.Bring),
            Field("Guiding questions", i => i.Questions),
            Field(
                "Section of the agenda",
                i => meeting.Sections.ElementAtOrDefault(i.Section ?? -1)?.Title
            ),
        ];

        (string, string?, string?) Field(string label, Func<ItemInput, string?> of) =>
            (label, of(this), of(typed));
    }

    /// <summary>Changes an item to what is typed. Nothing is saved.</summary>
    internal Result ApplyTo(Meeting meeting, AgendaItem item, IReadOnlyCollection<Guid> members)
    {
        var changed = item.Change(AsPlan(), meeting.Minutes);
        if (changed.IsOk && Section is { } section)
        {
            changed = meeting.PutInto(item.Number, section);
        }

        return changed.IsOk && BroughtBy is { } by
            ? meeting.BringBy(item.Number, by, members)
            : changed;
    }

    internal ItemPlan AsPlan() =>
        new(Title, Kind, Minutes, ReadFirst, Bring, Questions, IsInstructional, IsAcrossGrades);
}

/// <summary>The form that brings an item and the one that changes it look alike.</summary>
public interface IItemForm
{
    ItemInput Input { get; }

    Meeting Meeting { get; }

    /// <summary>What it can serve, for the form that brings it; what an item serves is not changed later.</summary>
    IReadOnlyList<SelectListItem> Serves => [];

    /// <summary>Who can bring it.</summary>
    IReadOnlyList<SelectListItem> Members { get; }

    /// <summary>By which protocols it can be gone through.</summary>
    IReadOnlyList<SelectListItem> Protocols { get; }

    /// <summary>What the button says.</summary>
    string Saves { get; }

    /// <summary>Where one goes without saving.</summary>
    string Back { get; }
}

/// <summary>Where an item of an agenda goes.</summary>
public enum ItemMove
{
    Up = 1,
    Down,

    /// <summary>To the next meeting.</summary>
    NextTime,

    /// <summary>Back on this agenda.</summary>
    Back,
}
