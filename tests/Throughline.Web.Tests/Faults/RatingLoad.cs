using System.Globalization;
using System.Net;
using System.Text.Json;

namespace Throughline.Web.Tests.Faults;

/// <summary>A rater who changes their mind again and again, one cell at a time, as the rating page's script does.</summary>
internal sealed class RatingLoad(HttpClient browser, string path, int seed) : PostLoad(browser)
{
    private readonly Random chance = new(seed);
    private readonly HttpClient browser = browser;
    private string item = "";
    private string answer = "";

    /// <summary>By item: the answers that were acknowledged, in order.</summary>
    public Dictionary<string, List<string>> Answers { get; } = new(StringComparer.Ordinal);

    /// <summary>By item: the version that was stored when this began.</summary>
    public Dictionary<string, int> FirstVersions { get; } = new(StringComparer.Ordinal);

    /// <summary>Reads what is stored before the first post.</summary>
    public async Task BeginAsync()
    {
        using var state = JsonDocument.Parse(
            await browser.GetStringAsync($"{path}/rate?handler=State")
        );
        foreach (var cell in state.RootElement.GetProperty("cells").EnumerateArray())
        {
            var key = cell.GetProperty("item").GetString()!;
            Answers[key] = [cell.GetProperty("answer").GetString()!];
            FirstVersions[key] = cell.GetProperty("answerVersion").GetInt32();
        }
    }

    protected override (string Path, List<KeyValuePair<string, string>> Fields) Next()
    {
        item = Answers.Keys.ElementAt(chance.Next(Answers.Count));
        var now = Answers[item][^1];
        do
        {
            answer = chance.Next(5) is var level and < 4
                ? level.ToString(CultureInfo.InvariantCulture)
                : "not-seen";
        } while (answer == now);

        var version = FirstVersions[item] + Answers[item].Count - 1;
        return (
            $"{path}/rate?handler=Cell",
            [
                new("item", item),
                new("cell.Part", "answer"),
                new("cell.Answer", answer),
                new("cell.AnswerVersion", version.ToString(CultureInfo.InvariantCulture)),
            ]
        );
    }

    protected override async Task AcknowledgeAsync(HttpResponseMessage response)
    {
        var body = await response.Content.ReadAsStringAsync();
        response.StatusCode.ShouldBe(HttpStatusCode.OK, body);
        Answers[item].Add(answer);
        using var json = JsonDocument.Parse(body);
        json.RootElement.GetProperty("stored")
            .GetProperty("answerVersion")
            .GetInt32()
            .ShouldBe(FirstVersions[item] + Answers[item].Count - 1, "saved once");
    }
}
