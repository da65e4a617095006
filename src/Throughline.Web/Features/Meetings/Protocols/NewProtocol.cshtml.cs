using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughline.Data;
using Throughline.Data.Saving;
using Throughline.Domain.Meetings;
using Throughline.Web.Access;
using Throughline.Web.Ui;

namespace Throughline.Web.Features.Meetings.Protocols;

/// <summary>A team adds a protocol of its own, from scratch or as a copy of another one.</summary>
[Needs(Permission.TakePartInMeetings)]
public sealed class NewProtocolModel(ThroughlineDb db, Here here, ProtocolDesk desk)
    : PageModel,
        IProtocolForm
{
    /// <summary>The address of the one it begins from; none for one from scratch.</summary>
    [BindProperty(SupportsGet = true, Name = "copy")]
    public string? Copy { get; set; }

    [BindProperty]
    public ProtocolInput Input { get; set; } = new();

    public string? BegunFrom { get; private set; }

    public string Saves => "Add the protocol";

    public string Back => desk.List;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        var origin = await desk.FindAsync(Copy, cancel);
        if (origin is null && !string.IsNullOrEmpty(Copy))
        {
            return NotFound();
        }

        if (origin is not null)
        {
            BegunFrom = origin.Protocol.Title;
            Input = ProtocolInput.Of(origin.Protocol);
            Input.Title = null;
        }

        Input.AddSpareSteps();
        return Page();
    }

    [Needs(Permission.TakePartInMeetings)]
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        BegunFrom = (await desk.FindAsync(Copy, cancel))?.Protocol.Title;
        if (!ModelState.IsValid)
        {
            return Again();
        }

        var typed = Input.PutInOrder();
        var added = await ConflictRetry.RunAsync(
            db,
            async () =>
            {
                var (taken, own) = await desk.TakenAsync(cancel);
                var made = TeamProtocol.Add(
                    here.Unit,
                    typed,
                    BegunFrom,
                    taken,
                    own,
                    here.Viewer.PersonId,
                    here.Now
                );
                if (made.IsOk)
                {
                    db.Add(made.Value);
                    await db.SaveChangesAsync(cancel);
                }

                return made;
            }
        );
        if (!added.IsOk)
        {
            ModelState.Clear();
            this.Refuse(added.Refusal!);
            return Again();
        }

        this.Say($"“{added.Value.Title}” is one of the team’s protocols.");
        return Redirect($"{desk.List}/{added.Value.Slug}");
    }

    private PageResult Again()
    {
        Input.AddSpareSteps();
        return this.Again(StatusCodes.Status422UnprocessableEntity);
    }
}
