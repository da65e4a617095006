using FsCheck;
using FsCheck.Fluent;
using Throughline.Domain.Tests.Shared;
using Throughline.Domain.Work;
using static Throughline.Domain.Tests.Units.Places;

namespace Throughline.Domain.Tests.Work;

public class RaisedMatterTests
{
    private static readonly Guid Sender = SomeId(1);
    private static readonly Guid Rep = SomeId(2);
    private static readonly Guid Facilitator = SomeId(3);
    private static readonly Guid Team = SomeId(4);
    private static readonly DateTime Over = Now.AddDays(7);
    private static readonly MatterSeats Seated = Seats(new SeatSpan(Now.AddYears(-1), null));
    private static readonly Issue Listed = Issue.Raise(School, 1, new("x", null), Rep, Now).Value;

    [Fact]
    public void What_is_sent_to_a_representative_is_theirs_until_the_fifth_school_day_is_over()
    {
        var matter = Raised();

        (matter.Title, matter.About, matter.SenderId, matter.TeamId).ShouldBe(
            ("Copier on floor 2", "Broken\nagain.", Sender, Team)
        );
        (matter.UnitId, matter.DistrictId, matter.SentAt).ShouldBe(
            (School.Id, School.DistrictId, Now)
        );
        (matter.Status, matter.HolderId, matter.HeldUntil).ShouldBe(
            (MatterStatus.Waiting, Rep, Over)
        );
        matter
            .Steps.Select(s => (s.Kind, s.ByPersonId, s.At))
            .ShouldBe([(MatterStepKind.Sent, Sender, Now)]);
        At(matter, Over.AddTicks(-1)).ShouldBe(new MatterHolding(Rep, Now, MatterStepKind.Sent));
        At(matter, Over).ShouldBe(new MatterHolding(null, Over, MatterStepKind.TimeOver));
    }

    [Fact]
    public void Nobody_is_to_answer_themselves()
    {
        var matter = RaisedMatter
            .Raise(School, new("x", null), new(Rep, false), new(Team, Rep, Over), Now)
            .Value;
        (matter.HolderId, matter.HeldUntil).ShouldBe((null, null));
        matter.Steps.Single().Kind.ShouldBe(MatterStepKind.SentToFacilitator);
        At(matter, Now)!.IsFacilitators.ShouldBeTrue();
    }

    [Fact]
    public void Nothing_to_say_is_refused()
    {
        RaisedMatter
            .Raise(School, new(" ", "x"), new(Sender, false), new(null, null, null), Now)
            .Refusal.ShouldSay("Title", "Enter what you want to raise.");
        RaisedMatter
            .Raise(
                School,
                new(new string('x', 201), null),
                new(Sender, false),
                new(null, null, null),
                Now
            )
            .Refusal.ShouldSay("Title", "Shorten what you want to raise to 200");
        RaisedMatter
            .Raise(
                School,
                new("x", new string('x', 4001)),
                new(Sender, false),
                new(null, null, null),
                Now
            )
            .Refusal.ShouldSay("About", "Shorten what it is about to 4000");
    }

    [Fact]
    public void Who_loses_the_seat_loses_what_they_hold_at_once_and_for_good()
    {
        var lost = Now.AddDays(2);
        var gone = new SeatSpan(Now.AddYears(-1), lost);
        At(Raised(), lost.AddTicks(-1), gone)!.RepresentativeId.ShouldBe(Rep);
        At(Raised(), lost, gone).ShouldBe(new MatterHolding(null, lost, MatterStepKind.SeatEnded));
        // Back in the seat a day later: it stays with the facilitator.
        At(Raised(), lost.AddDays(2), gone, new SeatSpan(lost.AddDays(1), null))!
            .By.ShouldBe(MatterStepKind.SeatEnded);
        // A seat that changes its kind ends and begins in one moment.
        At(Raised(), lost.AddDays(2), gone, new SeatSpan(lost, null))!
            .RepresentativeId.ShouldBe(Rep);
        // Nobody in the seat from the first moment on.
        At(Raised(), Now)!.ShouldBe(new MatterHolding(Rep, Now, MatterStepKind.Sent));
        At(Raised(), Now, new SeatSpan(Now.AddDays(1), null))!
            .By.ShouldBe(MatterStepKind.SeatEnded);
    }

