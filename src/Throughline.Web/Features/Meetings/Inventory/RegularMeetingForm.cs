using Microsoft.AspNetCore.Mvc.Rendering;
using Throughline.Domain.Meetings;
using Throughline.Web.Features.Links;

namespace Throughline.Web.Features.Meetings.Inventory;

/// <summary>What is typed about a regular meeting.</summary>
public sealed class RegularMeetingInput
{
    public string? Name { get; set; }
    public string? Purpose { get; set; }
    public string? Who { get; set; }
    public int? People { get; set; }
    public int? Times { get; set; }
    public HeldEvery? Every { get; set; }
    public int? Minutes { get; set; }
    public string? Topics { get; set; }
    public bool IsInstructional { get; set; }
    public IList<Guid> Teams { get; set; } = [];
    public int? Version { get; set; }

    internal static RegularMeetingInput Of(RegularMeeting meeting) =>
        new()
        {
            Name = meeting.Name,
            Purpose = meeting.Purpose,
            Who = meeting.Who,
            People = meeting.People,
            Times = meeting.Times,
            Every = meeting.Every,
            Minutes = meeting.Minutes,
            Topics = string.Join(", ", meeting.Topics),
            IsInstructional = meeting.IsInstructional,
            Teams = [.. meeting.Teams],
            Version = meeting.Version,
        };

    /// <summary>What is typed; of the teams those that are there.</summary>
    internal RegularMeetingPlan AsPlan(IReadOnlyList<TeamOfUnit> teams) =>
        new(
            Name,
            Purpose,
            Who,
            People,
            Times,
            Every,
            Minutes,
            Topics,
            IsInstructional,
            [.. Teams.Where(id => teams.Any(t => t.Id == id))]
        );

    /// <summary>Each field as it stands now beside what was typed.</summary>
    internal (string Label, string? Now, string? Typed)[] Beside(
        RegularMeetingInput typed,
        IReadOnlyList<TeamOfUnit> teams
    )
    {
        return
        [
            Field("What it is called", i => i.Name),
            Field("What it is for", i => i.Purpose),
            Field("Who takes part", i => i.Who),
            Field("How many people", i => $"{i.People}"),
            Field("How often", i => $"{i.Times} / {i.Every}"),
            Field("Minutes", i => $"{i.Minutes}"),
            Field("Topics", i => i.Topics),
            Field("It is about instruction", i => i.IsInstructional ? "yes" : "no"),
            Field(
                "Instructional teams",
                i => string.Join(", ", teams.Where(t => i.Teams.Contains(t.Id)).Select(t => t.Name))
            ),
        ];

        (string, string?, string?) Field(string label, Func<RegularMeetingInput, string?> of) =>
            (label, of(this), of(typed));
    }
}

/// <summary>The form that lists a regular meeting and the one that corrects it look alike.</summary>
public interface IRegularMeetingForm
{
    RegularMeetingInput Input { get; }

    /// <summary>Teams whose time it can take.</summary>
    IReadOnlyList<TeamOfUnit> Teams { get; }

    /// <summary>What it comes from; null for what comes from nothing.</summary>
    Origin? Origin => null;

    /// <summary>What the button says.</summary>
    string Saves { get; }

    /// <summary>Where one goes without saving.</summary>
    string Back { get; }

    static IReadOnlyList<SelectListItem> Periods { get; } =
    [new("a week", "1"), new("in two weeks", "2"), new("a month", "3")];
}
