using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text.RegularExpressions;
using Throughline.Data;
using Throughline.Domain.Units;
using Throughline.Web.Access;
using Throughline.Web.Tests.Support;

namespace Throughline.Web.Tests.Architecture;

/// <summary>Dependencies point one way, and areas meet only where they may.</summary>
public sealed partial class LayerTests
{
    // What every area may use; the others know each other by id alone.
    private static readonly HashSet<string> Free = ["Shared", "Units", "Teams", "Work"];

    private static readonly string[] Outside =
    [
        "System.IO.File",
        "System.IO.Directory",
        "System.IO.FileStream",
        "System.Net.Http.",
        "System.Net.Sockets.",
        "System.Console",
        "System.Environment",
        "System.Diagnostics.Process",
        "System.Threading.Timer",
        "System.TimeProvider",
        "System.Random",
    ];

    [Fact]
    public void The_domain_knows_no_web_and_no_database()
    {
        References(typeof(Unit).Assembly)
            .ShouldAllBe(name => name == "netstandard" || name.StartsWith("System"));
    }

    [Fact]
    public void The_domain_reads_no_file_no_clock_and_no_chance()
    {
        TypesUsed(typeof(Unit).Assembly)
            .Where(type =>
                Outside.Any(o =>
                    o.EndsWith('.') ? type.StartsWith(o, StringComparison.Ordinal) : type == o
                )
            )
            .ShouldBeEmpty();
    }

    [Fact]
    public void The_store_knows_no_pages()
    {
        References(typeof(ThroughlineDb).Assembly)
            .Where(name =>
                name == "throughline"
                || name.StartsWith("Microsoft.AspNetCore.Mvc", StringComparison.Ordinal)
                || name.StartsWith("Microsoft.AspNetCore.Razor", StringComparison.Ordinal)
                || name.StartsWith("Microsoft.AspNetCore.Http", StringComparison.Ordinal)
            )
            .ShouldBeEmpty();
        References(typeof(Here).Assembly).ShouldContain("Throughline.Data");
    }

    [Fact]
    public void Areas_of_the_domain_meet_by_id_but_for_those_all_may_use()
    {
        var files = SourceTree.Files("src/Throughline.Domain", ".cs");
        files.Count.ShouldBeGreaterThan(10);
        var meetings =
            from file in files
            let area = file.Path.Split('/')[2]
            from Match used in AreaUsed().Matches(file.Text)
            let other = used.Groups["area"].Value
            where other != area && (area == "Shared" || !Free.Contains(other))
            select $"{file.Path} uses {other}";
        meetings.ShouldBeEmpty();
    }

    private static IEnumerable<string> References(Assembly assembly) =>
        assembly.GetReferencedAssemblies().Select(a => a.Name!);

    private static List<string> TypesUsed(Assembly assembly)
    {
        using var file = new PEReader(File.OpenRead(assembly.Location));
        var reader = file.GetMetadataReader();
        return
        [
            .. reader
                .TypeReferences.Select(reader.GetTypeReference)
                .Select(t => $"{reader.GetString(t.Namespace)}.{reader.GetString(t.Name)}"),
        ];
    }

    [GeneratedRegex(@"Throughline\.Domain\.(?<area>\w+)", RegexOptions.None, 1000)]
    private static partial Regex AreaUsed();
}
