using Microsoft.Extensions.Caching.Memory;
using Throughline.Data.Live;
using Throughline.Web.Access;

namespace Throughline.Web.Features.Meetings;

/// <summary>
/// Who was found to be allowed to read a room's parts. After each change all in the room ask for them: while nothing has
/// changed that says who may do what, whoever was let in before gets the kept rendering and nobody is looked up. Anyone
/// else, and any doubt, goes the ordinary way through <see cref="AccessFilter"/>.
/// </summary>
public sealed class RoomReaders(ChangeFeed feed, RenderedRooms rooms, TimeProvider clock)
    : IDisposable
{
    // A last day that comes to its end is no change that is told.
    private static readonly MemoryCacheEntryOptions Known = new()
    {
        AbsoluteExpirationRelativeToNow = TimeSpan.FromMinutes(5),
        Size = 1,
    };

    private readonly MemoryCache readers = new(new MemoryCacheOptions { SizeLimit = 100_000 });

    /// <summary>Answers a request for the parts of a room if that takes no look at the database. False leaves it to others.</summary>
    public async Task<bool> AnswerAsync(HttpContext http)
    {
        var ask = http.Request;
        if (
            !HttpMethods.IsGet(ask.Method)
            || ask.RouteValues["page"] is not "/Meetings/Screen"
            || !ask.Query["handler"].ToString().Equals("Parts", StringComparison.OrdinalIgnoreCase)
            || SignInCookie.Of(http) is not { } cookie
            || ask.RouteValues["unit"] is not string slug
            || !int.TryParse(ask.RouteValues["meeting"] as string, out var number)
        )
        {
            return false;
        }

        // Read before anyone is looked up: what changes meanwhile then counts as newer.
        var asked = new Asked(cookie, slug, feed.VersionOf(ChangeFeed.Access));
        http.Features.Set(asked);
        if (
            feed.IsDeaf
            // The projector's address says so; how it says so is the page's business.
            || ask.Query.ContainsKey("screen")
            || !readers.TryGetValue((cookie, slug), out Reader? reader)
            || reader!.Access != asked.Access
        )
        {
            return false;
        }

        if (Kept() is null)
        {
            // One goes on to render it and keeps the turn for the page; the others find it rendered.
            asked.Turn = await rooms.TurnAsync(reader.UnitId, number, http.RequestAborted);
            http.Response.RegisterForDispose(asked.Turn);
        }

        if (Kept() is not { } kept)
        {
            return false;
        }

        asked.Turn?.Dispose();
        await kept.WriteAsync(http, clock.GetUtcNow().UtcDateTime);
        return true;

        RoomParts? Kept() =>
            rooms.Find(
                reader.UnitId,
                number,
                roles => reader.MayConduct || roles.Contains(cookie.PersonId)
            );
    }

    /// <summary>Keeps that whoever asks was let in, as the access check of this request found. Its turn to render, if it has it.</summary>
    public IDisposable? Keep(HttpContext http, Here here)
    {
        if (http.Features.Get<Asked>() is not { } asked)
        {
            return null;
        }

        // A visitor was let in to this meeting alone, and what is kept here opens every one of the unit.
        if (here.Can(Permission.SeeMeetings))
        {
            readers.Set(
                (asked.Cookie, asked.Slug),
                new Reader(here.Unit.Id, here.Can(Permission.ConductMeeting), asked.Access),
                Known
            );
        }

        return asked.Turn;
    }

    public void Dispose() => readers.Dispose();

    private sealed record Reader(Guid UnitId, bool MayConduct, long Access);

    private sealed record Asked(SignInCookie Cookie, string Slug, long Access)
    {
        public IDisposable? Turn { get; set; }
    }
}
