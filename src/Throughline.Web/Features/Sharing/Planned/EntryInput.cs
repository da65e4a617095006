using Microsoft.AspNetCore.Mvc.Rendering;
using Throughline.Domain.Sharing;
using Throughline.Web.Ui;

namespace Throughline.Web.Features.Sharing.Planned;

/// <summary>What is typed about an entry of the calendar.</summary>
public sealed class EntryInput
{
    public string? What { get; set; }
    public Audience? Audience { get; set; }
    public string? AudienceWords { get; set; }
    public Channel? Channel { get; set; }
    public string? ChannelWords { get; set; }
    public TellingRhythm? Rhythm { get; set; }
    public DateOnly? From { get; set; }
    public DateOnly? Until { get; set; }
    public Guid? WriterId { get; set; }
    public int? Version { get; set; }

    public static IEnumerable<SelectListItem> Audiences =>
        Options(Enum.GetValues<Audience>(), a => (int)a, CalendarWords.Of);

    public static IEnumerable<SelectListItem> Channels =>
        Options(
            Enum.GetValues<Channel>(),
            c => (int)c,
            c => RoleWords.Capital(CalendarWords.Of(c))
        );

    public static IEnumerable<SelectListItem> Rhythms =>
        Options(
            Enum.GetValues<TellingRhythm>(),
            r => (int)r,
            r => RoleWords.Capital(CalendarWords.Of(r))
        );

    internal static EntryInput Of(PlannedTelling entry) =>
        new()
        {
            What = entry.What,
            Audience = entry.Audience,
            AudienceWords = entry.AudienceWords,
            Channel = entry.Channel,
            ChannelWords = entry.ChannelWords,
            Rhythm = entry.Rhythm,
            From = entry.From,
            Until = entry.Until,
            WriterId = entry.WriterId,
            Version = entry.Version,
        };

    /// <summary>As the domain takes it; without a writer who does not work here.</summary>
    internal TellingPlan Plan(bool writerWorksHere) =>
        new(
            What,
            Audience,
            AudienceWords,
            Channel,
            ChannelWords,
            Rhythm,
            From,
            Until,
            writerWorksHere ? WriterId : null
        );

    /// <summary>What stands now beside what was typed.</summary>
    internal (string Label, string? Now, string? Typed)[] Against(
        EntryInput typed,
        IReadOnlyList<SelectListItem> writers
    ) =>
        [
            ("What is told", What, typed.What),
            ("Whom", Whom(this), Whom(typed)),
            ("How", How(this), How(typed)),
            ("How often", Often(this), Often(typed)),
            ("First day", Day(From), Day(typed.From)),
            ("Last day", Day(Until), Day(typed.Until)),
            ("Who writes it", Name(writers, WriterId), Name(writers, typed.WriterId)),
        ];

    private static string? Name(IReadOnlyList<SelectListItem> people, Guid? id) =>
        people.FirstOrDefault(p => p.Value == id?.ToString())?.Text;

    private static string? Whom(EntryInput input) =>
        input.Audience is { } audience ? CalendarWords.Whom(audience, input.AudienceWords) : null;

    private static string? How(EntryInput input) =>
        input.Channel is { } channel ? CalendarWords.Through(channel, input.ChannelWords) : null;

    private static string? Often(EntryInput input) =>
        input.Rhythm is { } rhythm ? CalendarWords.Of(rhythm) : null;

    private static string? Day(DateOnly? day) => day is { } known ? Days.Full(known) : null;

    private static IEnumerable<SelectListItem> Options<T>(
        IEnumerable<T> values,
        Func<T, int> number,
        Func<T, string> words
    ) =>
        values
            .Select(v => new SelectListItem(
                words(v),
                number(v).ToString(System.Globalization.CultureInfo.InvariantCulture)
            ))
            .Prepend(new SelectListItem("Choose", ""));
}
