using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughline.Data;
using Throughline.Domain.Shared;
using Throughline.Domain.Sharing;
using Throughline.Web.Access;
using Throughline.Web.Ui;

namespace Throughline.Web.Features.Sharing;

/// <summary>How far one's team takes a decision up and what help that takes; and how it was told, to be corrected.</summary>
[Needs(Permission.TellTeams)]
public sealed class TeamOfRelayModel(ThroughlineDb db, Here here, Relays relays) : PageModel
{
    [FromRoute(Name = "number")]
    public int Number { get; set; }

    [FromRoute(Name = "team")]
    public Guid TeamId { get; set; }

    [BindProperty]
    public TeamUpdate Input { get; set; } = new();

    public RelayView View { get; private set; } = null!;

    public ToldTeam Team { get; private set; } = null!;

    public string Back => relays.PathOf(Number);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await LoadAsync(cancel))
        {
            return NotFound();
        }

        if (!Team.IsTold || View.IsEnded)
        {
            this.Say(View.IsEnded ? "This decision is no longer to tell." : "Tell the team first.");
            return Redirect(Back);
        }

        Fill();
        return Page();
    }

    [Needs(Permission.TellTeams)]
    public Task<IActionResult> OnPostAsync(CancellationToken cancel) =>
        DoAsync(
            relay => relay.TakeUp(TeamId, Input.Uptake, Input.Help, here.Viewer.PersonId, here.Now),
            "It is kept how far they are.",
            cancel
        );

    [Needs(Permission.TellTeams)]
    public Task<IActionResult> OnPostCorrectAsync(CancellationToken cancel) =>
        DoAsync(
            relay =>
                relay.Correct(
                    TeamId,
                    new Telling(Input.How, Input.On, Input.Note),
                    here.Viewer.PersonId,
                    here.Today,
                    here.Now
                ),
            "It is corrected.",
            cancel
        );

    private async Task<IActionResult> DoAsync(
        Func<Relay, Result> act,
        string said,
        CancellationToken cancel
    )
    {
        if (!await LoadAsync(cancel))
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return this.Again();
        }

        var done = await relays.ActAsync(
            Number,
            act,
            cancel,
            isSeen: relay =>
                Input.Version is null
                || relay.Teams.Any(t => t.TeamId == TeamId && t.Version == Input.Version)
        );
        if (done.IsOk)
        {
            this.Say(said);
            return Redirect(Back);
        }

        if (done.Refusal is { } refusal)
        {
            return this.Refuse(refusal);
        }

        await LoadAsync(cancel);
        var now = Team.Said;
        Input.Version = now.Version;
        return this.Conflict(
            (
                "How far",
                now.Uptake is { } stands ? RelayWords.Of(stands) : null,
                Input.Uptake is { } typed ? RelayWords.Of(typed) : null
            ),
            ("What help it takes", now.Help, Input.Help),
            (
                "Told on",
                now.ToldOn is { } on ? Days.Full(on) : null,
                Input.On is { } day ? Days.Full(day) : null
            )
        );
    }

    private void Fill() =>
        Input = new()
        {
            Uptake = Team.Said.Uptake,
            Help = Team.Said.Help,
            How = Team.Said.ToldHow,
            On = Team.Said.ToldOn,
            Note = Team.Said.Note,
            Version = Team.Said.Version,
        };

    private async Task<bool> LoadAsync(CancellationToken cancel)
    {
        if (
            await RelayView.LoadAsync(db, here, relays, Number, cancel) is not { } view
            || view.Teams.FirstOrDefault(t => t.TeamId == TeamId && t.IsMine) is not { } team
        )
        {
            return false;
        }

        (View, Team) = (view, team);
        return true;
    }
}

/// <summary>What is said of a team that was told.</summary>
public sealed class TeamUpdate
{
    public Uptake? Uptake { get; set; }
    public string? Help { get; set; }
    public ToldHow? How { get; set; }
    public DateOnly? On { get; set; }
    public string? Note { get; set; }
    public int? Version { get; set; }
}
