using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Throughline.Data.Live;
using Throughline.Data.Mail;
using Throughline.Data.Saving;

namespace Throughline.Data;

/// <summary>Chooses the engine by the connection string alone.</summary>
public static class StoreRegistration
{
    /// <summary>True for a PostgreSQL connection string (<c>Host=…</c>); anything else names a SQLite file (<c>Data Source=…</c>).</summary>
    public static bool IsPostgres(string connectionString) =>
        connectionString.Contains("Host=", StringComparison.OrdinalIgnoreCase);

    /// <summary>Registers the store. The context is not pooled: a pooled one would keep the previous request's district in its filter.</summary>
    public static IServiceCollection AddThroughlineStore(
        this IServiceCollection services,
        string connectionString
    )
    {
        services.AddScoped<DistrictScope>();
        services.AddSingleton<SaveRules>();
        services.AddSingleton<AccountFollowsPerson>();
        services.AddSingleton<OutboxSignal>();
        services.AddSingleton<ChangeFeed>();
        services.AddSingleton<LiveNews>();
        services.AddSingleton<LiveChanges>();
        if (IsPostgres(connectionString))
        {
            services.AddDbContext<ThroughlineDb, PostgresThroughlineDb>(
                (provider, options) =>
                    UsePostgres(options, connectionString).AddInterceptors(OnSave(provider)),
                optionsLifetime: ServiceLifetime.Singleton
            );
            services.AddHostedService(provider =>
                ActivatorUtilities.CreateInstance<PostgresNews>(provider, connectionString)
            );
        }
        else
        {
            services.AddSingleton(_ => new SqliteKeeper(SqliteConnection(connectionString)));
            services.AddSingleton<SqliteStatements>();
            services.AddDbContext<ThroughlineDb, SqliteThroughlineDb>(
                (provider, options) =>
                    UseSqlite(options, connectionString)
                        .AddInterceptors(OnSave(provider))
                        .AddInterceptors(
                            provider.GetRequiredService<SqliteKeeper>(),
                            provider.GetRequiredService<SqliteStatements>()
                        ),
                optionsLifetime: ServiceLifetime.Singleton
            );
        }

        return services;
    }

    // In this order: an account follows its person before the rules look at what is saved.
    private static IInterceptor[] OnSave(IServiceProvider provider) =>
        [
            provider.GetRequiredService<AccountFollowsPerson>(),
            provider.GetRequiredService<SaveRules>(),
            provider.GetRequiredService<OutboxSignal>(),
            provider.GetRequiredService<LiveChanges>(),
        ];

    public static DbContextOptionsBuilder UsePostgres(
        DbContextOptionsBuilder options,
        string connectionString
    ) =>
        options.UseNpgsql(
            PostgresConnection(connectionString),
            npgsql =>
                npgsql
                    .EnableRetryOnFailure()
                    .UseParameterizedCollectionMode(ParameterTranslationMode.Parameter)
        );

    /// <summary>
    /// What a connection to PostgreSQL keeps between requests: statements that come again stay prepared, so that the
    /// server plans them once. Whoever sets it otherwise, as for a pooler in between, is left alone.
    /// </summary>
    public static string PostgresConnection(string connectionString)
    {
        var connection = new NpgsqlConnectionStringBuilder(connectionString);
        if (!connectionString.Contains(AutoPrepare, StringComparison.OrdinalIgnoreCase))
        {
            connection.MaxAutoPrepare = 100;
        }

        return connection.ToString();
    }

    /// <summary>What a connection to SQLite is told: without it, rows could point to rows that are gone.</summary>
    public static string SqliteConnection(string connectionString) =>
        new SqliteConnectionStringBuilder(connectionString) { ForeignKeys = true }.ToString();

    private const string AutoPrepare = "Max Auto Prepare";

    public static DbContextOptionsBuilder UseSqlite(
        DbContextOptionsBuilder options,
        string connectionString
    ) =>
        options
            .UseSqlite(
                SqliteConnection(connectionString),
                sqlite =>
                    sqlite
                        .UseQuerySplittingBehavior(QuerySplittingBehavior.SingleQuery)
                        .UseParameterizedCollectionMode(ParameterTranslationMode.Parameter)
            )
            .AddInterceptors(SqliteConnectionSetup.Instance);
}
