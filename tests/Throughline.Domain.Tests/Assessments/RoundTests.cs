using Throughline.Domain.Assessments;
using Throughline.Domain.Shared;
using Throughline.Domain.Units;

namespace Throughline.Domain.Tests.Assessments;

public class RoundTests
{
    private static readonly DateOnly FirstDay = TestRound.FirstDay;
    private static readonly DateOnly LastDay = TestRound.LastDay;
    private static readonly DateTime Now = TestRound.Start;

    [Fact]
    public void A_round_asks_each_person_once_and_says_so_in_its_log()
    {
        var person = Ids.New(Now);

        var round = Open(raters: [person, person]).Value;

        round.Raters.ShouldHaveSingleItem().PersonId.ShouldBe(person);
        round.Log.ShouldHaveSingleItem().Kind.ShouldBe(RoundEventKind.Opened);
        round.ItemCount.ShouldBe(3);
        round.ProgressOf(round.Raters[0]).ToString().ShouldBe("0 of 3");
    }

    [Fact]
    public void A_round_needs_a_title_and_raters()
    {
        Open(title: "  ").Refusal!.Field.ShouldBe("Title");
        Open(title: new string('x', 121)).Refusal!.Field.ShouldBe("Title");
        Open(raters: []).Refusal!.Field.ShouldBe("RaterIds");
    }

    [Fact]
    public void A_round_ends_on_its_first_day_at_the_earliest_and_not_in_the_past()
    {
        Open(closesOn: FirstDay).IsOk.ShouldBeTrue();
        Open(closesOn: FirstDay.AddDays(-1)).Refusal!.Field.ShouldBe("ClosesOn");
        Open(today: LastDay).IsOk.ShouldBeTrue();
        Open(today: LastDay.AddDays(1)).Refusal!.Field.ShouldBe("ClosesOn");
    }

    [Theory]
    [InlineData(InstrumentAudience.District, true, false)]
    [InlineData(InstrumentAudience.School, false, true)]
    [InlineData(InstrumentAudience.Team, true, true)]
    [InlineData(InstrumentAudience.Person, true, true)]
    public void A_district_is_not_rated_with_a_schools_instrument_nor_the_other_way_round(
        InstrumentAudience audience,
        bool fitsDistrict,
        bool fitsSchool
    )
    {
        var word = audience.ToString().ToLowerInvariant();

        Open(TestRound.NewDistrict(), word).IsOk.ShouldBe(fitsDistrict);
        Open(TestRound.NewSchool(), word).IsOk.ShouldBe(fitsSchool);
    }

    [Fact]
    public void Another_districts_instrument_is_a_bug()
    {
        var other = Version(TestRound.NewSchool(), "school");

        Should.Throw<ArgumentException>(() =>
            Round.Open(
                TestRound.NewSchool(),
                1,
                "x",
                other,
                FirstDay,
                LastDay,
                [TestRound.Member(Ids.New(Now))],
                Ids.New(Now),
                FirstDay,
                Now
            )
        );
    }

    [Fact]
    public void The_last_day_belongs_to_the_round()
    {
        var round = Open().Value;

        round.StateOn(FirstDay.AddDays(-1)).ShouldBe(RoundState.NotYetOpen);
        round.StateOn(FirstDay).ShouldBe(RoundState.Open);
        round.StateOn(LastDay).ShouldBe(RoundState.Open);
        round.StateOn(LastDay.AddDays(1)).ShouldBe(RoundState.PastLastDay);
    }

    [Fact]
    public void Extending_moves_the_last_day_and_is_logged()
    {
        var test = new TestRound();
        var later = LastDay.AddDays(3);

        test.Round.Extend(later, test.Leader, LastDay.AddDays(1), test.Tick()).IsOk.ShouldBeTrue();

        test.Round.ClosesOn.ShouldBe(later);
        var line = test.Round.Log[^1];
        line.Kind.ShouldBe(RoundEventKind.Extended);
        line.ByPersonId.ShouldBe(test.Leader);
        line.Words.ShouldBe("From March 13, 2026 to March 16, 2026");
    }

