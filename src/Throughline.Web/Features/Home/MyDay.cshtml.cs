using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughline.Web.Access;

namespace Throughline.Web.Features.Home;

[Needs(Permission.BeSignedIn)]
public sealed class MyDayModel : PageModel;
