using System.Net.Mail;
using Microsoft.Extensions.Configuration;
using Throughline.Data.Mail;
using Throughline.Data.Platform;
using Throughline.Data.Tests.Engines;

namespace Throughline.Data.Tests.Mail;

public sealed class MailDeliveryTests
{
    private static readonly OutboxMail Mail = OutboxMail.Write(
        Guid.Empty,
        "ana@school.example",
        "Hello",
        "Für Ana.",
        TestClock.Start
    );

    [Fact]
    public async Task A_mail_server_that_asks_for_a_user_gets_one()
    {
        await using var server = await MailServer.StartAsync(
            "--user",
            "me",
            "--password",
            "secret"
        );

        await Should.ThrowAsync<SmtpException>(() => SendAsync(server.Settings));
        server.Received.ShouldBeEmpty();

        await SendAsync(server.Settings with { User = "me", Password = "secret" });
        (await server.WaitForAsync(1)).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_mail_never_goes_to_a_server_whose_certificate_nobody_vouches_for()
    {
        await using var server = await MailServer.StartAsync();

        await Should.ThrowAsync<Exception>(() =>
            SendAsync(server.Settings with { StartTls = true })
        );

        server.Received.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_line_break_in_a_subject_adds_no_header()
    {
        await using var server = await MailServer.StartAsync();
        var mail = OutboxMail.Write(
            Guid.Empty,
            "ana@school.example",
            "Hello\r\nBcc: everyone@school.example",
            "Text",
            TestClock.Start
        );

        await new SmtpDelivery(server.Settings).DeliverAsync(mail, CancellationToken.None);

        var received = (await server.WaitForAsync(1)).ShouldHaveSingleItem();
        received.To.ShouldBe("ana@school.example");
        received.Header("Bcc").ShouldBe("");
    }

    [Fact]
    public async Task In_a_folder_each_mail_is_one_file_even_when_it_is_repeated()
    {
        var folder = Directory.CreateTempSubdirectory("throughline-mail-");
        try
        {
            var settings = new MailSettings { Folder = Path.Combine(folder.FullName, "mail") };
            await new FolderDelivery(settings).DeliverAsync(Mail, CancellationToken.None);
            await new FolderDelivery(settings).DeliverAsync(Mail, CancellationToken.None);

            var file = Directory.GetFiles(settings.Folder).ShouldHaveSingleItem();
            var text = await File.ReadAllTextAsync(file);
            text.ShouldContain($"Message-ID: {Mail.MessageId}\r\n");
            text.ShouldContain("To: ana@school.example\r\n");
            text.ShouldContain("Date: Wed, 20 Jan 2027 16:00:00 +0000\r\n");
            text.ShouldEndWith("\r\n\r\nFür Ana.\r\n");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void A_mail_server_without_an_address_to_send_from_stops_the_start() =>
        Should
            .Throw<InvalidOperationException>(() => Read(("Mail:Host", "mail.example")))
            .Message.ShouldContain("Mail:From");

    [Fact]
    public void What_is_no_address_to_send_from_stops_the_start() =>
        Should
            .Throw<InvalidOperationException>(() =>
                Read(("Mail:Host", "mail.example"), ("Mail:From", "us"))
            )
            .Message.ShouldContain("Mail:From");

    [Fact]
    public void A_mail_server_wins_over_a_folder_and_empty_settings_are_none()
    {
        Read().Route.ShouldBe(MailRoute.None);
        Read(("Mail:Host", ""), ("Mail:Folder", "")).Route.ShouldBe(MailRoute.None);
        Read(("Mail:Folder", "mail")).Route.ShouldBe(MailRoute.Folder);
        var both = Read(
            ("Mail:Folder", "mail"),
            ("Mail:Host", "mail.example"),
            ("Mail:Port", "587"),
            ("Mail:StartTls", "true"),
            ("Mail:From", "Throughline <us@school.example>")
        );
        both.Route.ShouldBe(MailRoute.Smtp);
        both.Port.ShouldBe(587);
        both.StartTls.ShouldBeTrue();
    }

    private static Task SendAsync(MailSettings settings) =>
        new SmtpDelivery(settings).DeliverAsync(Mail, CancellationToken.None);

    private static MailSettings Read(params (string Key, string Value)[] settings) =>
        MailSettings.Read(
            new ConfigurationBuilder()
                .AddInMemoryCollection(
                    settings.Select(s => KeyValuePair.Create(s.Key, (string?)s.Value))
                )
                .Build()
        );
}
