using FsCheck;
using FsCheck.Fluent;
using Throughline.Domain.Shared;
using Throughline.Domain.Sharing;
using Throughline.Domain.Units;

namespace Throughline.Domain.Tests.Sharing;

/// <summary>From a draft that writes itself to a record.</summary>
public sealed class StaffNoteTests
{
    private static readonly DateTime Now = new(2027, 1, 20, 16, 0, 0, DateTimeKind.Utc);
    private static readonly Guid Writer = Ids.New(Now);
    private static readonly Guid Leader = Ids.New(Now);
    private static readonly Unit School = Unit.NewSchool(
        Unit.NewDistrict("Riverbend", "riverbend", "America/Chicago", Now).Value,
        "Lincoln",
        "lincoln",
        Now
    ).Value;

    [Fact]
    public void Lines_stand_kind_by_kind_and_what_is_known_comes_in_once()
    {
        var (win, decision) = (News(NoteLineKind.Win), News(NoteLineKind.Decision));
        var note = Draft(win, decision);
        note.Lines.Select(l => l.Kind).ShouldBe([NoteLineKind.Decision, NoteLineKind.Win]);
        note.TakeIn([win, decision, News(NoteLineKind.Rock)], Now).ShouldBe(1);
        note.Lines.Select(l => l.Kind)
            .ShouldBe([NoteLineKind.Decision, NoteLineKind.Rock, NoteLineKind.Win]);
        note.Lines.Select(l => l.Key).Distinct().Count().ShouldBe(3);
    }

    [Fact]
    public void A_line_is_changed_left_out_added_and_moved_among_its_kind()
    {
        var note = Draft(News(NoteLineKind.Win), News(NoteLineKind.Win), News(NoteLineKind.Rock));
        var (rock, first, second) = (note.Lines[0].Key, note.Lines[1].Key, note.Lines[2].Key);
        note.Write(
                "Friday",
                "Hello",
                [new(first, "Better words", true), new(second, "  ", true), new(rock, "r", false)],
                "My own"
            )
            .IsOk.ShouldBeTrue();
        note.Kept.Select(l => l.Words).ShouldBe(["Better words", "My own"]);
        note.Lines.Single(l => l.Key == second).Words.ShouldNotBeEmpty("left out is not lost");

        note.Move(second, up: true).IsOk.ShouldBeTrue();
        note.Lines.Select(l => l.Key).Take(3).ShouldBe([rock, second, first]);
        note.Move(second, up: true).IsOk.ShouldBeTrue();
        note.Lines.Select(l => l.Key).Take(3).ShouldBe([rock, second, first], "another kind");
    }

    [Fact]
    public void Nothing_goes_before_it_is_approved()
    {
        var note = Draft(News(NoteLineKind.Win));
        note.GoAt(Now, Now).Refusal!.Message.ShouldContain("approved");
        note.Send("Lincoln", "Dana", "Marisol", Now).IsOk.ShouldBeFalse();
        note.Ask(Writer, Now).IsOk.ShouldBeTrue();
        note.Ask(Writer, Now).IsOk.ShouldBeFalse();
        note.GoAt(Now, Now).IsOk.ShouldBeFalse();
        note.Approve(Leader, Now).IsOk.ShouldBeTrue();
        note.GoAt(Now.AddMinutes(-1), Now).IsOk.ShouldBeFalse();
        note.GoAt(Now.AddHours(1), Now).IsOk.ShouldBeTrue();
        note.Send("Lincoln", "Dana", "Marisol", Now).IsOk.ShouldBeFalse("its time has not come");
        note.Send("Lincoln", "Dana", "Marisol", Now.AddHours(1)).IsOk.ShouldBeTrue();
        (note.State, note.UnitName, note.WrittenBy, note.ApprovedBy).ShouldBe(
            (NoteState.Sent, "Lincoln", "Dana", "Marisol")
        );
    }

    [Fact]
    public void It_is_sent_back_with_a_word_and_asked_for_again()
    {
        var note = Draft(News(NoteLineKind.Win));
        note.SendBack("No", Now).IsOk.ShouldBeFalse("nobody asks");
        note.Ask(Writer, Now).IsOk.ShouldBeTrue();
        note.SendBack(" ", Now).Refusal!.Field.ShouldBe("Reason");
        note.SendBack("Shorter, please.", Now).IsOk.ShouldBeTrue();
        note.Write("Shorter", null, []).IsOk.ShouldBeTrue();
        (note.State, note.SentBackBecause).ShouldBe((NoteState.SentBack, "Shorter, please."));
        note.Ask(Writer, Now).IsOk.ShouldBeTrue();
        note.SentBackBecause.ShouldBeNull();
    }

    [Fact]
    public void Who_leads_approves_their_own_with_one_press() =>
        Draft(News(NoteLineKind.Win)).Approve(Leader, Now).IsOk.ShouldBeTrue();

    [Fact]
    public void An_empty_note_is_not_approved()
    {
        var note = Draft();
        note.Ask(Writer, Now).IsOk.ShouldBeFalse();
        note.Approve(Leader, Now).IsOk.ShouldBeFalse();
        note.Write("Title", "An opening is enough.", []).IsOk.ShouldBeTrue();
        note.Ask(Writer, Now).IsOk.ShouldBeTrue();
    }

