using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Throughline.Data;

/// <summary>
/// Times are kept in UTC to the microsecond: PostgreSQL knows no finer ones, and a time must read back as it was
/// written on both engines.
/// </summary>
internal sealed class UtcMicroseconds()
    : ValueConverter<DateTime, DateTime>(
        time => new DateTime(
            time.Ticks - (time.Ticks % TimeSpan.TicksPerMicrosecond),
            DateTimeKind.Utc
        ),
        stored => DateTime.SpecifyKind(stored, DateTimeKind.Utc)
    );

/// <summary>Version-7 ids as 16 bytes in the order of their text: half the space of text, and inserts go to the end of the index.</summary>
internal sealed class BigEndianGuid()
    : ValueConverter<Guid, byte[]>(
        id => id.ToByteArray(bigEndian: true),
        bytes => new Guid(bytes, bigEndian: true)
    );
