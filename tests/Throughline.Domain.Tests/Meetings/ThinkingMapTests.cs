using FsCheck;
using FsCheck.Fluent;
using Throughline.Domain.Meetings;
using Throughline.Domain.Shared;
using Throughline.Domain.Tests.Shared;
using static Throughline.Domain.Tests.Units.Places;

namespace Throughline.Domain.Tests.Meetings;

public class ThinkingMapTests
{
    [Fact]
    public void A_map_begins_with_the_branches_of_the_guide()
    {
        var map = Begun();

        map.Branches.Select(b => b.Title)
            .ShouldBe(["What worked", "What did not", "Why", "What we will do"]);
        (map.IsOpen, map.AsThing().Kind, map.AsThing().Status).ShouldBe(
            (true, ThingKind.ThinkingMap, ThingStatus.UnderWay)
        );
        MapGuide.Questions.ShouldAllBe(q => q.Length <= ThinkingMap.LongestLine);
        MapGuide.AsksAt("Why").ShouldNotBeNull();
        MapGuide.AsksAt("Ours").ShouldBeNull();
    }

    [Fact]
    public void Empty_lines_are_no_twigs_and_empty_branches_none()
    {
        var map = Begun();

        Write(map, new(" Ours ", ["one", " ", " two "]), new("", [" "])).ShouldBeNull();
        map.Branches.ShouldBe([new MapBranch("Ours", ["one", "two"])]);
    }

    [Fact]
    public void A_line_is_known_wherever_someone_else_moves_it_and_never_taken_for_another_one()
    {
        var map = Begun();
        Write(map, new("Ours", ["one", "two"]), new("Theirs", ["three"])).ShouldBeNull();
        var (branch, twig) = (ThinkingMap.PartId("Theirs"), ThinkingMap.PartId("two"));
        (map.Part(branch), map.Part(twig)).ShouldBe(("Theirs", "two"));

        Write(map, new("Theirs", ["new", "two"]), new("Ours", ["one"])).ShouldBeNull();
        (map.Part(branch), map.Part(twig)).ShouldBe(("Theirs", "two"));
        Write(map, new("Ours", ["one", "twelve"]), new("Theirs", [])).ShouldBeNull();
        (map.Part(branch), map.Part(twig)).ShouldBe(("Theirs", null));
    }

    [Fact]
    public void A_map_is_written_once_a_line_stands_in_it()
    {
        var map = Begun();
        map.IsWritten.ShouldBeFalse();
        Write(map, new MapBranch("Ours", ["one"])).ShouldBeNull();
        map.IsWritten.ShouldBeTrue();
        Write(map, new MapBranch("Ours", [])).ShouldBeNull();
        map.IsWritten.ShouldBeFalse();
    }

    [Fact]
    public void What_is_too_long_or_has_no_name_is_refused_and_nothing_is_lost()
    {
        var map = Begun();

        map.Write(" ", "Why?", []).Refusal.ShouldSay("Title", "Enter what the map is called");
        map.Write("A map", "", []).Refusal.ShouldSay("Question", "Enter the question");
        Write(map, new("Ours", []), new(" ", ["a twig"]))
            .ShouldSay("Branches[1].Title", "Enter the branch’s name");
        Write(map, new MapBranch("Ours", [new string('x', 201)]))
            .ShouldSay("Branches[0].Twigs", "Shorten “xxx");
        Write(map, new MapBranch("Ours", [.. Enumerable.Repeat("x", 13)]))
            .ShouldSay("Branches[0].Twigs", "“Ours” has 13 lines; 12 fit");
        Write(map, [.. Enumerable.Range(1, 9).Select(n => new MapBranch($"B{n}", []))])
            .ShouldSay(null, "At most 8 branches");
        map.Branches.Count.ShouldBe(4);
    }

    [Fact]
    public void Once_closed_it_stays_as_it_was()
    {
        var map = Begun();
        map.Close(Now).Refusal.ShouldSay(null, "Nothing is written yet.");
        Write(map, new MapBranch("Ours", ["one"])).ShouldBeNull();

        map.Close(Now).IsOk.ShouldBeTrue();
        map.AsThing().Status.ShouldBe(ThingStatus.Done);
        Write(map, new MapBranch("Theirs", [])).ShouldSay(null, "The team is done with this map");
        map.Close(Now).Refusal.ShouldSay(null, "The team is done with this map already");
        map.Branches[0].Title.ShouldBe("Ours");
    }

    [Fact]
    public void Boxes_of_the_picture_never_overlap_and_leave_out_no_word() =>
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(100),
            Prop.ForAll(
                ArbMap.Default.ArbFor<byte>().Generator.ListOf().ToArbitrary(),
                bytes =>
                {
                    var map = Grown([.. bytes]);
                    return Fits(map, 1) && Fits(map, 2);
                }
            )
        );

    private static bool Fits(ThinkingMap map, int columns)
    {
        var picture = MapPicture.Of(map, columns);
        foreach (var (box, n) in picture.Boxes.Select((b, n) => (b, n)))
        {
            picture
                .Boxes.Skip(n + 1)
                .FirstOrDefault(other =>
                    box.X + box.Width > other.X
                    && other.X + other.Width > box.X
                    && box.Y + box.Height > other.Y
                    && other.Y + other.Height > box.Y
                )
                .ShouldBeNull();
            box.X.ShouldBeGreaterThanOrEqualTo(0);
            (box.X + box.Width).ShouldBeLessThanOrEqualTo(picture.Width);
            (box.Y + box.Height).ShouldBeLessThanOrEqualTo(picture.Height);
            // Eight units a letter, nine where it is bold, and ten at each side.
            box.Lines.ShouldAllBe(l =>
                l.Length * (box.Kind == MapBoxKind.Twig ? 8 : 9) <= box.Width - 20
            );
        }

        string.Concat(picture.Boxes.Select(b => string.Concat(b.Lines)))
            .Replace(" ", "", StringComparison.Ordinal)
            .Length.ShouldBe(
                (
                    map.Question
                    + string.Concat(map.Branches.Select(b => b.Title + string.Concat(b.Twigs)))
                )
                    .Replace(" ", "", StringComparison.Ordinal)
                    .Length
            );
        return true;
    }

    private static ThinkingMap Grown(byte[] bytes)
    {
        var branches = bytes
            .Take(ThinkingMap.MostBranches)
            .Select(
                (b, n) =>
                    new MapBranch(
                        Long(b % 120),
                        [.. Enumerable.Range(0, b % 13).Select(t => Long((b * (t + n + 1)) % 200))]
                    )
            )
            .ToList();
        var map = Begun();
        map.Write("A map", Long(bytes.Length % 200), branches).IsOk.ShouldBeTrue();
        return map;
    }

    // Words of all lengths, also such as no line holds.
    private static string Long(int length)
    {
        var text = string.Concat(
            Enumerable.Range(0, length + 1).Select(n => n % (7 + (length % 60)) == 5 ? ' ' : 'w')
        );
        return Text.CleanLine(text) ?? "w";
    }

    private static ThinkingMap Begun() =>
        ThinkingMap.Begin(School, 1, "Our term", MapGuide.Questions[0], SomeId(1), Now).Value;

    private static Refusal? Write(ThinkingMap map, params MapBranch[] branches) =>
        map.Write(map.Title, map.Question, branches).Refusal;
}
