using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughline.Data;
using Throughline.Domain.Shared;
using Throughline.Domain.Sharing;
using Throughline.Web.Access;
using Throughline.Web.Ui;

namespace Throughline.Web.Features.Sharing;

/// <summary>
/// One decision on its way: the message, “I told my team”, a question brought back, and the answers. A representative reads
/// and says it in two minutes, on a phone.
/// </summary>
[Needs(Permission.SeeRelays)]
public sealed class RelayPageModel(
    ThroughlineDb db,
    Here here,
    Relays relays,
    RelayQuestions questions
) : PageModel
{
    [FromRoute(Name = "number")]
    public int Number { get; set; }

    [BindProperty]
    public RelayUpdate Input { get; set; } = new();

    public RelayView View { get; private set; } = null!;

    public string Path => relays.PathOf(Number);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await ShowAsync(cancel))
        {
            return NotFound();
        }

        Input.On = here.Today;
        return Page();
    }

    [Needs(Permission.TellTeams)]
    public Task<IActionResult> OnPostTellAsync(CancellationToken cancel) =>
        DoAsync(() => TellAsync(cancel), "It is kept that they were told.", cancel);

    /// <summary>A team was not told after all.</summary>
    [Needs(Permission.TellTeams)]
    public Task<IActionResult> OnPostTakeBackAsync(CancellationToken cancel) =>
        DoAsync(
            async () =>
            {
                var done = await relays.ActAsync(
                    Number,
                    relay =>
                        relay.TakeBack(
                            Input.Teams.FirstOrDefault(),
                            here.Viewer.PersonId,
                            relays.Leads
                        ),
                    cancel
                );
                return done.Refusal is { } refusal ? refusal : Result.Ok();
            },
            "It is taken back. The team is to be told.",
            cancel
        );

    [Needs(Permission.TellTeams)]
    public Task<IActionResult> OnPostAskAsync(CancellationToken cancel) =>
        DoAsync(
            async () =>
            {
                var asked = await questions.AskAsync(Number, Input.Question, Input.Asking, cancel);
                return asked.IsOk ? Result.Ok() : asked.Refusal!;
            },
            "The question is on the ILT’s list of issues. Its answer comes back to you here and in your day.",
            cancel
        );

    [Needs(Permission.TellTeams)]
    public Task<IActionResult> OnPostJoinAsync(CancellationToken cancel) =>
        DoAsync(
            () => questions.JoinAsync(Number, Input.About ?? 0, Input.Asking, cancel),
            "Your team asks it too. The answer comes to you as well.",
            cancel
        );

    [Needs(Permission.TellTeams)]
    public Task<IActionResult> OnPostAnswerToldAsync(CancellationToken cancel) =>
        DoAsync(
            () => questions.TellAnswerAsync(Number, Input.About ?? 0, Input.Asking, cancel),
            "It is kept that your team has the answer.",
            cancel
        );

    private async Task<Result> TellAsync(CancellationToken cancel)
    {
        var may = await relays.MaySpeakToAsync(Input.Teams, cancel);
        if (!may.IsOk)
        {
            return may;
        }

        var (me, today, now) = (here.Viewer.PersonId, here.Today, here.Now);
        var telling = new Telling(Input.How, Input.On, Input.Note);
        var done = await relays.ActAsync(
            Number,
            relay =>
                Input
                    .Teams.Distinct()
                    .Select(team => relay.Tell(team, telling, me, today, now))
                    .FirstOrDefault(told => !told.IsOk)
                ?? Result.Ok(),
            cancel
        );
        return done.Refusal is { } refusal ? refusal : Result.Ok();
    }

    private async Task<IActionResult> DoAsync(
        Func<Task<Result>> act,
        string said,
        CancellationToken cancel
    )
    {
        var done = ModelState.IsValid ? await act() : null;
        if (done is { IsOk: true })
        {
            this.Say(said);
            return Redirect(Path);
        }

        db.ChangeTracker.Clear();
        return !await ShowAsync(cancel) ? NotFound()
            : done is null ? this.Again()
            : this.Refuse(done.Refusal!);
    }

    private async Task<bool> ShowAsync(CancellationToken cancel)
    {
        if (await RelayView.LoadAsync(db, here, relays, Number, cancel) is not { } view)
        {
            return false;
        }

        View = view;
        return true;
    }
}

/// <summary>What a representative says about a decision on its way.</summary>
public sealed class RelayUpdate
{
    /// <summary>The teams that were told.</summary>
    public List<Guid> Teams { get; set; } = [];
    public ToldHow? How { get; set; }
    public DateOnly? On { get; set; }
    public string? Note { get; set; }

    /// <summary>The teams that ask, join or have heard an answer.</summary>
    public List<Guid> Asking { get; set; } = [];
    public string? Question { get; set; }

    /// <summary>The number of the question that is meant.</summary>
    public int? About { get; set; }
}
