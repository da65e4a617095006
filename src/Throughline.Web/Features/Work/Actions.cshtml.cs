using Throughline.Data;
using Throughline.Domain.Shared;
using Throughline.Domain.Work;
using Throughline.Web.Access;

namespace Throughline.Web.Features.Work;

/// <summary>The unit's action steps.</summary>
[Needs(Permission.SeeWork)]
public sealed class ActionsModel(ThroughlineDb db, Here here) : WorkListPage<ActionStep>(db, here)
{
    public override ThingKind Kind => ThingKind.ActionStep;

    protected override IReadOnlyList<WorkStatus> Narrower { get; } =
    [WorkStatus.NotStarted, WorkStatus.UnderWay, WorkStatus.Done, WorkStatus.Dropped];
}
