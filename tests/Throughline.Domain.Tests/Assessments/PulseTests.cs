using FsCheck;
using FsCheck.Fluent;
using Throughline.Domain.Assessments;
using Throughline.Domain.Shared;
using Throughline.Domain.Tests.Units;
using Throughline.Domain.Units;

namespace Throughline.Domain.Tests.Assessments;

public class PulseTests
{
    private static readonly DateOnly Today = DateOnly.FromDateTime(Places.Now);
    private static readonly Guid[] Staff = [.. Enumerable.Range(1, 8).Select(Places.SomeId)];

    [Fact]
    public void It_asks_the_staff_as_they_are_and_counts_from_nothing()
    {
        var pulse = Open([.. Staff, Staff[0]]).Value;

        pulse.AskedCount.ShouldBe(8, "who is named twice is asked once");
        pulse.AnsweredCount.ShouldBe(0);
        pulse.Invitations.ShouldAllBe(i => !i.HasAnswered);
        pulse
            .Tallies.Select(t => t.Choice)
            .ShouldBe(PulseQuestions.Latest.All.SelectMany(q => q.Choices).Select(c => c.Key));
        pulse.Tallies.ShouldAllBe(t => t.People == 0);
    }

    [Theory]
    [InlineData(4, true, false, 7, "at least 5 people who are not on the ILT")]
    [InlineData(8, false, false, 7, "There is no ILT here yet")]
    [InlineData(8, true, true, 7, "A staff pulse is open already")]
    [InlineData(8, true, false, -1, "The last day has gone by")]
    [InlineData(8, true, false, 61, "Choose a last day within 60 days")]
    public void What_could_never_show_anything_is_not_opened(
        int staff,
        bool hasIlt,
        bool oneIsOpen,
        int days,
        string reason
    ) =>
        Open(Staff[..staff], hasIlt, oneIsOpen, days)
            .Refusal.ShouldNotBeNull()
            .Message.ShouldContain(reason);

    [Theory]
    [InlineData(5, 0)]
    [InlineData(8, 60)]
    public void Five_people_are_enough_and_today_is_early_enough(int staff, int days) =>
        Open(Staff[..staff], days: days).IsOk.ShouldBeTrue();

    [Fact]
    public void It_is_closed_once_and_for_good()
    {
        var pulse = Open(Staff).Value;
        pulse.StateOn(Today).ShouldBe(PulseState.Open);
        pulse.StateOn(Today.AddDays(7)).ShouldBe(PulseState.Open, "the last day is included");
        pulse.StateOn(Today.AddDays(8)).ShouldBe(PulseState.PastLastDay);

        pulse.Close(Places.Now).IsOk.ShouldBeTrue();
        pulse.StateOn(Today).ShouldBe(PulseState.Closed);
        pulse.Close(Places.Now).Refusal.ShouldNotBeNull();
    }

    [Theory]
    [InlineData(Role.Teacher, true)]
    [InlineData(Role.Coach, true)]
    [InlineData(Role.Staff, true)]
    [InlineData(Role.Administrator, true)]
    [InlineData(Role.Observer, false)]
    [InlineData(Role.Principal, false)]
    [InlineData(Role.DistrictLeader, false)]
    public void Who_leads_the_unit_asks_and_is_not_asked(Role role, bool asked) =>
        Pulse.Asks(role).ShouldBe(asked);

    [Fact]
    public void There_are_four_to_six_closed_questions_each_of_which_can_be_left_unsaid()
    {
        var questions = PulseQuestions.Latest.All;
        questions.Count.ShouldBeInRange(4, 6);
        foreach (var question in questions)
        {
            question.Choices[^1].Text.ShouldBe("I would rather not say");
            question.Choices[^1].Standing.ShouldBe(PulseStanding.Aside);
            question.Source.ShouldNotBeEmpty();
            foreach (
                var standing in new[] { PulseStanding.Yes, PulseStanding.Partly, PulseStanding.No }
            )
            {
                question.Choices.Count(c => c.Standing == standing).ShouldBe(1, question.Key);
            }
        }

        var keys = questions.SelectMany(q => q.Choices).Select(c => c.Key).ToList();
        keys.Distinct().Count().ShouldBe(keys.Count);
        keys.ShouldAllBe(k => k.Length <= PulseTally.LongestChoice);
    }