    [Fact]
    public void What_went_by_itself_is_written_down_at_the_moment_in_which_it_went()
    {
        var matter = Raised();
        matter.Settle(Seated.OfHolder, Over.AddTicks(-1));
        matter.Steps.Count.ShouldBe(1);

        matter.Settle(Seated.OfHolder, Over.AddDays(3));
        matter.Settle(Seated.OfHolder, Over.AddDays(4));

        matter
            .Steps.Select(s => (s.Kind, s.ByPersonId, s.At))
            .ShouldBe([(MatterStepKind.Sent, Sender, Now), (MatterStepKind.TimeOver, null, Over)]);
        (matter.HolderId, matter.HeldUntil, matter.NewsAt).ShouldBe((null, null, Over));
        At(matter, Over.AddDays(9))!.Since.ShouldBe(Over);
    }

    [Fact]
    public void Only_who_holds_it_moves_it()
    {
        var matter = Raised();
        matter
            .Answer("Yes.", Facilitator, Seated, Now)
            .Refusal.ShouldSay(null, "This has gone to the facilitator");
        matter.Bring(Listed, Sender, Seated, Now).IsOk.ShouldBeFalse();
        matter
            .Answer("Late.", Rep, Seated, Over)
            .Refusal.ShouldSay(null, "This has gone to the facilitator");
        matter.Steps.Count.ShouldBe(1);

        matter.Answer("By Friday.", Rep, Seated, Now.AddDays(1)).IsOk.ShouldBeTrue();

        matter.Status.ShouldBe(MatterStatus.Answered);
        matter.NewsAt.ShouldBe(Now.AddDays(1));
        (matter.Steps[^1].Kind, matter.Steps[^1].Words, matter.Steps[^1].ByPersonId).ShouldBe(
            (MatterStepKind.Answered, "By Friday.", Rep)
        );
        At(matter, Now.AddDays(2)).ShouldBeNull();
        matter.Answer("Twice.", Rep, Seated, Now).Refusal.ShouldSay(null, "Someone was quicker");
        matter.PassOn(null, Rep, Seated, Now).Refusal.ShouldSay(null, "Someone was quicker");
    }

    [Fact]
    public void An_answer_has_words()
    {
        var matter = Raised();
        matter.Answer(" ", Rep, Seated, Now).Refusal.ShouldSay("Answer", "Write the answer first.");
        matter
            .Answer(new string('x', 4001), Rep, Seated, Now)
            .Refusal.ShouldSay("Answer", "Shorten the answer");
        matter
            .PassOn(new string('x', 1001), Rep, Seated, Now)
            .Refusal.ShouldSay("PassOnWords", "Shorten the words");
        matter.Status.ShouldBe(MatterStatus.Waiting);
    }

    [Fact]
    public void Passed_on_it_is_the_facilitators_who_brings_it_or_answers()
    {
        var matter = Raised();
        matter.PassOn("Above me.", Rep, Seated, Now.AddHours(1)).IsOk.ShouldBeTrue();
        At(matter, Now.AddYears(1))
            .ShouldBe(new MatterHolding(null, Now.AddHours(1), MatterStepKind.SentToFacilitator));
        matter.Bring(Listed, Rep, Seated, Now).IsOk.ShouldBeFalse();
        matter
            .PassOn(null, Facilitator, Seated, Now)
            .Refusal.ShouldSay(null, "It is with the facilitator already");
        matter
            .Bring(Listed, Facilitator, Seats() with { FacilitatorId = null }, Now)
            .IsOk.ShouldBeFalse();

        matter.Bring(Listed, Facilitator, Seated, Now.AddHours(2)).IsOk.ShouldBeTrue();

        (matter.Status, matter.IssueId).ShouldBe((MatterStatus.OnTheList, Listed.Id));
        matter
            .Steps.Select(s => s.Kind)
            .ShouldBe([MatterStepKind.Sent, MatterStepKind.PassedOn, MatterStepKind.OnTheList]);
    }

    [Fact]
    public void What_a_facilitator_raised_is_no_news_to_them()
    {
        var matter = RaisedMatter
            .Raise(School, new("x", null), new(Facilitator, false), new(null, null, null), Now)
            .Value;
        matter.Answer("Done.", Facilitator, Seated, Now.AddDays(1)).IsOk.ShouldBeTrue();
        matter.NewsAt.ShouldBeNull();
    }

    [Fact]
    public void A_sender_is_named_by_wish_alone_and_never_found_by_a_small_team()
    {
        Raised().NameOnTheList("Amara Osei", "Grade 4", 3).ShouldBe("from Grade 4");
        Raised().NameOnTheList("Amara Osei", "Grade 4", 2).ShouldBe("from a teacher");
        Raised().NameOnTheList("Amara Osei", null, 40).ShouldBe("from a member of the staff");
        Raised(sayName: true).NameOnTheList("Amara Osei", "Grade 4", 1).ShouldBe("Amara Osei");
    }

