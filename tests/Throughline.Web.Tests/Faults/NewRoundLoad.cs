using System.Globalization;
using System.Net;

namespace Throughline.Web.Tests.Faults;

/// <summary>A principal who opens one round after the other: each post must make one round, however often it is sent.</summary>
internal sealed class NewRoundLoad(HttpClient browser, string path, Guid rater, DateOnly today)
    : PostLoad(browser)
{
    private int made;

    /// <summary>The titles of the rounds that were acknowledged.</summary>
    public List<string> Titles { get; } = [];

    protected override (string Path, List<KeyValuePair<string, string>> Fields) Next()
    {
        made++;
        return (
            $"{path}/new",
            [
                new("_submission", Key(made).ToString()),
                new("Input.Instrument", "school-ilt/1"),
                new("Input.Title", Title(made)),
                new("Input.OpensOn", Day(today)),
                new("Input.ClosesOn", Day(today.AddDays(7))),
                new("Input.RaterIds", rater.ToString()),
            ]
        );
    }

    protected override async Task AcknowledgeAsync(HttpResponseMessage answer)
    {
        answer.StatusCode.ShouldBe(HttpStatusCode.Found, await answer.Content.ReadAsStringAsync());
        Titles.Add(Title(made));
    }

    private static string Title(int number) =>
        string.Create(CultureInfo.InvariantCulture, $"Opened under fire {number}");

    private static Guid Key(int number) => new(number, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10);

    private static string Day(DateOnly day) =>
        day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
