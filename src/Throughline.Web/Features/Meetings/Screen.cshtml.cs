using System.Security.Cryptography;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughline.Data;
using Throughline.Domain.Meetings;
using Throughline.Web.Access;

namespace Throughline.Web.Features.Meetings;

/// <summary>
/// The meeting for a projector: large, and nothing to press. Its parts are what every room asks for again whenever
/// something changes: rendered once for all who may do the same, and a browser that has them already is told so.
/// </summary>
[Needs(Permission.SeeMeetings)]
public sealed class ScreenModel(
    ThroughlineDb db,
    Here here,
    RenderedRooms rooms,
    RoomReaders readers
) : PageModel, IAsyncResultFilter
{
    private long version;
    private IDisposable? turn;

    public RoomView Room { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(int meeting, CancellationToken cancel)
    {
        if (await RoomView.LoadWholeAsync(db, here, meeting, cancel) is not { } room)
        {
            return NotFound();
        }

        Room = room with { Conducts = false };
        return Page();
    }

    /// <param name="meeting">The meeting's number.</param>
    /// <param name="screen">True for a projector, where nothing is pressed.</param>
    /// <param name="cancel">Ends the wait.</param>
    [Needs(Permission.SeeMeetings)]
    public async Task<IActionResult> OnGetPartsAsync(
        int meeting,
        bool screen,
        CancellationToken cancel
    )
    {
        turn = readers.Keep(HttpContext, here);
        if (Kept(meeting, screen) is { } kept)
        {
            return await AnswerAsync(kept);
        }

        if (turn is null)
        {
            turn = await rooms.TurnAsync(here.Unit.Id, meeting, cancel);
            Response.RegisterForDispose(turn);
        }

        version = rooms.VersionOf(here.Unit.Id);
        if (Kept(meeting, screen) is { } rendered)
        {
            turn.Dispose();
            return await AnswerAsync(rendered);
        }

        var room =
            rooms.Loaded(here.Unit.Id, meeting, version)
            ?? await RoomView.LoadWholeAsync(db, here, meeting, cancel);
        if (room is null)
        {
            return NotFound();
        }

        Room = room with { Conducts = Conducts(room.Conductors, screen) };
        return Partial("_RoomParts", Room);
    }

    private RenderedRoom? Kept(int meeting, bool screen) =>
        rooms.Find(here.Unit.Id, meeting, roles => Conducts(roles, screen));

    private bool Conducts(IReadOnlySet<Guid> roles, bool screen) =>
        !screen && (here.Can(Permission.ConductMeeting) || roles.Contains(here.Viewer.PersonId));

    // Takes the page as it is rendered, keeps it and sends it.
    async Task IAsyncResultFilter.OnResultExecutionAsync(
        ResultExecutingContext context,
        ResultExecutionDelegate next
    )
    {
        if (context.Result is not PartialViewResult)
        {
            await next();
            return;
        }

        var features = context.HttpContext.Features;
        var body = features.GetRequiredFeature<IHttpResponseBodyFeature>();
        using var taken = new MemoryStream();
        features.Set<IHttpResponseBodyFeature>(new StreamResponseBodyFeature(taken));
        try
        {
            await next();
            await context.HttpContext.Response.BodyWriter.FlushAsync();
        }
        finally
        {
            features.Set(body);
        }

        var html = taken.ToArray();
        var rendered = new RenderedRoom(
            html,
            $"\"{Convert.ToHexString(SHA256.HashData(html))[..20]}\""
        );
        if (Room.Meeting.State == MeetingState.InProgress)
        {
            rooms.Keep(Room, version, rendered);
        }

        // Others wait for it, and the way to this browser may be long.
        turn?.Dispose();
        await AnswerAsync(rendered);
    }

    private async Task<IActionResult> AnswerAsync(RenderedRoom rendered)
    {
        await rendered.WriteAsync(HttpContext, here.Now);
        return new EmptyResult();
    }
}
