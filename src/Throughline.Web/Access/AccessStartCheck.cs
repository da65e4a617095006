using Microsoft.AspNetCore.Mvc.Infrastructure;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;

namespace Throughline.Web.Access;

/// <summary>Stops the start when a page, or a handler that changes something, names no permission: a forgotten attribute must never be an open door.</summary>
public static class AccessStartCheck
{
    public static async Task RunAsync(IServiceProvider services)
    {
        var pages = services
            .GetRequiredService<IActionDescriptorCollectionProvider>()
            .ActionDescriptors.Items.OfType<PageActionDescriptor>();
        var loader = services.GetRequiredService<PageLoader>();
        var nameless = new List<string>();
        foreach (var page in pages)
        {
            var compiled = await loader.LoadAsync(
                page,
                Microsoft.AspNetCore.Http.EndpointMetadataCollection.Empty
            );
            nameless.AddRange(Nameless(compiled));
        }

        if (nameless.Count > 0)
        {
            throw new InvalidOperationException(
                "These pages or handlers name no permission. Add [Needs(Permission.…)]: "
                    + string.Join(", ", nameless)
            );
        }
    }

    internal static IEnumerable<string> Nameless(CompiledPageActionDescriptor page)
    {
        if (AccessFilter.Attribute(page.HandlerTypeInfo) is null)
        {
            yield return page.ViewEnginePath;
        }

        foreach (var handler in page.HandlerMethods)
        {
            // Reading asks for what the page asks for; each way of writing says so itself.
            if (handler.HttpMethod != "Get" && AccessFilter.Attribute(handler.MethodInfo) is null)
            {
                yield return $"{page.ViewEnginePath} {handler.MethodInfo.Name}";
            }
        }
    }
}
