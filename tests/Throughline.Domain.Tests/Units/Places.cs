using Throughline.Domain.Units;

namespace Throughline.Domain.Tests.Units;

/// <summary>A district and a school to try rules on.</summary>
internal static class Places
{
    public static readonly DateTime Now = new(2026, 11, 20, 15, 0, 0, DateTimeKind.Utc);

    public static readonly Unit District = Unit.NewDistrict(
        "Riverbend",
        "riverbend",
        "America/Chicago",
        Now
    ).Value;

    public static readonly Unit School = Unit.NewSchool(District, "Lincoln", "lincoln", Now).Value;

    public static Guid SomeId(int seconds = 0) =>
        Throughline.Domain.Shared.Ids.New(Now.AddSeconds(seconds));
}
