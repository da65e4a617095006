using Throughline.Domain.Assessments;
using Throughline.Domain.Units;

namespace Throughline.Data.Demo;

/// <summary>
/// One round of the demo, played from its opening on by the people in it, through the same rules as in the product.
/// Levels follow a seeded chance: the same round has the same answers every time.
/// </summary>
internal sealed class DemoRound
{
    private readonly DemoTime time;
    private readonly DemoPeople people;
    private readonly Instrument instrument;
    private readonly Round round;
    private readonly Random chance;
    private readonly List<Rating> ratings = [];
    private readonly List<RatingNote> notes = [];
    private readonly List<RatingHistory> history = [];
    private readonly List<PublishedResult> published = [];

    public DemoRound(
        DemoTime time,
        DemoPeople people,
        DemoRoundSetting setting,
        (InstrumentVersion Kept, Instrument Read) instrument
    )
    {
        this.time = time;
        this.people = people;
        this.instrument = instrument.Read;
        chance = new Random((setting.Unit.Slug.Length * 1000) + setting.Number);
        round = Round
            .Open(
                setting.Unit,
                setting.Number,
                setting.Title,
                instrument.Kept,
                setting.OpensOn,
                setting.ClosesOn,
                setting
                    .Raters.Select(TeamMember)
                    .Concat(setting.Outside.Select(name => Asked(name, Perspective.Outside))),
                people[setting.By].Id,
                setting.SetUpOn,
                time.At(setting.SetUpOn, 15, 40)
            )
            .Value;
    }

    public Round Round => round;

    public Instrument Instrument => instrument;

    /// <summary>How high the answers lie, as a part of the scale. Some items lie lower than others.</summary>
    public double Height { get; init; } = 0.55;

    /// <summary>How often someone has not seen enough to say, in a hundred.</summary>
    public int NotSeenPercent { get; init; } = 7;

    /// <summary>How much higher or lower those from outside see some items, as a part of the scale.</summary>
    public IReadOnlyDictionary<string, double> FromOutside { get; init; } =
        new Dictionary<string, double>(StringComparer.Ordinal);

    /// <summary>An item that few people have seen enough of; its figures stay hidden.</summary>
    public string? HardlySeen { get; init; }

    /// <summary>Someone answers the first items of the instrument, in its order.</summary>
    /// <param name="name">Who.</param>
    /// <param name="day">On which day.</param>
    /// <param name="items">How many; all unless said.</param>
    public DemoRound Answers(string name, DateOnly day, int? items = null)
    {
        var sheet = SheetOf(name);
        var lean = (chance.NextDouble() - 0.5) * 0.3;
        var outside = round.Raters.Any(r =>
            r.PersonId == people[name].Id && r.Perspective == Perspective.Outside
        );
        foreach (var item in instrument.Items.Take(items ?? instrument.Items.Count))
        {
            var seen = outside ? FromOutside.GetValueOrDefault(item.Key) : 0;
            var answer = AnswerTo(item, lean + seen);
            Check(sheet.Set(item.Key, answer, sheet.AnswerTo(item.Key).Version, day, Now(day)));
        }

        Keep(sheet);
        return this;
    }

    /// <summary>Everyone who is named answers everything, on days one after the other and round again.</summary>
    public DemoRound AllAnswer(IEnumerable<string> names, params DateOnly[] days)
    {
        foreach (var (n, name) in names.Index())
        {
            Answers(name, days[n % days.Length]);
        }

        return this;
    }

    /// <summary>Someone sets one answer, as when they change their mind.</summary>
    public DemoRound Sets(string name, string item, Answer answer, DateOnly day)
    {
        var sheet = SheetOf(name);
        Check(sheet.Set(item, answer, sheet.AnswerTo(item).Version, day, Now(day)));
        Keep(sheet);
        return this;
    }

    /// <summary>Someone writes a note, or answers a reflection question.</summary>
    public DemoRound Notes(string name, string item, string text, DateOnly day, bool share = true)
    {
        var sheet = SheetOf(name);
        Check(sheet.SetNote(item, text, share, sheet.NoteTo(item).Version, day, Now(day)));
        Keep(sheet);
        return this;
    }

    public DemoRound AddsRater(string by, string name, DateOnly day)
    {
        round.AddRater(TeamMember(name), people[by].Id, Now(day)).OrThrow();
        return this;
    }