    // Whatever comes after the sending – seats that end and begin, days that pass, answers by anybody –, at every moment
    // until it is over exactly one holds it, the same before and after it is written down, and once it has gone to the
    // facilitator it stays there.
    [Fact]
    public void Exactly_one_holds_it_at_every_moment_between_sending_and_answer() =>
        Prop.ForAll(
                Gen.Choose(0, 9).ListOf().ToArbitrary(),
                Gen.Choose(1, 40).ToArbitrary(),
                (moves, hours) =>
                {
                    var matter = Raised();
                    var twin = Raised();
                    var spans = new List<SeatSpan> { new(Now.AddYears(-1), null) };
                    var now = Now;
                    var gone = false;
                    foreach (var move in moves)
                    {
                        var seats = new MatterSeats(spans, move == 9 ? null : Facilitator);
                        var before = matter.HoldingAt(spans, now);
                        var may = new[] { Sender, Rep, Facilitator }
                            .Where(p => matter.MayAct(p, seats, now).IsOk)
                            .ToList();
                        if (!Agrees(matter, before, may, spans, now, gone, seats))
                        {
                            return false;
                        }

                        now = now.AddTicks(1);
                        gone |= before is { IsFacilitators: true };
                        Move(matter, move, seats, spans, ref now, hours);
                        twin.Settle(spans, now);
                        // Written down early or late, and only what went by itself: the holder is the same.
                        if (
                            matter.Steps.All(s => s.Kind != MatterStepKind.PassedOn)
                            && matter.HoldingAt(spans, now) is { } holding
                            && twin.HoldingAt(spans, now)!.RepresentativeId
                                != holding.RepresentativeId
                        )
                        {
                            return false;
                        }
                    }

                    return matter.Steps.Count(s => s.ByPersonId is null) <= 1;
                }
            )
            .QuickCheckThrowOnFailure();

    private static bool Agrees(
        RaisedMatter matter,
        MatterHolding? holding,
        List<Guid> may,
        List<SeatSpan> spans,
        DateTime now,
        bool gone,
        MatterSeats seats
    )
    {
        if (matter.Status != MatterStatus.Waiting)
        {
            return holding is null && may.Count == 0;
        }

        var seated = spans.Exists(s => s.Since <= now && (s.Until is null || s.Until > now));
        return holding is not null
            && (
                holding.IsFacilitators
                    ? may.SequenceEqual(seats.FacilitatorId is { } f ? [f] : [])
                    : may.SequenceEqual([Rep]) && seated && now < Over && !gone
            )
            && (!gone || holding.IsFacilitators);
    }

    private static void Move(
        RaisedMatter matter,
        int move,
        MatterSeats seats,
        List<SeatSpan> spans,
        ref DateTime now,
        int hours
    )
    {
        switch (move)
        {
            case 0 when spans[^1].Until is null:
                spans[^1] = spans[^1] with { Until = now };
                break;
            // The seat changes its kind.
            case 8 when spans[^1].Until is null:
                spans[^1] = spans[^1] with { Until = now };
                spans.Add(new(now, null));
                break;
            case 1 when spans[^1].Until is not null:
                spans.Add(new(now, null));
                break;
            case 2:
                matter.Settle(spans, now);
                break;
            case 3:
                matter.PassOn(null, Rep, seats, now);
                break;
            case 4:
                matter.Answer("Yes.", hours % 2 == 0 ? Rep : Facilitator, seats, now);
                break;
            case 5:
                matter.Bring(Listed, hours % 3 == 0 ? Rep : Facilitator, seats, now);
                break;
            default:
                now = now.AddHours(hours);
                break;
        }
    }

    private static MatterHolding? At(RaisedMatter matter, DateTime now, params SeatSpan[] spans) =>
        matter.HoldingAt(spans.Length == 0 ? Seated.OfHolder : spans, now);

    private static MatterSeats Seats(params SeatSpan[] spans) => new(spans, Facilitator);

    private static RaisedMatter Raised(bool sayName = false) =>
        RaisedMatter
            .Raise(
                School,
                new(" Copier on floor 2", "Broken\r\nagain."),
                new(Sender, sayName),
                new(Team, Rep, Over),
                Now
            )
            .Value;
}
