using System.Globalization;
using Throughline.Domain.Shared;

namespace Throughline.Domain.Meetings;

/// <summary>What a regular meeting handles, in a few words each; and where two handle the same.</summary>
public static class MeetingTopics
{
    /// <summary>Most topics of a meeting.</summary>
    public const int Most = 8;

    /// <summary>Longest topic, in characters.</summary>
    public const int Longest = 40;

    /// <summary>Reads what was typed with commas between. Refused without any, beyond <see cref="Most"/>, and for one that is too long. The same one twice counts once.</summary>
    public static Result<IReadOnlyList<string>> Of(string? typed)
    {
        var topics = (Text.CleanLine(typed) ?? "")
            .Split(
                [',', ';'],
                StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries
            )
            .DistinctBy(Plain)
            .ToList();
        return topics.Count is 0 or > Most
                ? Result.Refused<IReadOnlyList<string>>(
                    $"Enter 1 to {Most} topics with commas between, such as “reading data, pacing”.",
                    "Topics"
                )
            : topics.Exists(t => t.Length > Longest)
                ? Result.Refused<IReadOnlyList<string>>(
                    $"A topic is a few words: up to {Longest} characters.",
                    "Topics"
                )
            : Result.Ok<IReadOnlyList<string>>(topics);
    }

    /// <summary>
    /// Topics that two meetings share: the same words, or the words of the one's topic in the other's purpose. Upper and lower
    /// case and the ending of the plural make no difference. In the words of the one that says them as a topic, the first one's
    /// first.
    /// </summary>
    public static IReadOnlyList<string> Shared(RegularMeeting one, RegularMeeting other) =>
        [
            .. one
                .Topics.Where(t => Handles(other, t))
                .Concat(other.Topics.Where(t => Handles(one, t)))
                .DistinctBy(Plain),
        ];

    private static bool Handles(RegularMeeting meeting, string topic)
    {
        var words = Plain(topic);
        return words.Length > 0
            && (
                meeting.Topics.Any(t => Plain(t) == words)
                || $" {Plain(meeting.Purpose)} ".Contains($" {words} ", StringComparison.Ordinal)
            );
    }

    // “Reading Groups” → “reading group”.
    private static string Plain(string text) =>
        string.Join(
            ' ',
            new string([
                .. text.ToLower(CultureInfo.InvariantCulture)
                    .Select(c => char.IsLetterOrDigit(c) ? c : ' '),
            ])
                .Split(' ', StringSplitOptions.RemoveEmptyEntries)
                .Select(w => w.Length > 3 && w[^1] == 's' && w[^2] != 's' ? w[..^1] : w)
        );
}

/// <summary>Two regular meetings that overlap.</summary>
/// <param name="One">The one that was listed first.</param>
/// <param name="Other">The other.</param>
/// <param name="Topics">What both handle.</param>
/// <param name="Teams">Instructional teams whose time both take; none where it is all of them.</param>
public sealed record MeetingOverlap(
    RegularMeeting One,
    RegularMeeting Other,
    IReadOnlyList<string> Topics,
    IReadOnlyList<Guid> Teams
)
{
    /// <summary>
    /// The overlaps among meetings that are held, those with the most topics first. Two overlap when they handle the same topic
    /// and take the same instructional team's time, where one that names no team takes everyone's; or when they handle two or
    /// more of the same topics, whoever takes part.
    /// </summary>
    public static IReadOnlyList<MeetingOverlap> Among(IEnumerable<RegularMeeting> meetings)
    {
        var held = meetings.Where(m => m.IsHeld).OrderBy(m => m.Number).ToList();
        return
        [
            .. held.SelectMany(
                    (one, at) =>
                        held.Skip(at + 1)
                            .Select(other => new MeetingOverlap(
                                one,
                                other,
                                MeetingTopics.Shared(one, other),
                                [.. one.Teams.Intersect(other.Teams)]
                            ))
                )
                .Where(o =>
                    o.Topics.Count >= 2
                    || (
                        o.Topics.Count == 1
                        && (o.Teams.Count > 0 || o.One.Teams.Count == 0 || o.Other.Teams.Count == 0)
                    )
                )
                .OrderByDescending(o => o.Topics.Count)
                .ThenBy(o => o.One.Number)
                .ThenBy(o => o.Other.Number),
        ];
    }
}
