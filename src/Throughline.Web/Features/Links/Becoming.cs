using Throughline.Domain.Shared;
using Throughline.Web.Access;

namespace Throughline.Web.Features.Links;

/// <summary>A thing that can be made of the one a page shows.</summary>
/// <param name="Words">What the link says: “Make it a to-do”.</param>
/// <param name="Path">The page that makes it, with the origin in its address.</param>
public sealed record Become(string Words, string Path);

/// <summary>What can become of each kind of thing: one list for all pages, shown by <c>_Becoming.cshtml</c>.</summary>
public static class Becoming
{
    /// <summary>What this person can make of a thing here.</summary>
    /// <param name="origin">The thing's kind.</param>
    /// <param name="id">The thing.</param>
    /// <param name="here">Where, and who.</param>
    /// <param name="part">The part of it that is meant, as <see cref="Origins"/> reads it; null for the whole.</param>
    /// <param name="inTrouble">True for a rock off track and a to-do past its day: they can be raised as an issue.</param>
    public static IReadOnlyList<Become> Of(
        ThingKind origin,
        Guid id,
        Here here,
        bool inTrouble = false,
        string? part = null
    ) =>
        [
            .. Kinds(origin, inTrouble)
                .Where(kind => here.Can(Needed(kind)))
                .Select(kind => new Become(
                    Words(kind),
                    kind == ThingKind.AgendaItem
                        ? $"/{here.Unit.Slug}/meetings/bring?from={id}{part}"
                        : $"{ThingPlaces.ListOf(kind, here.Unit.Slug)}/new?from={id}{part}"
                )),
        ];

    private static ThingKind[] Kinds(ThingKind origin, bool inTrouble) =>
        (origin, inTrouble) switch
        {
            (ThingKind.Issue, _) =>
            [
                ThingKind.ToDo,
                ThingKind.Rock,
                ThingKind.Decision,
                ThingKind.ActionStep,
                ThingKind.AgendaItem,
            ],
            (ThingKind.ToDo, true) => [ThingKind.Issue, ThingKind.AgendaItem],
            (ThingKind.Rock, true) =>
            [
                ThingKind.Issue,
                ThingKind.Decision,
                ThingKind.ToDo,
                ThingKind.AgendaItem,
            ],
            (ThingKind.ActionStep, _) => [ThingKind.Rock, ThingKind.ToDo, ThingKind.AgendaItem],
            (ThingKind.Rock, _) => [ThingKind.Decision, ThingKind.ToDo, ThingKind.AgendaItem],
            (ThingKind.Decision, _) => [ThingKind.ToDo, ThingKind.Rock],
            (ThingKind.ThinkingMap, _) => [ThingKind.Issue, ThingKind.ToDo, ThingKind.ActionStep],
            (ThingKind.Finding, _) =>
            [
                ThingKind.Issue,
                ThingKind.Decision,
                ThingKind.ActionStep,
                ThingKind.ToDo,
            ],
            (ThingKind.RegularMeeting, _) =>
            [
                ThingKind.Decision,
                ThingKind.Issue,
                ThingKind.AgendaItem,
            ],
            _ => [],
        };

    private static string Words(ThingKind kind) =>
        kind switch
        {
            ThingKind.ActionStep => "Make an action step of it",
            ThingKind.ToDo => "Make a to-do of it",
            ThingKind.Rock => "Make a rock of it",
            ThingKind.Decision => "Propose a decision on it",
            ThingKind.Issue => "Raise it as an issue",
            ThingKind.AgendaItem => "Bring it to the next meeting",
            _ => throw new ArgumentOutOfRangeException(nameof(kind)),
        };

    private static Permission Needed(ThingKind kind) =>
        kind switch
        {
            ThingKind.Decision => Permission.ProposeDecisions,
            ThingKind.Issue => Permission.ChangeIssues,
            ThingKind.AgendaItem => Permission.TakePartInMeetings,
            _ => Permission.ChangeWork,
        };
}
