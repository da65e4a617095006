using Throughline.Domain.Teams;

namespace Throughline.Data.Demo;

/// <summary>
/// What Lincoln's ILT agrees on for itself: a vision in its second edition, norms that most have signed and that are due
/// to be revisited, and a design still in draft while input is asked for without names.
/// </summary>
internal sealed class DemoFounding(ThroughlineDb db, DemoTime time, DemoPeople people)
{
    private static readonly string[] FirstVision =
    [
        "Every student at Lincoln reads, talks and writes about grade-level texts each day.",
        "This team leads the improvement of teaching. It does not run the building.",
        "By June, every team looks at student work once a month.",
    ];

    private static readonly string[] SecondVision =
    [
        "Every student at Lincoln reads, talks and writes about rich grade-level texts each day, in every subject.",
        "This team leads the improvement of teaching: it looks at what students do, decides what to change, and helps teams change it. It does not run the building.",
        "By June, every team looks at student work every two weeks, and students talk for at least a third of each lesson.",
    ];

    private static readonly string[] Design =
    [
        "Each team has a representative on the ILT. Coaches lead learning in teams; mentors welcome new colleagues. Leading is part of the work, and has time set aside.",
        "Teams meet every week for 50 minutes on student work, in turn with planning. Twice a month the topic is the same for the whole school.",
        "",
        "Dana and Luis coach representatives once a month. Members watch each other lead a meeting each term.",
    ];

    private static readonly string[] Norms =
    [
        "We begin and end on time.",
        "We look at the work before we judge it.",
        "Everybody speaks before anybody speaks twice.",
        "We stay with instruction and send the rest to who handles it.",
        "We disagree in the room and speak with one voice outside it.",
        "We leave with a name and a day for everything we decide.",
    ];

    // Has not signed the norms.
    private static readonly string[] NotSigned = ["Ben Yazzie", "Luis Carranza"];

    private static readonly string[] Away = ["Ben Yazzie", "Tom Eriksen"];

    public void Add(Ilt ilt)
    {
        AddVision(ilt);
        AddDesign(ilt);
        AddNorms(ilt);
        AddKeepers(ilt);
    }

    private void AddVision(Ilt ilt)
    {
        var first = time.Year.Previous.FirstDay.AddDays(40);
        var text = Begin(ilt, FoundingKind.Vision, first.AddDays(-12));
        Write(text, FirstVision, first.AddDays(-12));
        Adopt(text, ilt, first);

        var asked = time.Today.AddDays(-38);
        text.AskForInput(new(asked, asked.AddDays(5), ByName: false), 0, asked, time.At(asked, 9))
            .OrThrow();
        var parts = text.Draft.Select(p => p.Id).ToList();
        AddInput(
            text,
            parts[0],
            "Say that it is about every subject, not about reading lessons alone.",
            asked,
            InputFate.TakenUp,
            null
        );
        AddInput(
            text,
            parts[1],
            "What do we do, other than not run the building? Say it in one line.",
            asked,
            InputFate.TakenUp,
            null
        );
        AddInput(
            text,
            parts[2],
            "Once a month is what we do already. Let us want more.",
            asked,
            InputFate.TakenUp,
            null
        );
        AddInput(
            text,
            null,
            "Can we have it in Spanish as well?",
            asked,
            InputFate.NotTakenUp,
            "Good idea; it comes with the update to families."
        );
        Write(text, SecondVision, time.Today.AddDays(-31));
        Adopt(text, ilt, time.Today.AddDays(-30));
        text.RemindEvery(8).OrThrow();
    }

    private void AddDesign(Ilt ilt)
    {
        var begun = time.Today.AddDays(-9);
        var text = Begin(ilt, FoundingKind.Design, begun);
        Write(text, Design, begun);
        var asked = time.Today.AddDays(-2);
        text.AskForInput(
                new(asked, time.WeekdayAhead(4), ByName: false),
                0,
                asked,
                time.At(asked, 9)
            )
            .OrThrow();
        var parts = text.Draft.Select(p => p.Id).ToList();
        AddInput(
            text,
            parts[0],
            "Name the time: which period, and who covers the class?",
            asked,
            InputFate.Waiting,
            null
        );
        AddInput(
            text,
            parts[1],
            "Specials meet across grades and cannot keep the same day.",
            asked,
            InputFate.Waiting,
            null
        );
        AddInput(
            text,
            parts[2],
            "Say plainly what is the principal’s own decision.",
            asked,
            InputFate.Waiting,
            null
        );
    }

