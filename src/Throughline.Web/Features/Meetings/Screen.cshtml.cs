using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Infrastructure;
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
    RoomReaders readers,
    IActionResultExecutor<PartialViewResult> partials
) : PageModel
{
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
        var turn = readers.Keep(HttpContext, here);
        if (Kept(meeting, screen) is { } kept)
        {
            return await AnswerAsync(kept);
        }

        if (turn is null)
        {
            turn = await rooms.TurnAsync(here.Unit.Id, meeting, cancel);
            Response.RegisterForDispose(turn);
        }

        var version = rooms.VersionOf(here.Unit.Id);
        if (Kept(meeting, screen) is { } rendered)
        {
            turn.Dispose();
            return await AnswerAsync(rendered);
        }

        if (await RenderAsync(meeting, screen, version, cancel) is not { } parts)
        {
            return NotFound();
        }

        // Others wait for it, and the way to this browser may be long.
        turn.Dispose();
        return await AnswerAsync(parts);
    }

    // Of what was kept, all that still is as it was is taken: after a change of notes that is all but these.
    private async Task<RoomParts?> RenderAsync(
        int meeting,
        bool screen,
        RoomVersion version,
        CancellationToken cancel
    )
    {
        var kept = rooms.FindBesidesNotes(here.Unit.Id, meeting, version);
        var room =
            kept is null ? await RoomView.LoadWholeAsync(db, here, meeting, cancel)
            : kept.Version == version ? kept.View
            : await kept.View.WithNotesOfNowAsync(db, cancel);
        if (room is null)
        {
            return null;
        }

        Room = room with { Conducts = Conducts(room.Conductors, screen) };
        if (kept?.View.DiffersAtMostInNoteFrom(room) != true)
        {
            kept = null;
        }

        var note = kept?.View == room ? kept.Note : await PartialAsync("_RoomNotePart");
        var frame = kept?.FrameFor(Room.Conducts) ?? await PartialAsync("_RoomFrame");
        if (room.Meeting.State == MeetingState.InProgress)
        {
            rooms.Keep(
                new KeptRoom(room, version, note)
                {
                    Conducting = kept?.Conducting,
                    Following = kept?.Following,
                }.WithFrame(frame, Room.Conducts)
            );
        }

        return new RoomParts(frame, note);
    }

    private RoomParts? Kept(int meeting, bool screen) =>
        rooms.Find(here.Unit.Id, meeting, roles => Conducts(roles, screen));

    private bool Conducts(IReadOnlySet<Guid> roles, bool screen) =>
        !screen && (here.Can(Permission.ConductMeeting) || roles.Contains(here.Viewer.PersonId));

    private async Task<Rendered> PartialAsync(string name)
    {
        var features = HttpContext.Features;
        var body = features.GetRequiredFeature<IHttpResponseBodyFeature>();
        using var taken = new MemoryStream();
        features.Set<IHttpResponseBodyFeature>(new StreamResponseBodyFeature(taken));
        try
        {
            await partials.ExecuteAsync(PageContext, Partial(name, Room));
            await Response.BodyWriter.FlushAsync();
        }
        finally
        {
            features.Set(body);
        }

        return Rendered.Of(taken.ToArray());
    }

    private async Task<IActionResult> AnswerAsync(RoomParts parts)
    {
        await parts.WriteAsync(HttpContext, here.Now);
        return new EmptyResult();
    }
}
