namespace Throughline.Data.Bench;

/// <summary>How much a made-up district holds. Every school has an ILT of 12 that meets each week, and a round of 19 items each fall and spring.</summary>
/// <param name="Name">What the command calls it.</param>
/// <param name="Schools">Schools of the district.</param>
/// <param name="Years">School years with rounds, the current one included.</param>
public sealed record BenchSize(string Name, int Schools, int Years)
{
    /// <summary>One school, one year.</summary>
    public static BenchSize Small { get; } = new("small", 1, 1);

    /// <summary>As many schools as the largest district of the country has, and five years.</summary>
    public static BenchSize Nyc5 { get; } = new("nyc5", 1596, 5);

    /// <summary>Those that can be asked for by name.</summary>
    public static IReadOnlyList<BenchSize> Named { get; } = [Small, Nyc5];

    /// <summary>Members of a school's ILT.</summary>
    public const int Team = 12;

    /// <summary>Staff of a school, the ILT included.</summary>
    public const int Staff = 48;

    /// <summary>Items agreed on, and action steps, after each closed round of a school.</summary>
    public const int AgreedEach = 3;

    /// <summary>Items of a meeting that is over.</summary>
    public const int ItemsEach = 4;

    /// <summary>Items of the meetings that are looked at: the last one, the open one and the next.</summary>
    public const int ItemsNow = 12;

    /// <summary>To-dos taken at each meeting.</summary>
    public const int ToDosEach = 7;

    /// <summary>The last round of a school is open and nobody has answered: it waits for the season's burst.</summary>
    public int Rounds => Years * 2;

    /// <summary>Beside one leader and one administrator of the district: one for about 40 schools.</summary>
    public int Supervisors => Math.Max(1, Schools / 40);
}
