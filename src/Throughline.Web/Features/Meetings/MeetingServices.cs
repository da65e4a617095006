using Throughline.Data.Meetings;
using Throughline.Web.Access;
using Throughline.Web.Features.Districts;
using Throughline.Web.Features.Home;
using Throughline.Web.Features.Meetings.Health;
using Throughline.Web.Features.Meetings.Inventory;
using Throughline.Web.Features.Meetings.Minutes;
using Throughline.Web.Features.Meetings.Protocols;

namespace Throughline.Web.Features.Meetings;

/// <summary>What this area adds to the container.</summary>
public static class MeetingServices
{
    public static IServiceCollection AddMeetings(this IServiceCollection services) =>
        services
            .AddSingleton(
                new AgendaCatalog(Path.Combine(AppContext.BaseDirectory, "content", "agendas"))
            )
            .AddSingleton(
                new ProtocolCatalog(Path.Combine(AppContext.BaseDirectory, "content", "protocols"))
            )
            .AddScoped<ProtocolDesk>()
            .AddScoped<FindingDesk>()
            .AddScoped<InventoryDesk>()
            .AddScoped<HealthDesk>()
            .AddScoped<SchoolsHealth>()
            .AddSingleton<RenderedRooms>()
            .AddSingleton<RoomReaders>()
            .AddScoped<MeetingDesk>()
            .AddScoped<MeetingMail>()
            .AddScoped<MeetingClose>()
            .AddScoped<LaidSchedule>()
            .AddScoped<MeetingNotes>()
            .AddScoped<MinutesDraft>()
            .AddScoped<MinutesMail>()
            .AddScoped<MinutesDesk>()
            .AddScoped<MinutesRetention>()
            .AddScoped<IRelationCheck, RoleInMeeting>()
            .AddScoped<IRelationCheck, CameToMeeting>()
            .AddSingleton<IDaySource, MeetingsInMyDay>()
            .AddSingleton<IDayRows, MinutesInMyDay>()
            .AddSingleton<IDayRows, CatchUpInMyDay>();

    /// <summary>Rooms that are asked for again and again are answered before a page is made. After authentication.</summary>
    public static void UseKeptRooms(this WebApplication app)
    {
        var readers = app.Services.GetRequiredService<RoomReaders>();
        app.Use(
            async (http, next) =>
            {
                if (!await readers.AnswerAsync(http))
                {
                    await next(http);
                }
            }
        );
    }
}
