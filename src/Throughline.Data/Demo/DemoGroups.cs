using Throughline.Domain.Assessments;

namespace Throughline.Data.Demo;

/// <summary>The part each person of the demo has, from their seat: at their school first, then at the district.</summary>
internal static class DemoGroups
{
    private static readonly Dictionary<string, RaterGroup> ByName = new[]
    {
        DemoLincoln.Place,
        DemoTubman.Place,
        DemoHigh.Place,
        DemoRoosevelt.Place,
        DemoOffices.OtherSchool,
        DemoOffices.District,
    }
        .SelectMany(place => place.Staff)
        .Where(staff => staff.Seat is not null)
        .DistinctBy(staff => staff.Name)
        .ToDictionary(
            staff => staff.Name,
            staff => RaterGroups.Of(staff.Seat!.Value),
            StringComparer.Ordinal
        );

    public static RaterGroup Of(string name) => ByName[name];
}
