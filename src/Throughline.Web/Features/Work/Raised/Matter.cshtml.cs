using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughline.Data;
using Throughline.Domain.Shared;
using Throughline.Domain.Work;
using Throughline.Web.Access;
using Throughline.Web.Features.Work.Issues;
using Throughline.Web.Ui;

namespace Throughline.Web.Features.Work.Raised;

/// <summary>What someone raised: its sender follows it, and who holds it answers.</summary>
[Needs(Permission.SeeMatter)]
public sealed class MatterModel(ThroughlineDb db, Here here, Matters matters, IssueList issues)
    : PageModel
{
    [FromRoute(Name = "matter")]
    public Guid Id { get; set; }

    [BindProperty]
    public MatterReply Input { get; set; } = new();

    /// <summary>Null for a representative from whom it went on while they wrote.</summary>
    public MatterView? View { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        View = await MatterView.LoadAsync(db, here, Id, cancel);
        return View is null ? NotFound() : Page();
    }

    [Needs(Permission.AnswerMatter)]
    public Task<IActionResult> OnPostBringAsync(CancellationToken cancel)
    {
        var number = 0;
        return ActAsync(
            (matter, seats) => matters.BringAsync(matter, seats, n => number = n, cancel),
            "It is on the ILT’s list. Who raised it sees so.",
            () => issues.PathOf(number),
            cancel
        );
    }

    [Needs(Permission.AnswerMatter)]
    public Task<IActionResult> OnPostAnswerAsync(CancellationToken cancel) =>
        ActAsync(
            (matter, seats) => Task.FromResult(matter.Answer(Input.Answer, Me, seats, here.Now)),
            "Your answer is sent. Who raised it finds it in their day.",
            () => "/home",
            cancel
        );

    [Needs(Permission.AnswerMatter)]
    public Task<IActionResult> OnPostPassOnAsync(CancellationToken cancel) =>
        ActAsync(
            (matter, seats) =>
                Task.FromResult(matter.PassOn(Input.PassOnWords, Me, seats, here.Now)),
            "It is with the facilitator now. Who raised it sees so.",
            () => "/home",
            cancel
        );

    private Guid Me => here.Viewer.PersonId;

    private async Task<IActionResult> ActAsync(
        Func<RaisedMatter, MatterSeats, Task<Result>> act,
        string said,
        Func<string> next,
        CancellationToken cancel
    )
    {
        var done = ModelState.IsValid ? await matters.ActAsync(Id, act, cancel) : null;
        if (done is { IsOk: true })
        {
            this.Say(said);
            return Redirect(next());
        }

        db.ChangeTracker.Clear();
        View = await MatterView.LoadAsync(db, here, Id, cancel);
        return done is null ? this.Again() : this.Refuse(done.Refusal!);
    }
}

/// <summary>What is typed by who is to answer.</summary>
public sealed class MatterReply
{
    public string? Answer { get; set; }
    public string? PassOnWords { get; set; }
}
