using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughline.Data.Platform;
using Throughline.Web.Access;
using Throughline.Web.Ui;

namespace Throughline.Web.Features.SignIn;

[Needs(Permission.Public)]
public sealed class SignInModel(UserManager<Account> accounts, Here here) : PageModel
{
    [BindProperty]
    public string? Email { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    public IActionResult OnGet() => here.IsSignedIn ? LocalRedirect("/home") : Page();

    [Needs(Permission.Public)]
    public async Task<IActionResult> OnPostAsync()
    {
        var account = string.IsNullOrWhiteSpace(Email)
            ? null
            : await accounts.FindByEmailAsync(Email.Trim());
        if (account is null || !await accounts.CheckPasswordAsync(account, Password ?? ""))
        {
            return this.Refuse(new("E-mail and password do not match an account.", "Email"), "");
        }

        var identity = new ClaimsIdentity(
            [
                new Claim(ClaimTypes.NameIdentifier, account.Id.ToString()),
                new Claim(AccessFilter.DistrictClaim, account.DistrictId.ToString()),
            ],
            CookieAuthenticationDefaults.AuthenticationScheme
        );
        await HttpContext.SignInAsync(
            new ClaimsPrincipal(identity),
            new AuthenticationProperties { IsPersistent = true }
        );
        return LocalRedirect(Url.IsLocalUrl(ReturnUrl) ? ReturnUrl : "/home");
    }
}
