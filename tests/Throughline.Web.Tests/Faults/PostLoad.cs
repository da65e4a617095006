using System.Net;

namespace Throughline.Web.Tests.Faults;

/// <summary>
/// A browser that posts one thing after the other. What got no answer is sent again as it was, as a person or the page's
/// script would, so that in the end everything sent was acknowledged.
/// </summary>
internal abstract class PostLoad(HttpClient browser)
{
    private (string Path, List<KeyValuePair<string, string>> Fields)? unanswered;

    /// <summary>How many posts got an answer.</summary>
    public int Acknowledged { get; private set; }

    /// <summary>How many posts got none the first time.</summary>
    public int Interrupted { get; private set; }

    /// <summary>Posts until it is stopped.</summary>
    public async Task RunAsync(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            await StepAsync();
        }
    }

    /// <summary>Sends what is still unanswered, if anything is.</summary>
    public async Task FinishAsync()
    {
        while (unanswered is not null)
        {
            await StepAsync();
        }
    }

    /// <summary>What to post next.</summary>
    protected abstract (string Path, List<KeyValuePair<string, string>> Fields) Next();

    /// <summary>Looks at the answer to what was posted last.</summary>
    protected abstract Task AcknowledgeAsync(HttpResponseMessage answer);

    /// <summary>Posts once: something new, or what is unanswered.</summary>
    public async Task StepAsync()
    {
        var first = unanswered is null;
        var post = unanswered ??= Next();
        try
        {
            using var form = new FormUrlEncodedContent(post.Fields);
            using var answer = await browser.PostAsync(post.Path, form);
            if (answer.StatusCode is HttpStatusCode.BadGateway or HttpStatusCode.GatewayTimeout)
            {
                throw new HttpRequestException("What stands in between got no answer either.");
            }

            await AcknowledgeAsync(answer);
            unanswered = null;
            Acknowledged++;
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException)
        {
            Interrupted += first ? 1 : 0;
            await Task.Delay(20);
        }
    }
}
