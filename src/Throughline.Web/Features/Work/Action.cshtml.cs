using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Domain.Shared;
using Throughline.Domain.Work;
using Throughline.Web.Access;

namespace Throughline.Web.Features.Work;

/// <summary>One action step.</summary>
[Needs(Permission.SeeCarried)]
public sealed class ActionModel(ThroughlineDb db, Here here, ActionSteps actions)
    : CarriedPage<ActionStep>(db, here)
{
    public override string Called => "action step";

    public override IReadOnlyList<(WorkStatus To, string Says)> Moves =>
        View.Status switch
        {
            WorkStatus.NotStarted =>
            [
                (WorkStatus.UnderWay, "Begin: under way"),
                (WorkStatus.Done, "It is done"),
            ],
            WorkStatus.UnderWay =>
            [
                (WorkStatus.Done, "It is done"),
                (WorkStatus.NotStarted, "Not started after all"),
            ],
            WorkStatus.Done => [(WorkStatus.UnderWay, "Not done yet: open it again")],
            WorkStatus.Dropped => [(WorkStatus.UnderWay, "Take it up again")],
            _ => throw new InvalidOperationException($"{View.Status} is no status."),
        };

    public override ThingKind Kind => ThingKind.ActionStep;

    public override string Path => actions.PathOf(Number);

    protected override bool IsInTrouble => false;

    protected override Task<ActionStep?> FindAsync(CancellationToken cancel) =>
        actions.FindAsync(Number, cancel);

    protected override Task<CarriedView?> LoadAsync(Guid? before, CancellationToken cancel) =>
        CarriedView.LoadAsync(
            Db,
            actions.At(Number),
            Db.Set<ActionNote>(),
            note => WorkWords.Did(note, Kind),
            before,
            cancel
        );
}
