using System.Globalization;
using Throughline.Domain.Shared;
using Throughline.Domain.Units;

namespace Throughline.Domain.Assessments;

/// <summary>Where a round stands on a given day.</summary>
public enum RoundState
{
    /// <summary>Its first day is still to come.</summary>
    NotYetOpen = 1,

    /// <summary>Raters answer.</summary>
    Open = 2,

    /// <summary>The last day is over and nobody has closed it yet: late answers count and are logged.</summary>
    PastLastDay = 3,

    /// <summary>Closed; the results are published.</summary>
    Closed = 4,
}

/// <summary>
/// One time in which people rate a unit with an instrument, each alone (seed 001). It is blind until it closes: who has
/// answered can be seen, what they said cannot, by no role.
/// </summary>
public sealed partial class Round : IDistrictOwned, IVersioned
{
    /// <summary>Longest title, in characters.</summary>
    public const int LongestTitle = 120;

    /// <summary>Longest reason of a reopening, in characters.</summary>
    public const int LongestReason = 500;

    private readonly List<RoundRater> raters = [];
    private readonly List<RoundEvent> log = [];

    private Round() { }

    /// <summary>Identity of the round.</summary>
    public Guid Id { get; private set; }

    /// <inheritdoc/>
    public Guid DistrictId { get; private set; }

    /// <summary>The unit that is rated.</summary>
    public Guid UnitId { get; private set; }

    /// <summary>Its number within the unit: round 3.</summary>
    public int Number { get; private set; }

    /// <summary>What people call it: “Fall self-assessment”.</summary>
    public string Title { get; private set; } = "";

    /// <summary>The district's frozen copy of the instrument.</summary>
    public Guid InstrumentVersionId { get; private set; }

    /// <summary>How many items the instrument has, kept here so that progress needs no look at it.</summary>
    public int ItemCount { get; private set; }

    /// <summary>
    /// True when the instrument is for looking at oneself (seed 002, the qualities of members; seed 004, the essential
    /// questions): then each rater answers about themselves, and nobody is asked from outside.
    /// </summary>
    public bool IsAboutOneself { get; private set; }

    /// <summary>First day on which raters answer, in the unit's time zone.</summary>
    public DateOnly OpensOn { get; private set; }

    /// <summary>Last day on which raters answer, that day included, in the unit's time zone.</summary>
    public DateOnly ClosesOn { get; private set; }

    /// <summary>When it was set up, UTC.</summary>
    public DateTime OpenedAt { get; private set; }

    /// <summary>When it was closed, UTC; null while it is not.</summary>
    public DateTime? ClosedAt { get; private set; }

    /// <summary>How often it has been closed. Also the number of the latest publication.</summary>
    public int Closings { get; private set; }

    /// <summary>Who is asked to rate.</summary>
    public IReadOnlyList<RoundRater> Raters => raters;

    /// <summary>What happened to it; sort by time to show it.</summary>
    public IReadOnlyList<RoundEvent> Log => log;

    /// <inheritdoc/>
    public int Version { get; private set; }

    /// <summary>True once closed and not reopened.</summary>
    public bool IsClosed => ClosedAt is not null;

