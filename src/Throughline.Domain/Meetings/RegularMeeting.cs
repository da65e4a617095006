using Throughline.Domain.Shared;
using Throughline.Domain.Units;

namespace Throughline.Domain.Meetings;

/// <summary>In what time a meeting is held as often as is said. The numbers are stored.</summary>
public enum HeldEvery
{
    /// <summary>Times a week.</summary>
    Week = 1,

    /// <summary>Times in two weeks.</summary>
    TwoWeeks = 2,

    /// <summary>Times a month; a month counts as four school weeks.</summary>
    Month = 3,
}

/// <summary>
/// A meeting that a school or district holds again and again, of whatever team: what it is for, whom it takes and how long
/// (seed 003: “analyzing meetings building-wide to identify content overlap and ways to free up people’s time”).
/// </summary>
public sealed partial class RegularMeeting : ILinkable, IVersioned
{
    /// <summary>Most regular meetings of a unit, those that are not held any more among them.</summary>
    public const int Most = 80;

    /// <summary>Longest name, in characters.</summary>
    public const int LongestName = 120;

    /// <summary>Longest text, in characters.</summary>
    public const int LongestText = 500;

    /// <summary>Most people.</summary>
    public const int MostPeople = 500;

    /// <summary>Most minutes of one meeting.</summary>
    public const int LongestMinutes = 480;

    /// <summary>Most times in its week, two weeks or month.</summary>
    public const int MostTimes = 10;

    private readonly List<RegularMeetingChange> changes = [];

    private RegularMeeting() { }

    /// <inheritdoc/>
    public Guid Id { get; private set; }

    /// <inheritdoc/>
    public Guid DistrictId { get; private set; }

    /// <inheritdoc/>
    public Guid UnitId { get; private set; }

    /// <summary>Its number within the unit's inventory.</summary>
    public int Number { get; private set; }

    /// <summary>What it is called.</summary>
    public string Name { get; private set; } = "";

    /// <summary>What it is for.</summary>
    public string Purpose { get; private set; } = "";

    /// <summary>Who takes part, in words; null when nothing was said.</summary>
    public string? Who { get; private set; }

    /// <summary>How many take part.</summary>
    public int People { get; private set; }

    /// <summary>Instructional teams whose time it takes; none for the whole building.</summary>
    public IReadOnlyList<Guid> Teams { get; private set; } = [];

    /// <summary>How many times in <see cref="Every"/>.</summary>
    public int Times { get; private set; }

    /// <summary>In a week, two weeks or a month.</summary>
    public HeldEvery Every { get; private set; }

    /// <summary>How long one lasts, in minutes.</summary>
    public int Minutes { get; private set; }

    /// <summary>What it handles, a few words each, in the order in which they were typed.</summary>
    public IReadOnlyList<string> Topics { get; private set; } = [];

    /// <summary>True when it is about instruction.</summary>
    public bool IsInstructional { get; private set; }

    /// <summary>Who put it on the inventory.</summary>
    public Guid ListedById { get; private set; }

    /// <summary>The day from which it is not held any more; null while it is held.</summary>
    public DateOnly? EndedOn { get; private set; }

    /// <summary>What was proposed and decided about it.</summary>
    public IReadOnlyList<RegularMeetingChange> Changes => changes;

    /// <inheritdoc/>
    public int Version { get; private set; }

    /// <summary>True while it is held.</summary>
    public bool IsHeld => EndedOn is null;

    /// <summary>How often it is held in four school weeks.</summary>
    public int TimesInFourWeeks =>
        Every switch
        {
            HeldEvery.Week => 4 * Times,
            HeldEvery.TwoWeeks => 2 * Times,
            HeldEvery.Month => Times,
            _ => throw new InvalidOperationException($"No such period: {Every}."),
        };

    /// <summary>What it takes in four school weeks, in minutes of people: people × minutes × times. 0 once it is not held any more.</summary>
    public int PersonMinutes => IsHeld ? PersonMinutesOf(Minutes) : 0;

    /// <inheritdoc/>
    public ThingFace AsThing() =>
        new(
            ThingKind.RegularMeeting,
            Number,
            Name,
            EndedOn is null ? ThingStatus.UnderWay : ThingStatus.Done
        );

