using Throughline.Data;
using Throughline.Domain.Shared;
using Throughline.Domain.Work;
using Throughline.Web.Access;
using Throughline.Web.Features.Links;

namespace Throughline.Web.Features.Work;

/// <summary>Adds a to-do between meetings.</summary>
[Needs(Permission.ChangeWork)]
public sealed class NewToDoModel(
    ThroughlineDb db,
    Owners owners,
    Origins origins,
    Here here,
    ToDos toDos
) : NewWorkPage<ToDo>(db, owners, origins)
{
    public override WorkFormWords Says => WorkFormWords.ToDo;

    public override string Saves => "Add the to-do";

    protected override string Added => "The to-do is added. It stands in its owner’s day.";

    protected override string List => $"/{here.Unit.Slug}/work/todos";

    protected override string PathOf(int number) => toDos.PathOf(number);

    protected override Task<Result<ToDo>> AddAsync(
        Guid? meetingId,
        Func<ToDo, Task<Result>> with,
        CancellationToken cancel
    ) => toDos.AddAsync(Input, meetingId, with, cancel);
}
