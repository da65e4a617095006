using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Infrastructure;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.Extensions.DependencyInjection;
using Throughline.Web.Tests.Support;

namespace Throughline.Web.Tests.Hostile;

/// <summary>A field that a handler takes.</summary>
/// <param name="OfPage">True for one that the page binds for all of its handlers.</param>
public sealed record PostableField(string Name, bool IsFile, bool OfPage);

/// <summary>
/// What a handler takes, as the program itself says it: the bound properties of the page and the handler's parameters,
/// so that a field which only a script sends is tried too.
/// </summary>
public static class PostableForm
{
    public static async Task<IReadOnlyList<PostableField>> FieldsAsync(
        TestApp app,
        PageEndpoint endpoint
    )
    {
        var pages = app
            .Services.GetRequiredService<IActionDescriptorCollectionProvider>()
            .ActionDescriptors.Items.OfType<PageActionDescriptor>();
        var loader = app.Services.GetRequiredService<PageLoader>();
        var metadata = app.Services.GetRequiredService<IModelMetadataProvider>();
        foreach (var page in pages)
        {
            if (PageEndpoints.Plain(page.AttributeRouteInfo!.Template!) != endpoint.Template)
            {
                continue;
            }

            var compiled = await loader.LoadAsync(page, EndpointMetadataCollection.Empty);
            var handler = compiled.HandlerMethods.First(h =>
                h.HttpMethod == "Post"
                && string.Equals(h.Name, endpoint.Handler, StringComparison.OrdinalIgnoreCase)
            );
            return
            [
                .. handler
                    .Parameters.Select(p => (p.Name, p.ParameterType, OfPage: false))
                    .Concat(
                        compiled.BoundProperties.Select(p =>
                            (p.Name, p.ParameterType, OfPage: true)
                        )
                    )
                    .SelectMany(p =>
                        Flat(metadata, p.Name, p.ParameterType, 0)
                            .Select(f => new PostableField(f.Name, f.IsFile, p.OfPage))
                    )
                    .DistinctBy(f => f.Name, StringComparer.OrdinalIgnoreCase),
            ];
        }

        throw new InvalidOperationException($"{endpoint} is no page.");
    }

    private static IEnumerable<(string Name, bool IsFile)> Flat(
        IModelMetadataProvider metadata,
        string name,
        Type type,
        int depth
    )
    {
        if (type == typeof(CancellationToken))
        {
            return [];
        }

        if (typeof(IFormFile).IsAssignableFrom(type))
        {
            return [(name, true)];
        }

        var model = metadata.GetMetadataForType(type);
        return !model.IsComplexType || depth > 3 ? [(name, false)]
            : model.IsCollectionType ? Flat(metadata, $"{name}[0]", model.ElementType!, depth + 1)
            : model
                .Properties.Where(p => !p.IsReadOnly)
                .SelectMany(p =>
                    Flat(metadata, $"{name}.{p.PropertyName}", p.ModelType, depth + 1)
                );
    }
}
