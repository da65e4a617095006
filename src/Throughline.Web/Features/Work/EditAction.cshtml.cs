using Throughline.Data;
using Throughline.Domain.Work;
using Throughline.Web.Access;

namespace Throughline.Web.Features.Work;

/// <summary>Changes what an action step says: what, why, who and by when.</summary>
[Needs(Permission.ChangeWork)]
public sealed class EditActionModel(ThroughlineDb db, Here here, Owners owners, ActionSteps actions)
    : EditWorkPage<ActionStep>(db, here, owners)
{
    public override WorkFormWords Says => WorkFormWords.Action;

    protected override string Called => "action step";

    protected override string PathOf(int number) => actions.PathOf(number);

    protected override Task<ActionStep?> LoadAsync(int number, CancellationToken cancel) =>
        actions.FindAsync(number, cancel);
}
