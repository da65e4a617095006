using Throughline.Domain.Assessments;

namespace Throughline.Domain.Tests.Assessments;

/// <summary>Finds the repository's own files from wherever the tests run.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    public static string Instruments => Path.Combine(Root, "content", "instruments");

    /// <summary>The source documents, when they lie beside the repository.</summary>
    public static IReadOnlyList<string> Seeds
    {
        get
        {
            var folder = Path.GetFullPath(Path.Combine(Root, "..", "shared", "seeds"));
            return Directory.Exists(folder) ? Directory.GetFiles(folder, "*.txt") : [];
        }
    }

    public static Instrument Instrument(string key) =>
        InstrumentReader
            .Read(File.ReadAllBytes(Path.Combine(Instruments, $"{key}.json")))
            .Instrument!;

    private static string FindRoot()
    {
        for (
            var folder = new DirectoryInfo(AppContext.BaseDirectory);
            folder is not null;
            folder = folder.Parent
        )
        {
            if (File.Exists(Path.Combine(folder.FullName, "Throughline.slnx")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException("Run the tests from within the repository.");
    }
}
