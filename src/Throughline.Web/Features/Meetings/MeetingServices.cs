using Throughline.Data.Meetings;
using Throughline.Web.Access;

namespace Throughline.Web.Features.Meetings;

/// <summary>What this area adds to the container.</summary>
public static class MeetingServices
{
    public static IServiceCollection AddMeetings(this IServiceCollection services) =>
        services
            .AddSingleton(
                new AgendaCatalog(Path.Combine(AppContext.BaseDirectory, "content", "agendas"))
            )
            .AddSingleton<RenderedRooms>()
            .AddScoped<MeetingDesk>()
            .AddScoped<MeetingMail>()
            .AddScoped<MeetingClose>()
            .AddScoped<LaidSchedule>()
            .AddScoped<MeetingNotes>()
            .AddScoped<IRelationCheck, RoleInMeeting>();
}
