using Throughline.Web.Features.Home;

namespace Throughline.Web.Features.Meetings.Feedback;

/// <summary>What feedback on meetings adds to the container.</summary>
public static class FeedbackServices
{
    public static IServiceCollection AddFeedback(this IServiceCollection services) =>
        services.AddScoped<FeedbackDesk>().AddSingleton<IDayRows, FeedbackInMyDay>();
}
