using Throughline.Web.Tests.Access;
using Throughline.Web.Tests.Faults;
using Throughline.Web.Tests.Hostile;
using Xunit.Abstractions;

// A test waits for its program, a database or a server half of the time: two at once leave a third of two cores idle.
[assembly: CollectionBehavior(MaxParallelThreads = 4)]
[assembly: TestCollectionOrderer("Throughline.Web.Tests.LongestFirst", "Throughline.Web.Tests")]

namespace Throughline.Web.Tests;

/// <summary>Begins with the classes that take minutes. Begun last, one of them would run alone while a core waits.</summary>
public sealed class LongestFirst : ITestCollectionOrderer
{
    private static readonly string[] Long =
    [
        nameof(KilledServerTests),
        nameof(KilledServerOnPostgresTests),
        nameof(AccessMatrixTests),
        nameof(FuzzedPostOnPostgresTests),
        nameof(FuzzedPostTests),
    ];

    public IEnumerable<ITestCollection> OrderTestCollections(
        IEnumerable<ITestCollection> testCollections
    ) =>
        testCollections.OrderByDescending(c =>
            Array.Exists(Long, name => c.DisplayName.EndsWith($".{name}", StringComparison.Ordinal))
        );
}
