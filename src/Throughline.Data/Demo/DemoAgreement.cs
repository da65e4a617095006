using System.Text;
using Throughline.Domain.Assessments;
using Throughline.Domain.Shared;
using Throughline.Domain.Units;
using Throughline.Domain.Work;

namespace Throughline.Data.Demo;

/// <summary>The numbers of Lincoln's action steps, by what they show.</summary>
public static class DemoActions
{
    /// <summary>Past its day; <c>member@</c> carries it.</summary>
    public const int Overdue = 1;

    /// <summary>Under way, with notes; <c>facilitator@</c> carries it.</summary>
    public const int UnderWay = 2;

    /// <summary>Done.</summary>
    public const int Done = 3;
}

/// <summary>
/// What Lincoln's team made of its closed Continuum: agreed on most items, with reasons and evidence of each kind, not on
/// one; and three action steps, one past its day, one under way, one done.
/// </summary>
internal sealed class DemoAgreement(ThroughlineDb db, DemoTime time, DemoPeople people, Unit school)
{
    private const string Facilitator = "Dana Whitehorse";
    private const string Member = "Theo Lindqvist";

    // The smallest file that readers take for a PDF of one page.
    private const string Pdf =
        "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n";

    private int steps;

    /// <summary>Plays it, from the meeting after the round was closed until yesterday.</summary>
    /// <returns>The action step that is under way.</returns>
    public ActionStep Add(Round round, Instrument instrument)
    {
        var met = time.Year.FirstDay.AddDays(24);
        var talk = new Talk(this, round, instrument, met);

        var understanding = talk.Agrees(
            "common-understanding",
            3,
            "Most of us can say the purpose in our own words."
        );
        talk.Again(
            understanding,
            2,
            "We can say it; our grade teams cannot. Two of five teams have never seen the statement."
        );
        Keep(
            Evidence.OfWords(
                understanding,
                "Asked at three grade-level meetings in week 4: one of three could say what the ILT is for.",
                Who(Member),
                time.At(met, 15, 20)
            )
        );
        Keep(
            Evidence.OfLink(
                understanding,
                "https://www.riverbend.example/lincoln/purpose",
                "The purpose statement as it stands",
                Who(Facilitator),
                time.At(met, 15, 22)
            )
        );

        var experience = talk.Agrees(
            "common-experience",
            3,
            "We looked at the same lesson twice last year, and plan three walks this term."
        );
        Keep(
            experience,
            "Learning walks, planned.csv",
            "Week,Grade,Look-for\n6,2,Student talk\n9,4,Student talk\n12,1,Student talk\n",
            "The three walks of this term",
            met
        );

        talk.NotYet(
            "engagement",
            "Half of us see two or three voices in most meetings, half see everyone at work. We count who speaks in the next two meetings and talk again."
        );

        var culture = talk.Agrees(
            "school-culture",
            2,
            "Doors open when we say beforehand what we look for; four rooms have not been seen yet."
        );
        Keep(
            culture,
            "Rooms visited.pdf",
            Pdf,
            "Rooms visited by the end of week 4, without names",
            met
        );

        // The last item is still to be talked about.
        Step(
            understanding,
            met,
            Member,
            "Each representative reads the purpose statement with their team and brings back what was unclear",
            "Our grade teams cannot say what the ILT is for. It stands here: https://www.riverbend.example/lincoln/purpose",
            time.WeekdayAgo(3)
        );
        var walks = Step(
            experience,
            met,
            Facilitator,
            "Run three learning walks on student talk, with a short talk after each",
            "So that we look at the same lessons and mean the same by what we see.",
            time.WeekdayAhead(12)
        );
        var doors = Step(
            culture,
            met,
            "Luis Carranza",
            "Put the look-fors of the month on the staff room door",
            "People open their doors when they know what we look for.",
            met.AddDays(14)
        );

        walks.Move(WorkStatus.UnderWay, Who(Facilitator), time.At(met.AddDays(6), 8)).OrThrow();
        walks
            .Note(
                "First walk done in Grade 2, five of us. The talk after it took ten minutes and was worth it.",
                Who(Facilitator),
                time.At(met.AddDays(7), 15)
            )
            .OrThrow();
        walks
            .Note(
                "Grade 4 asks to move the second walk by a week; fine with all.",
                Who(Member),
                time.Ago(4, 12)
            )
            .OrThrow();
        doors
            .Note(
                "Up since Monday. Three colleagues asked about it the same day.",
                Who("Luis Carranza"),
                time.At(met.AddDays(5), 16)
            )
            .OrThrow();
        doors.Move(WorkStatus.Done, Who("Luis Carranza"), time.At(met.AddDays(6), 16)).OrThrow();
        return walks;
    }

    private DemoTime Clock => time;

    private void Keep(AgreedItem item) => db.Add(item);

    private Guid Who(string name) => people[name].Id;

    private ActionStep Step(
        AgreedItem item,
        DateOnly on,
        string owner,
        string what,
        string why,
        DateOnly due
    )
    {
        var now = time.At(on, 16, 10);
        var step = ActionStep
            .Add(
                school,
                ++steps,
                new WorkPlan(what, why, new WorkOwner(Who(owner), owner, true, false), due),
                Who(Facilitator),
                on,
                now
            )
            .Value;
        db.Add(step);
        db.Add(ThingLink.CameFrom(step, item, now));
        return step;
    }

    private void Keep(Result<Evidence> evidence) => db.Add(evidence.Value);

    private void Keep(AgreedItem item, string name, string text, string shows, DateOnly on)
    {
        var content = Encoding.UTF8.GetBytes(text);
        var file = EvidenceFile.Check(name, content).Value;
        var evidence = Evidence
            .OfFile(item, file, shows, Who(Facilitator), time.At(on, 15, 40))
            .Value;
        db.Add(evidence);
        db.AddRange(EvidenceChunk.Of(evidence, content));
    }

    /// <summary>The team at its table.</summary>
    private sealed class Talk(DemoAgreement demo, Round round, Instrument instrument, DateOnly met)
    {
        private int minute = 30;

        public AgreedItem Agrees(string item, int level, string reasons)
        {
            var agreed = Begin(item);
            Again(agreed, level, reasons);
            return agreed;
        }

        public void Again(AgreedItem agreed, int level, string reasons) =>
            agreed.Agree(round, instrument, level, reasons, demo.Who(Facilitator), Now()).OrThrow();

        public void NotYet(string item, string reasons) =>
            Begin(item).LeaveOpen(round, reasons, demo.Who(Facilitator), Now()).OrThrow();

        private AgreedItem Begin(string item)
        {
            var begun = AgreedItem.Begin(round, instrument, item, Now()).Value;
            demo.Keep(begun);
            return begun;
        }

        private DateTime Now() => demo.Clock.At(met, 15, minute++ % 60);
    }
}
