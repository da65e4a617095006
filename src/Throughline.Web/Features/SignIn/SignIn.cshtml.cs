using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Data.Demo;
using Throughline.Data.Platform;
using Throughline.Web.Access;
using Throughline.Web.Ui;

namespace Throughline.Web.Features.SignIn;

[Needs(Permission.Public)]
public sealed class SignInModel(
    ThroughlineDb db,
    PasswordCheck check,
    TryLimits limits,
    DemoMode demo,
    Here here
) : PageModel
{
    [BindProperty]
    public string? Email { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    /// <summary>True in an installation that nobody can sign in to yet.</summary>
    public bool IsFirstStart { get; private set; }

    /// <summary>Whom to try the demo as; empty outside the demo.</summary>
    public IReadOnlyList<DemoPersona> Personas { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (here.IsSignedIn)
        {
            return LocalRedirect(Destination);
        }

        await LoadAsync(cancel);
        return Page();
    }

    [Needs(Permission.Public)]
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!limits.MaySignIn(HttpContext, Email))
        {
            return StatusCode(StatusCodes.Status429TooManyRequests);
        }

        var tried = await check.FindAsync(Email, Password, cancel);
        if (tried.EndedOn is { } day)
        {
            await LoadAsync(cancel);
            return this.Refuse(
                new(
                    $"Your access ended on {Days.Full(day)}. Whoever asked you to review can let you in again."
                )
            );
        }

        if (tried.Account is not { } account)
        {
            limits.SignInFailed(HttpContext, Email);
            await LoadAsync(cancel);
            // The same words whatever was wrong: they must not tell who has an account.
            return this.Refuse(
                new(
                    "E-mail and password do not match an account. After ten failures an account rests for 15 minutes."
                )
            );
        }

        return await EnterAsync(account, cancel);
    }

    /// <summary>Signs in as one of the demo people.</summary>
    [Needs(Permission.Public)]
    public async Task<IActionResult> OnPostDemoAsync(string? persona, CancellationToken cancel)
    {
        if (!await demo.IsOnAsync(HttpContext, cancel))
        {
            return NotFound();
        }

        var email = DemoDistrict.Personas.FirstOrDefault(p => p.Key == persona)?.Email ?? "";
        var normalized = Account.Normalize(email);
        var account = await db
            .Users.AsNoTracking()
            .SingleOrDefaultAsync(a => a.NormalizedEmail == normalized, cancel);
        return account is null ? NotFound() : await EnterAsync(account, cancel);
    }

    private string Destination => Url.IsLocalUrl(ReturnUrl) ? ReturnUrl! : "/home";

    private async Task<IActionResult> EnterAsync(Account account, CancellationToken cancel)
    {
        await check.SucceededAsync(account, cancel);
        await SignInCookie.WriteAsync(HttpContext, account);
        return LocalRedirect(Destination);
    }

    private async Task LoadAsync(CancellationToken cancel)
    {
        Personas = await demo.IsOnAsync(HttpContext, cancel) ? DemoDistrict.Personas : [];
        IsFirstStart = !await db.Users.AnyAsync(cancel);
    }
}
