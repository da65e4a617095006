using FsCheck;
using FsCheck.Fluent;
using Throughline.Domain.Teams;
using Throughline.Domain.Tests.Shared;
using static Throughline.Domain.Tests.Units.Places;

namespace Throughline.Domain.Tests.Teams;

public class FoundingTextTests
{
    private static readonly DateOnly Today = DateOnly.FromDateTime(Now);
    private static readonly Guid Ana = SomeId(1);
    private static readonly Guid Ben = SomeId(2);
    private static readonly Guid Stranger = SomeId(3);

    [Fact]
    public void A_statement_begins_with_its_headings_and_no_words()
    {
        var text = FoundingText.Begin(Team(), FoundingKind.Vision, Now);

        (text.DistrictId, text.UnitId, text.Kind).ShouldBe(
            (District.Id, School.Id, FoundingKind.Vision)
        );
        text.Draft.Select(p => (p.Place, p.Words)).ShouldBe([(1, ""), (2, ""), (3, "")]);
        FoundingHeading
            .Of(FoundingKind.Vision)
            .Select(h => h.Title)
            .ShouldBe(["Vision", "Purpose", "Goals"]);
        FoundingText.Begin(Team(), FoundingKind.Design, Now).Parts.Count.ShouldBe(4);
        FoundingText.Begin(Team(), FoundingKind.Norms, Now).Parts.ShouldBeEmpty();
    }

    [Fact]
    public void A_part_is_named_by_its_heading_and_a_norm_by_none()
    {
        FoundingHeading.At(FoundingKind.Vision, 3).ShouldBe("Goals");
        FoundingHeading.At(FoundingKind.Vision, 0).ShouldBeNull();
        FoundingHeading.At(FoundingKind.Vision, 4).ShouldBeNull();
        FoundingHeading.At(FoundingKind.Norms, 1).ShouldBeNull();
    }

    [Fact]
    public void A_statement_keeps_its_parts_and_takes_over_their_words()
    {
        var text = FoundingText.Begin(Team(), FoundingKind.Vision, Now);
        var parts = text.Draft.Select(p => p.Id).ToList();

        text.Write([new(parts[1], " For\r\nteaching "), new(Stranger, "Nowhere")], Now)
            .IsOk.ShouldBeTrue();

        text.Draft.Select(p => p.Words).ShouldBe(["", "For\nteaching", ""]);
        text.Draft.Select(p => p.Id).ShouldBe(parts);
    }

    [Fact]
    public void Norms_are_exactly_the_lines_in_their_order()
    {
        var text = Norms("On time.", "One voice.", "Look first.");
        var (first, second, third) = (Part(text, 0), Part(text, 1), Part(text, 2));

        Write(
            text,
            (third, "Look first."),
            (null, "Phones away."),
            (first, "On\ttime, always."),
            (second, "  ")
        );

        text.Draft.Select(p => (p.Place, p.Words))
            .ShouldBe([(1, "Look first."), (2, "Phones away."), (3, "On time, always.")]);
        (Part(text, 0), Part(text, 2)).ShouldBe((third, first));
    }

    [Fact]
    public void A_norm_named_twice_stays_once_and_the_other_line_is_new()
    {
        var text = Norms("On time.");
        var first = Part(text, 0);

        Write(text, (first, "On time."), (first, "And prepared."));

        text.Draft.Select(p => p.Words).ShouldBe(["On time.", "And prepared."]);
        Part(text, 0).ShouldBe(first);
        Part(text, 1).ShouldNotBe(first);
    }

    [Fact]
    public void Whatever_is_written_norms_are_numbered_without_gaps_and_known_ones_keep_their_identity()
    {
        Prop.ForAll(
                Gen.Choose(0, 8).ListOf(6).ToArbitrary(),
                picks =>
                {
                    var text = Norms("0", "1", "2", "3", "4");
                    var known = text.Draft.Select(p => p.Id).ToList();
                    DraftLine[] lines =
                    [
                        .. picks.Select(n => new DraftLine(
                            n < 5 ? known[n] : null,
                            n == 8 ? " " : $"Norm {n}"
                        )),
                    ];
                    text.Write(lines, Now).IsOk.ShouldBeTrue();

                    var wanted = picks.Where(n => n != 8).ToList();
                    text.Draft.Select(p => p.Words).ShouldBe(wanted.Select(n => $"Norm {n}"));
                    text.Draft.Select(p => p.Place).ShouldBe(Enumerable.Range(1, wanted.Count));
                    text.Draft.Select(p => p.Id).ShouldBeUnique();
                    known
                        .Where(text.Parts.Select(p => p.Id).Contains)
                        .ShouldBe(known.Where((_, n) => wanted.Contains(n)));
                }
            )
            .QuickCheckThrowOnFailure();
    }

