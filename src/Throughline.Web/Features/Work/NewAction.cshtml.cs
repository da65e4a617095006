using Throughline.Data;
using Throughline.Domain.Shared;
using Throughline.Domain.Work;
using Throughline.Web.Access;
using Throughline.Web.Features.Links;

namespace Throughline.Web.Features.Work;

/// <summary>Adds an action step.</summary>
[Needs(Permission.ChangeWork)]
public sealed class NewActionModel(
    ThroughlineDb db,
    Owners owners,
    Origins origins,
    Here here,
    ActionSteps actions
) : NewWorkPage<ActionStep>(db, owners, origins)
{
    public override WorkFormWords Says => WorkFormWords.Action;

    public override string Saves => "Add the action step";

    protected override string Added => "The action step is added. It stands in its owner’s day.";

    protected override string List => $"/{here.Unit.Slug}/work/actions";

    protected override string PathOf(int number) => actions.PathOf(number);

    protected override Task<Result<ActionStep>> AddAsync(
        Guid? meetingId,
        Func<ActionStep, Task<Result>> with,
        CancellationToken cancel
    ) => actions.AddAsync(Input, with, cancel);
}
