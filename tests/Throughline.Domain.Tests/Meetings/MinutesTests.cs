using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Throughline.Domain.Meetings;
using Throughline.Domain.Tests.Shared;
using Throughline.Domain.Work;
using static Throughline.Domain.Tests.Meetings.Gatherings;

namespace Throughline.Domain.Tests.Meetings;

/// <summary>Product M9: a draft until it is confirmed, then a record that nothing changes.</summary>
public class MinutesTests
{
    private static readonly DateTime Over = Start.AddMinutes(62);
    private static readonly DateTime NextMorning = Start.AddHours(16);
    private static readonly DateOnly Wednesday = Tuesday.AddDays(1);

    [Fact]
    public void A_draft_holds_when_it_was_and_what_the_team_went_through()
    {
        var meeting = Started(
            Writing,
            Writing with
            {
                Title = "The banner",
                IsInstructional = false,
            }
        );
        meeting.GoOn(Start.AddMinutes(5));
        meeting.GoOn(Start.AddMinutes(20));
        meeting.GoOn(Start.AddMinutes(31));
        meeting.End(Over).IsOk.ShouldBeTrue();

        var draft = Draft(meeting);

        (draft.Began, draft.Ended, draft.Minutes).ShouldBe(
            (new TimeOnly(15, 15), new TimeOnly(16, 17), 62)
        );
        draft.InstructionalMinutes.ShouldBe(62 - 31);
        draft
            .Parts.Select(p =>
                $"{p.Key} {p.Title} {p.State} {p.Took}/{p.Given} {p.BroughtBy} {p.Note}"
            )
            .ShouldBe([
                "s0 Vision Done 5/5  ",
                "s1 Data Done 15/20  ",
                "i1 Writing from two sources Done 11/10 Ben wrote i1",
                "i2 The banner Done 31/10 Ben ",
                "s3 Next agenda Cut 0/5  ",
            ]);
        draft.Parts[2].Serves.ShouldBe(["rock 1"]);
        draft.Edition.ShouldBeNull();
    }

    [Fact]
    public void What_is_confirmed_is_an_edition_with_its_number_its_name_and_its_day()
    {
        var meeting = Ended();

        var edition = Confirm(meeting);

        meeting.MinutesFinalAt.ShouldBe(NextMorning);
        var record = edition.Read()!;
        (record.Edition, record.ConfirmedBy, record.ConfirmedOn).ShouldBe((1, "Ana", Wednesday));
        (edition.Number, edition.ConfirmedById, edition.ConfirmedAt).ShouldBe(
            (1, Ana, NextMorning)
        );
        edition.IsIntact.ShouldBeTrue();
    }

    [Fact]
    public void Minutes_are_confirmed_once_the_meeting_is_over_and_all_texts_are_joined()
    {
        var running = Started();
        running
            .ConfirmMinutes(Draft(Ended()), [], 0, Ana, "Ana", Wednesday, NextMorning)
            .Refusal!.Message.ShouldContain("once the meeting is over");
        var meeting = Ended();
        meeting
            .ConfirmMinutes(Draft(meeting), [], 1, Ana, "Ana", Wednesday, NextMorning)
            .Refusal!.Message.ShouldContain("Join the two first");
        meeting.MinutesFinalAt.ShouldBeNull();

        Confirm(meeting);

        meeting
            .ConfirmMinutes(Draft(meeting), [], 0, Ben, "Ben", Wednesday, NextMorning)
            .Refusal!.Message.ShouldContain("Someone was quicker");
    }

    [Fact]
    public void A_meeting_whose_minutes_are_final_does_not_go_on()
    {
        var meeting = Ended();
        Confirm(meeting);

        meeting
            .Resume(Tuesday, Over.AddMinutes(5))
            .Refusal!.Message.ShouldContain("The minutes are final");
        meeting.State.ShouldBe(MeetingState.Ended);
    }

    [Fact]
    public void Reopened_with_a_reason_they_are_a_draft_again_and_the_next_edition_stands_beside_the_old()
    {
        var meeting = Ended();
        var first = Confirm(meeting);
        var bytes = first.Record.ToArray();
        meeting.ReopenMinutes(first, " ", Ben, NextMorning).Refusal!.Field.ShouldBe("Reason");
        meeting.MinutesFinalAt.ShouldNotBeNull();

        meeting.ReopenMinutes(first, "The day was wrong", Ben, NextMorning).IsOk.ShouldBeTrue();

        meeting.MinutesFinalAt.ShouldBeNull();
        meeting
            .ReopenMinutes(first, "Again", Ben, NextMorning)
            .Refusal!.Message.ShouldContain("are a draft");
        (first.ReopenedById, first.ReopenReason).ShouldBe((Ben, "The day was wrong"));
        var second = Confirm(meeting, first);
        second.Number.ShouldBe(2);
        first.Record.ShouldBe(bytes);
    }

