namespace Throughline.Domain.Meetings;

/// <summary>What a box of the picture is.</summary>
public enum MapBoxKind
{
    /// <summary>The question in the middle.</summary>
    Middle,

    /// <summary>A branch.</summary>
    Branch,

    /// <summary>A twig.</summary>
    Twig,
}

/// <summary>A box of the picture with its text in lines.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="X">Left edge.</param>
/// <param name="Y">Upper edge.</param>
/// <param name="Width">Width.</param>
/// <param name="Height">Height.</param>
/// <param name="Lines">The text, a line each.</param>
public sealed record MapBox(
    MapBoxKind Kind,
    int X,
    int Y,
    int Width,
    int Height,
    IReadOnlyList<string> Lines
);

/// <summary>A line from one box to another.</summary>
public sealed record MapEdge(int X1, int Y1, int X2, int Y2);

/// <summary>
/// A thinking map laid out: the question on top in the middle, the branches below it in one column for a phone or in two
/// for a desk, twigs below their branch. Boxes never overlap, and no text is wider than its box.
/// </summary>
/// <param name="Width">Width of the picture.</param>
/// <param name="Height">Its height.</param>
/// <param name="Boxes">Its boxes.</param>
/// <param name="Edges">Its lines.</param>
public sealed record MapPicture(
    int Width,
    int Height,
    IReadOnlyList<MapBox> Boxes,
    IReadOnlyList<MapEdge> Edges
)
{
    /// <summary>Width of a column.</summary>
    public const int Column = 330;

    /// <summary>Height of a line of text.</summary>
    public const int LineHeight = 20;

    private const int Gap = 24;
    private const int Indent = 26;
    private const int Padding = 10;
    private const int Between = 10;

    // Of a text of 14 units a letter is about 8 wide, and 9 where it is bold; wide families of letters count.
    private const int LetterWidth = 8;
    private const int BoldWidth = 9;

    /// <summary>
    /// Lays a map out in one column, or in two: there branches go left, right, left as one reads, along a stem from the
    /// middle downwards.
    /// </summary>
    public static MapPicture Of(ThinkingMap map, int columns)
    {
        var (boxes, edges) = (new List<MapBox>(), new List<MapEdge>());
        var width = columns == 1 ? Column : (2 * Column) + (2 * Gap);
        var middle = Box(MapBoxKind.Middle, (width - Column) / 2, 0, Column, map.Question);
        boxes.Add(middle);
        // In one column the stem runs at its left, and branches are narrower by as much.
        var (stem, shift) = columns == 1 ? (Gap / 2, Gap) : (width / 2, 0);
        var ends = Enumerable.Repeat(middle.Height + Gap, columns).ToArray();
        var last = middle.Height;
        foreach (var (branch, n) in map.Branches.Select((b, n) => (b, n)))
        {
            var column = n % columns;
            var x = (column * (Column + (2 * Gap))) + shift;
            var named = Box(MapBoxKind.Branch, x, ends[column], Column - shift, branch.Title);
            boxes.Add(named);
            var at = named.Y + (named.Height / 2);
            edges.Add(new(stem, at, stem < x ? x : x + named.Width, at));
            last = Math.Max(last, at);
            ends[column] = Hang(branch, named, boxes, edges) + Gap;
        }

        edges.Add(new(stem, middle.Height, stem, last));
        return new(width, boxes.Max(b => b.Y + b.Height), boxes, edges);
    }

    // The twigs below their branch; returns where they end.
    private static int Hang(MapBranch branch, MapBox named, List<MapBox> boxes, List<MapEdge> edges)
    {
        var y = named.Y + named.Height;
        var (from, x) = (y, named.X + (Indent / 2));
        foreach (var twig in branch.Twigs)
        {
            var box = Box(
                MapBoxKind.Twig,
                named.X + Indent,
                y + Between,
                named.Width - Indent,
                twig
            );
            boxes.Add(box);
            var at = box.Y + (box.Height / 2);
            edges.Add(new(x, from, x, at));
            edges.Add(new(x, at, box.X, at));
            (from, y) = (at, box.Y + box.Height);
        }

        return y;
    }

    private static MapBox Box(MapBoxKind kind, int x, int y, int width, string text)
    {
        var letter = kind == MapBoxKind.Twig ? LetterWidth : BoldWidth;
        var lines = Wrap(text, (width - (2 * Padding)) / letter);
        return new(kind, x, y, width, (lines.Count * LineHeight) + (2 * Padding), lines);
    }

    /// <summary>A text in lines of at most so many characters: broken between words, and within one only when it is longer than a line.</summary>
    public static IReadOnlyList<string> Wrap(string text, int most)
    {
        var lines = new List<string>();
        var line = "";
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var rest = word;
            if (line.Length > 0 && line.Length + 1 + rest.Length > most)
            {
                lines.Add(line);
                line = "";
            }

            while (rest.Length > most)
            {
                var head = Shared.Text.Cut(rest, most);
                lines.Add(head);
                rest = rest[head.Length..];
            }

            line = line.Length == 0 ? rest : $"{line} {rest}";
        }

        if (line.Length > 0)
        {
            lines.Add(line);
        }

        return lines;
    }
}
