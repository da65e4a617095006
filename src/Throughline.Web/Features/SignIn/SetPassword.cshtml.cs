using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Data.Platform;
using Throughline.Domain.Units;
using Throughline.Web.Access;
using Throughline.Web.Ui;

namespace Throughline.Web.Features.SignIn;

/// <summary>Where the link of an invitation and that of a forgotten password lead.</summary>
[Needs(Permission.Public)]
public sealed class SetPasswordModel(
    ThroughlineDb db,
    SetPasswordLinks links,
    IPasswordHasher<Account> hasher,
    PasswordCheck check
) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "account")]
    public Guid AccountId { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Token { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    [BindProperty]
    public string? Again { get; set; }

    /// <summary>The address to sign in with; null when the link opens nothing.</summary>
    public string? Email { get; private set; }

    /// <summary>True for the first password of someone invited.</summary>
    public bool IsFirst { get; private set; }

    public Task OnGetAsync(CancellationToken cancel) => OpenAsync(cancel);

    [Needs(Permission.Public)]
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (await OpenAsync(cancel) is not { } account)
        {
            return Spent();
        }

        var person = await db.Set<Person>()
            .IgnoreQueryFilters()
            .AsNoTracking()
            .SingleAsync(p => p.Id == account.Id, cancel);
        var rules = PasswordRules.Check(
            Password,
            Again,
            account.Email!,
            person.GivenName,
            person.FamilyName
        );
        if (!rules.IsOk)
        {
            return this.Refuse(rules.Refusal!, "");
        }

        account.SetPassword(hasher.HashPassword(account, Password!));
        // Whoever was signed in on this device is not who opened the link.
        db.ChangeTracker.Entries<Submission>()
            .ToList()
            .ForEach(s => s.State = EntityState.Detached);
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            // The link was used a moment ago, in another window.
            return Spent();
        }

        await check.SucceededAsync(account, cancel);
        await SignInCookie.WriteAsync(HttpContext, account);
        this.Say(
            IsFirst
                ? $"Welcome, {person.GivenName}. Your password is set."
                : "Your new password is set. Other devices are signed out."
        );
        return LocalRedirect("/home");
    }

    private async Task<Account?> OpenAsync(CancellationToken cancel)
    {
        // The address holds a key: it must not stay in caches, nor go along to where a link leads.
        Response.Headers.CacheControl = "no-store";
        Response.Headers["Referrer-Policy"] = "no-referrer";
        var account = await links.ReadAsync(AccountId, Token, cancel);
        Email = account?.Email;
        IsFirst = account?.PasswordHash is null;
        return account;
    }

    private PageResult Spent()
    {
        Email = null;
        Response.StatusCode = StatusCodes.Status410Gone;
        return Page();
    }
}
