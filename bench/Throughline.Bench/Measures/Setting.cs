namespace Throughline.Bench.Measures;

/// <summary>One database to measure on.</summary>
/// <param name="Engine">SQLite or PostgreSQL.</param>
/// <param name="Small">Connection string of the small data set.</param>
/// <param name="Large">Connection string of the large one.</param>
internal sealed record EngineSetting(string Engine, string Small, string Large);

/// <summary>What a run is given.</summary>
/// <param name="Published">The folder the product was published to.</param>
/// <param name="Engines">The databases.</param>
/// <param name="Port">The first of two free ports.</param>
/// <param name="Seconds">How long each load lasts.</param>
/// <param name="Rounds">How often product and floor take turns.</param>
/// <param name="Connections">How many people at once.</param>
internal sealed record Setting(
    string Published,
    IReadOnlyList<EngineSetting> Engines,
    int Port,
    double Seconds,
    int Rounds,
    int Connections
)
{
    public const int People = 1000;
}
