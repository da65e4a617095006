using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughline.Web.Access;

namespace Throughline.Web.Features.Errors;

/// <summary>What a person reads when an address leads nowhere or something failed. Never a stack trace.</summary>
[Needs(Permission.Public)]
public sealed class ErrorModel : PageModel
{
    public string Title { get; private set; } = "";

    public string WhatToDo { get; private set; } = "";

    public void OnGet(int status) => Explain(status);

    [Needs(Permission.Public)]
    public void OnPost(int status) => Explain(status);

    private void Explain(int status)
    {
        Response.StatusCode = status is >= 400 and < 600 ? status : StatusCodes.Status404NotFound;
        (Title, WhatToDo) = Response.StatusCode switch
        {
            404 => (
                "There is no such page",
                "Check the address, or ask who sent it to you. If you think you should see it, ask the person who looks after your school's settings."
            ),
            405 => ("This page takes no such request", "Go back, reload the page and try again."),
            413 => ("That is too large", "Send a smaller file, or less text at once."),
            429 => (
                "Too many tries",
                "Wait a few minutes, then try again. If you do not know your password any more, ask for a link to a new one instead of guessing."
            ),
            >= 500 => (
                "Something failed on our side",
                "Nothing was saved. Go back, your text should still be there, and try again in a moment."
            ),
            _ => ("That did not work", "Go back, reload the page and try again."),
        };
    }
}
