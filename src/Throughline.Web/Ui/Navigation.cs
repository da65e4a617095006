using Throughline.Domain.Units;
using Throughline.Web.Access;

namespace Throughline.Web.Ui;

/// <summary>A place one can go to.</summary>
/// <param name="Label">What it is called.</param>
/// <param name="Path">Its address.</param>
/// <param name="Permission">Who sees it.</param>
/// <param name="Unless">Who does not see it although they may open it: they have a better way to the same.</param>
public sealed record Place(
    string Label,
    string Path,
    Permission Permission,
    Permission? Unless = null
);

/// <summary>An area of a unit and the pages in it.</summary>
public sealed record Area(string Label, string Path, IReadOnlyList<Place> Pages);

/// <summary>
/// The areas of a unit and the pages of each: one list for the desk's navigation, the phone's bar and the line below
/// an area's name. It shows what exists and what this person may open, so that no link leads to a 404.
/// </summary>
public static class Navigation
{
    /// <summary>The areas this person sees at the unit around the page, each leading to the first of its pages they may open.</summary>
    public static IReadOnlyList<Area> Areas(Here here) =>
        here.Around is { } unit
            ?
            [
                .. All(unit)
                    .Select(area =>
                        area with
                        {
                            Pages =
                            [
                                .. area.Pages.Where(p =>
                                    here.CanAt(p.Permission, unit)
                                    && !(p.Unless is { } better && here.CanAt(better, unit))
                                ),
                            ],
                        }
                    )
                    .Where(area => area.Pages.Count > 0),
            ]
            : [];

    /// <summary>True when the address is the place or lies below it.</summary>
    public static bool Within(string path, string place) =>
        path == place || path.StartsWith(place + "/", StringComparison.Ordinal);

    /// <summary>The area the address lies in: the one whose own address is the longest that holds it.</summary>
    public static Area? Current(IEnumerable<Area> areas, string path) =>
        areas.Where(a => Within(path, a.Path)).MaxBy(a => a.Path.Length);

    private static IEnumerable<Area> All(Unit unit)
    {
        var at = $"/{unit.Slug}";
        var district = unit.Kind == UnitKind.District;
        if (district)
        {
            yield return new(
                "Schools",
                $"{at}/schools",
                [
                    new("Schools", $"{at}/schools", Permission.SeeSchools),
                    new("Team health", $"{at}/schools/health", Permission.SeeSchools),
                ]
            );
        }

        yield return new(
            "Team",
            $"{at}/team",
            [
                new("Team", $"{at}/team", Permission.SeeUnit),
                new("Vision", $"{at}/team/vision", Permission.SeeUnit),
                new("Design", $"{at}/team/design", Permission.SeeUnit),
                new("Norms", $"{at}/team/norms", Permission.SeeUnit),
                new("Other teams", $"{at}/team/other-teams", Permission.SeeUnit),
                .. district
                    ? []
                    : new[]
                    {
                        new Place(
                            "First month",
                            $"{at}/team/first-month",
                            Permission.SeeFirstMonth
                        ),
                    },
            ]
        );
        yield return new(
            "Assess",
            $"{at}/assessments",
            [
                new("Rounds", $"{at}/assessments", Permission.SeeRounds),
                new("Staff pulse", $"{at}/assessments/pulses", Permission.SeePulses),
                new("Instruments", $"{at}/assessments/instruments", Permission.SeeInstruments),
            ]
        );
        yield return new(
            "Meet",
            $"{at}/meetings",
            [
                new("Meetings", $"{at}/meetings", Permission.SeeMeetings),
                new("Rhythm", $"{at}/meetings/rhythm", Permission.SeeMeetings),
                new("Agenda", $"{at}/meetings/agenda", Permission.SeeMeetings),
                new("Calendar", $"{at}/meetings/calendar", Permission.SeeMeetings),
                new("Feedback", $"{at}/meetings/feedback", Permission.SeeFeedback),
                new("Health", $"{at}/meetings/health", Permission.SeeHealth),
                new("Voice", $"{at}/meetings/voice", Permission.SeeHealth),
                new("Reflection", $"{at}/meetings/reflections", Permission.SeeReflections),
                new("Protocols", $"{at}/meetings/protocols", Permission.SeeMeetings),
                new("Inventory", $"{at}/meetings/inventory", Permission.SeeInventory),
            ]
        );
        yield return new(
            "Work",
            $"{at}/work",
            [
                new("Action steps", $"{at}/work/actions", Permission.SeeWork),
                new("To-dos", $"{at}/work/todos", Permission.SeeWork),
                new("Rocks", $"{at}/work/rocks", Permission.SeeWork),
                new("Decisions", $"{at}/work/decisions", Permission.SeeDecisions),
                new("Issues", $"{at}/work/issues", Permission.SeeIssues),
            ]
        );
        yield return new(
            "Share",
            $"{at}/sharing",
            [
                new("Tell the teams", $"{at}/sharing", Permission.SeeRelays),
                new("Staff notes", $"{at}/sharing/notes", Permission.ReadStaffNotes),
                new("Wins", $"{at}/sharing/wins", Permission.ShareWins),
                new("Calendar", $"{at}/sharing/calendar", Permission.SeeCommunication),
            ]
        );
        // Who sits on the ILT puts it on the list.
        yield return new(
            "Raise something",
            $"{at}/work/raised",
            [
                new(
                    "Raise something",
                    $"{at}/work/raised",
                    Permission.RaiseMatters,
                    Unless: Permission.SeeIssues
                ),
            ]
        );
        yield return new(
            "Settings",
            $"{at}/settings",
            [
                new("General", $"{at}/settings", Permission.ManageUnit),
                new("People", $"{at}/settings/people", Permission.ManagePeople),
                new("Instructional teams", $"{at}/settings/teams", Permission.ManageUnit),
                new("Calendar", $"{at}/settings/calendar", Permission.ManageUnit),
                new("Contract hours", $"{at}/settings/hours", Permission.ManageUnit),
                .. district
                    ? new[]
                    {
                        new Place("Roster", $"{at}/settings/roster", Permission.ImportRoster),
                    }
                    : [],
                new("Who may do what", $"{at}/settings/access", Permission.SeeUnit),
                new("What changed", $"{at}/settings/audit", Permission.SeeAudit),
                new("Records", $"{at}/settings/records", Permission.KeepRecords),
            ]
        );
    }
}
