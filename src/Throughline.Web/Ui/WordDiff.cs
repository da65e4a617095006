using DiffPlex.Chunkers;
using DiffPlex.DiffBuilder;
using DiffPlex.DiffBuilder.Model;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Throughline.Web.Ui;

/// <summary>What became of a piece of text.</summary>
public enum DiffKind
{
    /// <summary>It stands in both.</summary>
    Same,

    /// <summary>It stood in the text before alone.</summary>
    Removed,

    /// <summary>It stands in the text after alone.</summary>
    Added,
}

/// <summary>A run of words of one kind, with the blanks between them.</summary>
public sealed record DiffPiece(DiffKind Kind, string Text);

/// <summary>Two texts compared word by word.</summary>
public static class WordDiff
{
    /// <summary>The pieces in reading order: without the added ones they are the text before, without the removed ones the text after.</summary>
    public static IReadOnlyList<DiffPiece> Between(string before, string after)
    {
        var pieces = new List<DiffPiece>();
        foreach (
            var line in InlineDiffBuilder
                .Diff(
                    before,
                    after,
                    ignoreWhiteSpace: false,
                    ignoreCase: false,
                    WordChunker.Instance
                )
                .Lines
        )
        {
            var kind = line.Type switch
            {
                ChangeType.Inserted => DiffKind.Added,
                ChangeType.Deleted => DiffKind.Removed,
                _ => DiffKind.Same,
            };
            if (pieces.Count > 0 && pieces[^1].Kind == kind)
            {
                pieces[^1] = pieces[^1] with { Text = pieces[^1].Text + line.Text };
            }
            else
            {
                pieces.Add(new(kind, line.Text));
            }
        }

        return pieces;
    }
}

/// <summary>
/// Shows what changed between two texts, word by word: struck out and underlined, and in words for who hears the page.
/// <c>&lt;word-diff before="…" after="…"/&gt;</c>
/// </summary>
[HtmlTargetElement("word-diff", TagStructure = TagStructure.WithoutEndTag)]
public sealed class WordDiffTagHelper : TagHelper
{
    public string? Before { get; set; }

    public string? After { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "p";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "typed diff");
        foreach (var piece in WordDiff.Between(Before ?? "", After ?? ""))
        {
            if (piece.Kind == DiffKind.Same)
            {
                output.Content.Append(piece.Text);
                continue;
            }

            var removed = piece.Kind == DiffKind.Removed;
            var mark = new TagBuilder(removed ? "del" : "ins");
            var said = new TagBuilder("span");
            said.AddCssClass("visually-hidden");
            said.InnerHtml.Append(removed ? "taken out: " : "added: ");
            mark.InnerHtml.AppendHtml(said).Append(piece.Text);
            output.Content.AppendHtml(mark);
        }
    }
}
