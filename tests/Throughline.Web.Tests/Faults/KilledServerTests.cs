using Throughline.Data.Tests.Engines;
using Xunit.Abstractions;

namespace Throughline.Web.Tests.Faults;

/// <summary>
/// The server is killed at random moments while people post. Everything acknowledged is there afterwards, nothing is
/// there twice, and it starts again by itself. <c>./test --long</c> kills it 200 times. A class for each engine, so that
/// both run side by side.
/// </summary>
public sealed class KilledServerTests(ITestOutputHelper output)
{
    [EngineTheory(On = [Engine.Sqlite])]
    public Task Whatever_was_acknowledged_outlives_the_server_and_is_there_once(Engine engine) =>
        KilledServer.TryAsync(engine, output);
}

/// <inheritdoc cref="KilledServerTests" />
public sealed class KilledServerOnPostgresTests(ITestOutputHelper output)
{
    [EngineTheory(On = [Engine.Postgres])]
    public Task Whatever_was_acknowledged_outlives_the_server_and_is_there_once(Engine engine) =>
        KilledServer.TryAsync(engine, output);
}
