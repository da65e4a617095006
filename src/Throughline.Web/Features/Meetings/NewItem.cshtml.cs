using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Throughline.Data;
using Throughline.Domain.Meetings;
using Throughline.Domain.Shared;
using Throughline.Web.Access;
using Throughline.Web.Features.Links;
using Throughline.Web.Features.Meetings.Protocols;
using Throughline.Web.Ui;

namespace Throughline.Web.Features.Meetings;

/// <summary>A member brings something to a meeting.</summary>
[Needs(Permission.TakePartInMeetings)]
public sealed class NewItemModel(
    ThroughlineDb db,
    Here here,
    MeetingDesk desk,
    ProtocolDesk protocols,
    Origins origins
) : PageModel, IItemForm
{
    [FromRoute(Name = "meeting")]
    public int Number { get; set; }

    /// <summary>The id of what it serves; none for what serves nothing in particular.</summary>
    [BindProperty(SupportsGet = true, Name = "from")]
    public string? From { get; set; }

    [BindProperty]
    public ItemInput Input { get; set; } = new();

    /// <summary>What it can serve.</summary>
    public IReadOnlyList<SelectListItem> Serves { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Members { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Protocols { get; private set; } = [];

    public Meeting Meeting { get; private set; } = null!;

    public string Saves => "Put it on the agenda";

    public string Back => desk.PathOf(Number);

    /// <param name="protocol">The protocol to go through it by, if one was chosen already.</param>
    /// <param name="cancel">Stops.</param>
    public async Task<IActionResult> OnGetAsync(string? protocol, CancellationToken cancel)
    {
        if (await desk.FindAgendaAsync(Number, cancel) is not { } meeting)
        {
            return NotFound();
        }

        var origin = await origins.FindAsync(From, cancel);
        if (!origin.IsOk)
        {
            return NotFound();
        }

        await OfferAsync(meeting, cancel);
        var chosen = string.IsNullOrEmpty(protocol)
            ? null
            : await protocols.FindAsync(protocol, cancel);
        Input = new ItemInput
        {
            Title = origin.Value?.Suggested,
            Kind = ItemKind.Discuss,
            Minutes = Math.Min(chosen?.Protocol.Minutes ?? 10, meeting.Minutes),
            Protocol = chosen?.Slug,
            Bring = chosen?.Protocol.Bring,
            IsInstructional = true,
            BroughtBy = here.Viewer.PersonId,
        };
        return Page();
    }

    [Needs(Permission.TakePartInMeetings)]
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var done = ModelState.IsValid
            ? await desk.ActAsync(
                Number,
                async meeting =>
                {
                    if (meeting.WasMissed(here.Today))
                    {
                        return Result.Refused(
                            "This meeting was not held. Submit it for the next one."
                        );
                    }

                    if (!meeting.HasAgenda)
                    {
                        await desk.PrepareAsync(meeting, cancel);
                    }

                    var item = meeting.Submit(
                        Input.AsPlan(),
                        Input.Section,
                        here.Viewer.PersonId,
                        here.Now
                    );
                    if (!item.IsOk)
                    {
                        return item.Refusal!;
                    }

                    var brought = meeting.BringBy(
                        item.Value.Number,
                        Input.BroughtBy ?? here.Viewer.PersonId,
                        await desk.MembersAsync(cancel)
                    );
                    var put = brought.IsOk
                        ? await protocols.PutAsync(item.Value, null, Input.Protocol, cancel)
                        : brought;
                    return put.IsOk ? await origins.LinkAsync(item.Value, From, cancel) : put;
                },
                cancel
            )
            : null;
        if (done is { IsOk: true })
        {
            this.Say("It is on the agenda.");
            return Redirect(Back);
        }

        db.ChangeTracker.Clear();
        if (await desk.FindAsync(Number, cancel) is not { } found)
        {
            return NotFound();
        }

        await OfferAsync(found, cancel);
        return done is null ? this.Again() : this.Refuse(done.Refusal!);
    }

    private async Task OfferAsync(Meeting meeting, CancellationToken cancel)
    {
        Meeting = meeting;
        Serves = await ServedThing.ChoicesAsync(db, here, From, cancel);
        Members = await desk.ChoicesAsync(here.Viewer.PersonId, cancel);
        Protocols = await protocols.ChoicesAsync(null, cancel);
    }
}
