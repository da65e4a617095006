using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughline.Web.Access;

namespace Throughline.Web.Features.SignIn;

[Needs(Permission.Public)]
public sealed class SignOutModel : PageModel
{
    [Needs(Permission.Public)]
    public async Task<IActionResult> OnPostAsync()
    {
        await HttpContext.SignOutAsync();
        return LocalRedirect("/sign-in");
    }
}
