using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughline.Data;
using Throughline.Data.Mail;
using Throughline.Web.Access;
using Throughline.Web.Hosting;

namespace Throughline.Web.Features.Home;

/// <summary>
/// Switches the daily mail on and off: one's own when signed in, or by the link of a mail for whom that link is. A mail
/// program may post to the link by itself, which switches it off (RFC 8058).
/// </summary>
[Needs(Permission.Public)]
public sealed class DailyMailModel(ThroughlineDb db, Here here, DigestLinks links) : PageModel
{
    /// <summary>The link's token.</summary>
    [BindProperty(SupportsGet = true, Name = "t")]
    public string? Token { get; set; }

    /// <summary>True to switch it on again.</summary>
    [BindProperty]
    public bool On { get; set; }

    /// <summary>Null when the link is nobody's and nobody is signed in.</summary>
    public bool? IsOn { get; private set; }

    /// <summary>True when something was switched just now.</summary>
    public bool IsDone { get; private set; }

    public Task OnGetAsync(CancellationToken cancel) => LoadAsync(cancel);

    [Needs(Permission.Public)]
    [LeavesNoSubmission]
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (await LoadAsync(cancel) is not { } personId)
        {
            Response.StatusCode = StatusCodes.Status410Gone;
            return Page();
        }

        // What cannot be read as yes is no: it is their mailbox.
        On = ModelState.IsValid && On;
        await MailWishes.SwitchDailyAsync(db, personId, On, cancel);
        (IsOn, IsDone) = (On, true);
        ModelState.Clear();
        return Page();
    }

    private async Task<Guid?> LoadAsync(CancellationToken cancel)
    {
        // The address may hold a key: it must not stay in caches, nor go along to where a link leads.
        Response.Headers.CacheControl = "no-store";
        Response.Headers["Referrer-Policy"] = "no-referrer";
        Guid? personId = null;
        if (links.Read(Token) is { } owner)
        {
            db.Scope.Enter(owner.DistrictId);
            personId = owner.PersonId;
        }
        else if (here.IsSignedIn)
        {
            personId = here.Viewer.PersonId;
        }

        IsOn = personId is { } id ? await MailWishes.WantsDailyAsync(db, id, cancel) : null;
        return personId;
    }
}
