using Throughline.Web.Features.Home;

namespace Throughline.Web.Features.Sharing;

/// <summary>What this area adds to the container.</summary>
public static class SharingServices
{
    public static IServiceCollection AddSharing(this IServiceCollection services) =>
        services
            .AddScoped<Relays>()
            .AddScoped<RelayQuestions>()
            .AddScoped<RelayMail>()
            .AddSingleton<IDayRows, ToTellInMyDay>()
            .AddSingleton<IDayRows, AnswersInMyDay>();
}
