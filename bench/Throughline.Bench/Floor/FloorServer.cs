using System.Data.Common;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Throughline.Data.Assessments;
using Throughline.Web.Access;
using Throughline.Web.Hosting;

namespace Throughline.Bench.Floor;

/// <summary>
/// The least a page can cost: bare Kestrel, the cookie decrypted, access asked for by hand-written SQL, the page put
/// together from strings. It caches what the product does, instruments by id, and nothing else.
/// </summary>
internal static class FloorServer
{
    public static WebApplication Build(string url, string connectionString)
    {
        var program = WebServer
            .CreateBuilder([$"--ConnectionStrings:Throughline={connectionString}"])
            .Build();
        var read = new Cookies(program).Reader();
        var store = new Store(connectionString);
        var catalog = program.Services.GetRequiredService<InstrumentCatalog>();

        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(url);
        var app = builder.Build();
        app.Run(http => AnswerAsync(http, read, store, catalog));
        return app;
    }

    private static async Task AnswerAsync(
        HttpContext http,
        Func<HttpContext, SignInCookie?> read,
        Store store,
        InstrumentCatalog catalog
    )
    {
        var path = http.Request.Path.Value!;
        if (path == "/healthz")
        {
            await http.Response.WriteAsync("alive");
            return;
        }

        if (read(http) is not { } cookie)
        {
            http.Response.Redirect("/sign-in");
            return;
        }

        await using var connection = await store.OpenAsync();
        if (await FloorPerson.FindAsync(store, connection, cookie) is not { } person)
        {
            http.Response.Redirect("/sign-in");
            return;
        }

        var parts = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        if (HttpMethods.IsPost(http.Request.Method))
        {
            await (
                parts switch
                {
                    [var slug, "work", "actions", "new"] => FloorCarried.Action.SaveAsync(
                        http,
                        store,
                        connection,
                        person,
                        slug
                    ),
                    [var slug, "work", "todos", "new"] => FloorCarried.ToDo.SaveAsync(
                        http,
                        store,
                        connection,
                        person,
                        slug
                    ),
                    [var slug, "meetings", var number, "notes", var part] => FloorNote.SaveAsync(
                        http,
                        store,
                        connection,
                        person,
                        (slug, number, part)
                    ),
                    _ => FloorRating.SaveAsync(http, store, connection, person, parts, catalog),
                }
            );
            return;
        }

        var page = await PageAsync(http, store, connection, person, parts, catalog);
        if (page is null)
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        var bytes = Encoding.UTF8.GetBytes(page);
        http.Response.ContentType = "text/html; charset=utf-8";
        http.Response.ContentLength = bytes.Length;
        await http.Response.Body.WriteAsync(bytes);
    }

    private static async Task<string?> PageAsync(
        HttpContext http,
        Store store,
        DbConnection connection,
        FloorPerson person,
        string[] parts,
        InstrumentCatalog catalog
    )
    {
        if (parts is ["home"])
        {
            return await FloorMyDay.RenderAsync(store, connection, person);
        }

        if (
            parts is not [var slug, ..]
            || await FloorUnit.FindAsync(store, connection, slug) is not { } unit
        )
        {
            return null;
        }

        return parts switch
        {
            [_] => await FloorHome.RenderAsync(store, connection, person, unit),
            [_, "team"] => await FloorTeam.RenderAsync(store, connection, person, unit),
            [_, "meetings", var number] => await FloorRoom.RenderAsync(
                store,
                connection,
                person,
                unit,
                number
            ),
            [_, "meetings", var number, "minutes"] => await FloorMinutes.RenderAsync(
                store,
                connection,
                person,
                unit,
                number
            ),
            [_, "schools"] => await FloorSchools.RenderAsync(
                store,
                connection,
                person,
                unit,
                http.Request.Query["after"].ToString()
            ),
            [_, "assessments", var round, "rate"] => await FloorRate.RenderAsync(
                store,
                connection,
                person,
                unit,
                round,
                catalog
            ),
            [_, "assessments", var round, "results"] => await FloorResults.RenderAsync(
                store,
                connection,
                person,
                unit,
                round,
                catalog
            ),
            [_, "work", var list] => await FloorWork.RenderAsync(
                store,
                connection,
                person,
                unit,
                list
            ),
            _ => null,
        };
    }
}