    [Fact]
    public void Extending_never_goes_back_nor_into_the_past()
    {
        var test = new TestRound();

        test.Round.Extend(LastDay, test.Leader, FirstDay, Now).Refusal!.Field.ShouldBe("ClosesOn");
        test.Round.Extend(LastDay.AddDays(1), test.Leader, LastDay.AddDays(2), Now)
            .Refusal!.Message.ShouldContain("not gone by");
        test.Round.ClosesOn.ShouldBe(LastDay);
    }

    [Fact]
    public void A_closed_round_is_reopened_not_extended()
    {
        var test = new TestRound();
        test.Close();

        test.Round.Extend(LastDay.AddDays(3), test.Leader, FirstDay, Now)
            .Refusal!.Message.ShouldContain("Reopen it");
    }

    [Fact]
    public void Someone_can_be_asked_later_and_only_once()
    {
        var test = new TestRound();
        var late = Ids.New(Now);

        test.Round.AddRater(TestRound.Member(late), test.Leader, Now).IsOk.ShouldBeTrue();
        test.Round.AddRater(TestRound.Member(late), test.Leader, Now)
            .Refusal!.Field.ShouldBe("PersonId");

        test.Round.Raters.Count.ShouldBe(6);
        test.Round.Log[^1].Kind.ShouldBe(RoundEventKind.RaterAdded);
        test.Round.Log[^1].AboutPersonId.ShouldBe(late);
    }

    [Fact]
    public void Someone_who_has_not_begun_can_be_taken_off_the_list()
    {
        var test = new TestRound();

        test.Round.RemoveRater(test.People[1], test.Leader, Now).IsOk.ShouldBeTrue();

        test.Round.Raters.ShouldNotContain(r => r.PersonId == test.People[1]);
        test.Round.Log[^1].Kind.ShouldBe(RoundEventKind.RaterRemoved);
        test.Round.RemoveRater(test.People[1], test.Leader, Now).IsOk.ShouldBeFalse();
    }

    [Fact]
    public void Someone_who_has_begun_stays_even_with_nothing_left_on_the_sheet()
    {
        var test = new TestRound();
        test.Rate(1, "item-1", 2);
        test.Rate(1, "item-1", Answer.None);
        test.Write(2, "item-1", "Only a note");

        test.Round.RemoveRater(test.People[1], test.Leader, Now).IsOk.ShouldBeFalse();
        test.Round.RemoveRater(test.People[2], test.Leader, Now).IsOk.ShouldBeFalse();
        test.Round.Raters.Count.ShouldBe(5);
    }

    [Fact]
    public void The_last_rater_stays()
    {
        var test = new TestRound(people: 1);

        test.Round.RemoveRater(test.People[0], test.Leader, Now).IsOk.ShouldBeFalse();
    }

    [Fact]
    public void A_closed_rounds_raters_stay_as_they_are()
    {
        var test = new TestRound();
        test.Close();

        test.Round.AddRater(TestRound.Member(Ids.New(Now)), test.Leader, Now).IsOk.ShouldBeFalse();
        test.Round.RemoveRater(test.People[1], test.Leader, Now).IsOk.ShouldBeFalse();
    }

    [Fact]
    public void Only_those_who_have_not_finished_are_reminded()
    {
        var test = new TestRound(people: 3, items: 2);
        test.Rate(0, "item-1", 0);
        test.Rate(0, "item-2", Answer.NotSeenEnough);
        test.Rate(1, "item-1", 3);

        var reminded = test.Round.Remind(test.Leader, test.Today, test.Tick()).Value;

        reminded.Select(r => r.PersonId).ShouldBe([test.People[1], test.People[2]]);
        test.Rater(0).RemindedAt.ShouldBeNull();
        test.Rater(1).RemindedAt.ShouldBe(test.Now);
        test.Round.Log[^1].Words.ShouldBe("2 people");
    }

