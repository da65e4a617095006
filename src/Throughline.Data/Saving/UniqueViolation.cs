using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Throughline.Data.Saving;

/// <summary>Recognises, on both engines, that a save broke a unique key: someone else was first.</summary>
public static class UniqueViolation
{
    private const int SqliteConstraintUnique = 2067;
    private const int SqliteConstraintPrimaryKey = 1555;

    public static bool Is(DbUpdateException failure) =>
        failure.InnerException switch
        {
            SqliteException sqlite => sqlite.SqliteExtendedErrorCode
                is SqliteConstraintUnique
                    or SqliteConstraintPrimaryKey,
            PostgresException postgres => postgres.SqlState == PostgresErrorCodes.UniqueViolation,
            _ => false,
        };
}
