using Throughline.Data.Roster;
using Throughline.Domain.Units;
using Throughline.Domain.Units.Roster;

namespace Throughline.Data.Tests.Roster;

/// <summary>What every test of the reader starts from.</summary>
internal static class RosterReads
{
    public static readonly DateOnly Today = new(2026, 11, 1);

    public static readonly RosterState Nothing = RosterState.Empty("Solar District");

    /// <summary>A district that has school s1 with teacher t1 of it, both from a roster.</summary>
    public static readonly RosterState WithTeacher = Nothing with
    {
        Schools = [new("s1", "Lake School", false, false)],
        Staff =
        [
            new(
                "t1",
                new("Ann", "Lee", "ann@solar.example"),
                PersonFields.None,
                Left: false,
                [new(new("s1", Role.Teacher), RoleStatus.Active, true, false)],
                []
            ),
        ],
    };

    public static RosterReading Read(
        this RosterZipBuilder zip,
        RosterState? existing = null,
        RosterLimits? limits = null
    ) => Read(zip.Build(), existing, limits);

    public static RosterReading Read(
        byte[] file,
        RosterState? existing = null,
        RosterLimits? limits = null,
        string name = "roster.zip"
    ) => RosterFile.Read(new MemoryStream(file), name, existing ?? Nothing, Today, limits);

    public static RosterSnapshot Accepted(this RosterReading reading)
    {
        reading.Errors.ShouldBeEmpty();
        return reading.Snapshot.ShouldNotBeNull();
    }

    public static RosterError OnlyError(this RosterReading reading)
    {
        reading.Snapshot.ShouldBeNull();
        reading.ErrorCount.ShouldBe(1, string.Join('\n', reading.Errors));
        return reading.Errors.ShouldHaveSingleItem();
    }

    public static string AllText(this RosterReading reading) =>
        System.Text.Json.JsonSerializer.Serialize(reading);
}
