using Throughline.Web.Ui;

namespace Throughline.Web.Tests.Ui;

public sealed class WordDiffTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("", "New words.")]
    [InlineData("Old words.", "")]
    [InlineData("The same.", "The same.")]
    [InlineData("We begin on time.", "We begin and end on time, always.")]
    [InlineData("a  b\nc\r\nd", "a b\nc d\n\n")]
    [InlineData("ñandú 数学", "Ñandú 数学 <b>")]
    public void The_pieces_are_both_texts(string before, string after)
    {
        var pieces = WordDiff.Between(before, after);

        Said(pieces, DiffKind.Added).ShouldBe(before);
        Said(pieces, DiffKind.Removed).ShouldBe(after);
        pieces.Zip(pieces.Skip(1)).ShouldAllBe(p => p.First.Kind != p.Second.Kind);
    }

    [Fact]
    public void Whole_words_change_and_nothing_else()
    {
        WordDiff
            .Between("We begin on time.", "We always begin on time.")
            .ShouldBe([
                new(DiffKind.Same, "We "),
                new(DiffKind.Added, "always "),
                new(DiffKind.Same, "begin on time."),
            ]);
    }

    private static string Said(IEnumerable<DiffPiece> pieces, DiffKind without) =>
        string.Concat(pieces.Where(p => p.Kind != without).Select(p => p.Text));
}
