using System.Diagnostics;
using System.Globalization;
using Throughline.Bench.Measures;

namespace Throughline.Bench.Load;

/// <summary>A server of ours, on this machine alone, ended with its owner.</summary>
internal sealed class ServerProcess : IDisposable
{
    private readonly Process process;

    private ServerProcess(Process process, int port) => (this.process, Port) = (process, port);

    public int Port { get; }

    /// <summary>Processor time it has used so far.</summary>
    public TimeSpan Used
    {
        get
        {
            process.Refresh();
            return process.TotalProcessorTime;
        }
    }

    /// <summary>Most memory it ever held, in MiB.</summary>
    public double PeakMiB
    {
        get
        {
            process.Refresh();
            return process.PeakWorkingSet64 / 1024.0 / 1024;
        }
    }

    /// <summary>Memory it holds now, in MiB.</summary>
    public double MemoryMiB
    {
        get
        {
            process.Refresh();
            return process.WorkingSet64 / 1024.0 / 1024;
        }
    }

    /// <summary>The product, as it was published.</summary>
    public static ServerProcess Product(Setting setting, string connectionString, int port) =>
        Begin(
            [Path.Combine(setting.Published, "throughline.dll"), "--urls", Url(port)],
            connectionString,
            port
        );

    /// <summary>The floor: this program again.</summary>
    public static ServerProcess Floor(string connectionString, int port) =>
        Begin(
            [typeof(ServerProcess).Assembly.Location, "floor", "--urls", Url(port)],
            connectionString,
            port
        );

    /// <summary>How long from now until this address is answered with 200.</summary>
    public void Answers(byte[] request)
    {
        while (true)
        {
            try
            {
                using var line = new HttpLine(Port);
                if (line.Send(request) == 200)
                {
                    return;
                }
            }
            catch (System.Net.Sockets.SocketException) when (!process.HasExited) { }

            if (process.HasExited)
            {
                throw new InvalidOperationException("The server ended.");
            }

            Thread.Sleep(2);
        }
    }

    public void Dispose()
    {
        if (!process.HasExited)
        {
            process.Kill();
            process.WaitForExit();
        }

        process.Dispose();
    }

    private static string Url(int port) =>
        string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}");

    private static ServerProcess Begin(string[] arguments, string connectionString, int port)
    {
        var start = new ProcessStartInfo("dotnet", arguments)
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["ConnectionStrings__Throughline"] = connectionString;
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        var begun = Process.Start(start)!;
        begun.OutputDataReceived += (_, _) => { };
        begun.ErrorDataReceived += (_, line) =>
        {
            if (line.Data is { Length: > 0 } said)
            {
                Console.Error.WriteLine(said);
            }
        };
        begun.BeginOutputReadLine();
        begun.BeginErrorReadLine();
        return new(begun, port);
    }
}
