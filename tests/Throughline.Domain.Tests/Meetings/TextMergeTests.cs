using FsCheck;
using FsCheck.Fluent;
using Throughline.Domain.Meetings;
using static Throughline.Domain.Tests.Meetings.Gatherings;

namespace Throughline.Domain.Tests.Meetings;

/// <summary>Two who write at different places of one note are both in it.</summary>
public class TextMergeTests
{
    [Theory]
    [InlineData("a\nb", "a\nb\nc", "x\na\nb", "x\na\nb\nc")] // below and above
    [InlineData("a", "a\nb", "a\nc", "a\nb\nc")] // both add at the end: what stands comes first
    [InlineData("a\nb\nc", "a\nB\nc", "a\nb\nC", "a\nB\nC")] // neighbouring lines
    [InlineData("a\nb\nc", "b\nc", "a\nb\nc\nd", "b\nc\nd")] // one takes away, one adds
    [InlineData("a\nto", "a\nthem\nto", "a\ntom", "a\nthem\ntom")] // added before a line that is being written
    [InlineData("a\nto", "a\ntom", "a\nthem\nto", "a\nthem\ntom")] // the same the other way round
    [InlineData("a\nb\nc", "A\nb\nC", "a\nB\nc", "A\nB\nC")] // between two changes of others
    [InlineData("a\nb\nc", "a\nB\nc", "a\nB\nc\nd", "a\nB\nc\nd")] // the same change of both, once
    [InlineData("a", "a\n", "a\n", "a\n\n")] // each begins a line of their own
    [InlineData("a\nb\nc", "a\nB\nc", "a\nx\nc", null)] // the same line
    [InlineData("a\nb\nc", "a\nc", "a\nB\nc", null)] // taken away and changed
    [InlineData("", "a", "b", "a\nb")] // two who begin at once
    [InlineData("a", "", "a\nb", "b")] // one takes all away, one adds
    public void Changes_are_joined_unless_they_touch_the_same_lines(
        string start,
        string theirs,
        string mine,
        string? joined
    ) => TextMerge.Join(start, theirs, mine).ShouldBe(joined);

    [Fact]
    public void What_either_added_is_there_and_nothing_is_gone_that_neither_took_away() =>
        Prop.ForAll(
                (
                    from lines in Gen.ListOf(Gen.Elements("a", "b", "c"))
                    from one in Gen.Choose(0, lines.Count)
                    from two in Gen.Choose(0, lines.Count)
                    from cut in Gen.Choose(0, 2)
                    select (lines, one, two, cut)
                ).ToArbitrary(),
                x =>
                {
                    var start = new List<string>(["#", .. x.lines, "#"]);
                    var theirs = start.ToList();
                    theirs.Insert(x.one + 1, "theirs");
                    var mine = start.ToList();
                    mine.Insert(x.two + 1, "mine");
                    var joined = TextMerge.Join(
                        string.Join('\n', start),
                        string.Join('\n', theirs),
                        string.Join('\n', mine)
                    );

                    var lines = joined.ShouldNotBeNull().Split('\n');
                    lines.Order().ShouldBe(start.Append("theirs").Append("mine").Order());
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void A_note_takes_in_a_change_of_other_lines_and_keeps_nothing_beside_it()
    {
        var note = MeetingNote.Of(Started(), 1, null, Ana, Start);
        note.Write("One\nTwo", 0, Ana, Start);
        note.Write("One\nTwo\nThree", 1, Ana, Start);

        note.Write("Zero\nOne\nTwo", 1, Ben, Start, start: "One\nTwo")
            .Value.ShouldBe(NoteOutcome.Written);

        (note.Words, note.Edition, note.Kept.Count).ShouldBe(("Zero\nOne\nTwo\nThree", 3, 0));
    }

    [Fact]
    public void What_joins_to_more_than_a_note_holds_is_kept_beside_it()
    {
        var note = MeetingNote.Of(Started(), 1, null, Ana, Start);
        note.Write("a\nb", 0, Ana, Start);
        note.Write(new string('x', 15_000) + "\na\nb", 1, Ana, Start);

        note.Write("a\nb\n" + new string('y', 15_000), 1, Ben, Start, start: "a\nb")
            .Value.ShouldBe(NoteOutcome.Kept);

        note.Kept.Count.ShouldBe(1);
    }
}
