using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughline.Web.Access;

namespace Throughline.Web.Features.Units;

[Needs(Permission.SeeUnit)]
public sealed class UnitHomeModel : PageModel;
