using System.Globalization;
using System.Security.Cryptography;
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
    private static readonly MemoryCacheEntryOptions WhileMet = new()
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
    public RoomVersion VersionOf(Guid unitId) =>
        new(feed.VersionOf(unitId), feed.VersionBesidesNotesOf(unitId));

    /// <summary>The room if it was rendered since the last change.</summary>
    /// <param name="unitId">The unit.</param>
    /// <param name="number">The meeting's number.</param>
    /// <param name="conducts">Says, of those who run it by a role, whether it is rendered for one who runs it.</param>
    public RoomParts? Find(Guid unitId, int number, Func<IReadOnlySet<Guid>, bool> conducts) =>
        Kept(unitId, number) is { } room
        && room.Version.All == feed.VersionOf(unitId)
        && room.FrameFor(conducts(room.Conductors)) is { } frame
            ? new RoomParts(frame, room.Note)
            : null;

    /// <summary>The room as it was kept last, if nothing but notes has changed since.</summary>
    public KeptRoom? FindBesidesNotes(Guid unitId, int number, RoomVersion version) =>
        Kept(unitId, number) is { } room && room.Version.BesidesNotes == version.BesidesNotes
            ? room
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

    /// <summary>Keeps a room for all who ask for it until the next change.</summary>
    public void Keep(KeptRoom room) =>
        rooms.Set((room.View.Meeting.UnitId, room.View.Meeting.Number), room, WhileMet);

    private KeptRoom? Kept(Guid unitId, int number) => rooms.Get<KeptRoom>((unitId, number));

    public void Dispose()
    {
        rooms.Dispose();
        Array.ForEach(turns, t => t.Dispose());
    }

    private sealed class Turn(SemaphoreSlim of) : IDisposable
    {
        private SemaphoreSlim? held = of;

        public void Dispose() => Interlocked.Exchange(ref held, null)?.Release();
    }
}

/// <summary>How often anything changed in a unit, and how often anything but the notes of its meetings did.</summary>
public sealed record RoomVersion(long All, long BesidesNotes);

/// <summary>A room as it was loaded and rendered.</summary>
/// <param name="View">What was loaded.</param>
/// <param name="Version">The version read before it was loaded.</param>
/// <param name="Note">The notes of the part the team is at.</param>
public sealed record KeptRoom(RoomView View, RoomVersion Version, Rendered Note)
{
    /// <summary>Who runs the meeting by a role in it.</summary>
    public IReadOnlySet<Guid> Conductors { get; } = View.Conductors;

    /// <summary>All but the note, for those who run the meeting; null until one of them asked.</summary>
    public Rendered? Conducting { get; init; }

    /// <summary>All but the note, for the others; null until one of them asked.</summary>
    public Rendered? Following { get; init; }

    public Rendered? FrameFor(bool conducts) => conducts ? Conducting : Following;

    public KeptRoom WithFrame(Rendered frame, bool conducts) =>
        conducts ? this with { Conducting = frame } : this with { Following = frame };
}

/// <summary>A rendering, and the tag that stands for these bytes.</summary>
public sealed record Rendered(byte[] Html, string Tag)
{
    public static Rendered Of(byte[] html) =>
        new(html, Convert.ToHexString(SHA256.HashData(html))[..20]);
}

/// <summary>What a browser in the room shows: the note, and all around it.</summary>
public sealed record RoomParts(Rendered Frame, Rendered Note)
{
    /// <summary>
    /// Sends what the browser does not have: nothing, the note alone when it says by <c>has</c> which frame it shows, or
    /// both.
    /// </summary>
    /// <param name="http">The request.</param>
    /// <param name="now">Not part of what is kept: the browser sets its clock by it.</param>
    public async Task WriteAsync(HttpContext http, DateTime now)
    {
        var response = http.Response;
        response.Headers["Throughline-Now"] = new DateTimeOffset(now)
            .ToUnixTimeMilliseconds()
            .ToString(CultureInfo.InvariantCulture);
        response.Headers["Throughline-Frame"] = Frame.Tag;
        response.Headers.CacheControl = "private, no-cache";
        response.Headers.ETag = $"\"{Frame.Tag}{Note.Tag}\"";
        if (http.Request.Headers.IfNoneMatch == response.Headers.ETag)
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        var frame = http.Request.Query["has"] == Frame.Tag ? [] : Frame.Html;
        response.ContentType = "text/html; charset=utf-8";
        response.ContentLength = Note.Html.Length + frame.Length;
        await response.Body.WriteAsync(Note.Html, http.RequestAborted);
        await response.Body.WriteAsync(frame, http.RequestAborted);
    }
}
