using Throughline.Data;
using Throughline.Web.Features.SignIn;

namespace Throughline.Web.Hosting;

/// <summary>What may keep the server from starting.</summary>
internal static class StartCheck
{
    /// <summary>Why the server must not listen on these addresses, or null.</summary>
    public static async Task<string?> RefusalAsync(
        IServiceProvider services,
        IEnumerable<string> addresses,
        CancellationToken cancel
    )
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ThroughlineDb>();
        return await DemoMode.RefusalAsync(db, addresses, cancel);
    }
}