    [Fact]
    public void The_staff_read_what_was_decided_and_why_and_nothing_of_who()
    {
        var whole = Full();

        var staff = whole.ForStaff();

        staff.Decisions.Select(d => d.Title).ShouldBe(["One way of annotating"]);
        staff.Decisions[0].Reasons.ShouldBe("Six samples");
        staff.Decisions[0].ToTell.ShouldBe("From Monday we annotate alike");
        var text = Encoding.UTF8.GetString(staff.Write());
        foreach (
            var secret in new[]
            {
                "Ana",
                "Ben",
                "Cleo",
                "wrote i1",
                "The wall",
                "Proposed only",
                "Grade 2",
            }
        )
        {
            text.ShouldNotContain(secret);
        }

        staff.Decisions[0].Fingers.ShouldBeEmpty();
    }

    [Fact]
    public void Covered_words_are_read_nowhere_and_the_bytes_stay()
    {
        var meeting = Ended();
        var edition = Confirm(meeting, Full(), []);
        var bytes = edition.Record.ToArray();

        edition.Redact("ana", "Order 7", Ben, NextMorning).IsOk.ShouldBeTrue();
        edition.Redact("wrote", "Order 8", Ben, NextMorning).IsOk.ShouldBeTrue();

        var read = Encoding.UTF8.GetString(edition.Read()!.Write());
        read.ShouldNotContain("Ana", Case.Insensitive);
        read.ShouldNotContain("wrote", Case.Insensitive);
        read.ShouldContain(MinutesRedaction.Mark);
        edition.Record.ShouldBe(bytes);
        edition.IsIntact.ShouldBeTrue();
        edition
            .Redactions.SelectMany(r => r.Places)
            .ShouldAllBe(p => p.Length == 3 || p.Length == 5);
    }

    [Theory]
    [InlineData("", "Order 7", "Words")]
    [InlineData("x", "Order 7", "Words")]
    [InlineData("not there", "Order 7", "Words")]
    [InlineData("An", "Order 7", "Words")]
    [InlineData("redacted", "Order 7", "Words")]
    [InlineData("Ana", " ", "Ground")]
    public void Words_are_covered_where_they_stand_and_with_a_ground(
        string words,
        string ground,
        string field
    )
    {
        var edition = Confirm(Ended(), Full(), []);

        edition.Redact(words, ground, Ben, NextMorning).Refusal!.Field.ShouldBe(field);

        edition.Redactions.ShouldBeEmpty();
    }

    [Fact]
    public void A_draft_after_a_reopening_brings_covered_words_back_nowhere()
    {
        var meeting = Ended();
        var edition = Confirm(meeting, Full(), []);
        edition.Redact("Six samples", "Order 7", Ben, NextMorning).IsOk.ShouldBeTrue();

        var draft = Meeting.Covered(Full(), [edition]);

        Encoding.UTF8.GetString(draft.Write()).ShouldNotContain("Six samples");
        draft.Decisions[0].Reasons.ShouldBe(MinutesRedaction.Mark);
    }

    [Fact]
    public void What_was_written_down_in_a_protocol_is_covered_like_any_other_words()
    {
        var edition = Confirm(Ended(), Full(), []);

        edition.Redact("eight", "Order 7", Ben, NextMorning).IsOk.ShouldBeTrue();

        edition
            .Read()!
            .Parts.SelectMany(p => p.Findings ?? [])
            .Select(f => f.Words)
            .ShouldBe(["Six of [redacted] name a source", "Try one text first"]);
    }

    [Fact]
    public void Bytes_that_were_changed_past_the_program_are_found()
    {
        var edition = Confirm(Ended());

        edition.Record[^3] ^= 1;

        edition.IsIntact.ShouldBeFalse();
        edition.Read().ShouldBeNull();
    }

