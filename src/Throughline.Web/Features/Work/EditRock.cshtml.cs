using Throughline.Data;
using Throughline.Domain.Work;
using Throughline.Web.Access;

namespace Throughline.Web.Features.Work;

/// <summary>Changes what a rock says: what, why and who.</summary>
[Needs(Permission.ChangeWork)]
public sealed class EditRockModel(ThroughlineDb db, Here here, Owners owners, Rocks rocks)
    : EditWorkPage<Rock>(db, here, owners)
{
    public override WorkFormWords Says => WorkFormWords.OldRock;

    protected override string Called => "rock";

    protected override string PathOf(int number) => rocks.PathOf(number);

    protected override Task<Rock?> LoadAsync(int number, CancellationToken cancel) =>
        rocks.FindAsync(number, cancel);
}