    [Fact]
    public void Each_question_names_items_that_exist()
    {
        var matters = PulseQuestions.Latest.All.SelectMany(q => q.SameMatter).Distinct().ToList();
        matters.Count.ShouldBeGreaterThan(5);
        foreach (var matter in matters)
        {
            Repository
                .Instrument(matter.InstrumentKey)
                .Items.Select(i => i.Key)
                .ShouldContain(matter.ItemKey);
        }
    }

    [Fact]
    public void An_answer_sheet_is_complete_when_every_question_has_one_of_its_own_choices()
    {
        var questions = PulseQuestions.Latest;
        var sheet = questions.All.ToDictionary(q => q.Key, q => (string?)q.Choices[^1].Key);
        questions.Missing(sheet).ShouldBeEmpty();

        sheet["voice"] = "purpose.yes";
        sheet.Remove("heard");
        sheet["no such question"] = "voice.yes";
        questions.Missing(sheet).Select(q => q.Key).ShouldBe(["voice", "heard"]);
    }

    [Theory]
    [InlineData(3, 3, 6, 8, PulseContrast.BothHigh)]
    [InlineData(2, 3, 2, 8, PulseContrast.TeamHigher)]
    [InlineData(0, 1, 6, 8, PulseContrast.StaffHigher)]
    [InlineData(0, 1, 2, 8, PulseContrast.BothLow)]
    [InlineData(1, 2, 8, 8, PulseContrast.Unclear)]
    [InlineData(3, 3, 4, 8, PulseContrast.Unclear)]
    [InlineData(3, 3, 0, 0, PulseContrast.Unclear)]
    public void Words_are_found_only_where_both_sides_lie_clearly(
        int low,
        int high,
        int yes,
        int said,
        PulseContrast contrast
    ) => Answers(yes, said - yes).Against(new Median(low, high), [0, 1, 2, 3]).ShouldBe(contrast);

    [Fact]
    public void More_yes_never_makes_staff_see_less_of_it() =>
        Prop.ForAll(
                Gen.Choose(0, 40).Zip(Gen.Choose(0, 40)).Zip(Gen.Choose(0, 3)).ToArbitrary(),
                drawn =>
                {
                    var ((yes, no), level) = drawn;
                    var median = new Median(level, level);
                    var less = Answers(yes, no).Against(median, [0, 1, 2, 3]);
                    var more = Answers(yes + 1, no).Against(median, [0, 1, 2, 3]);
                    Rank(more).ShouldBeGreaterThanOrEqualTo(Rank(less));
                    (less is PulseContrast.TeamHigher or PulseContrast.BothHigh).ShouldBe(
                        level >= 2 && 2 * yes != yes + no
                    );
                }
            )
            .QuickCheckThrowOnFailure();

    private static int Rank(PulseContrast contrast) =>
        contrast switch
        {
            PulseContrast.TeamHigher or PulseContrast.BothLow => 0,
            PulseContrast.Unclear => 1,
            _ => 2,
        };

    private static PulseQuestionResult Answers(int yes, int no)
    {
        var question = PulseQuestions.Latest.All[0];
        return new(
            question,
            [
                .. question.Choices.Select(c => new PulseCount(
                    c,
                    c.Standing switch
                    {
                        PulseStanding.Yes => yes,
                        PulseStanding.No => no,
                        PulseStanding.Aside => 3,
                        _ => 0,
                    }
                )),
            ]
        );
    }

    private static Result<Pulse> Open(
        Guid[] staff,
        bool hasIlt = true,
        bool oneIsOpen = false,
        int days = 7
    ) =>
        Pulse.Open(
            Places.School,
            1,
            new PulseSetting(hasIlt, oneIsOpen, staff),
            Today.AddDays(days),
            Today,
            Places.Now
        );
}
