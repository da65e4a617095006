using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Data.Demo;
using Throughline.Data.Mail;
using Throughline.Data.Platform;

namespace Throughline.Web.Hosting;

/// <summary>What a person reads in the console once the program answers: where to go, and how to sign in.</summary>
internal static class Greeting
{
    public static async Task SayAsync(WebApplication app, CancellationToken cancel)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ThroughlineDb>();
        var addresses = app
            .Services.GetRequiredService<IServer>()
            .Features.Get<IServerAddressesFeature>()!
            .Addresses;
        Console.WriteLine();
        Console.WriteLine($"Throughline is ready: {string.Join(" and ", addresses)}");
        Console.WriteLine();
        if (await Installation.IsDemoAsync(db, cancel))
        {
            Console.WriteLine(
                $"Sign in as one of the demo people; the password of each is {DemoDistrict.Password}:"
            );
            foreach (var persona in DemoDistrict.Personas)
            {
                Console.WriteLine($"  {persona.Email, -34} {persona.Name}: {persona.Part}");
            }
        }
        else if (!await db.Users.AnyAsync(cancel))
        {
            Console.WriteLine("Nobody can sign in yet. Make the administrator in another window:");
            Console.WriteLine("  ./run create-admin");
        }

        if (
            app.Services.GetRequiredService<MailSettings>().Route == MailRoute.Smtp
            && app.Configuration[PublicAddress.Setting] is not { Length: > 0 }
        )
        {
            // A request can name any host: a link to a new password would lead there.
            Console.WriteLine();
            Console.WriteLine(
                $"Mail is sent, but {PublicAddress.Setting} is not set. Set it to the address people open, such as https://throughline.school.org: links in mails begin with it."
            );
        }

        Console.WriteLine();
        Console.WriteLine("Stop it with Ctrl+C.");
    }
}
