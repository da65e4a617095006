using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughline.Domain.Shared;
using Throughline.Web.Access;
using Throughline.Web.Ui;

namespace Throughline.Web.Features.Work.Issues;

/// <summary>Puts an issue on the ILT's list.</summary>
[Needs(Permission.ChangeIssues)]
public sealed class NewIssueModel(IssueList list, Here here) : PageModel, IIssueForm
{
    [BindProperty]
    public IssueInput Input { get; set; } = new();

    public string Saves => "Raise the issue";

    public string Back => $"/{here.Unit.Slug}/work/issues";

    public void OnGet() { }

    [Needs(Permission.ChangeIssues)]
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!ModelState.IsValid)
        {
            return this.Again();
        }

        var raised = await list.RaiseAsync(
            new(Input.Title, Input.About),
            _ => Task.FromResult(Result.Ok()),
            cancel
        );
        if (!raised.IsOk)
        {
            return this.Refuse(raised.Refusal!);
        }

        this.Say("The issue is on the list.");
        return Redirect(list.PathOf(raised.Value.Number));
    }
}
