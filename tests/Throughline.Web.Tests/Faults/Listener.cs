using System.Collections.Concurrent;

namespace Throughline.Web.Tests.Faults;

/// <summary>A browser with a meeting open: it listens, and when the stream breaks it begins again, as browsers do by themselves.</summary>
internal sealed class Listener : IAsyncDisposable
{
    private static readonly TimeSpan Retry = TimeSpan.FromMilliseconds(200);
    private readonly CancellationTokenSource stop = new();
    private readonly ConcurrentQueue<(long At, string Id)> heard = [];
    private readonly HttpClient browser;
    private readonly string path;
    private readonly Task listening;
    private int broken;

    public Listener(HttpClient browser, string path)
    {
        (this.browser, this.path) = (browser, path);
        listening = Task.Run(ListenAsync);
    }

    /// <summary>The node it hears now: ids begin with what tells a node's counts from another's.</summary>
    public string? Node => heard.LastOrDefault().Id?.Split('-')[0];

    /// <summary>How often a stream broke, or could not be begun.</summary>
    public int Broken => Volatile.Read(ref broken);

    /// <summary>How much it has heard so far.</summary>
    public int Heard => heard.Count;

    /// <summary>Waits for the next word after so many; says when it was heard, in ticks of the stopwatch.</summary>
    public async Task<long> NextAsync(int after, TimeSpan atMost)
    {
        var start = System.Diagnostics.Stopwatch.StartNew();
        while (heard.Count <= after)
        {
            start.Elapsed.ShouldBeLessThan(atMost, "the change is heard");
            await Task.Delay(5);
        }

        return heard.ElementAt(after).At;
    }

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await listening;
        stop.Dispose();
        browser.Dispose();
    }

    private async Task ListenAsync()
    {
        while (!stop.IsCancellationRequested)
        {
            try
            {
                using var request = new HttpRequestMessage(HttpMethod.Get, path)
                {
                    Version = browser.DefaultRequestVersion,
                    VersionPolicy = browser.DefaultVersionPolicy,
                };
                using var answer = await browser.SendAsync(
                    request,
                    HttpCompletionOption.ResponseHeadersRead,
                    stop.Token
                );
                if (answer.IsSuccessStatusCode)
                {
                    using var lines = new StreamReader(
                        await answer.Content.ReadAsStreamAsync(stop.Token)
                    );
                    while (await lines.ReadLineAsync(stop.Token) is { } line)
                    {
                        if (line.StartsWith("id: ", StringComparison.Ordinal))
                        {
                            heard.Enqueue((System.Diagnostics.Stopwatch.GetTimestamp(), line[4..]));
                        }
                    }
                }
            }
            catch (Exception gone) when (gone is HttpRequestException or IOException)
            {
                // The node is gone: try again.
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                return;
            }

            Interlocked.Increment(ref broken);
            await Task.Delay(Retry);
        }
    }
}
