using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Data.Mail;
using Throughline.Web.Features.SignIn;

namespace Throughline.Web.Hosting;

/// <summary>What is looked at when the server starts, and said to the person who started it.</summary>
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

    /// <summary>Says how to make the first administrator, and what would make links in mails wrong.</summary>
    public static async Task SayWhatIsMissingAsync(
        IServiceProvider services,
        CancellationToken cancel
    )
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ThroughlineDb>();
        if (!await db.Users.AnyAsync(cancel))
        {
            Console.WriteLine(
                "Nobody can sign in yet. Make the first administrator with: ./run create-admin"
            );
        }

        var mail = services.GetRequiredService<MailSettings>();
        if (
            mail.Route == MailRoute.Smtp
            && services.GetRequiredService<IConfiguration>()[PublicAddress.Setting]
                is not { Length: > 0 }
        )
        {
            // Without it a request can name any host, and a link to a new password would lead there.
            Console.WriteLine(
                $"Mail is sent, but {PublicAddress.Setting} is not set. Set it to the address people open, such as https://throughline.school.org: links in mails begin with it."
            );
        }
    }
}
