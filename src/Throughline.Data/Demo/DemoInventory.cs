using Microsoft.EntityFrameworkCore;
using Throughline.Domain.Meetings;
using Throughline.Domain.Shared;
using Throughline.Domain.Units;
using Throughline.Domain.Work;

namespace Throughline.Data.Demo;

/// <summary>Lincoln's inventory of meetings: what is held, what overlaps, what was merged, ended and shortened, what is proposed.</summary>
internal sealed class DemoInventory(ThroughlineDb db, DemoTime time, DemoPeople people, Unit school)
{
    private readonly List<RegularMeeting> listed = [];

    public async Task AddAsync(CancellationToken cancel)
    {
        var teams = await db.Set<InstructionalTeam>()
            .Where(t => t.UnitId == school.Id)
            .ToDictionaryAsync(t => t.Name, t => t.Id, cancel);
        List(teams);
        Change();
        var rock = await db.Set<Rock>()
            .Where(r => r.UnitId == school.Id)
            .OrderBy(r => r.Number)
            .FirstAsync(cancel);
        db.Add(ThingLink.CameFrom(listed[0], rock, time.Ago(60, 15)));
        db.AddRange(listed);
    }

    private void List(Dictionary<string, Guid> teams)
    {
        Guid[] lower = Of("Grade 3", "Grade 4", "Grade 5");
        Add(
            "Staff meeting",
            "Hear what concerns everyone: dates, duties, what the ILT decided.",
            "All staff",
            46,
            1,
            HeldEvery.TwoWeeks,
            60,
            "announcements, duty schedule, decisions of the ILT",
            false
        );
        Add(
            "Grade 3–5 data meeting",
            "Look at reading data of the upper grades and agree what to reteach.",
            "Teachers of grades 3 to 5, coach",
            11,
            1,
            HeldEvery.Week,
            45,
            "reading data, reteaching",
            true,
            lower
        );
        Add(
            "Literacy committee",
            "Choose texts, and go through reading data by grade.",
            "One teacher of each grade, librarian",
            9,
            1,
            HeldEvery.TwoWeeks,
            60,
            "reading data, texts",
            true,
            Of("Grade 3", "Grade 4")
        );
        Add(
            "Grade leads",
            "Tell each grade what the office needs, and collect what grades need.",
            "Grade leads and the principal",
            7,
            1,
            HeldEvery.Week,
            30,
            "announcements, pacing",
            false
        );
        Add(
            "Grade 4 planning",
            "Plan the next two weeks of lessons together.",
            "Teachers of grade 4",
            4,
            2,
            HeldEvery.Week,
            45,
            "lesson planning, pacing",
            true,
            Of("Grade 4")
        );
        Add(
            "Student support team",
            "Decide how to help students who are stuck, one at a time.",
            "Counselor, special education, a teacher of the student",
            8,
            1,
            HeldEvery.Week,
            60,
            "student support",
            false
        );
        Add(
            "Instructional leadership team",
            "Lead the improvement of teaching.",
            "The ILT",
            12,
            1,
            HeldEvery.TwoWeeks,
            90,
            "student work, decisions of the ILT, reading data",
            true
        );
        Add(
            "Attendance meeting",
            "Go through the list of students who were absent often.",
            "Counselor, office, assistant principal",
            5,
            1,
            HeldEvery.Week,
            30,
            "attendance, student support",
            false
        );
        Add(
            "Technology committee",
            "Choose programs and see to devices.",
            "Six volunteers",
            6,
            1,
            HeldEvery.Month,
            60,
            "devices",
            false
        );
        Add(
            "Morning briefing",
            "Say what is out of the ordinary today.",
            "All teachers",
            31,
            5,
            HeldEvery.Week,
            10,
            "announcements",
            false
        );

        Guid[] Of(params string[] names) =>
            [.. names.Where(teams.ContainsKey).Select(n => teams[n])];
    }

    private void Change()
    {
        var (leads, support) = (Of("Grade leads"), Of("Student support team"));
        Decide(
            Of("Attendance meeting"),
            new(
                RegularMeetingChangeKind.Merged,
                "The same five people talk about the same students two days earlier.",
                Grows: 10
            ),
            support,
            time.Today.AddDays(-70),
            "The ILT, with the counselor"
        );
        Decide(
            Of("Morning briefing"),
            new(
                RegularMeetingChangeKind.Shortened,
                "The weekly note says most of it.",
                NewMinutes: 5
            ),
            null,
            time.Today.AddDays(-63),
            "Marisol Vega"
        );
        Decide(
            Of("Technology committee"),
            new(
                RegularMeetingChangeKind.Ended,
                "Nothing was on its agenda for three months; the district chooses the programs.",
                null,
                null
            ),
            null,
            time.Today.AddDays(-40),
            "The committee itself"
        );
        Propose(
            Of("Literacy committee"),
            new(
                RegularMeetingChangeKind.Merged,
                "Both read the same screener; texts can be chosen twice a year.",
                Grows: 5
            ),
            Of("Grade 3–5 data meeting")
        );
        Propose(
            leads,
            new(
                RegularMeetingChangeKind.Ended,
                "What the office needs goes into the weekly note.",
                null,
                null
            ),
            null
        );
    }

    private void Decide(
        RegularMeeting meeting,
        ChangePlan plan,
        RegularMeeting? into,
        DateOnly day,
        string by
    )
    {
        var change = Propose(meeting, plan, into);
        meeting.Decide(change.Id, new ChangeDecided(day, by), into, time.Today).OrThrow();
    }

    private RegularMeetingChange Propose(
        RegularMeeting meeting,
        ChangePlan plan,
        RegularMeeting? into
    ) => meeting.Propose(plan, into, people["Dana Whitehorse"].Id, time.Ago(20, 15)).Value;

    private RegularMeeting Of(string name) => listed.Single(m => m.Name == name);

    private void Add(
        string name,
        string purpose,
        string who,
        int size,
        int times,
        HeldEvery every,
        int minutes,
        string topics,
        bool isInstructional,
        Guid[]? teams = null
    ) =>
        listed.Add(
            RegularMeeting
                .List(
                    school,
                    listed.Count + 1,
                    listed.Count,
                    new(
                        name,
                        purpose,
                        who,
                        size,
                        times,
                        every,
                        minutes,
                        topics,
                        isInstructional,
                        teams
                    ),
                    people["Dana Whitehorse"].Id,
                    time.Ago(60, 15)
                )
                .Value
        );
}
