namespace Throughline.Data.Roster;

/// <summary>Unpacked bytes that may still be read, over all entries of a zip: what its header claims counts for nothing.</summary>
internal sealed class RosterBudget(
    RosterLimits limits,
    long total,
    IProgress<RosterProgress>? progress,
    CancellationToken cancellation
)
{
    private const long ReportEvery = 1024 * 1024;
    private long read;
    private long reported;

    public RosterLimits Limits => limits;

    public void Spend(string file, int bytes)
    {
        cancellation.ThrowIfCancellationRequested();
        read += bytes;
        if (read > limits.UnpackedBytes)
        {
            throw new RosterStopException(
                $"Unpacked, the file is larger than {limits.UnpackedBytes / (1024 * 1024):N0} MB. Export staff and organisations without history, or one school year at a time.",
                wholeFile: true
            );
        }

        if (read - reported >= ReportEvery || reported == 0)
        {
            reported = read;
            progress?.Report(new(file, read, total));
        }
    }
}

/// <summary>
/// Reads one CSV entry: counts bytes against the budget, refuses a line without end, and compares the checksum, which
/// the framework's zip reader does not.
/// </summary>
internal sealed class RosterStream(Stream inner, string file, uint? checksum, RosterBudget budget)
    : Stream
{
    private static readonly uint[] Table = MakeTable();
    private uint crc = uint.MaxValue;
    private long lineLength;

    public override bool CanRead => true;
    public override bool CanSeek => false;
    public override bool CanWrite => false;
    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) =>
        Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        var count = inner.Read(buffer);
        var bytes = buffer[..count];
        budget.Spend(file, count);
        Sum(bytes);
        if (count == 0 && buffer.Length > 0 && checksum is { } expected && ~crc != expected)
        {
            throw new RosterStopException(
                "The file is damaged: its checksum is wrong. Export it again, or zip it again."
            );
        }

        MeasureLine(bytes);
        return count;
    }

    public override void Flush() { }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) =>
        throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
        }

        base.Dispose(disposing);
    }

    private void MeasureLine(ReadOnlySpan<byte> bytes)
    {
        var last = bytes.LastIndexOfAny((byte)'\n', (byte)'\r');
        lineLength = last < 0 ? lineLength + bytes.Length : bytes.Length - last - 1;
        if (lineLength > budget.Limits.LineBytes)
        {
            throw new RosterStopException(
                $"A line is longer than {budget.Limits.LineBytes:N0} bytes. Is this a CSV file?"
            );
        }
    }

    private void Sum(ReadOnlySpan<byte> bytes)
    {
        var sum = crc;
        foreach (var b in bytes)
        {
            sum = Table[(byte)(sum ^ b)] ^ (sum >> 8);
        }

        crc = sum;
    }

    private static uint[] MakeTable()
    {
        var table = new uint[256];
        for (uint n = 0; n < 256; n++)
        {
            var c = n;
            for (var k = 0; k < 8; k++)
            {
                c = (c & 1) == 1 ? 0xEDB88320 ^ (c >> 1) : c >> 1;
            }

            table[n] = c;
        }

        return table;
    }
}
