using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Throughline.Bench.Load;
using Throughline.Web.Hosting;

namespace Throughline.Bench.Measures;

/// <summary>
/// What the product allocates for one answer. It is hosted in this process, which counts everything allocated in it; the
/// connection that asks allocates nothing.
/// </summary>
internal sealed class AllocationMeasure : IAsyncDisposable
{
    private const int Answers = 300;

    private readonly WebApplication product;
    private readonly int port;

    private AllocationMeasure(WebApplication product, int port) =>
        (this.product, this.port) = (product, port);

    public static async Task<AllocationMeasure> StartAsync(string connectionString, int port)
    {
        var program = PagesMeasure.Program(connectionString).UseThroughline();
        program.Urls.Add(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}"));
        await program.StartAsync();
        return new(program, port);
    }

    /// <summary>Bytes an answer.</summary>
    public double Of(MeasuredPage page)
    {
        using var line = new HttpLine(port);
        Ask(line, page);
        var before = GC.GetTotalAllocatedBytes(precise: true);
        Ask(line, page);
        return (double)(GC.GetTotalAllocatedBytes(precise: true) - before) / Answers;
    }

    public async ValueTask DisposeAsync()
    {
        await product.StopAsync();
        await product.DisposeAsync();
    }

    private static void Ask(HttpLine line, MeasuredPage page)
    {
        for (var n = 0; n < Answers; n++)
        {
            line.Send(page.Requests[n % page.Requests.Count]);
        }
    }
}
