using System.Globalization;
using Throughline.Domain.Meetings;
using Throughline.Domain.Shared;
using Throughline.Web.Ui;
using static System.FormattableString;

namespace Throughline.Web.Features.Meetings.Health;

/// <summary>What figures of a team's health are called, what they say and what they are judged by.</summary>
public static class HealthWords
{
    /// <summary>All figures in the order of the page.</summary>
    public static IReadOnlyList<FigureKind> All { get; } =
    [
        FigureKind.Cadence,
        FigureKind.Length,
        FigureKind.OnTime,
        FigureKind.Roles,
        FigureKind.NextAgenda,
        FigureKind.FromTeachers,
        FigureKind.Instruction,
        FigureKind.FollowUp,
        FigureKind.Owned,
        FigureKind.TeamsTold,
        FigureKind.CarriedBeyond,
        FigureKind.LedByMembers,
    ];

    /// <summary>The name of a figure, as a heading.</summary>
    public static string Of(FigureKind kind) =>
        kind switch
        {
            FigureKind.Cadence => "Meets regularly",
            FigureKind.Length => "Takes its time",
            FigureKind.OnTime => "Begins on time",
            FigureKind.Roles => "Roles are named and go round",
            FigureKind.NextAgenda => "Begins the next agenda at the end",
            FigureKind.FromTeachers => "Teachers bring items",
            FigureKind.Instruction => "Spends its time on instruction",
            FigureKind.FollowUp => "Follows up in time",
            FigureKind.Owned => "Decisions are carried by someone",
            FigureKind.TeamsTold => "Teams are told in time",
            FigureKind.CarriedBeyond => "Staff beyond the ILT carry work",
            FigureKind.LedByMembers => "Runs without coach or leader",
            _ => throw new ArgumentOutOfRangeException(nameof(kind)),
        };

    /// <summary>What is counted, in few words, as a head of a column.</summary>
    public static string Counted(FigureKind kind) =>
        kind switch
        {
            FigureKind.Cadence => "Held",
            FigureKind.Length => "Minutes",
            FigureKind.OnTime => "On time",
            FigureKind.Roles => "All three roles named",
            FigureKind.NextAgenda => "Next agenda begun",
            FigureKind.FromTeachers => "Items from representatives",
            FigureKind.Instruction => "Minutes on instruction",
            FigureKind.FollowUp => "Done by its day",
            FigureKind.Owned => "Decisions someone carries",
            FigureKind.TeamsTold => "Teams told in time",
            FigureKind.CarriedBeyond => "Carried by staff beyond the ILT",
            FigureKind.LedByMembers => "Led by a member",
            _ => throw new ArgumentOutOfRangeException(nameof(kind)),
        };

    /// <summary>Its place in addresses.</summary>
    public static string Slug(FigureKind kind) =>
        kind switch
        {
            FigureKind.Cadence => "cadence",
            FigureKind.Length => "length",
            FigureKind.OnTime => "on-time",
            FigureKind.Roles => "roles",
            FigureKind.NextAgenda => "next-agenda",
            FigureKind.FromTeachers => "from-teachers",
            FigureKind.Instruction => "instruction",
            FigureKind.FollowUp => "follow-up",
            FigureKind.Owned => "decisions",
            FigureKind.TeamsTold => "teams-told",
            FigureKind.CarriedBeyond => "beyond",
            FigureKind.LedByMembers => "led-by-members",
            _ => throw new ArgumentOutOfRangeException(nameof(kind)),
        };

    /// <summary>The figure an address names; null for none.</summary>
    public static FigureKind? Find(string? slug) =>
        All.Cast<FigureKind?>().FirstOrDefault(k => Slug(k!.Value) == slug);

    /// <summary>What it says, as a sentence.</summary>
    public static string Says(HealthFigure figure) =>
        figure.State switch
        {
            FigureState.TooEarly => "Too early to say: fewer than three meetings.",
            FigureState.Hidden =>
                "Not shown: only one member sits on one of the two sides, and it would show what they did.",
            FigureState.Nothing => Nothing(figure.Kind),
            FigureState.NoRhythm => Numbers(figure) + " Set a rhythm to have it judged.",
            FigureState.Met or FigureState.NotYet => Numbers(figure),
            _ => throw new ArgumentOutOfRangeException(nameof(figure)),
        };

