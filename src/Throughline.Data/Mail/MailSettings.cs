using System.Net.Mail;
using Microsoft.Extensions.Configuration;

namespace Throughline.Data.Mail;

/// <summary>How mails leave.</summary>
public enum MailRoute
{
    /// <summary>Not at all: they wait.</summary>
    None,

    /// <summary>By a mail server.</summary>
    Smtp,

    /// <summary>As files into a folder.</summary>
    Folder,
}

/// <summary>The section <c>Mail</c> of the settings.</summary>
public sealed record MailSettings
{
    private const string Nobody = "throughline@localhost";

    /// <summary>The mail server.</summary>
    public string? Host { get; init; }

    public int Port { get; init; } = 25;

    /// <summary>Whom the mail server knows this program as; without it, it is not asked.</summary>
    public string? User { get; init; }

    public string? Password { get; init; }

    /// <summary>The address mails come from: <c>throughline@school.org</c> or <c>Throughline &lt;throughline@school.org&gt;</c>.</summary>
    public string From { get; init; } = Nobody;

    /// <summary>Speaks with the mail server under TLS, begun by STARTTLS.</summary>
    public bool StartTls { get; init; }

    /// <summary>Where mails are written as files when there is no mail server.</summary>
    public string? Folder { get; init; }

    public MailRoute Route =>
        Host is not null ? MailRoute.Smtp
        : Folder is not null ? MailRoute.Folder
        : MailRoute.None;

    /// <summary>Reads the section; what cannot work stops the start and says what to change.</summary>
    public static MailSettings Read(IConfiguration configuration)
    {
        var section = configuration.GetSection("Mail");
        var settings = new MailSettings
        {
            Host = Text("Host"),
            Port = section.GetValue("Port", 25),
            User = Text("User"),
            Password = Text("Password"),
            From = Text("From") ?? Nobody,
            StartTls = section.GetValue("StartTls", false),
            Folder = Text("Folder"),
        };
        if (!MailAddress.TryCreate(settings.From, out _))
        {
            throw new InvalidOperationException(
                "Mail:From is no e-mail address. Set it to the address mails come from, such as throughline@school.org."
            );
        }

        return settings is { Route: MailRoute.Smtp, From: Nobody }
            ? throw new InvalidOperationException(
                "Mail:Host is set and Mail:From is not. Set it to the address mails come from, such as throughline@school.org."
            )
            : settings;

        string? Text(string name) => section[name] is { Length: > 0 } text ? text : null;
    }
}
