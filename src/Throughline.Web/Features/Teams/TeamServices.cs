using Throughline.Data.Teams;
using Throughline.Web.Features.Home;
using Throughline.Web.Features.Teams.FirstMonth;
using Throughline.Web.Features.Teams.Founding;
using Throughline.Web.Features.Teams.Voices;

namespace Throughline.Web.Features.Teams;

/// <summary>What this area adds to the container.</summary>
public static class TeamServices
{
    public static IServiceCollection AddTeams(this IServiceCollection services) =>
        services
            .AddSingleton(
                FirstMonthCatalog.Of(
                    Path.Combine(AppContext.BaseDirectory, "content", "first-month")
                )
            )
            .AddScoped<FoundingDesk>()
            .AddSingleton<IDaySource, TeamInMyDay>()
            .AddSingleton<IDayRows, FirstStepInMyDay>()
            .AddSingleton<IDayRows, SeatDutiesInMyDay>()
            .AddSingleton<IDayRows, FirstMonthInMyDay>();
}
