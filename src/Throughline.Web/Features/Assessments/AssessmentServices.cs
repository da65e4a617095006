using Throughline.Data.Assessments;
using Throughline.Web.Access;
using Throughline.Web.Features.Assessments.Agreement;
using Throughline.Web.Features.Home;

namespace Throughline.Web.Features.Assessments;

/// <summary>What this area adds to the container.</summary>
public static class AssessmentServices
{
    public static IServiceCollection AddAssessments(this IServiceCollection services) =>
        services
            .AddScoped<DistrictInstruments>()
            .AddScoped<AnswerSheets>()
            .AddScoped<EarlierRounds>()
            .AddScoped<RoundReminders>()
            .AddScoped<Reviewers>()
            .AddScoped<AgreementTable>()
            .AddScoped<EvidenceDesk>()
            .AddScoped<IRelationCheck, RaterOfRound>()
            .AddScoped<PulseCounterparts>()
            .AddScoped<IRelationCheck, AskedInPulse>()
            .AddSingleton<IDaySource, RoundsInMyDay>()
            .AddSingleton<IDaySource, PulsesInMyDay>();
}
