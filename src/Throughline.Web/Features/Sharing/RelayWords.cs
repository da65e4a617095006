using Throughline.Domain.Sharing;
using Throughline.Web.Ui;

namespace Throughline.Web.Features.Sharing;

/// <summary>How telling and taking up are said.</summary>
public static class RelayWords
{
    /// <summary>How a team was told, as a choice.</summary>
    public static string Of(ToldHow how) =>
        how switch
        {
            ToldHow.TeamMeeting => "in a team meeting",
            ToldHow.InPassing => "in passing, one by one",
            ToldHow.Mail => "by mail",
            ToldHow.Writing => "in writing",
            ToldHow.Other => "in another way",
            _ => throw new ArgumentOutOfRangeException(nameof(how)),
        };

    /// <summary>How far a team is.</summary>
    public static string Of(Uptake uptake) =>
        uptake switch
        {
            Uptake.NotYet => "not yet",
            Uptake.Trying => "trying it",
            Uptake.InPlace => "in place",
            _ => throw new ArgumentOutOfRangeException(nameof(uptake)),
        };

    /// <summary>The same as a mark; a sign beside the color.</summary>
    public static (string Class, string Words) Tag(Uptake? uptake) =>
        uptake switch
        {
            Uptake.InPlace => ("good", "✓ in place"),
            Uptake.Trying => ("", "▸ trying it"),
            Uptake.NotYet => ("watch", "▲ not yet"),
            _ => ("", "not said"),
        };

    /// <summary>What the choice means.</summary>
    public static string Meaning(Uptake uptake) =>
        uptake switch
        {
            Uptake.NotYet => "They know of it. Nothing is different yet.",
            Uptake.Trying => "Some do it, or all do it at times.",
            Uptake.InPlace => "It is how the team works now.",
            _ => throw new ArgumentOutOfRangeException(nameof(uptake)),
        };

    /// <summary>How far the telling is: “7 of 10 told · by Friday”.</summary>
    public static (string Class, string Words) Progress(
        int told,
        int of,
        DateOnly? dueOn,
        bool isEnded,
        DateOnly today
    ) =>
        isEnded ? ("", "no longer to tell")
        : told == of ? ("good", of == 1 ? "✓ told" : $"✓ all {of} told")
        : told == 0 && of == 1
            ? dueOn < today ? ("watch", "▲ not told, the last day is over")
                : (
                    "",
                    $"not told yet{(dueOn is { } day ? $" · by {DayWords.Near(day, today)}" : "")}"
                )
        : dueOn < today ? ("watch", $"▲ {told} of {of} told, the last day is over")
        : (
            "",
            $"{told} of {of} told{(dueOn is { } due ? $" · by {DayWords.Near(due, today)}" : "")}"
        );

    /// <summary>A share in a sentence: “31 of 40 teams, 78 %”.</summary>
    public static string Share(ToldShare share) =>
        share.Percent is { } percent
            ? $"{share.InTime} of {Words.Count(share.Teams, "team")}, {percent}%"
            : "no team’s last day is over yet";

    /// <summary>How long a message takes: “62 words, about 25 seconds”.</summary>
    public static string Length(string message)
    {
        var words = RelayMessage.WordsIn(message);
        var seconds = RelayMessage.SecondsFor(words);
        return $"{Words.Count(words, "word")}, about {seconds} seconds{(words > RelayMessage.WordsInTime ? $": longer than the half minute people keep in mind, which is {RelayMessage.WordsInTime} words" : "")}.";
    }
}
