using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughline.Data;
using Throughline.Web.Access;
using Throughline.Web.Features.Links;
using Throughline.Web.Features.Meetings.Health;
using Throughline.Web.Ui;

namespace Throughline.Web.Features.Work.Issues;

/// <summary>Puts an issue on the ILT's list, by itself or out of another thing.</summary>
[Needs(Permission.ChangeIssues)]
public sealed class NewIssueModel(
    ThroughlineDb db,
    IssueList list,
    Origins origins,
    HealthDesk health,
    Here here
) : PageModel, IIssueForm
{
    /// <summary>The id of the thing it comes from; without one it comes from nothing.</summary>
    [BindProperty(SupportsGet = true, Name = "from")]
    public string? From { get; set; }

    /// <summary>The figure of the team's health that it is raised because of; without one it is not.</summary>
    [BindProperty(SupportsGet = true, Name = "figure")]
    public string? Figure { get; set; }

    [BindProperty]
    public IssueInput Input { get; set; } = new();

    public Origin? Origin { get; private set; }

    public string Saves => "Raise the issue";

    public string Back => Origin?.Path ?? $"/{here.Unit.Slug}/work/issues";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        var origin = await origins.FindAsync(From, cancel);
        if (!origin.IsOk)
        {
            return NotFound();
        }

        Origin = origin.Value;
        Input.Title = Origin?.Suggested;
        if (await health.BeginAsync(Figure, cancel) is { } figure)
        {
            (Input.Title, Input.About) = (HealthWords.Issue(figure.Kind), figure.About);
        }

        return Page();
    }

    [Needs(Permission.ChangeIssues)]
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (this.AsksForAWord() && !ModelState.IsValid)
        {
            return this.UnreadInAWord();
        }

        if (ModelState.IsValid)
        {
            var raised = await list.RaiseAsync(
                new(Input.Title, Input.About),
                async issue =>
                    health.TakeUp(issue, Figure) is { IsOk: false } refused
                        ? refused
                        : await origins.LinkAsync(issue, From, cancel),
                cancel,
                await origins.MeetingOfAsync(From, cancel)
            );
            if (this.AsksForAWord())
            {
                return this.InAWord(raised.Refusal);
            }

            if (raised.IsOk)
            {
                this.Say("The issue is on the list.");
                return Redirect(list.PathOf(raised.Value.Number));
            }

            this.Refuse(raised.Refusal!);
        }

        db.ChangeTracker.Clear();
        var origin = await origins.FindAsync(From, cancel);
        Origin = origin.IsOk ? origin.Value : null;
        return this.Again();
    }
}
