using Throughline.Domain.Units;
using Throughline.Web.Access;

namespace Throughline.Web.Ui;

/// <summary>A place one can go to.</summary>
/// <param name="Label">What it is called.</param>
/// <param name="Path">Its address.</param>
/// <param name="Permission">Who sees it.</param>
public sealed record Place(string Label, string Path, Permission Permission);

/// <summary>
/// The areas of a unit and the pages below each: one list for the desk's navigation, the phone's bar and the line below
/// an area's name. It shows what exists and what this person may open.
/// </summary>
public static class Navigation
{
    /// <summary>The areas this person sees at this unit.</summary>
    public static IEnumerable<Place> Areas(Here here) =>
        here.HasUnit ? Areas(here.Unit).Where(p => here.Can(p.Permission)) : [];

    /// <summary>The pages of the area the address is in.</summary>
    public static IEnumerable<Place> Pages(Here here, string path) =>
        here.HasUnit
            ? Pages(here.Unit)
                .Where(area => Within(path, area.Key.Path))
                .SelectMany(area => area.Value)
                .Where(p => here.Can(p.Permission))
            : [];

    /// <summary>True when the address is the place or lies below it.</summary>
    public static bool Within(string path, string place) =>
        path == place || path.StartsWith(place + "/", StringComparison.Ordinal);

    private static IEnumerable<Place> Areas(Unit unit)
    {
        if (unit.Kind == UnitKind.District)
        {
            yield return new("Schools", $"/{unit.Slug}/schools", Permission.SeeSchools);
        }

        foreach (var area in Pages(unit).Keys)
        {
            yield return area;
        }
    }

    private static Dictionary<Place, Place[]> Pages(Unit unit)
    {
        var at = $"/{unit.Slug}";
        return new()
        {
            [new("Team", $"{at}/team", Permission.SeeUnit)] = [],
            [new("Assess", $"{at}/assessments", Permission.SeeInstruments)] =
            [
                new("Rounds", $"{at}/assessments", Permission.SeeRounds),
                new("Instruments", $"{at}/assessments/instruments", Permission.SeeInstruments),
            ],
            [new("Settings", $"{at}/settings", Permission.SeeUnit)] =
            [
                new("General", $"{at}/settings", Permission.ManageUnit),
                new("People", $"{at}/settings/people", Permission.ManagePeople),
                new("Instructional teams", $"{at}/settings/teams", Permission.ManageUnit),
                new("Calendar", $"{at}/settings/calendar", Permission.ManageUnit),
                .. unit.Kind == UnitKind.District
                    ? [new Place("Roster", $"{at}/settings/roster", Permission.ImportRoster)]
                    : Array.Empty<Place>(),
                new("Who may do what", $"{at}/settings/access", Permission.SeeUnit),
                new("What changed", $"{at}/settings/audit", Permission.SeeAudit),
            ],
        };
    }
}
