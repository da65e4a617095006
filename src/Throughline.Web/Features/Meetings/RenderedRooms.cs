using Microsoft.Extensions.Caching.Memory;
using Throughline.Data.Live;

namespace Throughline.Web.Features.Meetings;

/// <summary>
/// Rooms as they were rendered last, kept until something changes in their unit: twelve people who look again after a
/// change cost one rendering, not twelve. What is kept holds nothing that depends on who looks but for whether they run
/// the meeting.
/// </summary>
public sealed class RenderedRooms(ChangeFeed feed) : IDisposable
{
    // A room is looked at for an hour and a half, then not again.
    private static readonly MemoryCacheEntryOptions Kept = new()
    {
        SlidingExpiration = TimeSpan.FromMinutes(5),
        Size = 1,
    };

    private readonly MemoryCache rooms = new(new MemoryCacheOptions { SizeLimit = 4000 });

    /// <summary>Read before the room is loaded: what changes while it is rendered then counts as newer.</summary>
    public long VersionOf(Guid unitId) => feed.VersionOf(unitId);

    /// <summary>The room if it was rendered since the last change.</summary>
    /// <param name="unitId">The unit.</param>
    /// <param name="number">The meeting's number.</param>
    /// <param name="conducts">Says, of those who run it by a role, whether it is rendered for one who runs it.</param>
    public RenderedRoom? Find(Guid unitId, int number, Func<IReadOnlySet<Guid>, bool> conducts) =>
        rooms.TryGetValue((unitId, number), out Room? room)
        && room!.Version == feed.VersionOf(unitId)
            ? conducts(room.Conductors)
                ? room.Conducting
                : room.Following
            : null;

    /// <summary>Keeps a rendering.</summary>
    /// <param name="view">What was rendered.</param>
    /// <param name="version">The version read before it was loaded.</param>
    /// <param name="rendered">The rendering.</param>
    public void Keep(RoomView view, long version, RenderedRoom rendered)
    {
        var key = (view.Meeting.UnitId, view.Meeting.Number);
        var room =
            rooms.TryGetValue(key, out Room? found) && found!.Version == version
                ? found
                : new Room(version, view.Conductors);
        rooms.Set(
            key,
            view.Conducts
                ? room with
                {
                    Conducting = rendered,
                }
                : room with
                {
                    Following = rendered,
                },
            Kept
        );
    }

    public void Dispose() => rooms.Dispose();

    private sealed record Room(long Version, IReadOnlySet<Guid> Conductors)
    {
        public RenderedRoom? Conducting { get; init; }
        public RenderedRoom? Following { get; init; }
    }
}

/// <summary>A rendering and the tag by which a browser says that it has it.</summary>
public sealed record RenderedRoom(byte[] Html, string Tag);
