using System.Text;

namespace Throughline.Web.Ui.Papers;

/// <summary>A paper as plain text: in mails, and for whoever wants to paste it.</summary>
public static class PaperText
{
    /// <summary>The whole text, its title first.</summary>
    public static string Of(Paper paper)
    {
        var text = new StringBuilder(paper.Title).Append('\n');
        foreach (var block in paper.Blocks)
        {
            text.Append(
                block switch
                {
                    PaperHeading { Level: 2 } heading => $"\n{heading.Text.ToUpperInvariant()}\n",
                    PaperHeading heading =>
                        $"\n{heading.Text}{(heading.Aside is null ? "" : $" ({heading.Aside})")}\n",
                    PaperPassage passage =>
                        $"{(passage.Label is null ? "" : $"{passage.Label}: ")}{passage.Text}\n",
                    PaperFacts facts => string.Concat(
                        facts.Rows.Select(r => $"{r.Name}: {r.Value}\n")
                    ),
                    PaperList list => string.Concat(
                        list.Items.Select(i =>
                            $"- {i.Replace("\n", "\n  ", StringComparison.Ordinal)}\n"
                        )
                    ),
                    PaperTable table => string.Concat(table.Rows.Select(r => Line(table, r))),
                    _ => throw new InvalidOperationException($"No such block: {block}."),
                }
            );
        }

        return text.ToString();
    }

    // “- Send the samples. Who: Dana. By when: Jan 29, 2027”
    private static string Line(PaperTable table, PaperRow row) =>
        $"- {string.Join(". ", row.Cells.Select((cell, i) => i == 0 ? cell.TrimEnd('.') : $"{table.Columns[i]}: {cell}"))}\n";
}
