using System.Reflection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Infrastructure;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.Extensions.DependencyInjection;
using Throughline.Web.Access;

namespace Throughline.Web.Tests.Access;

/// <summary>A page or a way of writing that names no permission stops the start.</summary>
public sealed class StartCheckTests
{
    [Fact]
    public async Task A_page_without_a_permission_stops_the_start() =>
        (
            await Should.ThrowAsync<InvalidOperationException>(() => StartWith<Nameless>())
        ).Message.ShouldContain("/Nameless");

    [Fact]
    public async Task A_handler_that_writes_without_a_permission_stops_the_start() =>
        (
            await Should.ThrowAsync<InvalidOperationException>(() =>
                StartWith<HalfNamed>(nameof(HalfNamed.OnPostRemove))
            )
        ).Message.ShouldContain("/HalfNamed OnPostRemove");

    [Fact]
    public async Task With_every_permission_named_it_starts() =>
        await Should.NotThrowAsync(() => StartWith<Named>(nameof(Named.OnPost)));

    private static Task StartWith<T>(string? handler = null)
    {
        var page = new CompiledPageActionDescriptor
        {
            ViewEnginePath = "/" + typeof(T).Name,
            HandlerTypeInfo = typeof(T).GetTypeInfo(),
            HandlerMethods = handler is null
                ? []
                :
                [
                    new HandlerMethodDescriptor
                    {
                        HttpMethod = "Post",
                        MethodInfo = typeof(T).GetMethod(handler)!,
                    },
                ],
        };
        return AccessStartCheck.RunAsync(
            new ServiceCollection()
                .AddSingleton<IActionDescriptorCollectionProvider>(new OnePage(page))
                .AddSingleton<PageLoader>(new Loaded(page))
                .BuildServiceProvider()
        );
    }

    private sealed class Nameless;

    [Needs(Permission.SeeUnit)]
    private sealed class HalfNamed
    {
        public void OnPostRemove() { }
    }

    [Needs(Permission.SeeUnit)]
    private sealed class Named
    {
        [Needs(Permission.ManageUnit)]
        public void OnPost() { }
    }

    private sealed class OnePage(PageActionDescriptor page) : IActionDescriptorCollectionProvider
    {
        public ActionDescriptorCollection ActionDescriptors => new([page], 1);
    }

    private sealed class Loaded(CompiledPageActionDescriptor page) : PageLoader
    {
        [Obsolete("The base class still asks for it.")]
        public override Task<CompiledPageActionDescriptor> LoadAsync(
            PageActionDescriptor actionDescriptor
        ) => Task.FromResult(page);

        public override Task<CompiledPageActionDescriptor> LoadAsync(
            PageActionDescriptor actionDescriptor,
            EndpointMetadataCollection endpointMetadata
        ) => Task.FromResult(page);
    }
}
