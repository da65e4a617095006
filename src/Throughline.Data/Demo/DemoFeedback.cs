using Microsoft.EntityFrameworkCore;
using Throughline.Domain.Meetings;
using Throughline.Domain.Shared;
using Throughline.Domain.Units;
using static Throughline.Domain.Meetings.FeedbackBox;

namespace Throughline.Data.Demo;

/// <summary>
/// Feedback on meetings, and what changed because of it: Lincoln gives it without names, and three of them wait since the
/// last meeting; Tubman gives it by name, while its first meeting is on. Lincoln has looked back with two thinking maps.
/// </summary>
internal sealed class DemoFeedback(ThroughlineDb db, DemoTime time, DemoPeople people)
{
    private static readonly string[] Plus =
    [
        "We started on time and ended on time.",
        "Everyone spoke, also those who rarely do.",
        "Looking at samples without names made it easy to be honest.",
        "The decision was clear at the end.",
        "Two teachers brought something of their own.",
        "The timekeeper said “two minutes”, and it helped.",
    ];

    private static readonly string[] Delta =
    [
        "Send the samples a day earlier, I read them in the hallway.",
        "The data part took too long, and the issues were rushed.",
        "End with who tells whom.",
        "Too many announcements at the start.",
        "Ask the specials teachers first for once.",
        "A break at the half, please.",
    ];

    private static readonly (string? Theme, ThemeState State, string? Answer)[] Found =
    [
        (
            "Samples come too late to be read",
            ThemeState.Changed,
            "What is to be read goes out two school days before, or it goes on the next agenda."
        ),
        (
            "The data part eats the time for issues",
            ThemeState.Changed,
            "Data has 20 minutes on the clock; what is left over becomes an issue."
        ),
        (
            "A break at the half",
            ThemeState.SetAside,
            "Most would rather end on time. We stand up when we sort samples."
        ),
        (
            null,
            ThemeState.Changed,
            "Announcements are in the weekly mail now, and not in the meeting."
        ),
        (
            "It is not clear who tells whom",
            ThemeState.Changed,
            "The last five minutes are for messages: each says whom they tell, and by when."
        ),
        ("Specials teachers are asked last", ThemeState.Open, null),
    ];

    /// <summary>Lincoln's feedback since September, and its thinking maps.</summary>
    public async Task AddLincolnAsync(Unit unit, CancellationToken cancel)
    {
        var feedback = TeamFeedback
            .Begin(unit, FeedbackKind.PlusDelta, byName: false, time.At(time.Year.FirstDay, 9))
            .Value;
        var held = await HeldAsync(unit, cancel);
        var facilitator = people["Dana Whitehorse"].Id;
        var number = 0;
        foreach (var (meeting, at) in held.Select((m, i) => (m, i)))
        {
            var isLast = at == held.Count - 1;
            // Few in the second meeting: read with the third. Of the last one three wait, the facilitator's among them.
            foreach (var (person, n) in Givers(meeting, facilitator, isLast || at == 1 ? 3 : 6))
            {
                feedback.GiveUnnamed(meeting, Lines(at + n), person).OrThrow();
            }

            if (!isLast && at != 1)
            {
                foreach (var (theme, state, answer) in FoundAt(at, held.Count))
                {
                    var written = meeting.EndedAt!.Value.AddHours(18);
                    var noted = FeedbackTheme
                        .Note(meeting, ++number, theme ?? answer, null, facilitator, written)
                        .Value;
                    if (state != ThemeState.Open)
                    {
                        noted
                            .Write(
                                theme,
                                state,
                                answer,
                                facilitator,
                                // Of the last but one: since the last one, so that it opens the next.
                                at == held.Count - 2
                                    ? time.Ago(2, 16)
                                    : written.AddDays(2)
                            )
                            .OrThrow();
                    }

                    db.Add(noted);
                }
            }
        }

        db.Add(feedback);
        AddMaps(unit, facilitator);
    }