    /// <summary>
    /// Puts a regular meeting on the inventory. Refused without a name, a purpose or topics, for overlong texts, more than
    /// <see cref="MeetingTopics.Most"/> topics, and numbers outside their limits.
    /// </summary>
    /// <param name="unit">The school or district.</param>
    /// <param name="number">Its next number.</param>
    /// <param name="listed">How many are on the inventory.</param>
    /// <param name="plan">What is said of it.</param>
    /// <param name="by">Who puts it there.</param>
    /// <param name="now">Now, UTC.</param>
    public static Result<RegularMeeting> List(
        Unit unit,
        int number,
        int listed,
        RegularMeetingPlan plan,
        Guid by,
        DateTime now
    )
    {
        if (listed >= Most)
        {
            return Result.Refused<RegularMeeting>(
                $"An inventory holds {Most} meetings, those that are not held any more included. Put meetings of one kind together in one row, or remove one that was entered by mistake, on its page."
            );
        }

        var meeting = new RegularMeeting
        {
            Id = Ids.New(now),
            DistrictId = unit.DistrictId,
            UnitId = unit.Id,
            Number = number,
            ListedById = by,
        };
        var said = meeting.Say(plan);
        return said.IsOk ? Result.Ok(meeting) : said.Refusal!;
    }

    /// <summary>
    /// Why someone cannot remove it from the inventory, as what was entered by mistake; null when they can. Only who entered
    /// it can, while nothing was decided about it and nothing is to be merged into it.
    /// </summary>
    /// <param name="all">All of the inventory.</param>
    /// <param name="by">Who wants to.</param>
    public Refusal? WhyNotRemoved(IEnumerable<RegularMeeting> all, Guid by) =>
        by != ListedById
            ? new("Only who entered this meeting can remove it. Correct it, or propose to end it.")
        : changes.Exists(c => !c.IsOpen)
            ? new("Something was decided about this meeting. It stays, with what it gave back.")
        : all.Any(m => m.Changes.Any(c => c.IntoId == Id))
            ? new("Another meeting is merged into this one, or is to be. Withdraw that first.")
        : null;

    /// <summary>
    /// Corrects what is said of it; what was given back before stays as it was counted. Refused like <see cref="List"/>, and
    /// once it is not held any more.
    /// </summary>
    public Result Change(RegularMeetingPlan plan) => IsHeld ? Say(plan) : NotHeld();

    private int PersonMinutesOf(int minutes) => People * minutes * TimesInFourWeeks;

    private static Result NotHeld() =>
        Result.Refused(
            "This meeting is not held any more. Take back what was decided about it, if it is."
        );

    private Result Say(RegularMeetingPlan plan)
    {
        var name = Text.Required(plan.Name, "what it is called", LongestName, "Name");
        var purpose = Text.Required(plan.Purpose, "what it is for", LongestText, "Purpose");
        var who = Text.Passage(plan.Who, "who takes part", LongestText, "Who");
        var topics = MeetingTopics.Of(plan.Topics);
        if (
            (
                name.Refusal
                ?? purpose.Refusal
                ?? who.Refusal
                ?? topics.Refusal
                ?? Within(plan.People, MostPeople, "how many take part", "People")
                ?? Within(plan.Times, MostTimes, "how many times it is held", "Times")
                ?? Within(plan.Minutes, LongestMinutes, "how many minutes it lasts", "Minutes")
            ) is
            { } wrong
        )
        {
            return wrong;
        }

        if (plan.Every is not { } every || !Enum.IsDefined(every))
        {
            return Result.Refused("Choose in what time it is held so often.", "Every");
        }

        (Name, Purpose, Who) = (name.Value, purpose.Value, who.Value);
        (Topics, IsInstructional) = (topics.Value, plan.IsInstructional);
        (People, Times) = (plan.People!.Value, plan.Times!.Value);
        (Every, Minutes) = (every, plan.Minutes!.Value);
        Teams = [.. (plan.Teams ?? []).Distinct()];
        return Result.Ok();
    }

    private static Refusal? Within(int? number, int most, string what, string field) =>
        number is { } n && n >= 1 && n <= most
            ? null
            : new Refusal($"Enter {what}: 1 to {most}.", field);
}

/// <summary>What is said of a regular meeting.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Purpose">What it is for.</param>
/// <param name="Who">Who takes part, in words.</param>
/// <param name="People">How many take part.</param>
/// <param name="Times">How many times in <paramref name="Every"/>.</param>
/// <param name="Every">In a week, two weeks or a month.</param>
/// <param name="Minutes">How long one lasts.</param>
/// <param name="Topics">What it handles, with commas between.</param>
/// <param name="IsInstructional">True when it is about instruction.</param>
/// <param name="Teams">Instructional teams whose time it takes.</param>
public sealed record RegularMeetingPlan(
    string? Name,
    string? Purpose,
    string? Who,
    int? People,
    int? Times,
    HeldEvery? Every,
    int? Minutes,
    string? Topics,
    bool IsInstructional = false,
    IReadOnlyCollection<Guid>? Teams = null
);