    /// <summary>Asks others for the view from outside, as one step.</summary>
    public DemoRound AsksOutside(string by, DateOnly day, RaterGroup group, params string[] names)
    {
        var asked = names.Select(n => new Asked(people[n].Id, Perspective.Outside, group));
        if (round.AskFromOutside(asked, people[by].Id, Now(day)) is { IsOk: false } refused)
        {
            throw new InvalidOperationException(refused.Refusal!.Message);
        }

        return this;
    }

    /// <summary>Asks an outside reviewer, who was invited for a time.</summary>
    public DemoRound AsksReviewer(string by, string name, DateOnly day)
    {
        var reviewer = new Asked(people[name].Id, Perspective.Outside, RaterGroup.Reviewer);
        round.AddRater(reviewer, people[by].Id, Now(day)).OrThrow();
        return this;
    }

    private Asked TeamMember(string name) => Asked(name, Perspective.Team);

    private Asked Asked(string name, Perspective perspective) =>
        new(people[name].Id, perspective, DemoGroups.Of(name));

    public DemoRound Reminds(string by, DateOnly day)
    {
        round.Remind(people[by].Id, day, Now(day)).OrThrow();
        return this;
    }

    public DemoRound Extends(string by, DateOnly day, DateOnly closesOn)
    {
        round.Extend(closesOn, people[by].Id, day, Now(day)).OrThrow();
        return this;
    }

    public DemoRound Closes(string by, DateOnly day)
    {
        var record = new RoundRecord(ratings, notes, history, [.. published]);
        published.Add(
            round.Close(instrument, record, people[by].Id, day, time.At(day, 16, 30)).Value
        );
        return this;
    }

    public DemoRound Reopens(string by, string reason, DateOnly day, DateOnly closesOn)
    {
        round.Reopen(reason, closesOn, people[by].Id, day, Now(day)).OrThrow();
        return this;
    }

    /// <summary>Gives it all to the store.</summary>
    public void AddTo(ThroughlineDb db)
    {
        db.Add(round);
        db.AddRange(ratings);
        db.AddRange(notes);
        db.AddRange(history);
        db.AddRange(published);
    }

    private DateTime Now(DateOnly day) => time.At(day, 10 + chance.Next(6), chance.Next(60));

    private AnswerSheet SheetOf(string name)
    {
        var person = people[name].Id;
        return new AnswerSheet(
            round,
            instrument,
            round.Raters.Single(r => r.PersonId == person),
            ratings,
            notes
        );
    }

    private void Keep(AnswerSheet sheet)
    {
        ratings.AddRange(sheet.Added.OfType<Rating>());
        notes.AddRange(sheet.Added.OfType<RatingNote>());
        history.AddRange(sheet.Added.OfType<RatingHistory>());
    }

    private Answer AnswerTo(InstrumentItem item, double lean)
    {
        var roll = chance.Next(100);
        var wobble = (chance.NextDouble() - 0.5) * 0.8;
        var notSeen = item.Key == HardlySeen ? 85 : NotSeenPercent;
        if (roll < notSeen)
        {
            return Answer.NotSeenEnough;
        }

        // Spread evenly over the items, without a pattern a reader would notice.
        var ofItem = ((instrument.Items.ToList().IndexOf(item) * 7 % 11) - 5) / 20.0;
        var part = Math.Clamp(Height + lean + ofItem + wobble, 0, 1);
        // Of a warning little is much.
        var level = (int)
            Math.Round((item.Reversed ? 1 - part : part) * (instrument.Levels.Count - 1));
        return Answer.At(instrument.Levels[level].Value);
    }

    private static void Check<T>(Saving<T> saving)
        where T : struct
    {
        if (!saving.IsOk)
        {
            throw new InvalidOperationException(saving.Refusal?.Message ?? "A conflict.");
        }
    }
}

/// <summary>How a round of the demo is set up.</summary>
/// <param name="Unit">The unit that is rated.</param>
/// <param name="Number">Its number there.</param>
/// <param name="Title">What people call it.</param>
/// <param name="By">Who sets it up.</param>
/// <param name="Raters">Who is asked.</param>
/// <param name="OpensOn">First day.</param>
/// <param name="ClosesOn">Last day.</param>
internal sealed record DemoRoundSetting(
    Unit Unit,
    int Number,
    string Title,
    string By,
    IReadOnlyList<string> Raters,
    DateOnly OpensOn,
    DateOnly ClosesOn
)
{
    /// <summary>Who is asked to look from outside.</summary>
    public IReadOnlyList<string> Outside { get; init; } = [];

    /// <summary>The day it was set up: its first unless said.</summary>
    public DateOnly SetUpOn { get; init; } = OpensOn;
}