    /// <summary>Tubman gives it by name; two have given theirs already.</summary>
    public async Task AddTubmanAsync(Unit unit, CancellationToken cancel)
    {
        var meeting = (await HeldAsync(unit, cancel))[0];
        var now = meeting.StartedAt!.Value.AddMinutes(20);
        db.Add(
            TeamFeedback
                .Begin(unit, FeedbackKind.StopStartContinue, byName: true, now.AddDays(-7))
                .Value
        );
        db.Add(
            new NamedFeedback(
                meeting,
                people["Vikram Desai"].Id,
                FeedbackKind.StopStartContinue,
                [
                    new(Stop, "Reading announcements aloud."),
                    new(Start, "A clock that everyone sees."),
                ],
                now
            )
        );
        db.Add(
            new NamedFeedback(
                meeting,
                people["Monique Trudeau"].Id,
                FeedbackKind.StopStartContinue,
                [new(Continue, "Rocks first. It keeps us honest.")],
                now.AddMinutes(2)
            )
        );
    }

    private void AddMaps(Unit unit, Guid by)
    {
        var begun = time.Ago(33, 15);
        var first = ThinkingMap
            .Begin(unit, 1, "Our first half of the year", MapGuide.Questions[0], by, begun)
            .Value;
        first
            .Write(
                first.Title,
                first.Question,
                [
                    new(
                        "What worked",
                        [
                            "Looking at student writing together, every second meeting",
                            "One annotation routine in grades 3 to 5",
                            "Teachers raise issues through their representative",
                        ]
                    ),
                    new(
                        "What did not",
                        [
                            "Kindergarten and specials had little use of the writing prompts",
                            "Follow-up fell behind in November",
                        ]
                    ),
                    new(
                        "Why",
                        [
                            "We chose the prompts before we asked who would use them",
                            "To-dos had no day when the meeting ran over",
                        ]
                    ),
                    new(
                        "What we will do",
                        [
                            "Begin the next cycle with kindergarten and specials",
                            "Read the to-dos back before the last ten minutes",
                        ]
                    ),
                ]
            )
            .OrThrow();
        first.Close(begun.AddHours(1)).OrThrow();
        var second = ThinkingMap
            .Begin(unit, 2, "How we meet", MapGuide.Questions[2], by, time.Ago(6, 15))
            .Value;
        second
            .Write(
                second.Title,
                second.Question,
                [
                    new("What worked", ["We end on time in four meetings of five"]),
                    new("What did not", ["Data takes longer than planned"]),
                    new("Why", []),
                    new("What we will do", []),
                ]
            )
            .OrThrow();
        db.Add(first);
        db.Add(second);
    }

    private Task<List<Meeting>> HeldAsync(Unit unit, CancellationToken cancel) =>
        db.Set<Meeting>()
            .Include(m => m.Attendances)
            .Where(m => m.UnitId == unit.Id && m.StartedAt != null)
            .OrderBy(m => m.StartedAt)
            .ToListAsync(cancel);

    // The facilitator first, then in the order of names, but not Theo: the member who is still to be asked.
    private IEnumerable<(Guid, int)> Givers(Meeting meeting, Guid facilitator, int most) =>
        people
            .All.Where(p => meeting.Present.Any(a => a.PersonId == p.Id))
            .Where(p => p.GivenName != "Theo")
            .OrderByDescending(p => p.Id == facilitator)
            .ThenBy(p => p.SearchText, StringComparer.Ordinal)
            .Take(most)
            .Select((p, n) => (p.Id, n));

    private static List<FeedbackLine> Lines(int n) =>
        n % 3 == 2
            ? [new(FeedbackBox.Plus, Plus[n % Plus.Length])]
            :
            [
                new(FeedbackBox.Plus, Plus[n % Plus.Length]),
                new(FeedbackBox.Delta, Delta[(n * 5 + 1) % Delta.Length]),
            ];

    // Two of the first meeting, then one of each; what has no answer is of the last but one.
    private static IEnumerable<(string?, ThemeState, string?)> FoundAt(int at, int held) =>
        at == 0 ? Found[..2]
        : at == held - 2 ? Found[^2..]
        : at < Found.Length - 2 ? [Found[at]]
        : [];
}
