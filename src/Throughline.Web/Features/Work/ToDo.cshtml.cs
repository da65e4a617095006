using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Domain.Shared;
using Throughline.Domain.Work;
using Throughline.Web.Access;

namespace Throughline.Web.Features.Work;

/// <summary>One to-do.</summary>
[Needs(Permission.SeeCarried)]
public sealed class ToDoModel(ThroughlineDb db, Here here, ToDos toDos)
    : CarriedPage<ToDo>(db, here)
{
    public override string Called => "to-do";

    public override string WhyLabel => WorkFormWords.ToDo.WhyLabel;

    public override IReadOnlyList<(WorkStatus To, string Says)> Moves =>
        View.Status switch
        {
            WorkStatus.NotStarted => [(WorkStatus.Done, "It is done")],
            WorkStatus.Done => [(WorkStatus.NotStarted, "Not done yet: open it again")],
            WorkStatus.Dropped => [(WorkStatus.NotStarted, "Take it up again")],
            _ => throw new InvalidOperationException($"A to-do is never {View.Status}."),
        };

    public override ThingKind Kind => ThingKind.ToDo;

    public override string Path => toDos.PathOf(Number);

    protected override bool IsInTrouble => View.IsOpen && View.DueOn < Here.Today;

    protected override Task<ToDo?> FindAsync(CancellationToken cancel) =>
        toDos.FindAsync(Number, cancel);

    protected override Task<CarriedView?> LoadAsync(Guid? before, CancellationToken cancel) =>
        CarriedView.LoadAsync(
            Db,
            toDos.At(Number),
            Db.Set<ToDoNote>(),
            note => WorkWords.Did(note, Kind),
            before,
            cancel
        );
}
