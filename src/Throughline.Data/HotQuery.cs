using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Throughline.Data;

/// <summary>
/// A query that every page pays for, translated once in the life of the process instead of being looked up by its
/// expression each time. Kept per model: what was compiled for one engine fails on the other.
/// </summary>
/// <param name="compile">Makes it with <c>EF.CompileAsyncQuery</c>.</param>
public sealed class HotQuery<TQuery>(Func<TQuery> compile)
    where TQuery : Delegate
{
    private readonly ConditionalWeakTable<IModel, TQuery> compiled = [];

    /// <summary>The query for this context's engine.</summary>
    public TQuery For(ThroughlineDb db) => compiled.GetValue(db.Model, _ => compile());
}
