using Throughline.Domain.Assessments;
using Throughline.Domain.Shared;
using Throughline.Domain.Units;

namespace Throughline.Domain.Tests.Assessments;

/// <summary>A round with people and a store in memory, so that a test reads as what people do.</summary>
internal sealed class TestRound
{
    public static readonly DateOnly FirstDay = new(2026, 3, 2);
    public static readonly DateOnly LastDay = new(2026, 3, 13);
    public static readonly DateTime Start = new(2026, 3, 2, 14, 0, 0, DateTimeKind.Utc);

    private readonly List<Guid> people = [];
    private readonly List<Rating> ratings = [];
    private readonly List<RatingNote> notes = [];
    private readonly List<RatingHistory> history = [];
    private readonly List<PublishedResult> published = [];

    /// <param name="people">How many are asked.</param>
    /// <param name="items">How many items the instrument has.</param>
    /// <param name="instrument">Another instrument than a rating scale 0 to 3.</param>
    /// <param name="from">From where each person looks and what part they have: teachers of the team unless said.</param>
    public TestRound(
        int people = 5,
        int items = 3,
        Instrument? instrument = null,
        Func<int, (Perspective, RaterGroup)>? from = null
    )
    {
        Instrument = instrument ?? Instruments.Read(Instruments.RatingScale(items));
        School = NewSchool();
        Version = InstrumentVersion
            .Add(School.DistrictId, Instrument, InstrumentOrigin.BuiltIn, [], Start)
            .Value.Version;
        this.people.AddRange(Enumerable.Range(1, people).Select(i => Ids.New(Start.AddSeconds(i))));
        Leader = People[0];
        Now = Start;
        Round = Round
            .Open(
                School,
                1,
                "Spring",
                Version,
                FirstDay,
                LastDay,
                People.Select((p, i) => from is null ? Member(p) : Asked(p, from(i))),
                Leader,
                FirstDay,
                Start
            )
            .Value;
    }

    public Unit School { get; }
    public Instrument Instrument { get; }
    public InstrumentVersion Version { get; }
    public Round Round { get; }
    public IReadOnlyList<Guid> People => people;
    public Guid Leader { get; }
    public DateOnly Today { get; set; } = FirstDay;
    public DateTime Now { get; private set; }
    public IReadOnlyList<Rating> Ratings => ratings;
    public IReadOnlyList<RatingNote> Notes => notes;
    public IReadOnlyList<RatingHistory> History => history;
    public IReadOnlyList<PublishedResult> Published => published;
    public RoundResults All => published[^1].Read();

    /// <summary>The team's side of the latest results.</summary>
    public SideResults Results => All.Team;

    /// <summary>The other side of the latest results.</summary>
    public SideResults Outside => All.Outside!;

    /// <summary>A teacher of the team who is asked to rate.</summary>
    public static Asked Member(Guid person) => new(person, Perspective.Team, RaterGroup.Teacher);

    private static Asked Asked(Guid person, (Perspective, RaterGroup) from) =>
        new(person, from.Item1, from.Item2);

    /// <summary>Asks one more person; they come last.</summary>
    public TestRound Ask(Perspective perspective, RaterGroup group)
    {
        people.Add(Ids.New(Start.AddSeconds(people.Count + 1)));
        Round
            .AddRater(new Asked(people[^1], perspective, group), Leader, Tick())
            .IsOk.ShouldBeTrue();
        return this;
    }

    public static Unit NewDistrict() =>
        Unit.NewDistrict("Riverbend", "riverbend", "America/Chicago", Start).Value;

    public static Unit NewSchool() =>
        Unit.NewSchool(NewDistrict(), "Lincoln", "lincoln", Start).Value;

    public RoundRater Rater(int person) => Round.Raters.Single(r => r.PersonId == People[person]);

    /// <summary>A fresh device of this person: it has everything that is stored.</summary>
    public AnswerSheet Sheet(int person) => new(Round, Instrument, Rater(person), ratings, notes);

    /// <summary>Saves an answer as a device does that is up to date.</summary>
    public Saving<Answer> Rate(int person, string item, Answer answer)
    {
        var sheet = Sheet(person);
        var saving = sheet.Set(item, answer, sheet.AnswerTo(item).Version, Today, Tick());
        Store(sheet);
        return saving;
    }

    public Saving<Answer> Rate(int person, string item, int level) =>
        Rate(person, item, Answer.At(level));

    public Saving<Answer> RateFrom(int person, string item, Answer answer, int seenVersion)
    {
        var sheet = Sheet(person);
        var saving = sheet.Set(item, answer, seenVersion, Today, Tick());
        Store(sheet);
        return saving;
    }

    public Saving<NoteText> Write(int person, string item, string? text, bool share = true)
    {
        var sheet = Sheet(person);
        var saving = sheet.SetNote(item, text, share, sheet.NoteTo(item).Version, Today, Tick());
        Store(sheet);
        return saving;
    }

    /// <summary>Each person in turn gives the next level to an item.</summary>
    public TestRound RateAll(string item, params int[] levels)
    {
        for (var person = 0; person < levels.Length; person++)
        {
            Rate(person, item, levels[person]).IsOk.ShouldBeTrue();
        }

        return this;
    }

    /// <summary>True when the nth closing let the earlier figures of the team stay.</summary>
    public bool EarlierStays(int closing) =>
        published[closing - 1].EarlierStays(published[closing - 1].Read().Team);

    /// <summary>Closes the round and gives the team's side of its results.</summary>
    public SideResults Close()
    {
        published.Add(
            Round
                .Close(
                    Instrument,
                    new RoundRecord(ratings, notes, history, published.ToArray()),
                    Leader,
                    Today,
                    Tick()
                )
                .Value
        );
        return Results;
    }

    public TestRound Reopen()
    {
        Round.Reopen("Two people were ill", LastDay, Leader, Today, Tick()).IsOk.ShouldBeTrue();
        return this;
    }

    public Result<PublishedResult> TryClose() =>
        Round.Close(Instrument, new RoundRecord([], [], [], []), Leader, Today, Tick());

    public DateTime Tick() => Now = Now.AddMinutes(1);

    private void Store(AnswerSheet sheet)
    {
        ratings.AddRange(sheet.Added.OfType<Rating>());
        notes.AddRange(sheet.Added.OfType<RatingNote>());
        history.AddRange(sheet.Added.OfType<RatingHistory>());
    }
}
