using Throughline.Data.Mail;

namespace Throughline.Web.Hosting;

/// <summary>How mails leave, and the worker that sends them.</summary>
public static class MailRegistration
{
    public static IServiceCollection AddMail(
        this IServiceCollection services,
        IConfiguration configuration
    )
    {
        var settings = MailSettings.Read(configuration);
        services.AddSingleton(settings);
        switch (settings.Route)
        {
            case MailRoute.Smtp:
                services.AddSingleton<IMailDelivery, SmtpDelivery>();
                break;
            case MailRoute.Folder:
                services.AddSingleton<IMailDelivery, FolderDelivery>();
                break;
            case MailRoute.None:
                // The worker says so once, and mails wait.
                break;
        }

        services.AddHostedService<OutboxWorker>();
        return services;
    }
}