    [Fact]
    public void An_overlong_line_and_a_sixteenth_norm_are_refused_and_change_nothing()
    {
        var text = Norms("On time.");

        text.Write([new(null, "a"), new(null, new string('x', 201))], Now)
            .Refusal.ShouldSay("Lines[1].Words", "Shorten the norm to 200 characters");
        text.Write([.. Enumerable.Range(0, 16).Select(n => new DraftLine(null, $"Norm {n}"))], Now)
            .Refusal.ShouldSay(null, "At most 15 norms");
        text.Draft.Select(p => p.Words).ShouldBe(["On time."]);
        text.Write(
                [.. Enumerable.Range(0, 15).Select(n => new DraftLine(null, new string('x', 200)))],
                Now
            )
            .IsOk.ShouldBeTrue();
        var vision = FoundingText.Begin(Team(), FoundingKind.Vision, Now);
        vision
            .Write([new(Part(vision, 0), new string('x', 4001))], Now)
            .Refusal.ShouldSay("Lines[0].Words", "Shorten this part to 4000 characters");
    }

    [Fact]
    public void An_edition_holds_what_the_draft_said_who_was_there_and_the_day()
    {
        var text = Norms("On time.", "One voice.");
        var first = Part(text, 0);

        var edition = text.Adopt(Today.AddDays(-1), [Ana, Ana, Ben], Team(), Today, Now).Value;
        Write(text, (first, "Always on time."));

        (edition.Number, edition.AdoptedOn, edition.UnitId).ShouldBe(
            (1, Today.AddDays(-1), School.Id)
        );
        edition
            .Parts.Select(p => (p.Place, p.Words))
            .ShouldBe([(1, "On time."), (2, "One voice.")]);
        edition.Parts[0].PartId.ShouldBe(first);
        edition.Present.Select(p => p.PersonId).ShouldBe([Ana, Ben]);
        (text.Adopted, text.Current).ShouldBe((1, edition));

        text.Adopt(Today, [Ana], Team(), Today, Now).Value.Number.ShouldBe(2);
        text.Current!.Parts.ShouldHaveSingleItem().Words.ShouldBe("Always on time.");
        text.Editions.Count.ShouldBe(2);
    }

    [Fact]
    public void What_is_not_ready_is_not_adopted()
    {
        var vision = FoundingText.Begin(Team(), FoundingKind.Vision, Now);
        var parts = vision.Draft.Select(p => p.Id).ToList();
        vision.Write([new(parts[0], "Every student reads."), new(parts[2], "By June.")], Now);
        vision
            .Adopt(Today, [Ana], Team(), Today, Now)
            .Refusal.ShouldSay(null, "“Purpose” is empty");
        FoundingText
            .Begin(Team(), FoundingKind.Norms, Now)
            .Adopt(Today, [Ana], Team(), Today, Now)
            .Refusal.ShouldSay(null, "Write the first norm");
        var norms = Norms("On time.");
        norms.Adopt(Today, [Ana], Team(), Today, Now).IsOk.ShouldBeTrue();
        norms
            .Adopt(Today, [Ana], Team(), Today, Now)
            .Refusal.ShouldSay(null, "Nothing has changed since edition 1.");
        Write(norms, (null, "Other"));
        Ask(norms, Today, Today.AddDays(3));
        norms
            .Adopt(Today, [Ana], Team(), Today, Now)
            .Refusal.ShouldSay(null, "Input is asked for now.");
        norms.Adopted.ShouldBe(1);
    }

