using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Data.Live;
using Throughline.Domain.Units;
using Throughline.Web.Access;

namespace Throughline.Web.Live;

/// <summary>
/// The stream by which a browser hears that something changed in a unit's meetings and work. It says only that: the
/// browser then asks for its fragments again, so that access and rendering stay where they are.
/// </summary>
public static class LiveStream
{
    /// <summary>Who may hear.</summary>
    public const Permission Needed = Permission.SeeMeetings;

    // Proxies close what is silent for a minute.
    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(25);

    private static readonly byte[] Beat = ":\n\n"u8.ToArray();

    public static void MapLive(this WebApplication app) =>
        app.MapGet("/live/{unit:slug}", ServeAsync).WithMetadata(new NeedsAttribute(Needed));

    private static async Task ServeAsync(
        HttpContext http,
        string unit,
        IServiceScopeFactory scopes,
        ChangeFeed feed,
        IHostApplicationLifetime life
    )
    {
        if (await FindAsync(http, unit, scopes) is not { } unitId)
        {
            http.Response.StatusCode = SignInCookie.Of(http) is null
                ? StatusCodes.Status401Unauthorized
                : StatusCodes.Status404NotFound;
            return;
        }

        using var ends = CancellationTokenSource.CreateLinkedTokenSource(
            http.RequestAborted,
            life.ApplicationStopping
        );
        try
        {
            await StreamAsync(http, unitId, feed, ends.Token);
        }
        catch (OperationCanceledException)
        {
            // The browser left, or the server stops: it comes back by itself.
        }
    }

    private static async Task StreamAsync(
        HttpContext http,
        Guid unitId,
        ChangeFeed feed,
        CancellationToken cancel
    )
    {
        var response = http.Response;
        response.ContentType = "text/event-stream";
        response.Headers.CacheControl = "no-store";
        // nginx would keep the events until its buffer is full.
        response.Headers["X-Accel-Buffering"] = "no";
        var version = feed.VersionOf(unitId);
        var current = IdOf(feed, version);
        if (
            http.Request.Headers["Last-Event-ID"].ToString() is { Length: > 0 } last
            && last == current
        )
        {
            await WriteAsync(response, Beat, cancel);
        }
        else
        {
            await WriteAsync(response, Event(current, "retry: 1000\n"), cancel);
        }

        while (true)
        {
            var next = await feed.NextAsync(unitId, version, Heartbeat, cancel);
            await WriteAsync(response, next == version ? Beat : Event(IdOf(feed, next)), cancel);
            version = next;
        }
    }

    private static async ValueTask WriteAsync(
        HttpResponse response,
        byte[] bytes,
        CancellationToken cancel
    )
    {
        await response.Body.WriteAsync(bytes, cancel);
        await response.Body.FlushAsync(cancel);
    }

    private static string IdOf(ChangeFeed feed, long version) =>
        string.Create(CultureInfo.InvariantCulture, $"{feed.Epoch}-{version}");

    private static byte[] Event(string id, string before = "") =>
        Encoding.ASCII.GetBytes($"{before}id: {id}\ndata: {id}\n\n");

    // In a scope of its own: a stream lives for hours, and what is needed to look someone up must not live as long.
    private static async Task<Guid?> FindAsync(
        HttpContext http,
        string slug,
        IServiceScopeFactory scopes
    )
    {
        if (SignInCookie.Of(http) is not { } cookie)
        {
            return null;
        }

        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ThroughlineDb>();
        var here = scope.ServiceProvider.GetRequiredService<Here>();
        db.Scope.Enter(cookie.DistrictId, cookie.PersonId);
        if (await Viewer.LoadAsync(db, cookie, here.Now, http.RequestAborted) is not { } viewer)
        {
            return null;
        }

        here.SignedIn(viewer);
        var unit =
            viewer.Own(slug)
            ?? await db.Set<Unit>()
                .AsNoTracking()
                .SingleOrDefaultAsync(u => u.Slug == slug, http.RequestAborted);
        return unit is not null && here.CanAt(Needed, unit) ? unit.Id : null;
    }
}
