namespace Throughline.Domain.Shared;

/// <summary>What kinds of things hang on the line. The numbers are stored and never change their meaning.</summary>
public enum ThingKind
{
    /// <summary>A round in which a unit was rated.</summary>
    Round = 1,

    /// <summary>An item of a round that the team has talked about.</summary>
    AgreedItem = 2,

    /// <summary>An action step.</summary>
    ActionStep = 3,

    /// <summary>A meeting.</summary>
    Meeting = 4,

    /// <summary>Something a member brought to a meeting.</summary>
    AgendaItem = 5,

    /// <summary>An issue on the ILT's list.</summary>
    Issue = 6,

    /// <summary>A to-do.</summary>
    ToDo = 7,

    /// <summary>A rock: a project of 45 school days.</summary>
    Rock = 8,

    /// <summary>A decision, from its proposal on.</summary>
    Decision = 9,

    /// <summary>A thinking map.</summary>
    ThinkingMap = 10,

    /// <summary>A line written down in a step of a protocol.</summary>
    Finding = 20,

    /// <summary>A meeting that the unit holds again and again, on the inventory.</summary>
    RegularMeeting = 21,
}

/// <summary>Where a thing stands, in the few words that fit every kind.</summary>
public enum ThingStatus
{
    /// <summary>Nothing has come of it yet.</summary>
    Open = 1,

    /// <summary>Someone works on it.</summary>
    UnderWay = 2,

    /// <summary>It is done: an action carried out, a round closed, a level agreed.</summary>
    Done = 3,

    /// <summary>It was given up, with a reason.</summary>
    Dropped = 4,
}

/// <summary>How one thing hangs on another. Every kind points up the line, to where a thing comes from.</summary>
public enum LinkKind
{
    /// <summary>The thing was made because of the other.</summary>
    CameFrom = 1,
}

/// <summary>
/// A thing that others can hang on. Its row among the things is written with it, by the store; a feature writes
/// nothing for it.
/// </summary>
public interface ILinkable : IDistrictOwned
{
    /// <summary>Identity of the thing; its row among the things has the same.</summary>
    Guid Id { get; }

    /// <summary>The unit it belongs to.</summary>
    Guid UnitId { get; }

    /// <summary>How it shows on the line. Made from its own fields alone, because the store also asks what it was before a change.</summary>
    ThingFace AsThing();
}

/// <summary>What the line shows of a thing.</summary>
/// <param name="Kind">Its kind.</param>
/// <param name="Number">Its number within the unit, or within the thing it is part of.</param>
/// <param name="Title">What it is called, at most 200 characters; longer titles are cut.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="PartOfId">The thing without which it has no number, as an item has its round; null for one that stands alone.</param>
public sealed record ThingFace(
    ThingKind Kind,
    int Number,
    string Title,
    ThingStatus Status,
    Guid? PartOfId = null
);

/// <summary>
/// The row by which a thing is known on the line: the same for every kind, so that a line can be followed without knowing
/// what hangs on it. It outlives its thing, so that a broken link shows.
/// </summary>
public sealed class Thing : IDistrictOwned, INotAudited
{
    /// <summary>Longest title, in characters.</summary>
    public const int LongestTitle = 200;

    private Thing() { }

    /// <summary>Identity, the same as the thing's own.</summary>
    public Guid Id { get; private set; }

    /// <inheritdoc/>
    public Guid DistrictId { get; private set; }

    /// <summary>The unit it belongs to.</summary>
    public Guid UnitId { get; private set; }

    /// <summary>Its kind.</summary>
    public ThingKind Kind { get; private set; }

    /// <summary>Its number within the unit and kind, or within the thing it is part of.</summary>
    public int Number { get; private set; }

    /// <summary>What it is called.</summary>
    public string Title { get; private set; } = "";

    /// <summary>Where it stands.</summary>
    public ThingStatus Status { get; private set; }

    /// <summary>The thing it is part of, as an item is part of its round; null for one that stands alone.</summary>
    public Guid? PartOfId { get; private set; }

    /// <summary>When the thing was removed, UTC; null while it is there. What hung on it still names it.</summary>
    public DateTime? RemovedAt { get; private set; }

    /// <summary>The row of a thing.</summary>
    public static Thing Of(ILinkable linkable, ThingFace face)
    {
        var thing = new Thing
        {
            Id = linkable.Id,
            DistrictId = linkable.DistrictId,
            UnitId = linkable.UnitId,
        };
        thing.Show(face);
        return thing;
    }

    /// <summary>Takes over how the thing shows now.</summary>
    public void Show(ThingFace face)
    {
        (Kind, Number, Status, PartOfId) = (face.Kind, face.Number, face.Status, face.PartOfId);
        Title = Text.Shorten(face.Title, LongestTitle);
    }

    /// <summary>The thing is removed; this row stays as its mark.</summary>
    public void Remove(DateTime now) => RemovedAt ??= now;
}

/// <summary>One thing hangs on another of the same district. A link is never changed: it is there or it is not.</summary>
public sealed class ThingLink : IDistrictOwned
{
    private ThingLink() { }

    /// <inheritdoc/>
    public Guid DistrictId { get; private set; }

    /// <summary>The thing that hangs on the other, further down the line.</summary>
    public Guid ThingId { get; private set; }

    /// <summary>What it hangs on, further up the line.</summary>
    public Guid OriginId { get; private set; }

    /// <summary>How.</summary>
    public LinkKind Kind { get; private set; }

    /// <summary>Since when, UTC.</summary>
    public DateTime At { get; private set; }

    /// <summary>Says that a thing was made because of another.</summary>
    /// <exception cref="ArgumentException">The thing would hang on itself or on a thing of another district.</exception>
    public static ThingLink CameFrom(ILinkable thing, ILinkable origin, DateTime now) =>
        CameFrom(thing, origin.Id, origin.DistrictId, now);

    /// <summary>The same for an origin of which only its row is at hand, whatever its kind.</summary>
    /// <exception cref="ArgumentException">The thing would hang on itself or on a thing of another district.</exception>
    public static ThingLink CameFrom(ILinkable thing, Thing origin, DateTime now) =>
        CameFrom(thing, origin.Id, origin.DistrictId, now);

    private static ThingLink CameFrom(
        ILinkable thing,
        Guid originId,
        Guid districtId,
        DateTime now
    ) =>
        thing.Id == originId
            ? throw new ArgumentException("A thing cannot come from itself.", nameof(originId))
        : thing.DistrictId != districtId
            ? throw new ArgumentException(
                "The things belong to different districts.",
                nameof(districtId)
            )
        : new ThingLink
        {
            DistrictId = thing.DistrictId,
            ThingId = thing.Id,
            OriginId = originId,
            Kind = LinkKind.CameFrom,
            At = now,
        };
}
