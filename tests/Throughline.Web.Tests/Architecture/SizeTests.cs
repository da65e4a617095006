using Throughline.Web.Tests.Support;

namespace Throughline.Web.Tests.Architecture;

/// <summary>What grows past these sizes is two things in one: split it, do not raise the number.</summary>
public sealed class SizeTests
{
    [Fact]
    public void No_page_model_is_longer_than_150_lines() =>
        SourceTree
            .Files("src/Throughline.Web/Features", ".cshtml.cs")
            .SelectMany(f => LongTypes(f, 150))
            .ShouldBeEmpty();

    [Fact]
    public void No_view_is_longer_than_200_lines() =>
        TooLong(SourceTree.Files("src/Throughline.Web", ".cshtml"), 200).ShouldBeEmpty();

    [Fact]
    public void No_class_is_longer_than_300_lines() =>
        SourceTree.Files("src", ".cs").SelectMany(f => LongTypes(f, 300)).ShouldBeEmpty();

    private static IEnumerable<string> TooLong(
        IReadOnlyList<(string Path, string Text)> files,
        int most
    )
    {
        files.ShouldNotBeEmpty();
        return files
            .Select(f => (f.Path, Lines: f.Text.AsSpan().Count('\n')))
            .Where(f => f.Lines > most)
            .Select(f => $"{f.Path} has {f.Lines} lines");
    }

    // The formatter sees to it that a type of a file-scoped namespace begins in the first column and ends with a brace there.
    private static IEnumerable<string> LongTypes((string Path, string Text) file, int most)
    {
        var begin = 0;
        var lines = file.Text.Split('\n');
        for (var n = 0; n < lines.Length; n++)
        {
            if (lines[n].StartsWith('{'))
            {
                begin = n;
            }
            else if (lines[n].StartsWith('}') && n - begin > most)
            {
                yield return $"{file.Path}, line {begin + 1}, has {n - begin} lines";
            }
        }
    }
}
