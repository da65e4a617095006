using Microsoft.AspNetCore.Authentication;
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

/// <summary>One's own name, address, password and sessions.</summary>
[Needs(Permission.BeSignedIn)]
public sealed class AccountModel(
    ThroughlineDb db,
    Here here,
    IPasswordHasher<Account> hasher,
    PasswordCheck check,
    TryLimits limits
) : PageModel
{
    [BindProperty]
    public NameInput Input { get; set; } = new();

    [BindProperty]
    public PasswordInput Change { get; set; } = new();

    public string Email { get; private set; } = "";

    public Task OnGetAsync(CancellationToken cancel) => LoadAsync(fillName: true, cancel);

    [Needs(Permission.BeSignedIn)]
    public async Task<IActionResult> OnPostNameAsync(CancellationToken cancel)
    {
        var person = await LoadAsync(fillName: false, cancel);
        if (Input.Version != person.Version)
        {
            Input.Version = person.Version;
            return this.Conflict(
                ("Given name", person.GivenName, Input.GivenName),
                ("Family name", person.FamilyName, Input.FamilyName)
            );
        }

        var corrected = person.Correct(Input.GivenName, Input.FamilyName, person.Email);
        if (!corrected.IsOk)
        {
            return this.Refuse(corrected.Refusal!);
        }

        await db.SaveChangesAsync(cancel);
        this.Say("Your name is saved.");
        return RedirectToPage();
    }

    [Needs(Permission.BeSignedIn)]
    public async Task<IActionResult> OnPostPasswordAsync(CancellationToken cancel)
    {
        var person = await LoadAsync(fillName: true, cancel);
        if (!limits.MaySignIn(HttpContext, Email))
        {
            return StatusCode(StatusCodes.Status429TooManyRequests);
        }

        var account = await db.Users.SingleAsync(a => a.Id == person.Id, cancel);
        if (!await check.IsRightAsync(account, Change.Current, cancel))
        {
            limits.SignInFailed(HttpContext, Email);
            return this.Refuse(new("This is not your present password.", "Current"), "Change");
        }

        var rules = PasswordRules.Check(
            Change.Password,
            Change.Again,
            Email,
            person.GivenName,
            person.FamilyName
        );
        if (!rules.IsOk)
        {
            return this.Refuse(rules.Refusal!, "Change");
        }

        account.SetPassword(hasher.HashPassword(account, Change.Password!));
        await db.SaveChangesAsync(cancel);
        await SignInCookie.WriteAsync(HttpContext, account);
        this.Say("Your new password is set. Other devices are signed out.");
        return RedirectToPage();
    }

    [Needs(Permission.BeSignedIn)]
    public async Task<IActionResult> OnPostEverywhereAsync(CancellationToken cancel)
    {
        var account = await db.Users.SingleAsync(a => a.Id == here.Viewer.PersonId, cancel);
        account.EndSessions();
        await db.SaveChangesAsync(cancel);
        await HttpContext.SignOutAsync();
        this.Say("You are signed out on every device.");
        return LocalRedirect("/sign-in");
    }

    private async Task<Person> LoadAsync(bool fillName, CancellationToken cancel)
    {
        var person = await db.Set<Person>().SingleAsync(p => p.Id == here.Viewer.PersonId, cancel);
        Email =
            await db.Users.Where(a => a.Id == person.Id).Select(a => a.Email).SingleAsync(cancel)
            ?? "";
        if (fillName)
        {
            Input = new()
            {
                GivenName = person.GivenName,
                FamilyName = person.FamilyName,
                Version = person.Version,
            };
        }

        return person;
    }

    public sealed class NameInput
    {
        public string? GivenName { get; set; }
        public string? FamilyName { get; set; }
        public int Version { get; set; }
    }

    public sealed class PasswordInput
    {
        public string? Current { get; set; }
        public string? Password { get; set; }
        public string? Again { get; set; }
    }
}
