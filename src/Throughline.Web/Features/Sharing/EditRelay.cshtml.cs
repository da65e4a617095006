using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Throughline.Domain.Shared;
using Throughline.Domain.Sharing;
using Throughline.Web.Access;
using Throughline.Web.Ui;

namespace Throughline.Web.Features.Sharing;

/// <summary>Puts the message into other words, or says that the decision is no longer to tell.</summary>
[Needs(Permission.TellTeams)]
public sealed class EditRelayModel(Here here, Relays relays) : PageModel
{
    [FromRoute(Name = "number")]
    public int Number { get; set; }

    [BindProperty]
    public MessageInput Input { get; set; } = new();

    public string Back => relays.PathOf(Number);

    /// <summary>What in the words nobody has looked at; null for nothing.</summary>
    public CountsToLookAt? Counts { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (await FindAsync(cancel) is not { } relay)
        {
            return NotFound();
        }

        if (relay.EndedOn is not null)
        {
            this.Say("This decision is no longer to tell.");
            return Redirect(Back);
        }

        Input = new() { Message = relay.Message, Version = relay.Version };
        return Page();
    }

    [Needs(Permission.TellTeams)]
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        Counts = CountsToLookAt.Of(Input.Message, Input.Looked, "Send anyway, I have looked");
        return Counts is null
                ? await DoAsync(relay => relay.Put(Input.Message), "The message is saved.", cancel)
            : await FindAsync(cancel) is null ? NotFound()
            : this.Again();
    }

    [Needs(Permission.GuideSharing)]
    public Task<IActionResult> OnPostEndAsync(CancellationToken cancel) =>
        DoAsync(
            relay => relay.End(Input.Reason, here.Viewer.PersonId, here.Today),
            "It is no longer to tell. The reason stands with it.",
            cancel
        );

    private async Task<IActionResult> DoAsync(
        Func<Relay, Result> act,
        string said,
        CancellationToken cancel
    )
    {
        if (await FindAsync(cancel) is not { } stored)
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return this.Again();
        }

        var done = await relays.ActAsync(
            Number,
            act,
            cancel,
            isSeen: relay => Input.Version is null || relay.Version == Input.Version
        );
        if (done.IsOk)
        {
            this.Say(said);
            return Redirect(Back);
        }

        Input.Message ??= stored.Message;
        if (done.Refusal is { } refusal)
        {
            return this.Refuse(refusal);
        }

        var typed = (Input.Message, Input.Version);
        var now = await FindAsync(cancel);
        Input.Version = now?.Version;
        return this.Conflict(
            ("The message", now?.Message, typed.Message),
            ("Whether it is to tell", now?.EndReason ?? "to tell", Input.Reason ?? "to tell")
        );
    }

    private Task<Relay?> FindAsync(CancellationToken cancel) =>
        relays.At(Number).AsNoTracking().SingleOrDefaultAsync(cancel);
}

/// <summary>What is typed about a message.</summary>
public sealed class MessageInput
{
    public string? Message { get; set; }
    public string? Reason { get; set; }

    /// <summary>The words that were looked at, see <see cref="LookedAt"/>.</summary>
    public string? Looked { get; set; }
    public int? Version { get; set; }
}
