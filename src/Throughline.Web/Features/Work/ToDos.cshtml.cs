using Throughline.Data;
using Throughline.Domain.Shared;
using Throughline.Domain.Work;
using Throughline.Web.Access;

namespace Throughline.Web.Features.Work;

/// <summary>The unit's to-dos.</summary>
[Needs(Permission.SeeWork)]
public sealed class ToDosModel(ThroughlineDb db, Here here) : WorkListPage<ToDo>(db, here)
{
    public override ThingKind Kind => ThingKind.ToDo;

    protected override IReadOnlyList<WorkStatus> Narrower { get; } =
    [WorkStatus.Done, WorkStatus.Dropped];
}
