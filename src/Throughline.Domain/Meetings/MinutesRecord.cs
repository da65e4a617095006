using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Throughline.Domain.Meetings;

/// <summary>
/// The minutes of a meeting as people read them: words, names and numbers as they were, and no id by which anything could
/// be looked up anew (product M9). A draft is put together from the meeting; a final one is read from the bytes that were
/// kept, so that nothing that happens later changes it.
/// </summary>
public sealed record MinutesRecord
{
    /// <summary>The form in which the bytes are written. Bytes of an earlier form stay as they are and stay readable.</summary>
    public const int CurrentForm = 1;

    // Written for good: what is added to these options later must not change how earlier bytes are read.
    private static readonly JsonSerializerOptions Json = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    /// <summary>See <see cref="CurrentForm"/>.</summary>
    public int Form { get; init; } = CurrentForm;

    /// <summary>Which edition this is; null for a draft.</summary>
    public int? Edition { get; init; }

    /// <summary>Who confirmed it, by name; null for a draft.</summary>
    public string? ConfirmedBy { get; init; }

    /// <summary>The day on which it was confirmed, where the unit is; null for a draft.</summary>
    public DateOnly? ConfirmedOn { get; init; }

    /// <summary>The unit's name.</summary>
    public required string Unit { get; init; }

    /// <summary>The meeting's number.</summary>
    public required int Meeting { get; init; }

    /// <summary>The day, where the unit is.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>When it began, the unit's local time.</summary>
    public required TimeOnly Began { get; init; }

    /// <summary>When it ended, the unit's local time.</summary>
    public required TimeOnly Ended { get; init; }

    /// <summary>How long it took, in minutes.</summary>
    public required int Minutes { get; init; }

    /// <summary>Of these, the minutes that were about teaching and learning.</summary>
    public required int InstructionalMinutes { get; init; }

    /// <summary>Where it was held; null when nothing was said.</summary>
    public string? Place { get; init; }

    /// <summary>The team's vision as it stood then; null while none was adopted.</summary>
    public string? Vision { get; init; }

    /// <summary>Members who were there, by name.</summary>
    public IReadOnlyList<string> Present { get; init; } = [];

    /// <summary>Visitors who were there, by name.</summary>
    public IReadOnlyList<string> Visitors { get; init; } = [];

    /// <summary>Members who sent regrets, by name.</summary>
    public IReadOnlyList<string> Regrets { get; init; } = [];

    /// <summary>How many came late: a count, never a name (rules of trust).</summary>
    public int CameLate { get; init; }

    /// <summary>Who had which role.</summary>
    public IReadOnlyList<MinutesRole> Roles { get; init; } = [];

    /// <summary>What the team went through, in order.</summary>
    public IReadOnlyList<MinutesPart> Parts { get; init; } = [];

    /// <summary>What was proposed or decided at the meeting.</summary>
    public IReadOnlyList<MinutesDecision> Decisions { get; init; } = [];

    /// <summary>To-dos that were taken.</summary>
    public IReadOnlyList<MinutesToDo> ToDos { get; init; } = [];

    /// <summary>Issues that were raised.</summary>
    public IReadOnlyList<MinutesIssue> Issues { get; init; } = [];

    /// <summary>Rocks that were asked for.</summary>
    public IReadOnlyList<MinutesRock> Rocks { get; init; } = [];

    /// <summary>
    /// Begins the draft of a meeting that is over: when it was, and what the team went through. Who was there and what
    /// came of it are added.
    /// </summary>
    /// <param name="meeting">The meeting, with its agenda.</param>
    /// <param name="unit">The unit's name.</param>
    /// <param name="zone">The unit's time zone.</param>
    /// <param name="nameOf">A person's name.</param>
    /// <param name="noteOf">What is written at a part; null for nothing.</param>
    /// <param name="servedBy">What an item was brought for, in words.</param>
    /// <exception cref="InvalidOperationException">The meeting is not over.</exception>
    public static MinutesRecord Begin(
        Meeting meeting,
        string unit,
        TimeZoneInfo zone,
        Func<Guid, string> nameOf,
        Func<AgendaStop, string?> noteOf,
        Func<int, IReadOnlyList<string>> servedBy
    )
    {
        if (meeting is not { StartedAt: { } began, EndedAt: { } ended })
        {
            throw new InvalidOperationException("Minutes are of a meeting that is over.");
        }

        var minutes = (int)Math.Round((ended - began).TotalMinutes);
        return new()
        {
            Unit = unit,
            Meeting = meeting.Number,
            Day = meeting.Day,
            Began = Clock(began, zone),
            Ended = Clock(ended, zone),
            Minutes = minutes,
            InstructionalMinutes = Math.Max(0, minutes - Rounded(meeting.SecondsNotInstructional)),
            Place = meeting.Place,
            Parts = [.. meeting.Stops().Select(s => PartOf(meeting, s, nameOf, noteOf, servedBy))],
        };
    }

    /// <summary>The same with what was written down in protocols.</summary>
    /// <param name="findings">By the number of the item, in order.</param>
    public MinutesRecord With(ILookup<int, MinutesFinding> findings) =>
        this with
        {
            Parts =
            [
                .. Parts.Select(p =>
                    p.Kind is not null
                    && findings[int.Parse(p.Key.AsSpan(1), CultureInfo.InvariantCulture)].ToList()
                        is { Count: > 0 } found
                        ? p with
                        {
                            Findings = found,
                        }
                        : p
                ),
            ],
        };

