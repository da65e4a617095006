using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Throughline.Data.Demo;
using Throughline.Data.Tests.Engines;
using Throughline.Web.Features.SignIn;
using Throughline.Web.Hosting;
using Throughline.Web.Tests.Support;

namespace Throughline.Web.Tests.SignIn;

public sealed class DemoModeTests
{
    private static readonly TestAppSetup Demo = new()
    {
        Settings = new Dictionary<string, string> { ["Demo"] = "true" },
    };

    [EngineTheory]
    public async Task Each_demo_person_has_a_button_that_signs_in(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine, Demo);
        var page = await app.Anonymous().GetAsync("/sign-in?returnUrl=%2Faccount");
        var buttons = page.Document.QuerySelectorAll("button[name=persona]");
        buttons.Length.ShouldBe(DemoDistrict.Personas.Count);

        foreach (var persona in DemoDistrict.Personas)
        {
            var browser = app.Anonymous();
            var there = await browser.PostFormAsync(
                "/sign-in?handler=Demo&returnUrl=%2Faccount",
                ("persona", persona.Key)
            );
            there.Path.ShouldBe("/account");
            there.Text.ShouldContain(persona.Email);
        }

        (
            await app.Anonymous().PostFormAsync("/sign-in?handler=Demo", ("persona", "nobody"))
        ).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [EngineTheory]
    public async Task Without_the_demo_asked_for_there_is_no_such_button_and_no_such_handler(
        Engine engine
    )
    {
        await using var app = await TestApp.StartAsync(engine);
        await NobodyGetsInAsync(app.Anonymous());
    }

    [EngineTheory]
    public async Task Real_data_has_no_demo_people(Engine engine)
    {
        await using var app = await TestApp.StartEmptyAsync(engine, Demo);
        await NobodyGetsInAsync(app.Anonymous());
    }

    [EngineTheory]
    public async Task Behind_a_proxy_the_demo_is_closed(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine, Demo);
        foreach (var header in new[] { "X-Forwarded-For", "Forwarded" })
        {
            var page = await app.Anonymous()
                .SendAsync(HttpMethod.Get, "/sign-in", null, (header, "203.0.113.7"));
            page.Document.QuerySelectorAll("button[name=persona]").ShouldBeEmpty(header);
            var posted = await app.Anonymous()
                .SendAsync(
                    HttpMethod.Post,
                    "/sign-in?handler=Demo",
                    new FormUrlEncodedContent([KeyValuePair.Create("persona", "principal")]),
                    (header, "203.0.113.7")
                );
            posted.Status.ShouldBe(HttpStatusCode.NotFound, header);
        }
    }

    [EngineTheory]
    public async Task Demo_data_is_refused_on_an_address_that_others_can_reach(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        (await RefusalAsync(app, "http://127.0.0.1:5080", "http://localhost:5081")).ShouldBeNull();
        (await RefusalAsync(app, "http://127.0.0.1:5080", "http://0.0.0.0:5081"))
            .ShouldNotBeNull()
            .ShouldContain("http://127.0.0.1:5080");

        await using var empty = await TestApp.StartEmptyAsync(engine);
        (await RefusalAsync(empty, "http://0.0.0.0:5081")).ShouldBeNull("real data is for others");

        static Task<string?> RefusalAsync(TestApp app, params string[] addresses) =>
            app.Db(db => DemoMode.RefusalAsync(db, addresses, CancellationToken.None));
    }

    [Theory]
    [InlineData("http://127.0.0.1:5080", true)]
    [InlineData("http://127.8.9.1:5080", true)]
    [InlineData("https://localhost", true)]
    [InlineData("http://[::1]:5080", true)]
    [InlineData("http://0.0.0.0:5080", false)]
    [InlineData("http://[::]:5080", false)]
    [InlineData("http://*:5080", false)]
    [InlineData("http://+:80", false)]
    [InlineData("http://192.168.1.4:5080", false)]
    [InlineData("http://localhost.evil.example:5080", false)]
    [InlineData("http://unix:/run/throughline.sock", false)]
    public void What_this_machine_alone_can_reach(string address, bool loopback) =>
        BoundAddresses.AreLoopback([address]).ShouldBe(loopback);

    [Theory]
    [InlineData("urls", "http://127.0.0.1:1;http://*:2", "http://127.0.0.1:1,http://*:2")]
    [InlineData("http_ports", "8080;8081", "http://*:8080,http://*:8081")]
    [InlineData("https_ports", "8443", "https://*:8443")]
    [InlineData("Kestrel:Endpoints:Web:Url", "http://10.0.0.1:80", "http://10.0.0.1:80")]
    [InlineData("nothing", "x", "")]
    public void Where_the_settings_say_to_listen(string key, string value, string addresses) =>
        string.Join(
                ',',
                BoundAddresses.Configured(
                    new ConfigurationBuilder()
                        .AddInMemoryCollection([KeyValuePair.Create(key, (string?)value)])
                        .Build()
                )
            )
            .ShouldBe(addresses);

    private static async Task NobodyGetsInAsync(TestBrowser browser)
    {
        var page = await browser.GetAsync("/sign-in");
        page.Document.QuerySelectorAll("button[name=persona]").ShouldBeEmpty();
        page.Text.ShouldNotContain(DemoDistrict.Password);
        var posted = await browser.PostFormAsync("/sign-in?handler=Demo", ("persona", "principal"));
        posted.Status.ShouldBe(HttpStatusCode.NotFound);
        (await browser.GetAsync("/home")).Path.ShouldStartWith("/sign-in");
    }
}
