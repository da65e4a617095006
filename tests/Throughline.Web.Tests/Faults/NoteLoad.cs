using System.Globalization;
using System.Net;
using System.Text.Json;

namespace Throughline.Web.Tests.Faults;

/// <summary>A member who writes into one note line by line, as the room's script saves it.</summary>
internal sealed class NoteLoad(HttpClient browser, string path) : PostLoad(browser)
{
    private string sent = "";
    private int edition;

    /// <summary>What was acknowledged, all of it.</summary>
    public string Words { get; private set; } = "";

    protected override (string Path, List<KeyValuePair<string, string>> Fields) Next()
    {
        sent = $"{Words}{(Words.Length == 0 ? "" : "\n")}Line {Acknowledged + 1}";
        return (
            path,
            [
                new("Input.Words", sent),
                new("Input.Start", Words),
                new("Input.Edition", edition.ToString(CultureInfo.InvariantCulture)),
            ]
        );
    }

    protected override async Task AcknowledgeAsync(HttpResponseMessage answer)
    {
        var body = await answer.Content.ReadAsStringAsync();
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, body);
        using var json = JsonDocument.Parse(body);
        json.RootElement.GetProperty("words").GetString().ShouldBe(sent);
        json.RootElement.GetProperty("edition").GetInt32().ShouldBe(++edition, "written once");
        Words = sent;
    }
}