    [Fact]
    public void Whatever_changes_an_approved_note_asks_for_approval_again()
    {
        Action<StaffNote>[] changes =
        [
            n => n.Write("Other title", null, []),
            n => n.Write(n.Title, null, [new(1, "Other words", true)]),
            n => n.Write(n.Title, null, [new(1, n.Lines[0].Words, false)]),
            n => n.Write(n.Title, null, [], "More"),
            n => n.Move(1, up: false),
            n => n.TakeIn([News(NoteLineKind.Answer)], Now),
            n => n.Withdraw(n.Lines[0].SourceId!.Value),
        ];
        foreach (var change in changes)
        {
            var note = Draft(News(NoteLineKind.Win), News(NoteLineKind.Win));
            note.Approve(Leader, Now).IsOk.ShouldBeTrue();
            note.GoAt(Now.AddHours(1), Now).IsOk.ShouldBeTrue();
            change(note);
            (note.State, note.ApprovedById, note.GoesAt).ShouldBe((NoteState.Draft, null, null));
        }
    }

    [Fact]
    public void Saving_without_a_change_keeps_the_approval()
    {
        var note = Draft(News(NoteLineKind.Win));
        note.Approve(Leader, Now).IsOk.ShouldBeTrue();
        note.Write(note.Title, "", [new(1, note.Lines[0].Words, true)]).IsOk.ShouldBeTrue();
        note.State.ShouldBe(NoteState.Approved);
    }

    [Fact]
    public void What_was_sent_is_never_changed_by_anything()
    {
        var acts = Gen.Elements<Action<StaffNote>>(
            n => n.Write("Other", "Other", [new(1, "Other", false)], "More"),
            n => n.Move(1, up: false),
            n => n.Move(2, up: true),
            n => n.Withdraw(n.Lines[0].SourceId!.Value),
            n => n.Ask(Writer, Now),
            n => n.SendBack("No", Now),
            n => n.Approve(Writer, Now.AddDays(1)),
            n => n.GoAt(Now.AddDays(1), Now),
            n => n.Hold(),
            n => n.Send("Other", "Other", "Other", Now.AddDays(1))
        );
        Prop.ForAll(
                acts.ListOf().ToArbitrary(),
                list =>
                {
                    var note = Draft(News(NoteLineKind.Win), News(NoteLineKind.Win));
                    note.Approve(Leader, Now).IsOk.ShouldBeTrue();
                    note.GoAt(Now, Now).IsOk.ShouldBeTrue();
                    note.Send("Lincoln", "Dana", "Marisol", Now).IsOk.ShouldBeTrue();
                    var before = Face(note);
                    foreach (var act in list)
                    {
                        act(note);
                    }

                    Face(note).ShouldBe(before);
                }
            )
            .QuickCheckThrowOnFailure();
    }

    [Fact]
    public void What_is_too_long_or_missing_is_refused_and_changes_nothing()
    {
        var note = Draft(News(NoteLineKind.Win));
        var long1 = new string('x', StaffNote.LongestWords + 1);
        note.Write(" ", null, []).Refusal!.Field.ShouldBe("Title");
        note.Write("T", long1, []).Refusal!.Field.ShouldBe("Opening");
        note.Write("T", null, [new(1, long1, true)]).IsOk.ShouldBeFalse();
        note.Write("T", null, [], long1).Refusal!.Field.ShouldBe("Added");
        note.Title.ShouldBe("Staff note");
        for (var n = note.Lines.Count; n < StaffNote.MostLines; n++)
        {
            note.Write("T", null, [], "line").IsOk.ShouldBeTrue();
        }

        note.Write("T", null, [], "line").Refusal!.Field.ShouldBe("Added");
    }

    [Fact]
    public void A_win_is_its_writers_until_a_note_told_of_it()
    {
        var win = Win.Add(School, 1, " It worked. ", null, Writer, Now).Value;
        win.Words.ShouldBe("It worked.");
        Win.Add(School, 1, new string('x', 281), null, Writer, Now).IsOk.ShouldBeFalse();
        win.Change("Mine", null, Leader).IsOk.ShouldBeFalse();
        win.Change("It worked twice.", null, Writer).IsOk.ShouldBeTrue();
        win.Told(4);
        win.Told(5);
        win.Change("Again", null, Writer).Refusal!.Message.ShouldContain("Staff note 4");
        win.TakeOut(" ", Leader).Refusal!.Field.ShouldBe("Reason");
        win.TakeOut("Names a child.", Leader).IsOk.ShouldBeTrue();
        win.TakeOut("Once more", Leader).IsOk.ShouldBeFalse();
        win.IsShown.ShouldBeFalse();
    }

    private static string Face(StaffNote note) =>
        $"{note.State} {note.WholeText} {note.ApprovedById} {note.GoesAt} {note.SentAt} {note.UnitName} {note.WrittenBy}";

    private static NoteNews News(NoteLineKind kind) => new(kind, Ids.New(Now), $"About {kind}");

    private static StaffNote Draft(params NoteNews[] news) =>
        StaffNote.Begin(School, 1, "Staff note", Now.AddDays(-7), news, Writer, Now).Value;
}
