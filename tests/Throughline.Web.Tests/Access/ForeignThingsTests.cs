using System.Net;
using Throughline.Data.Demo;
using Throughline.Data.Tests.Engines;
using Throughline.Web.Tests.Support;

namespace Throughline.Web.Tests.Access;

/// <summary>An address may name a thing by its id. Under one's own school's address, another district's thing does not exist.</summary>
public sealed class ForeignThingsTests(SharedApps apps) : IClassFixture<SharedApps>
{
    [EngineTheory]
    public async Task Another_districts_thing_is_nowhere_to_be_found(Engine engine)
    {
        var app = await apps.On(engine);
        var tried = 0;
        var found = new List<string>();
        foreach (var endpoint in await PageEndpoints.OfAsync(app.Services))
        {
            foreach (var unit in new[] { DemoDistrict.District, DemoDistrict.Lincoln })
            {
                if (await ExampleAddresses.ForeignAsync(app, endpoint, unit) is not { } path)
                {
                    continue;
                }

                foreach (var person in new[] { "principal", "admin", "district-leader", "member" })
                {
                    var browser = app.As(person);
                    browser.FollowRedirects = false;
                    var page = await browser.SendAsync(
                        new HttpMethod(endpoint.Method),
                        path,
                        endpoint.Method == "GET"
                            ? null
                            : new FormUrlEncodedContent([new("nothing", "")])
                    );
                    tried++;
                    if (page.Status != HttpStatusCode.NotFound)
                    {
                        found.Add($"{endpoint.Method} {path} as {person}: {(int)page.Status}");
                    }
                }
            }
        }

        found.ShouldBeEmpty();
        tried.ShouldBeGreaterThan(50);
    }
}
