namespace Throughline.Web.Ui.Papers;

/// <summary>
/// A text that leaves the program: shown as a page, printed, mailed, copied and saved for Word. Each of these is made from
/// the same blocks, so none can say more than another.
/// </summary>
/// <param name="Title">What stands above it.</param>
/// <param name="Blocks">What it says, in order.</param>
public sealed record Paper(string Title, IReadOnlyList<PaperBlock> Blocks);

/// <summary>A part of a paper.</summary>
public abstract record PaperBlock;

/// <summary>A heading: 2 for a section, 3 for what is in one.</summary>
/// <param name="Level">2 or 3.</param>
/// <param name="Text">The words.</param>
/// <param name="Aside">What stands small beside it; null for nothing.</param>
/// <param name="Key">By which a page finds what can be done with it; null for nothing.</param>
public sealed record PaperHeading(int Level, string Text, string? Aside = null, string? Key = null)
    : PaperBlock;

/// <summary>A passage, with its line breaks.</summary>
/// <param name="Text">The words.</param>
/// <param name="Label">What it is, said before it; null for nothing.</param>
public sealed record PaperPassage(string Text, string? Label = null) : PaperBlock;

/// <summary>Points, one below the other.</summary>
/// <param name="Items">What each says.</param>
public sealed record PaperList(IReadOnlyList<string> Items) : PaperBlock;

/// <summary>Short facts, each with its name.</summary>
/// <param name="Rows">Name and value.</param>
public sealed record PaperFacts(IReadOnlyList<(string Name, string Value)> Rows) : PaperBlock;

/// <summary>A table with a row of column names.</summary>
/// <param name="Caption">What it lists.</param>
/// <param name="Columns">The column names.</param>
/// <param name="Rows">The cells, row by row.</param>
public sealed record PaperTable(
    string Caption,
    IReadOnlyList<string> Columns,
    IReadOnlyList<PaperRow> Rows
) : PaperBlock;

/// <summary>A row of a table.</summary>
/// <param name="Cells">One for each column; the first names the row.</param>
/// <param name="Path">Where the thing of the row is found, for who may go there; null for nowhere.</param>
public sealed record PaperRow(IReadOnlyList<string> Cells, string? Path = null);
