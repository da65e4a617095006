using System.Globalization;
using Throughline.Data;
using Throughline.Domain.Meetings;
using Throughline.Web.Access;

namespace Throughline.Web.Features.Meetings;

/// <summary>
/// What the room shows. Nothing in it depends on who looks but for <see cref="Conducts"/>: so that it is rendered once for
/// all who may do the same.
/// </summary>
/// <param name="View">The meeting.</param>
/// <param name="Conducts">True for who runs the clock and the agenda.</param>
/// <param name="At">The address of the meeting.</param>
/// <param name="Clock">The clock at the moment of looking.</param>
public sealed record RoomView(MeetingView View, bool Conducts, string At, MeetingClock Clock)
{
    public Meeting Meeting => View.Meeting;

    /// <summary>Stops the team has been through, or left out.</summary>
    public IEnumerable<AgendaStop> Behind =>
        Meeting.Stops().TakeWhile(s => !IsNow(s)).Where(s => Meeting.CurrentStop is not null);

    /// <summary>Stops that come after the current one.</summary>
    public IEnumerable<AgendaStop> Ahead =>
        Meeting.CurrentStop is null
            ? Meeting.Stops()
            : Meeting.Stops().SkipWhile(s => !IsNow(s)).Skip(1);

    /// <summary>The item the team is at; null at a section without one.</summary>
    public AgendaItem? Item =>
        Meeting.Items.FirstOrDefault(i => i.Number == Meeting.CurrentStop?.Item);

    /// <summary>Who runs the meeting by a role in it.</summary>
    public IReadOnlySet<Guid> Conductors =>
        View
            .Roles.Where(r =>
                r.Kind != MeetingRoleKind.NormsKeeper && View.Sitting.Any(m => m.Id == r.PersonId)
            )
            .Select(r => r.PersonId)
            .ToHashSet();

    /// <summary>What kind of section a stop stands in.</summary>
    public SectionKind KindOf(AgendaStop stop) => Meeting.Sections[stop.Section].Kind;

    private static bool IsNow(AgendaStop stop) => stop.State == StopState.Now;

    /// <summary>A stop as it stands in addresses: “s3”, “i5”.</summary>
    public static string KeyOf(AgendaStop stop) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{(stop.Item is null ? 's' : 'i')}{stop.Item ?? stop.Section}"
        );

    public static async Task<RoomView?> LoadAsync(
        ThroughlineDb db,
        Here here,
        int number,
        CancellationToken cancel
    )
    {
        if (await MeetingView.LoadAsync(db, here, number, cancel) is not { } view)
        {
            return null;
        }

        var room = new RoomView(
            view,
            here.Can(Permission.ConductMeeting),
            string.Create(CultureInfo.InvariantCulture, $"/{here.Unit.Slug}/meetings/{number}"),
            view.Meeting.Clock(here.Zone, here.Now)
        );
        return room with
        {
            Conducts = room.Conducts || room.Conductors.Contains(here.Viewer.PersonId),
        };
    }
}
