using Throughline.Domain.Units.Roster;

namespace Throughline.Domain.Tests.Units.Roster;

public class RosterSnapshotTests
{
    [Theory]
    [InlineData("students", 16552, "16552 students")]
    [InlineData("students", 1, "1 student")]
    [InlineData("parents", 0, "0 parents")]
    [InlineData("people without a known role", 2, "2 people without a known role")]
    [InlineData("people without a known role", 1, "1 person without a known role")]
    public void Who_was_left_out_is_counted_in_words(string kind, int count, string text) =>
        new RosterLeftOut(kind, count).Text.ShouldBe(text);

    [Fact]
    public void What_someone_teaches_is_sorted_and_said_once()
    {
        var load = RosterLoad.Of("s1", ["05", "04", "05"], ["Science", "Art", "Science"]);

        load.School.ShouldBe("s1");
        load.Grades.ShouldBe(["04", "05"]);
        load.Subjects.ShouldBe(["Art", "Science"]);
    }

    // Joined by one character each: 100 + 1 + 99 is 200, the most that a teaching load keeps of grades.
    [Fact]
    public void What_does_not_fit_into_a_load_is_left_off_at_the_end()
    {
        string first = new('a', 100);

        RosterLoad.Of("s1", [first, new('b', 99)], []).Grades.Count.ShouldBe(2);
        RosterLoad.Of("s1", [new('b', 100), first], []).Grades.ShouldBe([first]);
        RosterLoad.Of("s1", [], [new('a', 1000), new('b', 999)]).Subjects.Count.ShouldBe(2);
        RosterLoad.Of("s1", [], [new('a', 1000), new('b', 1000)]).Subjects.Count.ShouldBe(1);
    }
}