    [Fact]
    public void Any_record_is_read_as_it_was_written_and_gives_the_same_bytes_again()
    {
        var texts = ArbMap.Default.GeneratorFor<NonNull<string>>().Select(t => t.Get);
        Prop.ForAll(
                texts.ArrayOf(12).ToArbitrary(),
                words =>
                {
                    var at = 0;
                    var record = Full()
                        .Each(_ => (words[at++ % words.Length] + "x").Normalize(Valid));
                    var bytes = record.Write();
                    return MinutesRecord.Read(bytes).Write().AsSpan().SequenceEqual(bytes);
                }
            )
            .QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Words_are_covered_wherever_they_stand_as_whole_words_and_nowhere_else()
    {
        var tokens = Gen.Elements("ab", "AB", "aab", "abb", "b", "ab2").ArrayOf(9);
        var between = Gen.Elements(" ", ", ", "\n", "-", " (");
        Prop.ForAll(
                tokens.ToArbitrary(),
                between.ToArbitrary(),
                (words, sign) =>
                {
                    var text = string.Join(sign, words.Append("ab"));
                    var edition = Confirm(Ended(), Full() with { Place = text }, []);
                    edition.Redact("ab", "Order 7", Ben, NextMorning).IsOk.ShouldBeTrue();
                    var read = edition.Read()!.Place!;
                    return read
                        == string.Join(
                            sign,
                            words
                                .Append("ab")
                                .Select(w =>
                                    w.Equals("ab", StringComparison.OrdinalIgnoreCase)
                                        ? MinutesRedaction.Mark
                                        : w
                                )
                        );
                }
            )
            .QuickCheckThrowOnFailure();
    }

    [Fact]
    public void A_reopened_draft_stands_as_it_was_confirmed_but_for_the_notes()
    {
        var meeting = Ended();
        var edition = Confirm(meeting, Full(), []);

        var draft = edition
            .Read()!
            .Reopened(stop => stop.Key == "i1" ? "said better" : null, meeting);

        draft.Parts.Single(p => p.Key == "i1").Note.ShouldBe("said better");
        draft.ToDos.ShouldBe(Full().ToDos);
        (draft.Edition, draft.ConfirmedBy, draft.ConfirmedOn).ShouldBe((null, null, null));
        edition.Read()!.Unconfirmed().Write().ShouldBe(Full().Write());
    }

    private const NormalizationForm Valid = NormalizationForm.FormC;

    private static Meeting Ended()
    {
        var meeting = Started(Writing);
        meeting.End(Over).IsOk.ShouldBeTrue();
        return meeting;
    }

    private static MinutesRecord Draft(Meeting meeting) =>
        MinutesRecord.Begin(
            meeting,
            "Lincoln",
            Chicago,
            id => id == Ben ? "Ben" : "Someone",
            stop => stop.Key == "i1" ? " wrote i1\n" : null,
            item => item == 1 ? ["rock 1"] : []
        );

    private static MinutesRecord Full() =>
        Draft(Ended())
            .With(
                new[]
                {
                    new MinutesFinding(OutputKind.Observation, "Six of eight name a source"),
                    new MinutesFinding(OutputKind.NextStep, "Try one text first"),
                }.ToLookup(_ => 1)
            ) with
        {
            Vision = "Every student writes",
            Present = ["Ana", "Ben"],
            Visitors = ["Cleo"],
            Regrets = ["Grade 2 lead"],
            CameLate = 1,
            Roles = [new(MeetingRoleKind.Recorder, "Ana")],
            Decisions =
            [
                new(
                    5,
                    "One way of annotating",
                    DecidedAs.Consensus,
                    false,
                    "All grades annotate alike",
                    "Six samples",
                    ["Grade 3"],
                    12,
                    [0, 0, 1, 3, 5, 3],
                    "Grade 2 (nobody speaks for it)",
                    "From Monday we annotate alike"
                ),
                new(6, "Proposed only", null, false, null, null, [], 0, [], null),
            ],
            ToDos = [new(3, "Send the samples", "Ana", Wednesday)],
            Issues = [new(4, "The wall", IssueStatus.Open)],
            Rocks = [new(2, "Two-text prompts", "Ben", OnTrack: false)],
        };

    private static MinutesEdition Confirm(Meeting meeting, params MinutesEdition[] earlier) =>
        Confirm(meeting, Draft(meeting), earlier);

    private static MinutesEdition Confirm(
        Meeting meeting,
        MinutesRecord record,
        MinutesEdition[] earlier
    ) => meeting.ConfirmMinutes(record, earlier, 0, Ana, "Ana", Wednesday, NextMorning).Value;
}