    /// <summary>Sets a round up and asks its raters. Refuses an instrument made for the other kind of unit, days in the wrong order or gone by, a round without raters, and a view from outside on what is about oneself.</summary>
    /// <param name="unit">The unit that is rated.</param>
    /// <param name="number">The unit's next number.</param>
    /// <param name="title">What people call it, 1 to 120 characters.</param>
    /// <param name="instrument">A version of the same district.</param>
    /// <param name="opensOn">First day.</param>
    /// <param name="closesOn">Last day, included.</param>
    /// <param name="asked">Who is asked; a person named twice is asked once, as named first.</param>
    /// <param name="by">Who sets it up.</param>
    /// <param name="today">The day it is in the unit's time zone.</param>
    /// <param name="now">Now, UTC.</param>
    public static Result<Round> Open(
        Unit unit,
        int number,
        string? title,
        InstrumentVersion instrument,
        DateOnly opensOn,
        DateOnly closesOn,
        IEnumerable<Asked> asked,
        Guid by,
        DateOnly today,
        DateTime now
    )
    {
        if (instrument.DistrictId != unit.DistrictId)
        {
            throw new ArgumentException(
                "The instrument belongs to another district.",
                nameof(instrument)
            );
        }

        var clean = Text.Required(title, "a title", LongestTitle, "Title");
        if (!clean.IsOk)
        {
            return clean.Refusal!;
        }

        if (!Fits(instrument.Audience, unit.Kind))
        {
            return Result.Refused<Round>(
                unit.Kind == UnitKind.District
                    ? "This instrument is about a school. Choose one for a district, or open the round in a school."
                    : "This instrument is about a district. Choose one for a school, or open the round in the district.",
                "InstrumentVersionId"
            );
        }

        if (closesOn < opensOn || closesOn < today)
        {
            return Result.Refused<Round>(
                closesOn < opensOn
                    ? "The last day is before the first. Choose a later last day."
                    : "The last day has gone by. Choose today or a later day.",
                "ClosesOn"
            );
        }

        var people = asked.DistinctBy(a => a.PersonId).ToList();
        if (people.Count == 0)
        {
            return Result.Refused<Round>("Choose who rates.", "RaterIds");
        }

        var aboutOneself = instrument.Audience == InstrumentAudience.Person;
        if (aboutOneself && people.Exists(p => p.Perspective == Perspective.Outside))
        {
            return NobodyFromOutside;
        }

        var round = new Round
        {
            Id = Ids.New(now),
            DistrictId = unit.DistrictId,
            UnitId = unit.Id,
            Number = number,
            Title = clean.Value,
            InstrumentVersionId = instrument.Id,
            ItemCount = instrument.ItemCount,
            IsAboutOneself = aboutOneself,
            OpensOn = opensOn,
            ClosesOn = closesOn,
            OpenedAt = now,
        };
        round.raters.AddRange(people.Select(p => new RoundRater(round, p)));
        round.Write(RoundEventKind.Opened, by, now);
        instrument.UsedFirst(now);
        return Result.Ok(round);
    }

    /// <summary>True when an instrument for this audience can be used to rate this kind of unit.</summary>
    public static bool Fits(InstrumentAudience audience, UnitKind unit) =>
        audience switch
        {
            InstrumentAudience.District => unit == UnitKind.District,
            InstrumentAudience.School => unit == UnitKind.School,
            InstrumentAudience.Person or InstrumentAudience.Team => true,
            _ => false,
        };

    /// <summary>Where the round stands.</summary>
    /// <param name="today">The day it is in the unit's time zone.</param>
    public RoundState StateOn(DateOnly today) => StateOn(today, OpensOn, ClosesOn, IsClosed);

    /// <summary>The same for a round of which only these are at hand, as in a list.</summary>
    /// <param name="today">The day it is in the unit's time zone.</param>
    /// <param name="opensOn">First day.</param>
    /// <param name="closesOn">Last day, included.</param>
    /// <param name="isClosed">True once closed and not reopened.</param>
    public static RoundState StateOn(
        DateOnly today,
        DateOnly opensOn,
        DateOnly closesOn,
        bool isClosed
    ) =>
        isClosed ? RoundState.Closed
        : today < opensOn ? RoundState.NotYetOpen
        : today > closesOn ? RoundState.PastLastDay
        : RoundState.Open;

    /// <summary>How far a rater of this round is.</summary>
    public Progress ProgressOf(RoundRater rater) => new(rater.AnsweredCount, ItemCount);

    /// <summary>Moves the last day to a later one. Refused for a closed round and for an earlier day.</summary>
    public Result Extend(DateOnly closesOn, Guid by, DateOnly today, DateTime now)
    {
        if (IsClosed)
        {
            return Result.Refused(
                "This round is closed. Reopen it, with a reason and a new last day."
            );
        }

        if (closesOn <= ClosesOn || closesOn < today)
        {
            return Result.Refused(
                $"Choose a day after {Day(ClosesOn)}{(closesOn < today ? " that has not gone by" : "")}.",
                "ClosesOn"
            );
        }

        var earlier = ClosesOn;
        ClosesOn = closesOn;
        Write(RoundEventKind.Extended, by, now, $"From {Day(earlier)} to {Day(closesOn)}");
        return Result.Ok();
    }

    /// <summary>Stops a caller who brings another instrument than the round's.</summary>
    internal void Expect(Instrument instrument)
    {
        if (instrument.Items.Count != ItemCount)
        {
            throw new ArgumentException(
                "This is not the instrument of the round.",
                nameof(instrument)
            );
        }
    }

    private static string Day(DateOnly day) =>
        day.ToString("MMMM d, yyyy", CultureInfo.InvariantCulture);

    private void Write(
        RoundEventKind kind,
        Guid by,
        DateTime now,
        string? words = null,
        Guid? about = null
    ) => log.Add(new RoundEvent(this, kind, by, now, words, about));
}
