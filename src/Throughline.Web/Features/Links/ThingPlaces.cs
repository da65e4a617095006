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
        here.CanAt(Needed(thing.Kind), unit)
            ? thing.Kind switch
            {
                ThingKind.Round => Invariant($"/{unit.Slug}/assessments/{thing.Number}"),
                ThingKind.AgreedItem => Invariant(
                    $"/{unit.Slug}/assessments/{whole?.Number}/agreement/{thing.Number}"
                ),
                ThingKind.ActionStep => Invariant($"/{unit.Slug}/work/actions/{thing.Number}"),
                ThingKind.Meeting => Invariant($"/{unit.Slug}/meetings/{thing.Number}"),
                ThingKind.AgendaItem => Invariant(
                    $"/{unit.Slug}/meetings/{whole?.Number}/items/{thing.Number}"
                ),
                _ => throw new ArgumentOutOfRangeException(nameof(thing)),
            }
            : null;

    private static Permission Needed(ThingKind kind) =>
        kind switch
        {
            ThingKind.Round => Permission.SeeRounds,
            ThingKind.AgreedItem => Permission.SeeAgreement,
            ThingKind.ActionStep => Permission.SeeActions,
            ThingKind.Meeting or ThingKind.AgendaItem => Permission.SeeMeetings,
            _ => throw new ArgumentOutOfRangeException(nameof(kind)),
        };
}

/// <summary>What kinds of things and their states are called on the line.</summary>
public static class ThingWords
{
    public static string What(Thing thing, Thing? whole) =>
        thing.Kind switch
        {
            ThingKind.Round => Invariant($"Round {thing.Number}"),
            ThingKind.AgreedItem => Invariant($"Item {thing.Number} of “{whole?.Title}”"),
            ThingKind.ActionStep => Invariant($"Action {thing.Number}"),
            ThingKind.Meeting => Invariant($"Meeting {thing.Number}"),
            ThingKind.AgendaItem => Invariant($"Item {thing.Number} of meeting {whole?.Number}"),
            _ => throw new ArgumentOutOfRangeException(nameof(thing)),
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
            (_, ThingStatus.Open) => "not started",
            (_, ThingStatus.UnderWay) => "under way",
            (_, ThingStatus.Done) => "done",
            (_, ThingStatus.Dropped) => "dropped",
            _ => throw new ArgumentOutOfRangeException(nameof(thing)),
        };
}
