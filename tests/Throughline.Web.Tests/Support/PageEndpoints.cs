using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Infrastructure;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.DependencyInjection;

namespace Throughline.Web.Tests.Support;

/// <summary>One way to ask something of a page.</summary>
/// <param name="Template">The page's address: <c>/{unit}/settings</c>.</param>
/// <param name="Method">GET or POST.</param>
/// <param name="Handler">The handler's name, or null for the page's main one.</param>
/// <param name="Shows">True when the page has a view of its own.</param>
public sealed record PageEndpoint(string Template, string Method, string? Handler, bool Shows)
{
    /// <summary>The address parameters, without the unit.</summary>
    public IReadOnlyList<string> Parameters =>
        [.. Template.Split('/').Where(IsParameter).Where(p => p != "{unit}")];

    public bool HasUnit => Template.StartsWith("/{unit}", StringComparison.Ordinal);

    public override string ToString() =>
        $"{Template} {Method}{(Handler is null ? "" : " " + Handler)}";

    internal static bool IsParameter(string segment) => segment.StartsWith('{');
}

/// <summary>Every address the program answers, asked of the program itself: a new page is covered by being there.</summary>
public static class PageEndpoints
{
    public static async Task<IReadOnlyList<PageEndpoint>> OfAsync(IServiceProvider services)
    {
        var loader = services.GetRequiredService<PageLoader>();
        var endpoints = new List<PageEndpoint>();
        foreach (
            var page in services
                .GetRequiredService<IActionDescriptorCollectionProvider>()
                .ActionDescriptors.Items.OfType<PageActionDescriptor>()
        )
        {
            var compiled = await loader.LoadAsync(page, EndpointMetadataCollection.Empty);
            var template = Plain(page.AttributeRouteInfo!.Template!);
            var handlers = compiled.HandlerMethods.Select(h => new PageEndpoint(
                template,
                h.HttpMethod.ToUpperInvariant(),
                h.Name,
                h.HttpMethod == "Get"
            ));
            // A page without a handler for reading is shown all the same.
            endpoints.AddRange(
                handlers.Append(new PageEndpoint(template, "GET", null, true)).Distinct()
            );
        }

        return
        [
            .. endpoints
                .OrderBy(e => e.Template, StringComparer.Ordinal)
                .ThenBy(e => e.Method, StringComparer.Ordinal)
                .ThenBy(e => e.Handler, StringComparer.Ordinal),
        ];
    }

    /// <summary>What is answered by no page and is no static file: health, event streams, an API.</summary>
    public static IReadOnlyList<string> Others(IServiceProvider services) =>
        [
            .. services
                .GetRequiredService<EndpointDataSource>()
                .Endpoints.OfType<RouteEndpoint>()
                .Where(e => e.Metadata.GetMetadata<PageActionDescriptor>() is null)
                .Where(e => e.Metadata.GetMetadata<StaticAssetDescriptor>() is null)
                // The answer for a static file that is not there.
                .Where(e => !e.RoutePattern.RawText!.StartsWith("{**", StringComparison.Ordinal))
                .Select(e => "/" + e.RoutePattern.RawText!.TrimStart('/'))
                .Order(StringComparer.Ordinal),
        ];

    /// <summary>{round:int} and {id:guid?} are {round} and {id}.</summary>
    public static string Plain(string template) =>
        "/"
        + string.Join(
            '/',
            template
                .Split('/')
                .Select(s =>
                    PageEndpoint.IsParameter(s) ? $"{{{s.Trim('{', '}').Split(':', '?')[0]}}}" : s
                )
        );
}
