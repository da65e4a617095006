using System.Globalization;

namespace Throughline.Web.Features.Meetings;

/// <summary>The meeting that an address names, for those who ask what a person has to do with it.</summary>
internal static class MeetingInAddress
{
    /// <summary>Its number; null for an address that names none.</summary>
    public static int? NumberOf(RouteValueDictionary address) =>
        int.TryParse(
            address["meeting"]?.ToString(),
            NumberStyles.None,
            CultureInfo.InvariantCulture,
            out var number
        )
            ? number
            : null;
}