    [Fact]
    public void The_day_of_an_edition_is_not_to_come_and_not_before_the_last_one()
    {
        var text = Norms("On time.");
        text.Adopt(Today.AddDays(1), [Ana], Team(), Today, Now)
            .Refusal.ShouldSay("On", "Enter the day");
        text.Adopt(null, [Ana], Team(), Today, Now).Refusal.ShouldSay("On", "Enter the day");
        text.Adopt(DateOnly.MinValue, [Ana], Team(), Today, Now)
            .Refusal.ShouldSay("On", "Enter the day");
        text.Adopt(Today.AddDays(-3), [Ana], Team(), Today, Now).IsOk.ShouldBeTrue();
        Write(text, (null, "Other"));
        text.Adopt(Today.AddDays(-4), [Ana], Team(), Today, Now)
            .Refusal.ShouldSay("On", "Enter the day");
        text.Adopt(Today.AddDays(-3), [Ana], Team(), Today, Now).IsOk.ShouldBeTrue();
    }

    [Fact]
    public void Only_members_adopt_and_at_least_one()
    {
        var text = Norms("On time.");
        var left = Team();
        left.EndMembership(Ben, Now);

        text.Adopt(Today, [], Team(), Today, Now)
            .Refusal.ShouldSay("Present", "Mark who was there");
        text.Adopt(Today, [Ana, Stranger], Team(), Today, Now)
            .Refusal.ShouldSay("Present", "Mark who was there");
        text.Adopt(Today, [Ben], left, Today, Now)
            .Refusal.ShouldSay("Present", "Mark who was there");
        text.Adopted.ShouldBe(0);
    }

    [Fact]
    public void A_member_signs_an_edition_once_and_the_next_one_anew()
    {
        var text = Norms("On time.");
        var first = text.Adopt(Today, [Ana], Team(), Today, Now).Value;

        first.Sign(Ana, Now).IsOk.ShouldBeTrue();
        first
            .Sign(Ana, Now.AddDays(1))
            .Refusal.ShouldSay(null, "You have signed this edition already.");
        first.Signatures.ShouldHaveSingleItem().At.ShouldBe(Now);
        Write(text, (null, "Other"));
        text.Adopt(Today, [Ana], Team(), Today, Now).Value.Sign(Ana, Now).IsOk.ShouldBeTrue();
    }

    [Fact]
    public void The_reminder_stands_so_many_weeks_after_the_team_last_looked()
    {
        var text = Norms("On time.");
        text.RemindEvery(4).IsOk.ShouldBeTrue();
        text.RevisitOn.ShouldBeNull();

        text.Adopt(Today, [Ana], Team(), Today, Now);
        (text.RevisitedOn, text.RevisitOn).ShouldBe((Today, Today.AddDays(28)));
        text.Revisited(Today.AddDays(30));
        text.RevisitOn.ShouldBe(Today.AddDays(58));
        text.RemindEvery(1);
        text.RevisitOn.ShouldBe(Today.AddDays(37));
        text.RemindEvery(null);
        (text.RevisitOn, text.RevisitedOn).ShouldBe((null, Today.AddDays(30)));
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    [InlineData(52, true)]
    [InlineData(53, false)]
    public void A_reminder_comes_every_1_to_52_weeks(int weeks, bool fine)
    {
        var result = Norms("On time.").RemindEvery(weeks);
        result.IsOk.ShouldBe(fine);
        if (!fine)
        {
            result.Refusal.ShouldSay("Weeks", "Enter 1 to 52 weeks");
        }
    }

    private static Ilt Team()
    {
        var ilt = Ilt.Form(School, Now);
        ilt.Seat(Ana, SeatKind.Leader, null, Now);
        ilt.Seat(Ben, SeatKind.Coach, null, Now);
        return ilt;
    }

    private static FoundingText Norms(params string[] norms)
    {
        var text = FoundingText.Begin(Team(), FoundingKind.Norms, Now);
        Write(text, [.. norms.Select(n => ((Guid?)null, n))]);
        return text;
    }

    private static void Write(FoundingText text, params (Guid? Part, string Words)[] lines) =>
        text.Write([.. lines.Select(l => new DraftLine(l.Part, l.Words))], Now).IsOk.ShouldBeTrue();

    private static void Ask(FoundingText text, DateOnly from, DateOnly until) =>
        text.AskForInput(new(from, until, ByName: false), 0, Today, Now).IsOk.ShouldBeTrue();

    private static Guid Part(FoundingText text, int n) => text.Draft.ElementAt(n).Id;
}
