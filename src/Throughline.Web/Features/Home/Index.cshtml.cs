using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughline.Web.Access;

namespace Throughline.Web.Features.Home;

[Needs(Permission.Public)]
public sealed class IndexModel(Here here) : PageModel
{
    public IActionResult OnGet() => LocalRedirect(here.IsSignedIn ? "/home" : "/sign-in");
}