    /// <summary>The same in a few characters, for a list of schools.</summary>
    public static string Brief(HealthFigure figure) =>
        figure.State switch
        {
            FigureState.TooEarly => "too early",
            FigureState.Hidden => "not shown",
            FigureState.Nothing => "nothing to count yet",
            _ when figure.IsMinutes => Invariant($"{figure.Good} minutes"),
            _ => Invariant($"{figure.Percent ?? 0}%, {figure.Good} of {figure.Of}"),
        };

    /// <summary>Its state as a tag: colour class and words with a sign.</summary>
    public static (string Tag, string Words) Tag(FigureState state) =>
        state switch
        {
            FigureState.Met => ("good", "✓ meets the mark"),
            FigureState.NotYet => ("watch", "▲ not yet"),
            FigureState.TooEarly => ("", "○ too early"),
            FigureState.Nothing or FigureState.NoRhythm or FigureState.Hidden => (
                "",
                "○ not judged"
            ),
            _ => throw new ArgumentOutOfRangeException(nameof(state)),
        };

    /// <summary>What it is judged by, in our words, with its sources.</summary>
    public static (string Mark, string Source) Mark(FigureKind kind) =>
        kind switch
        {
            FigureKind.Cadence => (
                "The rhythm is 90 minutes every two weeks or 60 every week, and four of five meetings are held.",
                Two + "; " + Three("reflection")
            ),
            FigureKind.Length => (
                "90 minutes where the team meets every two weeks, 60 where it meets every week; five less still count.",
                Two + "; " + Three("pitfall 4")
            ),
            FigureKind.OnTime => (
                "Four of five meetings begin within two minutes of the time that was said.",
                Two + "; " + Three("pitfall 2")
            ),
            FigureKind.Roles => (
                "Facilitator, recorder and timekeeper are named at four of five meetings, and nobody has the same role at more than half.",
                Two
            ),
            FigureKind.NextAgenda => (
                "At the end of four of five meetings the team is at the next agenda.",
                Two
            ),
            FigureKind.FromTeachers => (
                "Of three items one or more come from those who represent a team.",
                Two + "; " + Three("pitfall 3")
            ),
            FigureKind.Instruction => (
                "60 minutes a week, or 45 where the team meets every two weeks. All minutes count but those of items marked as not instructional.",
                Two + "; " + Three("pitfall 4")
            ),
            FigureKind.FollowUp => (
                "Four of five to-dos, action steps and rocks that came out of meetings are done by their day.",
                Two + "; " + Three("pitfall 2")
            ),
            FigureKind.Owned => (
                "Of four of five decisions someone carries a to-do, an action step or a rock.",
                Two
            ),
            FigureKind.TeamsTold => (
                "Four of five teams that a decision touches are told within five school days.",
                Two + "; " + Three("pitfall 5")
            ),
            FigureKind.CarriedBeyond => (
                "Of what comes out of meetings, one in five is carried by staff who do not sit on the ILT.",
                "Source 000, shared leadership; " + char.ToLowerInvariant(Two[0]) + Two[1..]
            ),
            FigureKind.LedByMembers => (
                "Half of the meetings are facilitated by someone other than a coach or the leader.",
                Two
            ),
            _ => throw new ArgumentOutOfRangeException(nameof(kind)),
        };

    /// <summary>The issue in a line, to begin with, when the team does something about it.</summary>
    public static string Issue(FigureKind kind) =>
        kind switch
        {
            FigureKind.Cadence => "Our meetings do not come regularly",
            FigureKind.Length => "Our meetings are shorter than the work asks for",
            FigureKind.OnTime => "Our meetings begin late",
            FigureKind.Roles => "Our roles are not named or do not go round",
            FigureKind.NextAgenda => "We leave without the next agenda",
            FigureKind.FromTeachers => "Few items come from teachers",
            FigureKind.Instruction => "Too little of our time goes to instruction",
            FigureKind.FollowUp => "What we take on is not done by its day",
            FigureKind.Owned => "We decide, and nobody carries it",
            FigureKind.TeamsTold => "Our teams hear late of what we decide",
            FigureKind.CarriedBeyond => "The work stays with the members of the ILT",
            FigureKind.LedByMembers => "We depend on coach and leader to run our meetings",
            _ => throw new ArgumentOutOfRangeException(nameof(kind)),
        };

