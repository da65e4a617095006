using FsCheck;
using FsCheck.Fluent;
using Throughline.Domain.Assessments;
using Throughline.Domain.Shared;
using Throughline.Domain.Tests.Shared;
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

    [Fact]
    public void A_last_day_that_is_refused_stands_at_its_field()
    {
        Open(Staff, days: -1).Refusal.ShouldSay("ClosesOn", "The last day has gone by.");
        Open(Staff, days: 61).Refusal.ShouldSay("ClosesOn", "Choose a last day within 60 days");
    }

    // The order in which people were found could tell something about them; that of their identities does not.
    [Fact]
    public void Who_is_asked_stands_in_the_order_of_identities() =>
        Open([.. Staff.Reverse()])
            .Value.Invitations.Select(i => i.PersonId)
            .ShouldBe(Staff.Order());

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
        pulse
            .Close(Places.Now.AddDays(1))
            .Refusal.ShouldSay(null, "This staff pulse is closed already. Reload the page.");
        pulse.ClosedAt.ShouldBe(Places.Now);
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
    public void The_questions_stand_in_their_order_with_the_choices_that_are_counted()
    {
        var asked = PulseQuestions.Latest.All;

        asked
            .Select(q => q.Key)
            .ShouldBe(["purpose", "voice", "decision", "heard", "expected", "progress"]);
        foreach (var question in asked)
        {
            // A stored count is known by these keys alone.
            string[] choices =
                question.Key == "heard"
                    ? ["yes", "partly", "no", "nothing", "unsaid"]
                    : ["yes", "partly", "no", "unsaid"];
            question
                .Choices.Select(c => c.Key)
                .ShouldBe(choices.Select(c => $"{question.Key}.{c}"));
            question
                .Choices.Select(c => c.Standing)
                .Distinct()
                .ShouldBe(Enum.GetValues<PulseStanding>());
        }
    }

    [Fact]
    public void No_words_of_a_question_are_missing_or_used_twice()
    {
        var asked = PulseQuestions.Latest.All;

        foreach (var question in asked)
        {
            question.Text.ShouldMatch("^[A-Z].{20,}[?]$");
            question.Source.ShouldMatch("00[0-4], .+");
            question.Choices.ShouldAllBe(c => c.Text.Length > 1);
            question.Choices.Select(c => c.Text).ShouldBeUnique();
            question.SameMatter.ShouldNotBeEmpty();
        }

        asked.Select(q => q.Title).ShouldAllBe(t => t.Length > 5);
        asked.Select(q => q.Title).ShouldBeUnique();
        asked.Select(q => q.Text).ShouldBeUnique();
    }

    [Fact]
    public void A_pulse_keeps_the_questions_it_was_opened_with()
    {
        PulseQuestions.Of(1).Version.ShouldBe(1);
        PulseQuestions.Of(Open(Staff).Value.QuestionsVersion).ShouldBeSameAs(PulseQuestions.Latest);
        Should.Throw<ArgumentOutOfRangeException>(() => PulseQuestions.Of(2));
    }

    [Theory]
    [InlineData(5, true, true)]
    [InlineData(4, true, false)]
    [InlineData(8, false, false)]
    [InlineData(4, false, false)]
    public void Results_are_shown_once_closed_and_only_of_five_or_more(
        int answered,
        bool closed,
        bool shown
    )
    {
        var pulse = Open(Staff).Value;
        // Answers are counted in the store, so that none ever stands in memory beside a person.
        typeof(Pulse).GetProperty(nameof(Pulse.AnsweredCount))!.SetValue(pulse, answered);
        if (closed)
        {
            pulse.Close(Places.Now);
        }

        (PulseResults.Of(pulse, new Dictionary<string, int>()) is not null).ShouldBe(shown);
    }

    [Fact]
    public void Results_count_each_choice_in_the_order_of_the_questions()
    {
        var pulse = Open(Staff).Value;
        typeof(Pulse).GetProperty(nameof(Pulse.AnsweredCount))!.SetValue(pulse, 6);
        pulse.Close(Places.Now);

        var results = PulseResults.Of(
            pulse,
            new Dictionary<string, int>
            {
                ["voice.yes"] = 1,
                ["voice.partly"] = 2,
                ["voice.no"] = 2,
                ["voice.unsaid"] = 1,
            }
        )!;

        (results.Answered, results.Asked).ShouldBe((6, 8));
        results.Questions.Select(q => q.Question).ShouldBe(PulseQuestions.Latest.All);
        var voice = results.Questions[1];
        voice.Counts.Select(c => c.People).ShouldBe([1, 2, 2, 1]);
        (voice.Yes, voice.Said).ShouldBe((1, 5), "who would rather not say said nothing");
        results.Questions[0].Counts.ShouldAllBe(c => c.People == 0);
    }

    [Theory]
    [InlineData(2, 2)]
    [InlineData(1, 2)]
    [InlineData(2, 3)]
    public void A_median_that_touches_the_middle_of_the_scale_says_nothing(int low, int high) =>
        Answers(8, 0).Against(new Median(low, high), [1, 2, 3]).ShouldBe(PulseContrast.Unclear);

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