    private void AddNorms(Ilt ilt)
    {
        var asked = time.Today.AddDays(-39);
        var text = Begin(ilt, FoundingKind.Norms, asked.AddDays(-5));
        Write(text, Norms.Take(5), asked.AddDays(-5));
        text.AskForInput(new(asked, asked, ByName: true), 0, asked, time.At(asked, 8)).OrThrow();
        AddInput(
            text,
            null,
            "Nothing gets done unless a name stands behind it. Let us add that.",
            asked,
            InputFate.TakenUp,
            "It is norm 6.",
            "Theo Lindqvist"
        );
        AddInput(
            text,
            text.Draft.First().Id,
            "Add that phones stay in the bag.",
            asked,
            InputFate.NotTakenUp,
            "We try without a rule first.",
            "Gloria Petrenko"
        );
        AddInput(
            text,
            text.Draft.ElementAt(2).Id,
            "What if someone would rather write than speak?",
            asked,
            InputFate.Waiting,
            null,
            "Thuy Pham"
        );
        AddInput(
            text,
            null,
            "We say what we need help with before we say what went well.",
            asked,
            InputFate.Waiting,
            null,
            "Gloria Petrenko"
        );
        var adopted = time.Today.AddDays(-37);
        Write(text, Norms, adopted);
        var edition = Adopt(text, ilt, adopted);
        text.RemindEvery(5).OrThrow();
        var notYet = NotSigned.Select(n => people[n].Id).ToHashSet();
        foreach (var member in ilt.Sitting.Where(m => !notYet.Contains(m.PersonId)))
        {
            edition.Sign(member.PersonId, time.At(adopted, 15, 40)).OrThrow();
        }
    }

    private void AddKeepers(Ilt ilt)
    {
        var first = time.Year.Previous.FirstDay.AddDays(40);
        var handover = time.Today.AddDays(-37);
        ilt.LetKeepNorms(
                people["Thuy Pham"].Id,
                first,
                handover.AddDays(-1),
                first,
                time.At(first, 16)
            )
            .OrThrow();
        ilt.LetKeepNorms(
                people["Eileen Murphy"].Id,
                handover,
                time.Today.AddDays(80),
                handover,
                time.At(handover, 16)
            )
            .OrThrow();
    }

    private FoundingText Begin(Ilt ilt, FoundingKind kind, DateOnly on)
    {
        var text = FoundingText.Begin(ilt, kind, time.At(on, 14));
        db.Add(text);
        return text;
    }

    private void Write(FoundingText text, IEnumerable<string> words, DateOnly on)
    {
        var parts = text.Draft.Select(p => (Guid?)p.Id).ToList();
        text.Write(
                [.. words.Select((w, n) => new DraftLine(parts.ElementAtOrDefault(n), w))],
                time.At(on, 14, 30)
            )
            .OrThrow();
    }

    private FoundingEdition Adopt(FoundingText text, Ilt ilt, DateOnly on)
    {
        var away = Away.Select(n => people[n].Id).ToHashSet();
        Guid[] present = [.. ilt.Sitting.Select(m => m.PersonId).Where(p => !away.Contains(p))];
        return text.Adopt(on, present, ilt, on, time.At(on, 15, 30)).Value;
    }

    private void AddInput(
        FoundingText text,
        Guid? part,
        string words,
        DateOnly on,
        InputFate fate,
        string? why,
        string? by = null
    )
    {
        var at = time.At(on, 12);
        var input = text.GiveInput(
            text.NextInputId(at),
            part,
            words,
            by is null ? Guid.Empty : people[by].Id,
            on,
            at
        ).Value;
        if (fate != InputFate.Waiting)
        {
            input.Answer(fate, why).OrThrow();
        }

        db.Add(input);
    }
}
