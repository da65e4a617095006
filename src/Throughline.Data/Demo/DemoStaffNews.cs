using Microsoft.EntityFrameworkCore;
using Throughline.Domain.Shared;
using Throughline.Domain.Sharing;
using Throughline.Domain.Units;
using Throughline.Domain.Work;

namespace Throughline.Data.Demo;

/// <summary>The staff notes of the demo, by what they show.</summary>
public static class DemoNote
{
    /// <summary>Lincoln's: sent, and corrected by the next one.</summary>
    public const int Corrected = 1;

    /// <summary>Lincoln's: sent as the correction of the first.</summary>
    public const int Correction = 2;

    /// <summary>Lincoln's: waits for the principal's approval.</summary>
    public const int Asked = 3;

    /// <summary>Tubman's: sent back to its writer.</summary>
    public const int SentBack = 1;

    /// <summary>The high school's: approved and not sent; it counts few students.</summary>
    public const int Approved = 1;
}

/// <summary>The wins of the demo, by what they show.</summary>
public static class DemoWin
{
    /// <summary>Lincoln's: of <c>teacher@</c>, and in no note yet.</summary>
    public const int OfTeacher = 6;

    /// <summary>Lincoln's: taken out; <c>member@</c> added it.</summary>
    public const int TakenOut = 5;
}

/// <summary>What schools tell their staff: a calendar of communication, staff notes in every state, and wins of several people.</summary>
internal sealed class DemoStaffNews(ThroughlineDb db, DemoTime time, DemoPeople people)
{
    private const string Principal = "Marisol Vega";
    private const string Facilitator = "Dana Whitehorse";

    private Unit school = null!;
    private int wins;

    /// <summary>Lincoln: two notes sent, one that waits, seven wins, and a full calendar.</summary>
    public async Task AddLincolnAsync(Unit lincoln, CancellationToken cancel)
    {
        At(lincoln);
        var teams = await db.Set<InstructionalTeam>()
            .Where(t => t.UnitId == lincoln.Id && t.DissolvedAt == null)
            .ToDictionaryAsync(t => t.Name, t => t.Id, cancel);
        var first = Win(
            "Every kindergarten class has held its first number talk.",
            teams["Kindergarten"],
            "Hannah Moskowitz",
            22
        );
        var second = Win(
            "Fern hung the third graders’ maps in the hall, and people stop to read them.",
            null,
            "Judith Okonkwo",
            20
        );
        Win(
            "Grade 3 planned a whole unit in one meeting, tasks first.",
            teams["Grade 3"],
            "Kwame Mensah",
            4
        );
        Win("The new bell plan gave us back the quiet start on Mondays.", null, "Paulo Reis", 3);
        Win("Somebody’s class behaved at last.", null, "Theo Lindqvist", 3)
            .TakeOut(
                "It can be read as being about one class. Say what went well, and it is welcome.",
                people[Facilitator].Id
            )
            .OrThrow();
        Win(
            "My students explained fractions to each other without me.",
            teams["Grade 4"],
            "Amara Osei",
            2
        );
        Win(
            "Two families came to read aloud in both of their languages.",
            teams["Multilingual learners"],
            "Rosa Ibarra",
            1
        );
        AddSent(first, second);
        await AddAskedAsync(cancel);
        await new DemoCommunication(db, time, people, lincoln).AddAsync(cancel);
    }

    /// <summary>Tubman: a note that was sent back. The high school: one that is approved and names a count.</summary>
    public void AddOthers(Unit tubman, Unit high)
    {
        At(tubman);
        var writer = people["Imani Jefferson"].Id;
        var back = Note(1, "What the ILT begins with", [], writer, 2);
        Write(
            back,
            "Our ILT has met for the first time.",
            "We begin with how we talk about student work."
        );
        back.Ask(writer, time.Ago(1, 14)).OrThrow();
        back.SendBack("Say when teams hear more, and who speaks for each of them.", time.Ago(1, 16))
            .OrThrow();

        At(high);
        var lorraine = people["Lorraine Sandoval"].Id;
        var approved = Note(1, "Advisory moves, and thank you", [], lorraine, 1);
        Write(
            approved,
            "From February on advisory begins at 8:10 on Mondays.",
            "After the first month 4 of our new students asked for a seat on the student council."
        );
        approved.Approve(lorraine, time.Ago(1, 15)).OrThrow();
    }

