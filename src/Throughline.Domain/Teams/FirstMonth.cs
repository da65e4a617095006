using Throughline.Domain.Shared;
using Throughline.Domain.Units;

namespace Throughline.Domain.Teams;

/// <summary>
/// What shows that a step of the first month is done: a thing that is there, never a box that someone ticked (product T12).
/// Each stands for one step. The numbers are stored.
/// </summary>
public enum FirstMonthFact
{
    /// <summary>No one thing: stands for the whole of the first month.</summary>
    Everything = 0,

    /// <summary>The ILT is formed.</summary>
    IltFormed = 1,

    /// <summary>Someone sits on the ILT for an instructional team or program.</summary>
    VoicesSeated = 2,

    /// <summary>The design for teacher leadership says something, as a draft or adopted.</summary>
    DesignBegun = 3,

    /// <summary>The vision, purpose and goals statement is adopted.</summary>
    VisionAdopted = 4,

    /// <summary>Someone has accepted what their seat asks.</summary>
    SeatAccepted = 5,

    /// <summary>A round is closed: its results are there.</summary>
    RoundClosed = 6,

    /// <summary>A protocol is chosen for an item of an agenda.</summary>
    ProtocolChosen = 7,

    /// <summary>A rock or an action step is there.</summary>
    WorkChosen = 8,

    /// <summary>The norms are adopted.</summary>
    NormsAdopted = 9,

    /// <summary>The team's rhythm is set.</summary>
    RhythmSet = 10,

    /// <summary>The team has an agenda of its own.</summary>
    AgendaSet = 11,

    /// <summary>A meeting was held to its end.</summary>
    MeetingHeld = 12,

    /// <summary>Someone has given feedback on a meeting.</summary>
    FeedbackGiven = 13,

    /// <summary>An issue is on the list.</summary>
    IssueRaised = 14,

    /// <summary>An instructional team was told of a decision.</summary>
    TeamTold = 15,

    /// <summary>The team has said what it changed because of feedback.</summary>
    ChangeSaid = 16,

    /// <summary>A thinking map has something written in it.</summary>
    MapWritten = 17,
}

/// <summary>A step of the first month.</summary>
/// <param name="Title">What the team does.</param>
/// <param name="Why">What it is good for, in one sentence.</param>
/// <param name="Page">The page that does it, below the unit's address.</param>
/// <param name="Opens">What the button to that page says.</param>
/// <param name="Done">The thing that is there once it is done.</param>
/// <param name="Source">Where it comes from.</param>
public sealed record FirstMonthStep(
    string Title,
    string Why,
    string Page,
    string Opens,
    FirstMonthFact Done,
    FirstMonthSource Source
);

/// <summary>Where a step of the first month comes from.</summary>
/// <param name="Document">The seed document: 000 to 004.</param>
/// <param name="Part">The part of it.</param>
/// <param name="Note">What stands there, and what is ours.</param>
public sealed record FirstMonthSource(string Document, string Part, string Note);

/// <summary>
/// A step of the first month that a school's team passes over, with who said so and when; taken back by removing it.
/// Passing over the whole puts the first month away.
/// </summary>
public sealed class FirstMonthSkip : IDistrictOwned
{
    private FirstMonthSkip() { }

    /// <summary>Identity.</summary>
    public Guid Id { get; private set; }

    /// <inheritdoc/>
    public Guid DistrictId { get; private set; }

    /// <summary>The school. It and the step are unique together.</summary>
    public Guid UnitId { get; private set; }

    /// <summary>The step, by what would show it done; <see cref="FirstMonthFact.Everything"/> for the whole.</summary>
    public FirstMonthFact Step { get; private set; }

    /// <summary>Who passed it over.</summary>
    public Guid ById { get; private set; }

    /// <summary>When, UTC.</summary>
    public DateTime At { get; private set; }

    /// <summary>Passes a step over. Refused as <see cref="WhyNot"/> says.</summary>
    /// <param name="school">The school.</param>
    /// <param name="step">The step, by what would show it done.</param>
    /// <param name="done">What is there at the school.</param>
    /// <param name="by">Who says so.</param>
    /// <param name="now">Now, UTC.</param>
    public static Result<FirstMonthSkip> Of(
        Unit school,
        FirstMonthFact step,
        IEnumerable<FirstMonthFact> done,
        Guid by,
        DateTime now
    ) => WhyNot(step, done) ?? Result.Ok(Make(school, step, by, now));

    /// <summary>
    /// Why a step cannot be passed over; null when it can. One that is done has nothing left to pass over, and without an ILT
    /// there is no other step.
    /// </summary>
    public static Refusal? WhyNot(FirstMonthFact step, IEnumerable<FirstMonthFact> done) =>
        done.Contains(step) ? new("This step is done. There is nothing to skip.")
        : step == FirstMonthFact.IltFormed
            ? new("Everything else needs an ILT. Form it, or put the whole first month away.")
        : null;

    /// <summary>Puts the whole first month away: it leaves the day of who leads and stays readable.</summary>
    public static FirstMonthSkip All(Unit school, Guid by, DateTime now) =>
        Make(school, FirstMonthFact.Everything, by, now);

    private static FirstMonthSkip Make(Unit school, FirstMonthFact step, Guid by, DateTime now) =>
        new()
        {
            Id = Ids.New(now),
            DistrictId = school.DistrictId,
            UnitId = school.Id,
            Step = step,
            ById = by,
            At = now,
        };
}