    /// <summary>The same without who confirmed it, when and as which edition.</summary>
    public MinutesRecord Unconfirmed() =>
        this with
        {
            Edition = null,
            ConfirmedBy = null,
            ConfirmedOn = null,
        };

    /// <summary>
    /// The draft that a reopening begins: as it was confirmed, with the notes as they are now.
    /// </summary>
    /// <param name="noteOf">What is written at a part now; null for nothing.</param>
    /// <param name="meeting">The meeting.</param>
    public MinutesRecord Reopened(Func<AgendaStop, string?> noteOf, Meeting meeting)
    {
        var notes = meeting
            .Stops()
            .DistinctBy(s => s.Key)
            .ToDictionary(s => s.Key, s => Shared.Text.Clean(noteOf(s)));
        return Unconfirmed() with
        {
            Parts =
            [
                .. Parts.Select(p =>
                    notes.TryGetValue(p.Key, out var note) ? p with { Note = note } : p
                ),
            ],
        };
    }

    /// <summary>
    /// What staff who are not on the ILT read of it: what was decided, and why (product M9). Nothing of who said, voted or
    /// was there.
    /// </summary>
    public MinutesRecord ForStaff() =>
        new()
        {
            Form = Form,
            Edition = Edition,
            ConfirmedBy = ConfirmedBy,
            ConfirmedOn = ConfirmedOn,
            Unit = Unit,
            Meeting = Meeting,
            Day = Day,
            Began = Began,
            Ended = Ended,
            Minutes = Minutes,
            InstructionalMinutes = Minutes,
            Decisions =
            [
                .. Decisions
                    .Where(d => d.As is not null)
                    .Select(d => d with { Asked = 0, Fingers = [], NotHeard = null }),
            ],
        };

    /// <summary>As it is kept: the same record gives the same bytes, today and on any machine.</summary>
    public byte[] Write() => JsonSerializer.SerializeToUtf8Bytes(this, Json);

    /// <summary>From what was kept.</summary>
    /// <exception cref="JsonException">The bytes are damaged.</exception>
    public static MinutesRecord Read(ReadOnlySpan<byte> bytes) =>
        JsonSerializer.Deserialize<MinutesRecord>(bytes, Json)
        ?? throw new JsonException("The kept minutes are empty.");

    /// <summary>
    /// The same record with each of its texts put through a function, always in the same order: so a text can be named by
    /// its place.
    /// </summary>
    public MinutesRecord Each(Func<string, string> say)
    {
        string? Say(string? text) => text is null ? null : say(text);
        IReadOnlyList<string> All(IEnumerable<string> texts) => [.. texts.Select(say)];
        return this with
        {
            ConfirmedBy = Say(ConfirmedBy),
            Unit = say(Unit),
            Place = Say(Place),
            Vision = Say(Vision),
            Present = All(Present),
            Visitors = All(Visitors),
            Regrets = All(Regrets),
            Roles = [.. Roles.Select(r => r with { Who = say(r.Who) })],
            Parts =
            [
                .. Parts.Select(p =>
                    p with
                    {
                        Title = say(p.Title),
                        BroughtBy = Say(p.BroughtBy),
                        Serves = All(p.Serves),
                        Note = Say(p.Note),
                        Findings = p.Findings is { } found
                            ? [.. found.Select(f => f with { Words = say(f.Words) })]
                            : null,
                    }
                ),
            ],
            Decisions =
            [
                .. Decisions.Select(d =>
                    d with
                    {
                        Title = say(d.Title),
                        Outcome = Say(d.Outcome),
                        Reasons = Say(d.Reasons),
                        Teams = All(d.Teams),
                        NotHeard = Say(d.NotHeard),
                        ToTell = Say(d.ToTell),
                    }
                ),
            ],
            ToDos = [.. ToDos.Select(t => t with { Title = say(t.Title), Who = say(t.Who) })],
            Issues = [.. Issues.Select(i => i with { Title = say(i.Title) })],
            Rocks = [.. Rocks.Select(r => r with { Title = say(r.Title), Who = say(r.Who) })],
        };
    }

    private static MinutesPart PartOf(
        Meeting meeting,
        AgendaStop stop,
        Func<Guid, string> nameOf,
        Func<AgendaStop, string?> noteOf,
        Func<int, IReadOnlyList<string>> servedBy
    )
    {
        var item = meeting.Items.FirstOrDefault(i => i.Number == stop.Item);
        return new MinutesPart(
            stop.Key,
            stop.Title,
            item?.Kind,
            stop.State,
            stop.Minutes,
            Rounded(stop.Seconds),
            item is null ? null : nameOf(item.BroughtById),
            item is null ? [] : servedBy(item.Number),
            Shared.Text.Clean(noteOf(stop))
        );
    }

    // To the minute: seconds would stand in the record and be shown nowhere.
    private static TimeOnly Clock(DateTime utc, TimeZoneInfo zone)
    {
        var local = TimeZoneInfo.ConvertTimeFromUtc(utc, zone);
        return new TimeOnly(local.Hour, local.Minute);
    }

    private static int Rounded(int seconds) => (seconds + 30) / 60;
}
