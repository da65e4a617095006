using Throughline.Domain.Shared;
using Throughline.Domain.Units;
using Throughline.Web.Access;
using static System.FormattableString;

namespace Throughline.Web.Features.Links;

/// <summary>Where each kind of thing is read, and who may.</summary>
public static class ThingPlaces
{
    /// <summary>The address, or null for who may not open it.</summary>
    public static string? PathOf(Thing thing, Thing? whole, Unit unit, Here here) =>
        MayOpen(thing, unit, here)
            ? thing.Kind switch
            {
                ThingKind.AgreedItem => Invariant(
                    $"/{unit.Slug}/assessments/{whole?.Number}/agreement/{thing.Number}"
                ),
                ThingKind.AgendaItem => Invariant(
                    $"/{unit.Slug}/meetings/{whole?.Number}/items/{thing.Number}"
                ),
                ThingKind.Finding => Invariant(
                    $"/{unit.Slug}/meetings/{whole?.Number}/findings/{thing.Number}"
                ),
                _ => PathOf(thing.Kind, thing.Number, unit.Slug),
            }
            : null;

    /// <summary>
    /// What it is called; null where that is not for everyone. What the team still talks about (an issue, which may be what
    /// someone raised; a proposal; an item of its agenda; a thinking map) is named only to who may open it. What someone carries, and the
    /// name of a round or a meeting, is no secret.
    /// </summary>
    public static string? TitleOf(Thing thing, Unit unit, Here here) =>
        thing.Kind
            is ThingKind.Issue
                or ThingKind.Decision
                or ThingKind.AgendaItem
                or ThingKind.ThinkingMap
                or ThingKind.Finding
        && !MayOpen(thing, unit, here)
            ? null
            : thing.Title;

    /// <summary>The address of a thing that stands alone, for who is known to be allowed there.</summary>
    public static string PathOf(ThingKind kind, int number, string slug) =>
        Invariant($"{ListOf(kind, slug)}/{number}");

    /// <summary>Where all things of a kind are listed.</summary>
    public static string ListOf(ThingKind kind, string slug) =>
        kind switch
        {
            ThingKind.Round => $"/{slug}/assessments",
            ThingKind.ActionStep => $"/{slug}/work/actions",
            ThingKind.Meeting => $"/{slug}/meetings",
            ThingKind.ToDo => $"/{slug}/work/todos",
            ThingKind.Rock => $"/{slug}/work/rocks",
            ThingKind.Decision => $"/{slug}/work/decisions",
            ThingKind.Issue => $"/{slug}/work/issues",
            ThingKind.ThinkingMap => $"/{slug}/meetings/reflections/maps",
            ThingKind.RegularMeeting => $"/{slug}/meetings/inventory",
            _ => throw new ArgumentOutOfRangeException(nameof(kind)),
        };

    private static bool MayOpen(Thing thing, Unit unit, Here here) =>
        here.CanAt(Needed(thing), unit);

    private static Permission Needed(Thing thing) =>
        thing.Kind switch
        {
            ThingKind.Round => Permission.SeeRounds,
            ThingKind.AgreedItem => Permission.SeeAgreement,
            ThingKind.ActionStep or ThingKind.ToDo or ThingKind.Rock => Permission.SeeWork,
            ThingKind.Meeting or ThingKind.AgendaItem or ThingKind.Finding =>
                Permission.SeeMeetings,
            ThingKind.RegularMeeting => Permission.SeeInventory,
            // What was decided is for all who work here, what is still talked about for the team.
            ThingKind.Decision => thing.Status == ThingStatus.Done
                ? Permission.SeeDecisions
                : Permission.SeeProposals,
            ThingKind.Issue => Permission.SeeIssues,
            ThingKind.ThinkingMap => Permission.SeeReflections,
            _ => throw new ArgumentOutOfRangeException(nameof(thing)),
        };
}

/// <summary>What kinds of things and their states are called on the line.</summary>
public static class ThingWords
{
    public static string What(Thing thing, Thing? whole) =>
        thing.Kind switch
        {
            ThingKind.AgreedItem => Invariant($"Item {thing.Number} of “{whole?.Title}”"),
            ThingKind.AgendaItem => Invariant($"Item {thing.Number} of meeting {whole?.Number}"),
            ThingKind.Finding => Invariant($"Finding {thing.Number} of meeting {whole?.Number}"),
            _ => What(thing.Kind, thing.Number),
        };

    /// <summary>A thing that stands alone: “Action 3”.</summary>
    public static string What(ThingKind kind, int number) =>
        kind switch
        {
            ThingKind.Round => Invariant($"Round {number}"),
            ThingKind.ActionStep => Invariant($"Action {number}"),
            ThingKind.Meeting => Invariant($"Meeting {number}"),
            ThingKind.ToDo => Invariant($"To-do {number}"),
            ThingKind.Rock => Invariant($"Rock {number}"),
            ThingKind.Decision => Invariant($"Decision {number}"),
            ThingKind.Issue => Invariant($"Issue {number}"),
            ThingKind.ThinkingMap => Invariant($"Thinking map {number}"),
            ThingKind.RegularMeeting => Invariant($"Regular meeting {number}"),
            _ => throw new ArgumentOutOfRangeException(nameof(kind)),
        };

    public static string State(Thing thing) =>
        (thing.Kind, thing.Status) switch
        {
            (ThingKind.Round, ThingStatus.Done) => "closed",
            (ThingKind.Round, _) => "open",
            (ThingKind.AgreedItem, ThingStatus.Done) => "agreed",
            (ThingKind.AgreedItem, _) => "no agreement yet",
            (ThingKind.Meeting, ThingStatus.Open) => "planned",
            (ThingKind.Meeting, ThingStatus.UnderWay) => "in progress",
            (ThingKind.Meeting, ThingStatus.Done) => "over",
            (ThingKind.Meeting, ThingStatus.Dropped) => "called off",
            (ThingKind.AgendaItem, ThingStatus.Open) => "on the agenda",
            (ThingKind.AgendaItem, ThingStatus.Dropped) => "left for later",
            (ThingKind.ToDo, ThingStatus.Open) => "open",
            (ThingKind.Decision, ThingStatus.Open) => "proposed",
            (ThingKind.Decision, ThingStatus.UnderWay) => "hands asked for",
            (ThingKind.Decision, ThingStatus.Done) => "decided",
            (ThingKind.Decision, ThingStatus.Dropped) => "withdrawn",
            (ThingKind.Issue, ThingStatus.Done) => "solved",
            (ThingKind.Issue, ThingStatus.Dropped) => "not pursued here",
            (ThingKind.Issue, _) => "on the list",
            (ThingKind.ThinkingMap, ThingStatus.Done) => "closed",
            (ThingKind.ThinkingMap, _) => "being written",
            (ThingKind.Finding, _) => "written down",
            (ThingKind.RegularMeeting, ThingStatus.Done) => "merged or ended",
            (ThingKind.RegularMeeting, _) => "held regularly",
            (_, ThingStatus.Open) => "not started",
            (_, ThingStatus.UnderWay) => "under way",
            (_, ThingStatus.Done) => "done",
            (_, ThingStatus.Dropped) => "dropped",
            _ => throw new ArgumentOutOfRangeException(nameof(thing)),
        };
}
