using Throughline.Domain.Units;

namespace Throughline.Web.Hosting;

/// <summary>Lets only what can be a unit's address match <c>{unit:slug}</c>, so that <c>/favicon.ico</c> is no unit.</summary>
public sealed class SlugConstraint : IRouteConstraint
{
    public bool Match(
        HttpContext? httpContext,
        IRouter? route,
        string routeKey,
        RouteValueDictionary values,
        RouteDirection routeDirection
    ) => values.TryGetValue(routeKey, out var value) && value is string slug && Slug.IsValid(slug);
}
