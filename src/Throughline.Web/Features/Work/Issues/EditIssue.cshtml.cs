using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughline.Domain.Work;
using Throughline.Web.Access;
using Throughline.Web.Ui;

namespace Throughline.Web.Features.Work.Issues;

/// <summary>Puts an issue into other words.</summary>
[Needs(Permission.ChangeIssues)]
public sealed class EditIssueModel(IssueList list, Here here) : PageModel, IIssueForm
{
    [FromRoute(Name = "number")]
    public int Number { get; set; }

    [BindProperty]
    public IssueInput Input { get; set; } = new();

    /// <summary>What it says in the store, not as it is typed.</summary>
    public string Name { get; private set; } = "";

    public string Saves => "Save";

    public string Back => list.PathOf(Number);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (await FindAsync(cancel) is not { } issue)
        {
            return NotFound();
        }

        if (!issue.IsListed)
        {
            this.Say("This issue is on the list no more. Take it up again before you change it.");
            return Redirect(Back);
        }

        Input = IssueInput.Of(issue);
        return Page();
    }

    [Needs(Permission.ChangeIssues)]
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!ModelState.IsValid)
        {
            return await FindAsync(cancel) is null ? NotFound() : this.Again();
        }

        var moved = await list.MoveAsync(
            Number,
            Input.Version,
            issue =>
            {
                Name = issue.Title;
                return issue.Change(new(Input.Title, Input.About), here.Viewer.PersonId, here.Now);
            },
            cancel
        );
        if (moved is null)
        {
            return NotFound();
        }

        if (moved.Refusal is { } refusal)
        {
            return this.Refuse(refusal);
        }

        if (moved.MetAnother)
        {
            return await ClashAsync(cancel);
        }

        this.Say("The issue is saved.");
        return Redirect(Back);
    }

    private async Task<IActionResult> ClashAsync(CancellationToken cancel)
    {
        if (await FindAsync(cancel) is not { } issue)
        {
            return NotFound();
        }

        Input.Version = issue.Version;
        return this.Conflict(
            ("Where it stands", IssueWording.Tag(issue.Status).Words, "not changed here"),
            ("The issue in a line", issue.Title, Input.Title),
            ("What it is about", issue.About, Input.About)
        );
    }

    private async Task<Issue?> FindAsync(CancellationToken cancel)
    {
        var issue = await list.FindAsync(Number, cancel);
        Name = issue?.Title ?? "";
        return issue;
    }
}
