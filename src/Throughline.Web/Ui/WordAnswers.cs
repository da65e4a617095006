using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughline.Domain.Shared;

namespace Throughline.Web.Ui;

/// <summary>
/// How a page answers a script that posts a small form and shows nothing of the page itself, as the room of a meeting
/// does: 204 when it is done, else the reason in plain words.
/// </summary>
public static class WordAnswers
{
    /// <summary>True for a script, which hears in a word whether it was done.</summary>
    public static bool AsksForAWord(this PageModel page) =>
        page.Request.Headers.ContainsKey("HX-Request");

    /// <summary>Done, or why not.</summary>
    /// <param name="page">The page.</param>
    /// <param name="why">Why it was refused; null when it is done.</param>
    /// <param name="status">The answer's status when it was refused.</param>
    public static IActionResult InAWord(
        this PageModel page,
        Refusal? why,
        int status = StatusCodes.Status422UnprocessableEntity
    ) =>
        why is null
            ? new NoContentResult()
            : new ContentResult
            {
                Content = why.Message,
                ContentType = "text/plain; charset=utf-8",
                StatusCode = status,
            };

    /// <summary>The same for what model binding could not read.</summary>
    public static IActionResult UnreadInAWord(this PageModel page) =>
        page.InAWord(
            new Refusal(
                page.ModelState.Values.SelectMany(v => v.Errors).FirstOrDefault()?.ErrorMessage
                    is { Length: > 0 } why
                    ? why
                    : "What was sent could not be read. Reload the page and try again."
            )
        );

    /// <summary>In a word for a script; without script one is led to a page, where a refusal is said.</summary>
    public static IActionResult InAWordOrAt(this PageModel page, Result done, string path)
    {
        if (page.AsksForAWord())
        {
            return page.InAWord(done.Refusal);
        }

        if (!done.IsOk)
        {
            page.Say(done.Refusal!.Message);
        }

        return new RedirectResult(path);
    }
}