    [Fact]
    public void Nobody_is_reminded_before_it_opens_after_it_closed_or_when_all_have_finished()
    {
        var test = new TestRound(people: 1, items: 1);
        test.Round.Remind(test.Leader, FirstDay.AddDays(-1), Now).IsOk.ShouldBeFalse();

        test.Rate(0, "item-1", 1);
        test.Round.Remind(test.Leader, FirstDay, Now)
            .Refusal!.Message.ShouldContain("Everybody has finished");

        test.Rate(0, "item-1", Answer.None);
        test.Close();
        test.Round.Remind(test.Leader, FirstDay, Now).IsOk.ShouldBeFalse();
        test.Round.Log.ShouldNotContain(e => e.Kind == RoundEventKind.Reminded);
    }

    [Fact]
    public void Closing_is_logged_and_done_once()
    {
        var test = new TestRound();

        test.Close();

        test.Round.IsClosed.ShouldBeTrue();
        test.Round.StateOn(FirstDay).ShouldBe(RoundState.Closed);
        test.Round.Log[^1].Kind.ShouldBe(RoundEventKind.Closed);
        test.TryClose().IsOk.ShouldBeFalse();
        test.Round.Closings.ShouldBe(1);
    }

    [Fact]
    public void A_round_that_has_not_begun_cannot_be_closed()
    {
        var test = new TestRound { Today = FirstDay.AddDays(-1) };

        test.TryClose().Refusal!.Message.ShouldContain("opens on March 2, 2026");
        test.Round.IsClosed.ShouldBeFalse();
    }

    [Fact]
    public void Reopening_needs_a_reason_and_a_day_to_come_and_is_logged()
    {
        var test = new TestRound();
        test.Round.Reopen("x", LastDay, test.Leader, FirstDay, Now).IsOk.ShouldBeFalse();
        test.Close();

        test.Round.Reopen(" ", LastDay, test.Leader, FirstDay, Now)
            .Refusal!.Field.ShouldBe("Reason");
        test.Round.Reopen("Ill", LastDay, test.Leader, LastDay.AddDays(1), Now)
            .Refusal!.Field.ShouldBe("ClosesOn");
        test.Round.IsClosed.ShouldBeTrue();

        test.Round.Reopen("Two were ill", LastDay.AddDays(5), test.Leader, FirstDay, Now)
            .IsOk.ShouldBeTrue();

        test.Round.IsClosed.ShouldBeFalse();
        test.Round.ClosesOn.ShouldBe(LastDay.AddDays(5));
        test.Round.Log[^1].Kind.ShouldBe(RoundEventKind.Reopened);
        test.Round.Log[^1].Words.ShouldBe("Two were ill");
        test.Round.Log[^1].Period.ShouldBe(1);
    }

    [Fact]
    public void Every_closing_touches_every_rater_so_that_no_answer_slips_in_unseen()
    {
        var test = new TestRound();

        test.Close();
        test.Reopen();
        test.Close();

        test.Round.Raters.ShouldAllBe(r => r.SealedClosings == 2);
    }

    [Fact]
    public void What_is_blind_leaves_no_audit_trail()
    {
        Type[] blind =
        [
            typeof(Rating),
            typeof(RatingNote),
            typeof(RatingHistory),
            typeof(RoundRater),
            typeof(PublishedResult),
        ];

        blind.ShouldAllBe(t => typeof(INotAudited).IsAssignableFrom(t));
        typeof(INotAudited).IsAssignableFrom(typeof(Round)).ShouldBeFalse();
    }

    private static InstrumentVersion Version(Unit unit, string audience)
    {
        var file = Instruments.RatingScale();
        file["audience"] = audience;
        return InstrumentVersion
            .Add(unit.DistrictId, Instruments.Read(file), InstrumentOrigin.Uploaded, [], Now)
            .Value.Version;
    }

    private static Result<Round> Open(
        Unit? unit = null,
        string audience = "team",
        string title = "Spring",
        DateOnly? closesOn = null,
        DateOnly? today = null,
        IReadOnlyList<Guid>? raters = null
    )
    {
        unit ??= TestRound.NewSchool();
        return Round.Open(
            unit,
            1,
            title,
            Version(unit, audience),
            FirstDay,
            closesOn ?? LastDay,
            (raters ?? [Ids.New(Now)]).Select(TestRound.Member),
            Ids.New(Now),
            today ?? FirstDay,
            Now
        );
    }
}
