using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Domain.Meetings;
using Throughline.Domain.Shared;
using Throughline.Web.Access;

namespace Throughline.Web.Features.Links;

/// <summary>What a new thing comes from, as its form says it.</summary>
/// <param name="Thing">Its row among the things.</param>
/// <param name="What">Its kind and number: “Issue 4”.</param>
/// <param name="Path">Where it is read.</param>
public sealed record Origin(Thing Thing, string What, string Path)
{
    /// <summary>What the part of it says that is meant; null for the whole.</summary>
    public string? Part { get; init; }

    /// <summary>What a new thing could be called to begin with. A round's name says nothing of what is to be done.</summary>
    public string? Suggested =>
        Part ?? (Thing.Kind is ThingKind.Round or ThingKind.Meeting ? null : Thing.Title);

    /// <summary>The meeting that what comes from this came out of; null for what comes from no meeting.</summary>
    public Guid? MeetingId =>
        Thing.Kind switch
        {
            ThingKind.Meeting => Thing.Id,
            ThingKind.AgendaItem or ThingKind.Finding => Thing.PartOfId,
            _ => null,
        };
}

/// <summary>
/// How one thing becomes another, for all kinds: a page that makes a new thing takes <c>?from={id}</c>, shows what it
/// comes from (<c>_ComesFrom.cshtml</c>) and adds the link in the save that makes it. The origin stays as it is.
/// </summary>
public sealed class Origins(ThroughlineDb db, Here here)
{
    private static readonly ThingKind[] ThingsOfMeetings =
    [
        ThingKind.Issue,
        ThingKind.Rock,
        ThingKind.ToDo,
        ThingKind.Decision,
    ];

    /// <summary>
    /// The origin that an address or form names, with the part of it that is meant; nothing when it names none. Refused for what is not there, was removed,
    /// belongs to another unit, or may not be opened by the person: one sentence for all, so that nobody learns which.
    /// </summary>
    public async Task<Result<Origin?>> FindAsync(string? from, CancellationToken cancel)
    {
        if (string.IsNullOrEmpty(from))
        {
            return Result.Ok<Origin?>(null);
        }

        var named = from.Split('.');
        var id = Guid.TryParse(named[0], out var known) ? known : Guid.Empty;
        var found = await (
            from thing in db.Set<Thing>()
            where thing.Id == id && thing.UnitId == here.Unit.Id && thing.RemovedAt == null
            join whole in db.Set<Thing>() on thing.PartOfId equals (Guid?)whole.Id into wholes
            from whole in wholes.DefaultIfEmpty()
            select new { thing, whole }
        )
            .AsNoTracking()
            .SingleOrDefaultAsync(cancel);
        return
            found is not null
            && ThingPlaces.PathOf(found.thing, found.whole, here.Unit, here) is { } path
            ? Result.Ok<Origin?>(
                new Origin(found.thing, ThingWords.What(found.thing, found.whole), path)
                {
                    Part = await PartAsync(found.thing, named, cancel),
                }
            )
            : Result.Refused<Origin?>(
                "What this comes from is not there any more. Begin again from its page, or add this without it."
            );
    }

    // A branch or twig of a thinking map is named by its own id behind the map's, “{id}.{part}”.
    private async Task<string?> PartAsync(Thing thing, string[] named, CancellationToken cancel)
    {
        if (thing.Kind != ThingKind.ThinkingMap || named is not [_, var part])
        {
            return null;
        }

        var map = await db.Set<ThinkingMap>()
            .AsNoTracking()
            .SingleAsync(m => m.Id == thing.Id, cancel);
        return map.Part(part);
    }

    /// <summary>
    /// The meeting that what comes from a form's origin came out of. What comes from work of the team while it meets came
    /// out of that meeting, whichever page it was made on. Null for none; what is wrong with the origin, the link says.
    /// </summary>
    public async Task<Guid?> MeetingOfAsync(string? from, CancellationToken cancel) =>
        (await FindAsync(from, cancel)) is { IsOk: true, Value: { } origin }
            ? origin.MeetingId
                ?? (ThingsOfMeetings.Contains(origin.Thing.Kind) ? await TodaysAsync(cancel) : null)
            : null;

    private Task<Guid?> TodaysAsync(CancellationToken cancel) =>
        db.Set<Meeting>()
            .Where(m =>
                m.UnitId == here.Unit.Id
                && m.State == MeetingState.InProgress
                && m.Day == here.Today
            )
            .Select(m => (Guid?)m.Id)
            .FirstOrDefaultAsync(cancel);

    /// <summary>
    /// Hangs a new thing on what it comes from, in the save that makes it. Call it where the thing is added: it looks the
    /// origin up anew, because it may have been removed since the form was opened.
    /// </summary>
    public async Task<Result> LinkAsync(ILinkable thing, string? from, CancellationToken cancel)
    {
        var origin = await FindAsync(from, cancel);
        if (!origin.IsOk)
        {
            return origin.Refusal!;
        }

        if (origin.Value is { } known)
        {
            db.Add(ThingLink.CameFrom(thing, known.Thing, here.Now));
        }

        return Result.Ok();
    }
}