    private void AddSent(params Win[] told)
    {
        var note = Note(
            DemoNote.Corrected,
            "Staff note: one look-for a month",
            told.Select(w => new NoteNews(NoteLineKind.Win, w.Id, w.Words)),
            people[Facilitator].Id,
            15
        );
        Write(
            note,
            "Thank you for opening your doors before the break. Here is what came of it.",
            "Report cards are due on Thursday, as every quarter."
        );
        Send(note, Facilitator, 14);
        foreach (var win in told)
        {
            win.Told(note.Number);
        }

        var correction = Note(
            DemoNote.Correction,
            "Correction: report cards are due on Friday",
            [],
            people[Facilitator].Id,
            13,
            DemoNote.Corrected
        );
        Write(correction, null, "Report cards are due on Friday, not on Thursday. Sorry.");
        Send(correction, Facilitator, 13);
    }

    private async Task AddAskedAsync(CancellationToken cancel)
    {
        await db.SaveChangesAsync(cancel);
        var decision = await db.Set<Decision>()
            .SingleAsync(d => d.UnitId == school.Id && d.Number == DemoDecisions.Consensus, cancel);
        var fresh = await db.Set<Win>()
            .Where(w => w.UnitId == school.Id && w.ToldInNote == null && w.TakenOutBecause == null)
            .OrderBy(w => w.Number)
            .Take(3)
            .ToListAsync(cancel);
        var note = Note(
            DemoNote.Asked,
            "Staff note: why one look-for, and who tells you",
            [
                new(
                    NoteLineKind.Decision,
                    decision.Id,
                    $"{decision.Outcome}\nWhy? {decision.Reasons}\nThe ILT decided it together."
                ),
                .. fresh.Select(w => new NoteNews(NoteLineKind.Win, w.Id, w.Words)),
            ],
            people[Facilitator].Id,
            1
        );
        note.Write(
                note.Title,
                "This is what the ILT talked about, and what we are glad of.",
                [
                    .. note
                        .Lines.Where(l => l.Key == 3)
                        .Select(l => new NoteLineEdit(l.Key, l.Words, IsKept: false)),
                ],
                "The next ILT meeting is open: ask your representative for a seat by the wall."
            )
            .OrThrow();
        note.Ask(people[Facilitator].Id, time.Ago(1, 15)).OrThrow();
    }

    private void At(Unit unit) => (school, wins) = (unit, 0);

    private Win Win(string words, Guid? team, string by, int daysAgo)
    {
        var win = Domain
            .Sharing.Win.Add(school, ++wins, words, team, people[by].Id, time.Ago(daysAgo, 15))
            .Value;
        db.Add(win);
        return win;
    }

    private StaffNote Note(
        int number,
        string title,
        IEnumerable<NoteNews> news,
        Guid by,
        int daysAgo,
        int? corrects = null
    )
    {
        var note = StaffNote
            .Begin(
                school,
                number,
                title,
                time.Ago(daysAgo + 7, 12),
                news,
                by,
                time.Ago(daysAgo, 12),
                corrects
            )
            .Value;
        db.Add(note);
        return note;
    }

    private static void Write(StaffNote note, string? opening, string line) =>
        note.Write(note.Title, opening, [], line).OrThrow();

    private void Send(StaffNote note, string writer, int daysAgo)
    {
        var principal = people[Principal];
        note.Ask(people[writer].Id, time.Ago(daysAgo, 13)).OrThrow();
        note.Approve(principal.Id, time.Ago(daysAgo, 14)).OrThrow();
        var at = time.Ago(daysAgo, 15);
        note.GoAt(at, at).OrThrow();
        note.Send(school.Name, writer, principal.FullName, at).OrThrow();
    }
}
