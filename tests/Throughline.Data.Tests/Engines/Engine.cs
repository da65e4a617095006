using Npgsql;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace Throughline.Data.Tests.Engines;

/// <summary>The databases the product runs on. What holds on one must hold on the other.</summary>
public enum Engine
{
    Sqlite,
    Postgres,
}

/// <summary>Which engines this run can reach.</summary>
public static class ReachableEngines
{
    /// <summary>Names a PostgreSQL server that tests may create databases on; <c>./test</c> starts one and sets it.</summary>
    public const string PostgresVariable = "THROUGHLINE_TEST_POSTGRES";

    public static string? PostgresServer { get; } =
        Environment.GetEnvironmentVariable(PostgresVariable) is { Length: > 0 } server
            ? server
            : null;

    public static bool IsCi { get; } =
        string.Equals(
            Environment.GetEnvironmentVariable("CI"),
            "true",
            StringComparison.OrdinalIgnoreCase
        );

    /// <summary>Why tests on an engine are skipped, or null. In CI nothing is skipped: the test runs and fails.</summary>
    public static string? SkipReason(Engine engine) =>
        engine == Engine.Postgres && PostgresServer is null && !IsCi
            ? $"No PostgreSQL: run ./test, or set {PostgresVariable}."
            : null;

    internal static NpgsqlConnectionStringBuilder Postgres(string database) =>
        new(
            PostgresServer
                ?? throw new InvalidOperationException(
                    $"{PostgresVariable} is not set, and in CI PostgreSQL may not be missing."
                )
        )
        {
            Database = database,
            MaxPoolSize = 10,
            IncludeErrorDetail = true,
        };
}

/// <summary>
/// A test that runs once per engine; its first parameter is the <see cref="Engine"/>. With <c>[Row]</c> it runs
/// once per engine and row.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
[XunitTestCaseDiscoverer(
    "Throughline.Data.Tests.Engines.EngineTheoryDiscoverer",
    "Throughline.Data.Tests"
)]
public sealed class EngineTheoryAttribute : TheoryAttribute
{
    /// <summary>The engines; both unless said.</summary>
    public Engine[]? On { get; set; }
}

/// <summary>The parameters after the engine, as <c>[InlineData]</c> gives them to other theories.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class RowAttribute(params object[] values) : Attribute
{
    public object[] Values => values;
}

/// <summary>Makes the test cases of an <see cref="EngineTheoryAttribute"/>.</summary>
public sealed class EngineTheoryDiscoverer(IMessageSink sink) : TheoryDiscoverer(sink)
{
    public override IEnumerable<IXunitTestCase> Discover(
        ITestFrameworkDiscoveryOptions discoveryOptions,
        ITestMethod testMethod,
        IAttributeInfo theoryAttribute
    )
    {
        var rows = testMethod
            .Method.GetCustomAttributes(typeof(RowAttribute))
            .Select(a => (object[])a.GetConstructorArguments().Single())
            .DefaultIfEmpty([])
            .ToList();
        return (theoryAttribute.GetNamedArgument<Engine[]?>("On") ?? Enum.GetValues<Engine>())
            .SelectMany(engine => rows.Select(row => (engine, row)))
            .SelectMany(c =>
                Cases(discoveryOptions, testMethod, theoryAttribute, c.engine, [c.engine, .. c.row])
            );
    }

    private IEnumerable<IXunitTestCase> Cases(
        ITestFrameworkDiscoveryOptions options,
        ITestMethod method,
        IAttributeInfo theory,
        Engine engine,
        object[] row
    ) =>
        (theory.GetNamedArgument<string?>("Skip") ?? ReachableEngines.SkipReason(engine))
            is { } reason
            ? CreateTestCasesForSkippedDataRow(options, method, theory, row, reason)
            : CreateTestCasesForDataRow(options, method, theory, row);
}
