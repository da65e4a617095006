using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;
using Throughline.Data.Tests.Engines;
using Throughline.Domain.Units;

namespace Throughline.Web.Tests;

public sealed class AddressTests(SharedApps apps) : IClassFixture<SharedApps>
{
    [Fact]
    public async Task No_unit_can_take_the_address_of_a_page()
    {
        var app = await apps.On(Engine.Sqlite);
        var words = app
            .Services.GetServices<EndpointDataSource>()
            .SelectMany(s => s.Endpoints)
            .OfType<RouteEndpoint>()
            .Select(e => e.RoutePattern.PathSegments.FirstOrDefault()?.Parts[0])
            .OfType<RoutePatternLiteralPart>()
            .Select(p => p.Content)
            .Distinct(StringComparer.Ordinal)
            .ToList();

        words.ShouldContain("set-password");
        words.Where(Slug.IsValid).ShouldBeEmpty();
    }
}
