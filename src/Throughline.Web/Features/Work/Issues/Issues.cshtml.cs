using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Domain.Work;
using Throughline.Web.Access;
using Throughline.Web.Ui;

namespace Throughline.Web.Features.Work.Issues;

/// <summary>The ILT's list of issues: what is open by votes and age, else the latest first.</summary>
[Needs(Permission.SeeIssues)]
public sealed class IssuesModel(ThroughlineDb db, Here here, IssueList list) : PageModel
{
    private const int PageLength = 50;

    /// <summary>Empty for the open ones, else “parked”, “solved” (closed ones too) or “sent”.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Show { get; set; }

    /// <summary>The number of the last issue of the page before.</summary>
    [BindProperty(SupportsGet = true)]
    public int? After { get; set; }

    public IReadOnlyList<IssueRow> Rows { get; private set; } = [];

    public bool HasMore { get; private set; }

    public IReadOnlyList<SelectListItem> Choices { get; private set; } = [];

    /// <summary>Minutes of meetings that went into issues that were not instructional.</summary>
    public int MinutesSentOn { get; private set; }

    /// <summary>How many parked ones have come to their day.</summary>
    public int Due { get; private set; }

    /// <summary>How many there are and ever were.</summary>
    public int All { get; private set; }

    public IssueShow Shown =>
        Show switch
        {
            "parked" => IssueShow.Parked,
            "solved" => IssueShow.Over,
            "sent" => IssueShow.SentOn,
            _ => IssueShow.Open,
        };

    public async Task OnGetAsync(CancellationToken cancel)
    {
        await CountAsync(cancel);
        var rows = await IssueRow.ListAsync(db, here, Shown, After, PageLength + 1, cancel);
        HasMore = rows.Count > PageLength;
        Rows = [.. rows.Take(PageLength)];
    }

    [Needs(Permission.VoteOnIssues)]
    public async Task<IActionResult> OnPostVoteAsync(
        int? number,
        bool back,
        CancellationToken cancel
    )
    {
        var me = here.Viewer.PersonId;
        var done = await list.DoAsync(
            number ?? 0,
            issue => back ? issue.TakeVoteBack(me) : issue.Vote(me),
            cancel
        );
        if (done is null)
        {
            return NotFound();
        }

        if (!done.IsOk)
        {
            await OnGetAsync(cancel);
            return this.Refuse(done.Why);
        }

        this.Say(back ? "Your vote is taken back." : "Your vote counts.");
        return Redirect(
            $"/{here.Unit.Slug}/work/issues{(Shown == IssueShow.Open ? "" : $"?show={Show}")}"
        );
    }

    /// <summary>The rest of the list under the same choice.</summary>
    public string NextPage =>
        QueryString
            .Create(
                new Dictionary<string, string?>(StringComparer.Ordinal)
                {
                    ["show"] = Show,
                    ["after"] = Rows[^1].Number.ToString(CultureInfo.InvariantCulture),
                }
            )
            .Value!;

    private async Task CountAsync(CancellationToken cancel)
    {
        var today = here.Today;
        var counts = await db.Set<Issue>()
            .Where(i => i.UnitId == here.Unit.Id)
            .GroupBy(i => i.Status)
            .Select(g => new
            {
                Status = g.Key,
                Count = g.Count(),
                Due = g.Count(i => i.ParkedUntil <= today),
                Minutes = g.Sum(i => i.MinutesSpent),
            })
            .ToListAsync(cancel);
        int Of(params IssueStatus[] statuses) =>
            counts.Where(c => statuses.Contains(c.Status)).Sum(c => c.Count);
        All = counts.Sum(c => c.Count);
        Due = counts.Sum(c => c.Due);
        MinutesSentOn = counts.Where(c => c.Status == IssueStatus.SentOn).Sum(c => c.Minutes);
        Choices =
        [
            new($"Open ({Of(IssueStatus.Open)})", ""),
            new($"Parked ({Of(IssueStatus.Parked)})", "parked"),
            new($"Solved or closed ({Of(IssueStatus.Solved, IssueStatus.Closed)})", "solved"),
            new($"Sent on ({Of(IssueStatus.SentOn)})", "sent"),
        ];
    }
}
