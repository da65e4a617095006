using System.Linq.Expressions;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Throughline.Data.Links;
using Throughline.Data.Meetings;
using Throughline.Data.Platform;
using Throughline.Domain.Shared;

namespace Throughline.Data;

/// <summary>
/// The store. Entities are found through their configurations, so a new one needs no line here: use
/// <see cref="DbContext.Set{TEntity}()"/>. One thin subclass per engine holds that engine's migrations.
/// </summary>
public abstract class ThroughlineDb(DbContextOptions options, DistrictScope scope)
    : IdentityUserContext<Account, Guid>(options)
{
    /// <summary>Name of the filter that keeps districts apart.</summary>
    public const string DistrictFilter = "District";

    /// <summary>The district whose rows this context sees. A query filter reads it anew on every query.</summary>
    public Guid DistrictId => scope.DistrictId;

    /// <summary>Who works with this context, and for which district.</summary>
    public DistrictScope Scope => scope;

    /// <summary>Saves, and with it the summaries of the meetings that it changes.</summary>
    public override Task<int> SaveChangesAsync(
        bool acceptAllChangesOnSuccess,
        CancellationToken cancellationToken = default
    ) =>
        MeetingSummaries.SaveAsync(
            this,
            acceptAllChangesOnSuccess,
            accept => base.SaveChangesAsync(accept, cancellationToken),
            cancellationToken
        );

    protected override void ConfigureConventions(ModelConfigurationBuilder conventions)
    {
        conventions.Properties<DateTime>().HaveConversion<UtcMicroseconds>();
        // Enums are kept as numbers: the numbers are fixed in the domain, names may be improved.
        conventions.Properties<string>().AreUnicode();
    }

    protected override void OnModelCreating(ModelBuilder model)
    {
        base.OnModelCreating(model);
        model.ApplyConfigurationsFromAssembly(typeof(ThroughlineDb).Assembly);
        ThingConfiguration.Tie(model);

        foreach (var entity in model.Model.GetEntityTypes().Where(e => !e.IsOwned()).ToList())
        {
            if (typeof(IDistrictOwned).IsAssignableFrom(entity.ClrType))
            {
                var row = Expression.Parameter(entity.ClrType, "row");
                var filter = Expression.Lambda(
                    Expression.Equal(
                        Expression.Property(row, nameof(IDistrictOwned.DistrictId)),
                        Expression.Property(
                            Expression.Constant(this, typeof(ThroughlineDb)),
                            nameof(DistrictId)
                        )
                    ),
                    row
                );
                model.Entity(entity.ClrType).HasQueryFilter(DistrictFilter, filter);
            }

            if (typeof(IVersioned).IsAssignableFrom(entity.ClrType))
            {
                model
                    .Entity(entity.ClrType)
                    .Property<int>(nameof(IVersioned.Version))
                    .IsConcurrencyToken();
            }

            // Ids are made in the domain: EF must insert what it is given, and a child added to a tracked parent is new.
            if (
                entity.FindPrimaryKey()?.Properties is [{ Name: "Id" } id]
                && id.ClrType == typeof(Guid)
            )
            {
                id.ValueGenerated = Microsoft.EntityFrameworkCore.Metadata.ValueGenerated.Never;
            }
        }
    }
}

/// <summary>The store in a SQLite file.</summary>
public sealed class SqliteThroughlineDb(
    DbContextOptions<SqliteThroughlineDb> options,
    DistrictScope scope
) : ThroughlineDb(options, scope)
{
    protected override void ConfigureConventions(ModelConfigurationBuilder conventions)
    {
        base.ConfigureConventions(conventions);
        conventions.Properties<Guid>().HaveConversion<BigEndianGuid>();
    }
}

/// <summary>The store in PostgreSQL.</summary>
public sealed class PostgresThroughlineDb(
    DbContextOptions<PostgresThroughlineDb> options,
    DistrictScope scope
) : ThroughlineDb(options, scope);
