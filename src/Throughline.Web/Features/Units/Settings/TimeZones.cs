using Microsoft.AspNetCore.Mvc.Rendering;

namespace Throughline.Web.Features.Units.Settings;

/// <summary>The time zones a unit can choose from: those of the United States by the names people there use, then every other IANA zone.</summary>
internal static class TimeZones
{
    private static readonly (string Id, string Name)[] American =
    [
        ("America/New_York", "Eastern (New York)"),
        ("America/Chicago", "Central (Chicago)"),
        ("America/Denver", "Mountain (Denver)"),
        ("America/Phoenix", "Mountain without daylight saving (Phoenix)"),
        ("America/Los_Angeles", "Pacific (Los Angeles)"),
        ("America/Anchorage", "Alaska (Anchorage)"),
        ("America/Adak", "Aleutian (Adak)"),
        ("Pacific/Honolulu", "Hawaii (Honolulu)"),
        ("America/Puerto_Rico", "Atlantic (Puerto Rico)"),
        ("Pacific/Guam", "Chamorro (Guam)"),
        ("Pacific/Pago_Pago", "Samoa (Pago Pago)"),
    ];

    /// <summary>What the select offers; <paramref name="current"/> is in it even when the system's list has lost it.</summary>
    public static IEnumerable<SelectListItem> Options(string current)
    {
        var states = new SelectListGroup { Name = "United States" };
        var world = new SelectListGroup { Name = "Everywhere else" };
        var named = American.Select(z => z.Id).ToHashSet(StringComparer.Ordinal);
        return American
            .Select(z => new SelectListItem(z.Name, z.Id) { Group = states })
            .Concat(
                TimeZoneInfo
                    .GetSystemTimeZones()
                    .Select(z => z.Id)
                    .Where(id =>
                        id.Contains('/') && !id.StartsWith("Etc/", StringComparison.Ordinal)
                    )
                    .Append("UTC")
                    .Append(current)
                    .Where(id => !named.Contains(id))
                    .Distinct(StringComparer.Ordinal)
                    .Order(StringComparer.Ordinal)
                    .Select(id => new SelectListItem(id.Replace('_', ' '), id) { Group = world })
            );
    }

    /// <summary>The name shown for a zone.</summary>
    public static string NameOf(string id) =>
        American.FirstOrDefault(z => z.Id == id).Name ?? id.Replace('_', ' ');
}
