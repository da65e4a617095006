using System.Globalization;
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

    // A few rooms share a turn; that costs them nothing but a wait now and then.
    private readonly SemaphoreSlim[] turns =
    [
        .. Enumerable.Range(0, 256).Select(_ => new SemaphoreSlim(1)),
    ];

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

    /// <summary>
    /// Lets one at a time load and render a room. All in it ask again at the same moment: who waited for their turn finds
    /// it rendered.
    /// </summary>
    public async Task<IDisposable> TurnAsync(Guid unitId, int number, CancellationToken cancel)
    {
        var turn = turns[(HashCode.Combine(unitId, number) & int.MaxValue) % turns.Length];
        await turn.WaitAsync(cancel);
        return new Turn(turn);
    }

    /// <summary>What was loaded for those who run the meeting, or for the others, at this version: it is the same but for that.</summary>
    public RoomView? Loaded(Guid unitId, int number, long version) =>
        rooms.TryGetValue((unitId, number), out Room? room) && room!.Version == version
            ? room.Loaded
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
                ? found with
                {
                    // Both are rendered now: nobody needs it any more.
                    Loaded = null,
                }
                : new Room(version, view.Conductors) { Loaded = view };
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

    public void Dispose()
    {
        rooms.Dispose();
        Array.ForEach(turns, t => t.Dispose());
    }

    private sealed record Room(long Version, IReadOnlySet<Guid> Conductors)
    {
        public RenderedRoom? Conducting { get; init; }
        public RenderedRoom? Following { get; init; }
        public RoomView? Loaded { get; init; }
    }

    private sealed class Turn(SemaphoreSlim of) : IDisposable
    {
        private SemaphoreSlim? held = of;

        public void Dispose() => Interlocked.Exchange(ref held, null)?.Release();
    }
}

/// <summary>A rendering and the tag by which a browser says that it has it.</summary>
public sealed record RenderedRoom(byte[] Html, string Tag)
{
    /// <summary>Sends it, or says that the browser has it already.</summary>
    /// <param name="http">The request.</param>
    /// <param name="now">Not part of what is kept: the browser sets its clock by it.</param>
    public async Task WriteAsync(HttpContext http, DateTime now)
    {
        var response = http.Response;
        response.Headers["Throughline-Now"] = new DateTimeOffset(now)
            .ToUnixTimeMilliseconds()
            .ToString(CultureInfo.InvariantCulture);
        response.Headers.CacheControl = "private, no-cache";
        response.Headers.ETag = Tag;
        if (http.Request.Headers.IfNoneMatch == Tag)
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        response.ContentType = "text/html; charset=utf-8";
        response.ContentLength = Html.Length;
        await response.Body.WriteAsync(Html, http.RequestAborted);
    }
}
