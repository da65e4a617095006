using Microsoft.AspNetCore.Routing.Matching;
using Throughline.Domain.Units;

namespace Throughline.Web.Hosting;

/// <summary>Lets only what can be a unit's address match <c>{unit:slug}</c>, so that <c>/favicon.ico</c> is no unit.</summary>
public sealed class SlugConstraint : IRouteConstraint, IParameterLiteralNodeMatchingPolicy
{
    /// <summary>
    /// The table of addresses is made without a copy of all pages of a unit below each other first part (<c>/css</c>,
    /// <c>/home</c>), which cannot be a unit's: it is smaller, and ready sooner.
    /// </summary>
    public bool MatchesLiteral(string parameterName, string literal) => Slug.IsValid(literal);

    public bool Match(
        HttpContext? httpContext,
        IRouter? route,
        string routeKey,
        RouteValueDictionary values,
        RouteDirection routeDirection
    ) => values.TryGetValue(routeKey, out var value) && value is string slug && Slug.IsValid(slug);
}
