using Throughline.Domain.Assessments;
using Throughline.Domain.Shared;
using Throughline.Domain.Tests.Shared;
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
    public void An_audience_nobody_knows_fits_no_unit()
    {
        Round.Fits((InstrumentAudience)9, UnitKind.School).ShouldBeFalse();
        Round.Fits((InstrumentAudience)9, UnitKind.District).ShouldBeFalse();
    }

    [Fact]
    public void A_round_that_is_not_opened_says_what_to_change()
    {
        Open(title: " ").Refusal.ShouldSay("Title", "Enter a title.");
        Open(title: new string('x', 121))
            .Refusal.ShouldSay("Title", "Shorten a title to 120 characters; it has 121 now.");
        Open(title: new string('x', 120)).IsOk.ShouldBeTrue();
        Open(TestRound.NewDistrict(), "school")
            .Refusal.ShouldSay("InstrumentVersionId", "This instrument is about a school.");
        Open(TestRound.NewSchool(), "district")
            .Refusal.ShouldSay("InstrumentVersionId", "This instrument is about a district.");
        Open(closesOn: FirstDay.AddDays(-1))
            .Refusal.ShouldSay("ClosesOn", "The last day is before the first.");
        // One day long and over: its days are in order.
        Open(closesOn: FirstDay, today: FirstDay.AddDays(1))
            .Refusal.ShouldSay("ClosesOn", "The last day has gone by.");
        Open(today: LastDay.AddDays(1)).Refusal.ShouldSay("ClosesOn", "The last day has gone by.");
        Open(raters: []).Refusal.ShouldSay("RaterIds", "Choose who rates.");
    }

    [Fact]
    public void Nobody_looks_from_outside_where_people_look_at_themselves()
    {
        var file = Instruments.RatingScale();
        file["audience"] = "person";
        var test = new TestRound(instrument: Instruments.Read(file));
        var visitor = new Asked(Ids.New(Now), Perspective.Outside, RaterGroup.Reviewer);

        test.Round.AddRater(visitor, test.Leader, Now)
            .Refusal.ShouldSay("Outside", "With this instrument each person looks at themselves");
        test.Round.Raters.Count.ShouldBe(5);
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
    public void A_later_day_has_to_be_after_the_last_one_and_today_is_early_enough()
    {
        var test = new TestRound();

        test.Round.Extend(LastDay, test.Leader, LastDay, Now)
            .Refusal.ShouldBe(new Refusal("Choose a day after March 13, 2026.", "ClosesOn"));
        test.Round.Extend(LastDay.AddDays(1), test.Leader, LastDay.AddDays(2), Now)
            .Refusal.ShouldBe(
                new Refusal("Choose a day after March 13, 2026 that has not gone by.", "ClosesOn")
            );
        test.Round.Extend(LastDay.AddDays(1), test.Leader, LastDay.AddDays(1), Now)
            .IsOk.ShouldBeTrue();
        test.Round.ClosesOn.ShouldBe(LastDay.AddDays(1));
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
    public void Who_cannot_be_asked_or_taken_off_the_list_and_why()
    {
        var test = new TestRound(people: 2);
        test.Rate(0, "item-1", 2);

        test.Round.AddRater(TestRound.Member(test.People[1]), test.Leader, Now)
            .Refusal.ShouldSay("PersonId", "This person is asked to rate already.");
        test.Round.RemoveRater(Ids.New(Now), test.Leader, Now)
            .Refusal.ShouldSay("PersonId", "This person is not asked to rate any more.");
        test.Round.RemoveRater(test.People[0], test.Leader, Now)
            .Refusal.ShouldSay("PersonId", "This person has begun to answer and stays");

        var alone = new TestRound(people: 1);
        alone
            .Round.RemoveRater(alone.People[0], alone.Leader, Now)
            .Refusal.ShouldSay("PersonId", "A round needs at least one rater.");

        test.Close();
        test.Round.AddRater(TestRound.Member(Ids.New(Now)), test.Leader, Now)
            .Refusal.ShouldSay(null, "This round is closed. Reopen it before you ask someone");
        test.Round.RemoveRater(test.People[1], test.Leader, Now)
            .Refusal.ShouldSay(null, "This round is closed; its list of raters stays");
        test.Round.Raters.Select(r => r.PersonId).ShouldBe(test.People);
    }

    [Fact]
    public void A_reminder_comes_from_the_first_day_to_the_closing_and_one_person_is_one()
    {
        var test = new TestRound(people: 1);

        test.Round.Remind(test.Leader, FirstDay.AddDays(-1), Now)
            .Refusal.ShouldSay(null, "This round opens on March 2, 2026.");
        test.Round.Remind(test.Leader, FirstDay, Now).IsOk.ShouldBeTrue();
        test.Round.Log[^1].Words.ShouldBe("1 person");

        test.Close();
        test.Round.Remind(test.Leader, FirstDay, Now)
            .Refusal.ShouldSay(null, "This round is closed; there is nothing to remind of.");
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
    public void What_closing_and_reopening_refuse_says_what_to_do()
    {
        var test = new TestRound();
        var later = LastDay.AddDays(1);
        test.Round.Reopen("Ill", later, test.Leader, FirstDay, Now)
            .Refusal.ShouldSay(null, "This round is open already.");
        test.Close();

        test.TryClose().Refusal.ShouldSay(null, "This round is closed already. Reload the page");
        test.Round.Reopen(" ", LastDay, test.Leader, FirstDay, Now)
            .Refusal.ShouldSay("Reason", "Enter the reason, which the log will show.");
        test.Round.Reopen("Ill", LastDay, test.Leader, later, Now)
            .Refusal.ShouldSay("ClosesOn", "The last day has gone by.");
        test.Round.Reopen("Ill", later, test.Leader, later, Now).IsOk.ShouldBeTrue();
    }

    [Fact]
    public void Another_rounds_instrument_is_a_bug()
    {
        var test = new TestRound(items: 3);
        var other = new TestRound(items: 4);

        Should.Throw<ArgumentException>(() =>
            test.Round.Close(
                other.Instrument,
                new RoundRecord([], [], [], []),
                test.Leader,
                FirstDay,
                Now
            )
        );
        test.Round.IsClosed.ShouldBeFalse();
    }

    [Fact]
    public void The_line_shows_a_round_as_done_while_it_is_closed()
    {
        var test = new TestRound();
        test.Round.AsThing()
            .ShouldBe(new ThingFace(ThingKind.Round, 1, "Spring", ThingStatus.Open));

        test.Close();
        test.Round.AsThing().Status.ShouldBe(ThingStatus.Done);

        test.Reopen();
        test.Round.AsThing().Status.ShouldBe(ThingStatus.Open);
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
