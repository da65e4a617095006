using Throughline.Domain.Shared;

namespace Throughline.Domain.Meetings;

// What the team goes through, part by part.
public sealed partial class Meeting
{
    /// <summary>
    /// What the team goes through, in order: the items of a section one by one, and a section without items by itself. A
    /// section that got items only after the team was at it, or wrote something there, stays a stop of its own before them.
    /// </summary>
    public IEnumerable<AgendaStop> Stops() =>
        Sections.SelectMany(
            (section, at) =>
            {
                var among = ItemsOf(at)
                    .Select(i => new AgendaStop(
                        at,
                        i.Number,
                        i.Title,
                        i.Minutes,
                        i.State,
                        i.Seconds
                    ))
                    .ToList();
                return among.Count == 0 || WasTalkedAbout(section)
                    ? among.Prepend(
                        new AgendaStop(
                            at,
                            null,
                            section.Title,
                            // Its items ask for the time, unless the team is or was at the section itself.
                            among.Count > 0
                            && section.State == StopState.Ahead
                                ? 0
                                : section.Minutes,
                            section.State,
                            section.Seconds
                        )
                    )
                    : among;
            }
        );

    /// <summary>
    /// An item is found not to be the team's work (seed 003, pitfall 4): its minutes are counted apart, and what is left of
    /// it is left out. Refused once the meeting is over, and for one that is not there.
    /// </summary>
    public Result SetApart(int item, DateTime now)
    {
        if (ItemOf(item) is not { } found)
        {
            return Result.Refused(NoSuchItem);
        }

        if (State is MeetingState.Ended or MeetingState.Cancelled)
        {
            return Result.Refused("This meeting is over; its agenda stays as it was.");
        }

        found.IsInstructional = false;
        return found.State is StopState.Ahead or StopState.Now
            ? SetAside(found.Section, item, StopState.Cut, now)
            : Result.Ok();
    }

    private static bool WasTalkedAbout(AgendaSection section) =>
        section.IsNoted || section.Seconds > 0 || section.State is StopState.Now or StopState.Done;

    // An item is known by its number, into whichever section it was moved meanwhile.
    private AgendaStop? StopAt(int? section, int? item) =>
        Stops().FirstOrDefault(s => s.Item == item && (item is not null || s.Section == section));
}

/// <summary>Something the team goes through: an item, or a section without items.</summary>
/// <param name="Section">The place of the section in the agenda.</param>
/// <param name="Item">The item's number; null for the section itself.</param>
/// <param name="Title">What it is called.</param>
/// <param name="Minutes">Minutes given.</param>
/// <param name="State">How far it is.</param>
/// <param name="Seconds">Seconds spent before it was come to last.</param>
public sealed record AgendaStop(
    int Section,
    int? Item,
    string Title,
    int Minutes,
    StopState State,
    int Seconds
)
{
    /// <summary>As it stands in addresses: “s3” a section, “i5” an item.</summary>
    public string Key =>
        string.Create(
            System.Globalization.CultureInfo.InvariantCulture,
            $"{(Item is null ? 's' : 'i')}{Item ?? Section}"
        );

    /// <summary>True while it asks for time: neither cut nor parked.</summary>
    public bool IsAsked => State is StopState.Ahead or StopState.Now or StopState.Done;
}
