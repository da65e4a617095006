using FsCheck;
using FsCheck.Fluent;
using Throughline.Domain.Meetings;
using Throughline.Domain.Tests.Shared;
using static Throughline.Domain.Tests.Meetings.Gatherings;

namespace Throughline.Domain.Tests.Meetings;

/// <summary>Quality, “two people editing one text … no silent overwrite ever”.</summary>
public class MeetingNoteTests
{
    [Fact]
    public void A_line_that_has_just_begun_stays_and_the_next_words_join_what_others_wrote()
    {
        var note = MeetingNote.Of(Started(), 1, null, Ana, Start);
        note.Write("Ana says so\n", 0, Ana, Start).IsOk.ShouldBeTrue();
        note.Words.ShouldBe("Ana says so\n");

        note.Write("Ben says so\nAna says so\n", 1, Ben, Start).IsOk.ShouldBeTrue();
        note.Write("Ana says so\nand more", 1, Ana, Start, "Ana says so\n")
            .Value.ShouldBe(NoteOutcome.Written);

        note.Words.ShouldBe("Ben says so\nAna says so\nand more");
        note.Kept.ShouldBeEmpty();
    }

    [Fact]
    public void What_is_written_from_the_note_as_it_is_takes_its_place()
    {
        var note = New();

        note.Write("One", 0, Ana, Start).Value.ShouldBe(NoteOutcome.Written);
        note.Write("One, two", 1, Ben, Start).Value.ShouldBe(NoteOutcome.Written);
        note.Write("One, two", 1, Ben, Start).Value.ShouldBe(NoteOutcome.Same);

        (note.Words, note.Edition, note.ById).ShouldBe(("One, two", 2, Ben));
    }

    [Fact]
    public void What_is_written_from_an_older_note_is_kept_beside_it()
    {
        var note = New();
        note.Write("Ana's", 0, Ana, Start);

        note.Write("Ben's", 0, Ben, Start).Value.ShouldBe(NoteOutcome.Kept);

        note.Words.ShouldBe("Ana's");
        note.Kept.Select(k => (k.Words, k.ById)).ShouldBe([("Ben's", Ben)]);
    }

    [Fact]
    public void Who_goes_on_typing_keeps_one_text_and_the_same_text_is_kept_once()
    {
        var note = New();
        note.Write("Ana's", 0, Ana, Start);

        note.Write("Ben", 0, Ben, Start);
        note.Write("Ben's", 0, Ben, Start);
        note.Write("Ben's", 0, Cleo, Start);

        note.Kept.Select(k => k.Words).ShouldBe(["Ben's"]);
    }

    [Fact]
    public void Joining_lets_go_of_the_texts_that_were_seen_and_of_no_other()
    {
        var note = New();
        note.Write("Ana's", 0, Ana, Start);
        note.Write("Ben's", 0, Ben, Start);
        var seen = note.Kept.Select(k => k.Id).ToList();
        note.Write("Cleo's", 0, Cleo, Start);

        note.Join("Ana's and Ben's", 1, seen, Ana, Start).Value.ShouldBe(NoteOutcome.Written);

        note.Words.ShouldBe("Ana's and Ben's");
        note.Kept.Select(k => k.Words).ShouldBe(["Cleo's"]);
    }

    [Fact]
    public void Joining_from_an_older_note_lets_go_of_nothing()
    {
        var note = New();
        note.Write("Ana's", 0, Ana, Start);
        note.Write("Ben's", 0, Ben, Start);
        var seen = note.Kept.Select(k => k.Id).ToList();
        note.Write("Ana's, longer", 1, Ana, Start);

        note.Join("Joined", 1, seen, Ben, Start).Value.ShouldBe(NoteOutcome.Kept);

        note.Words.ShouldBe("Ana's, longer");
        note.Kept.Select(k => k.Words).ShouldBe(["Ben's", "Joined"]);
    }

    [Fact]
    public void A_note_of_two_megabytes_and_a_twenty_first_text_are_refused()
    {
        var note = New();
        note.Write(new string('x', 2_000_000), 0, Ana, Start)
            .Refusal.ShouldSay("Words", "Shorten the note to 20000 characters");
        note.Write("One", 0, Ana, Start);
        for (var i = 0; i < MeetingNote.MostKept; i++)
        {
            note.Write($"Text {i}", 0, Units.Places.SomeId(i), Start).IsOk.ShouldBeTrue();
        }

        note.Write("One more", 0, Units.Places.SomeId(50), Start)
            .Refusal.ShouldSay(null, "20 texts wait beside this note.");
    }

    // Each writer types a word of their own into what they saw last. However their saves interleave, each word is in the
    // note, or beside it, or was taken out by someone who saw it.
    [Fact]
    public void No_word_is_ever_overwritten_by_someone_who_did_not_see_it() =>
        Prop.ForAll(
                Gen.ListOf(
                        from writer in Gen.Choose(0, 3)
                        from act in Gen.Elements("look", "type", "type", "join")
                        select (writer, act)
                    )
                    .ToArbitrary(),
                steps =>
                {
                    var note = New();
                    var seen = new (string Words, int Edition, Guid[] Kept, string[] KeptWords)[4];
                    Array.Fill(seen, ("", 0, [], []));
                    var typed = new List<string>();
                    var word = 0;
                    foreach (var (writer, act) in steps)
                    {
                        var by = Units.Places.SomeId(writer);
                        var mine = seen[writer];
                        if (act == "look")
                        {
                            seen[writer] = (
                                note.Words,
                                note.Edition,
                                [.. note.Kept.Select(k => k.Id)],
                                [.. note.Kept.Select(k => k.Words)]
                            );
                        }
                        else if (act == "type")
                        {
                            var token = $"[{writer}.{word++}]";
                            var text = mine.Words + token;
                            if (note.Write(text, mine.Edition, by, Start).IsOk)
                            {
                                typed.Add(token);
                                seen[writer] = mine with { Words = text };
                                if (note.Words == text)
                                {
                                    seen[writer].Edition = note.Edition;
                                }
                            }
                        }
                        else
                        {
                            // Who joins takes over every word they saw.
                            var text = mine.Words + string.Concat(mine.KeptWords);
                            var joined = note.Join(text, mine.Edition, mine.Kept, by, Start);
                            if (joined.IsOk && note.Words == text)
                            {
                                seen[writer] = (text, note.Edition, [], []);
                            }
                        }
                    }

                    var all = note.Words + string.Concat(note.Kept.Select(k => k.Words));
                    typed.ShouldAllBe(token => all.Contains(token, StringComparison.Ordinal));
                }
            )
            .QuickCheckThrowOnFailure();

    private static MeetingNote New() => MeetingNote.Of(Started(), 1, null, Ana, Start);
}
