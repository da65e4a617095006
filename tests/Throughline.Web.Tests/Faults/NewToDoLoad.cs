using System.Globalization;
using System.Net;

namespace Throughline.Web.Tests.Faults;

/// <summary>A member who adds one to-do after the other: each post must make one, however often it is sent.</summary>
internal sealed class NewToDoLoad(
    HttpClient browser,
    string path,
    Guid owner,
    DateOnly due,
    int member
) : PostLoad(browser)
{
    private int made;

    /// <summary>The titles that were acknowledged.</summary>
    public List<string> Titles { get; } = [];

    protected override (string Path, List<KeyValuePair<string, string>> Fields) Next()
    {
        made++;
        return (
            path,
            [
                new(
                    "_submission",
                    new Guid(made, (short)member, 2, 3, 4, 5, 6, 7, 8, 9, 10).ToString()
                ),
                new("Input.Title", Title),
                new("Input.OwnerId", owner.ToString()),
                new("Input.DueOn", due.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
            ]
        );
    }

    protected override Task AcknowledgeAsync(HttpResponseMessage answer)
    {
        answer.StatusCode.ShouldBeOneOf(HttpStatusCode.Found, HttpStatusCode.NoContent);
        Titles.Add(Title);
        return Task.CompletedTask;
    }

    private string Title =>
        string.Create(CultureInfo.InvariantCulture, $"Promised under fire {member}/{made}");
}
