using Throughline.Data;
using Throughline.Domain.Work;
using Throughline.Web.Access;

namespace Throughline.Web.Features.Work;

/// <summary>Changes what a to-do says: what, more about it, who and by when.</summary>
[Needs(Permission.ChangeWork)]
public sealed class EditToDoModel(ThroughlineDb db, Here here, Owners owners, ToDos toDos)
    : EditWorkPage<ToDo>(db, here, owners)
{
    public override WorkFormWords Says => WorkFormWords.ToDo;

    protected override string Called => "to-do";

    protected override string PathOf(int number) => toDos.PathOf(number);

    protected override Task<ToDo?> LoadAsync(int number, CancellationToken cancel) =>
        toDos.FindAsync(number, cancel);
}
