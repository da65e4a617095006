namespace Throughline.Web.Tests.Support;

/// <summary>The project's own files, for rules about how it is written.</summary>
internal static class SourceTree
{
    public static string Root { get; } = FindRoot();

    /// <summary>Files of the sources, by what their name ends with, as path from the root and text.</summary>
    public static IReadOnlyList<(string Path, string Text)> Files(string folder, string ending) =>
        [
            .. Directory
                .EnumerateFiles(
                    Path.Combine(Root, folder),
                    "*" + ending,
                    SearchOption.AllDirectories
                )
                .Select(file => Path.GetRelativePath(Root, file).Replace('\\', '/'))
                .Where(file =>
                    !file.Split('/')
                        .Any(part => part is "bin" or "obj" or "Migrations" or "node_modules")
                )
                .Order(StringComparer.Ordinal)
                .Select(file => (file, File.ReadAllText(Path.Combine(Root, file)))),
        ];

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (
            folder is not null && !File.Exists(Path.Combine(folder.FullName, "Throughline.slnx"))
        )
        {
            folder = folder.Parent;
        }

        return folder?.FullName
            ?? throw new InvalidOperationException(
                "These tests look at the sources: run them there."
            );
    }
}