    /// <summary>The rock to begin with.</summary>
    public static string Rock(FigureKind kind) =>
        kind switch
        {
            FigureKind.Cadence => "Meet as planned for 45 school days",
            FigureKind.Length => "Give each meeting its full time",
            FigureKind.OnTime => "Begin each meeting on time",
            FigureKind.Roles => "Let every member have had each role",
            FigureKind.NextAgenda => "End each meeting with the next agenda",
            FigureKind.FromTeachers => "Have each team bring an item of its own",
            FigureKind.Instruction => "Move what is not instruction out of our meetings",
            FigureKind.FollowUp => "Close what we take on by its day",
            FigureKind.Owned => "Give every decision someone who carries it",
            FigureKind.TeamsTold => "Tell every team within five school days",
            FigureKind.CarriedBeyond => "Bring colleagues beyond the ILT into the work",
            FigureKind.LedByMembers => "Have every member lead a meeting",
            _ => throw new ArgumentOutOfRangeException(nameof(kind)),
        };

    /// <summary>What a meeting adds, in a cell of the list.</summary>
    public static string Part(FigureKind kind, MeetingPart part) =>
        kind is FigureKind.Length or FigureKind.Instruction ? MeetingWords.Minutes(part.Good)
        : part.Of == 0 ? "–"
        : kind
            is FigureKind.OnTime
                or FigureKind.Roles
                or FigureKind.NextAgenda
                or FigureKind.LedByMembers
                or FigureKind.Cadence
            ? part.Good == 1 ? "✓ yes"
                : "▲ no"
        : Invariant($"{part.Good} of {part.Of}");

    private const string Two = "Source 002, marks of effective teams";

    private static string Three(string where) => $"source 003, {where}";

    private static string Numbers(HealthFigure figure)
    {
        var (good, of) = (figure.Good, figure.Of);
        return figure.Kind switch
        {
            FigureKind.Cadence => Invariant($"{good} of {of} planned meetings were held."),
            FigureKind.Length => Invariant($"A meeting lasts {good} minutes on average."),
            FigureKind.OnTime => Invariant($"{good} of {of} meetings began on time."),
            FigureKind.Roles => Invariant($"{good} of {of} meetings had all three roles named."),
            FigureKind.NextAgenda => Invariant(
                $"At the end of {good} of {of} meetings the next agenda was begun."
            ),
            FigureKind.FromTeachers => Invariant(
                $"{good} of {of} items came from representatives."
            ),
            FigureKind.Instruction => Invariant($"{good} minutes a week went to instruction."),
            FigureKind.FollowUp => Invariant(
                $"{good} of {of} things that were due were done by their day."
            ),
            FigureKind.Owned => Invariant(
                $"Of {good} of {of} decisions someone carries something."
            ),
            FigureKind.TeamsTold => Invariant($"{good} of {of} teams were told in time."),
            FigureKind.CarriedBeyond => Invariant(
                $"{good} of {of} things that came out of meetings are carried by staff beyond the ILT."
            ),
            FigureKind.LedByMembers => Invariant(
                $"{good} of {of} meetings were led by a member who is neither coach nor leader."
            ),
            _ => throw new ArgumentOutOfRangeException(nameof(figure)),
        };
    }

    private static string Nothing(FigureKind kind) =>
        kind switch
        {
            FigureKind.FromTeachers => "No items stood on the agendas.",
            FigureKind.FollowUp => "Nothing that came out of meetings was due yet.",
            FigureKind.Owned => "Nothing that was proposed at these meetings was decided.",
            FigureKind.TeamsTold => "No team was due to be told.",
            FigureKind.CarriedBeyond => "Nothing to do came out of these meetings.",
            _ => "There is nothing to count yet.",
        };
}
