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

    /// <summary>Lays a map out in one column, or in two.</summary>
    public static MapPicture Of(ThinkingMap map, int columns)
    {
        var (boxes, edges) = (new List<MapBox>(), new List<MapEdge>());
        var width = (columns * Column) + ((columns - 1) * 2 * Gap);
        var middle = Box(MapBoxKind.Middle, (width - Column) / 2, 0, Column, map.Question);
        boxes.Add(middle);
        var top = middle.Height + (2 * Gap);
        var ends = Enumerable.Repeat(top, columns).ToArray();
        var bus = middle.Height + Gap;
        edges.Add(new(width / 2, middle.Height, width / 2, bus));
        foreach (var branch in map.Branches)
        {
            // The shorter column takes the next one; in two columns they go left, right, left as one writes.
            var column = Array.IndexOf(ends, ends.Min());
            var x = column * (Column + (2 * Gap));
            var y = ends[column];
            if (y == top)
            {
                edges.Add(new(x + (Column / 2), bus, width / 2, bus));
            }

            edges.Add(new(x + (Column / 2), y == top ? bus : y - Gap, x + (Column / 2), y));
            var named = Box(MapBoxKind.Branch, x, y, Column, branch.Title);
            boxes.Add(named);
            y += named.Height;
            var stem = y;
            foreach (var twig in branch.Twigs)
            {
                var box = Box(MapBoxKind.Twig, x + Indent, y + Between, Column - Indent, twig);
                boxes.Add(box);
                var at = box.Y + (box.Height / 2);
                edges.Add(new(x + (Indent / 2), stem, x + (Indent / 2), at));
                edges.Add(new(x + (Indent / 2), at, x + Indent, at));
                (stem, y) = (at, box.Y + box.Height);
            }

            ends[column] = y + Gap;
        }

        var height = Math.Max(middle.Height, map.Branches.Count == 0 ? 0 : ends.Max() - Gap);
        return new(width, height, boxes, edges);
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
