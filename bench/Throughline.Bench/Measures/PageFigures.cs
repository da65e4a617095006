namespace Throughline.Bench.Measures;

/// <summary>What was measured of one page or post on one engine.</summary>
internal sealed record PageFigures(string Engine, string Name)
{
    public double Product { get; init; }
    public double? Floor { get; init; }
    public double ProductCpu { get; init; }
    public double? FloorCpu { get; init; }
    public double Bytes { get; init; }
    public double? FloorBytes { get; init; }
    public double P50 { get; init; }
    public double P99 { get; init; }
    public int Errors { get; init; }
    public double? Cold { get; init; }
    public double? ColdSmall { get; init; }
    public double? Warm { get; init; }
    public double? WarmSmall { get; init; }
    public double? Allocated { get; init; }

    public double? Ratio => Product / Floor;
}
