using Throughline.Data.Tests.Engines;

namespace Throughline.Web.Tests.Hostile;

/// <summary>
/// Whatever is typed into a field, the answer is never an error of ours; a refusal says what to change, and what is saved
/// shows as text. A class for each engine, so that both run side by side.
/// </summary>
public sealed class FuzzedPostTests
{
    [EngineTheory(On = [Engine.Sqlite])]
    [Row(0)]
    [Row(1)]
    [Row(2)]
    [Row(3)]
    public async Task No_field_takes_the_program_down_or_keeps_silent(Engine engine, int share)
    {
        var (wrong, posts) = await FuzzedPosts.TryAsync(engine, share);
        wrong.ShouldBeEmpty();
        posts.ShouldBeGreaterThan(250);
    }
}

/// <inheritdoc cref="FuzzedPostTests" />
public sealed class FuzzedPostOnPostgresTests
{
    [EngineTheory(On = [Engine.Postgres])]
    [Row(0)]
    [Row(1)]
    [Row(2)]
    [Row(3)]
    public async Task No_field_takes_the_program_down_or_keeps_silent(Engine engine, int share)
    {
        var (wrong, posts) = await FuzzedPosts.TryAsync(engine, share);
        wrong.ShouldBeEmpty();
        posts.ShouldBeGreaterThan(125);
    }
}
