using System.Globalization;

namespace Throughline.Bench.Measures;

/// <summary>Tables for the README.</summary>
internal static class Report
{
    public const string Head = """
        | engine | page or post | pages/s | floor/s | page ÷ floor | CPU ms | floor CPU ms | p50 ms | p99 ms | bytes | floor bytes | cold nyc5 ÷ small | warm nyc5 ÷ small | allocated KiB | errors |
        |---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|
        """;

    public static string Row(PageFigures f) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"| {f.Engine} | {f.Name} | {f.Product:N0} | {Or(f.Floor, "N0")} | **{Or(f.Ratio, "0.00")}** | {f.ProductCpu:0.00} | {Or(f.FloorCpu, "0.00")} | {f.P50:0.0} | {f.P99:0.0} | {f.Bytes:N0} | {Or(f.FloorBytes, "N0")} | {Growth(f.Cold, f.ColdSmall)} | {Growth(f.Warm, f.WarmSmall)} | {Or(f.Allocated / 1024, "N0")} | {f.Errors} |"
        );

    private static string Or(double? figure, string format) =>
        figure?.ToString(format, CultureInfo.InvariantCulture) ?? "–";

    private static string Growth(double? large, double? small) =>
        large is { } l && small is { } s
            ? string.Create(CultureInfo.InvariantCulture, $"{l:0.00} ÷ {s:0.00} = **{l / s:0.00}**")
            : "–";
}
