using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Data.Saving;
using Throughline.Domain.Shared;
using Throughline.Web.Access;

namespace Throughline.Web.Features.Work;

/// <summary>Gives each new thing the unit's next number of its kind, and saves it.</summary>
public sealed class UnitNumbers(ThroughlineDb db, Here here)
{
    /// <summary>
    /// Makes a thing and saves it with what came with it. Two people who add one at once both get a number: the work is
    /// done again with the next one, so both functions must look up anew what they need.
    /// </summary>
    /// <param name="kind">The thing's kind.</param>
    /// <param name="make">Makes it with its number.</param>
    /// <param name="with">Adds what belongs to the same save, such as the link to where it came from.</param>
    /// <param name="cancel">Stops.</param>
    public Task<Result<T>> AddAsync<T>(
        ThingKind kind,
        Func<int, Task<Result<T>>> make,
        Func<T, Task<Result>> with,
        CancellationToken cancel
    )
        where T : class, ILinkable =>
        ConflictRetry.RunAsync(
            db,
            async () =>
            {
                var made = await make(await NextAsync(kind, cancel));
                if (!made.IsOk)
                {
                    return made;
                }

                db.Add(made.Value);
                var rest = await with(made.Value);
                if (!rest.IsOk)
                {
                    return rest.Refusal!;
                }

                await db.SaveChangesAsync(cancel);
                return made;
            }
        );

    /// <summary>The next number, for what is saved with something else and is done again when it meets another one.</summary>
    public async Task<int> NextAsync(ThingKind kind, CancellationToken cancel) =>
        (
            await db.Set<Thing>()
                .Where(t => t.UnitId == here.Unit.Id && t.Kind == kind && t.PartOfId == null)
                .MaxAsync(t => (int?)t.Number, cancel)
            ?? 0
        ) + 1;
}
