using Throughline.Web.Access;
using Throughline.Web.Features.Home;
using Throughline.Web.Features.Links;
using Throughline.Web.Features.Work.Issues;
using Throughline.Web.Features.Work.Raised;

namespace Throughline.Web.Features.Work;

/// <summary>What this area adds to the container.</summary>
public static class WorkServices
{
    public static IServiceCollection AddWork(this IServiceCollection services) =>
        services
            .AddScoped<Origins>()
            .AddScoped<UnitNumbers>()
            .AddScoped<Owners>()
            .AddScoped<ActionSteps>()
            .AddScoped<ToDos>()
            .AddScoped<Rocks>()
            .AddScoped<Decisions>()
            .AddScoped<DecisionHands>()
            .AddScoped<IRelationCheck, OwnerOfWork>()
            .AddScoped<IRelationCheck, ProposerOfDecision>()
            .AddSingleton<IDaySource, CarriedInMyDay>()
            .AddSingleton<IDayRows, HandsInMyDay>()
            .AddScoped<IssueList>()
            .AddScoped<HandlingTeams>()
            .AddScoped<Matters>()
            .AddScoped<IRelationCheck, NormsKeeper>()
            .AddScoped<IRelationCheck, SenderOfMatter>()
            .AddScoped<IRelationCheck, HolderOfMatter>()
            .AddScoped<IRelationCheck, RepresentativeOfMatter>()
            .AddSingleton<IDayRows, FlaggedInMyDay>()
            .AddSingleton<IDaySource, RaisedInMyDay>();
}
