using Throughline.Data.Demo;
using Throughline.Data.Tests.Engines;
using Throughline.Data.Tests.Mail;
using Throughline.Web.Tests.Support;

namespace Throughline.Web.Tests.SignIn;

public sealed class LogPrivacyTests
{
    [EngineTheory]
    public async Task No_log_line_holds_an_address_a_name_a_password_or_a_link(Engine engine)
    {
        await using var server = await MailServer.StartAsync();
        await using var app = await TestApp.StartAsync(
            engine,
            new()
            {
                Settings = new Dictionary<string, string>
                {
                    // More than the program is set to: an operator who looks for a fault asks for it.
                    ["Logging:LogLevel:Default"] = "Information",
                    ["Logging:LogLevel:Microsoft.AspNetCore"] = "Information",
                    ["Logging:LogLevel:Microsoft.EntityFrameworkCore"] = "Information",
                    ["Mail:Host"] = "127.0.0.1",
                    ["Mail:Port"] = $"{server.Port}",
                    ["Mail:From"] = "ilt@riverbend.example",
                    // The mails of the morning would come between.
                    ["Digest:Hour"] = "14",
                },
            }
        );

        await app.InviteAsync((await app.NewPersonAsync("new@riverbend.example")).Id);
        var invitation = Links.In((await server.WaitForAsync(1))[0].Body);
        await app.Anonymous().SetPasswordAsync(invitation);
        await app.Anonymous().SignInAsync("new@riverbend.example", "not my password");
        await app.Anonymous().SignInAsync("nobody@riverbend.example", Links.Password);
        await app.Anonymous().SignInAsync("new@riverbend.example", Links.Password);
        await app.Anonymous()
            .PostFormAsync("/forgot-password", ("Email", "teacher@riverbend.example"));
        var reset = Links.In((await server.WaitForAsync(2))[1].Body);
        await app.Anonymous().GetAsync(reset);
        await app.InviteAsync((await app.NewPersonAsync("refused@riverbend.example")).Id);
        await app.As("teacher").GetAsync("/account");
        for (var i = 0; i < 200 && !app.Logs.Lines.Any(IsAboutRefusedMail); i++)
        {
            await Task.Delay(50);
        }

        app.Logs.Lines.ShouldNotBeEmpty();
        app.Logs.Lines.ShouldContain(l => IsAboutRefusedMail(l));
        foreach (
            var personal in new[]
            {
                "riverbend.example",
                "Quentin",
                "Abernathy",
                "Amara",
                Links.Password,
                "not my password",
                DemoDistrict.Password,
                invitation.Split("token=")[1],
                reset.Split("token=")[1],
                "token=",
            }
        )
        {
            app.Logs.Lines.Where(l =>
                    $"{l.Message} {l.Failure}".Contains(
                        personal,
                        StringComparison.OrdinalIgnoreCase
                    )
                )
                .ShouldBeEmpty(personal);
        }
    }

    private static bool IsAboutRefusedMail(LogLine line) =>
        line.Message.Contains("was not sent", StringComparison.Ordinal);
}
