using System.CommandLine;
using Throughline.Data.Platform;
using Throughline.Domain.Shared;
using Throughline.Web.Features.SignIn;

namespace Throughline.Web.Hosting;

/// <summary>
/// <c>throughline create-admin</c>: the first person who can sign in. Asks on a terminal for what is missing; without one
/// it says what is.
/// </summary>
internal static class CreateAdminCommand
{
    public static Command Create()
    {
        var email = Text("--email", "The address the administrator signs in with.");
        var name = Text("--name", "Given and family name, such as \"Ana Ruiz\".");
        var district = Text(
            "--district",
            "Name or address of the district; made when there is none."
        );
        var password = Text(
            "--password",
            "The password. Without it a link to choose one is printed."
        );
        var command = new Command("create-admin", "Makes an administrator of a district.")
        {
            email,
            name,
            district,
            password,
        };
        command.SetAction(
            (parsed, cancel) =>
                Commands.InServicesAsync(services =>
                    RunAsync(
                        services,
                        new(
                            parsed.GetValue(email),
                            parsed.GetValue(name),
                            parsed.GetValue(district),
                            parsed.GetValue(password)
                        ),
                        cancel
                    )
                )
        );
        return command;
    }

    private static async Task<int> RunAsync(
        IServiceProvider services,
        WantedAdministrator wanted,
        CancellationToken cancel
    )
    {
        await services.GetRequiredService<DatabaseUpgrade>().RunAsync(cancel);
        var made = await ActivatorUtilities
            .CreateInstance<FirstAdministrator>(services)
            .MakeAsync(wanted, Console.IsInputRedirected ? null : Ask, cancel);
        if (!made.IsOk)
        {
            await Console.Error.WriteLineAsync(made.Refusal!.Message);
            return 1;
        }

        var admin = made.Value;
        Console.WriteLine($"{admin.Name} is an administrator of {admin.District}.");
        Console.WriteLine(
            admin.Link is null
                ? $"They sign in with {admin.Email}."
                : $"They sign in with {admin.Email}, after choosing a password here (once, within seven days):\n{admin.Link}"
        );
        return 0;
    }

    private static string? Ask(string what)
    {
        Console.Write($"{what}: ");
        return Console.ReadLine();
    }

    private static Option<string?> Text(string name, string description) =>
        new(name) { Description = description };
}
