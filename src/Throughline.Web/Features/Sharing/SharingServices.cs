using Throughline.Web.Features.Home;
using Throughline.Web.Features.Sharing.Notes;
using Throughline.Web.Features.Sharing.Planned;

namespace Throughline.Web.Features.Sharing;

/// <summary>What this area adds to the container.</summary>
public static class SharingServices
{
    public static IServiceCollection AddSharing(this IServiceCollection services) =>
        services
            .AddScoped<Relays>()
            .AddScoped<RelayQuestions>()
            .AddScoped<RelayMail>()
            .AddScoped<NoteDesk>()
            .AddSingleton<StaffNoteRound>()
            .AddHostedService<StaffNoteWorker>()
            .AddSingleton<IDayRows, NotesInMyDay>()
            .AddSingleton<IDayRows, PlannedInMyDay>()
            .AddSingleton<IDayRows, ToTellInMyDay>()
            .AddSingleton<IDayRows, AnswersInMyDay>();
}
