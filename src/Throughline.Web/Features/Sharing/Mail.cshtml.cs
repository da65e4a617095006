using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Domain.Shared;
using Throughline.Domain.Sharing;
using Throughline.Web.Access;
using Throughline.Web.Ui;

namespace Throughline.Web.Features.Sharing;

/// <summary>A decision as a mail: to copy, or to send to one's team, which is then told by mail.</summary>
[Needs(Permission.SeeRelays)]
public sealed class MailModel(ThroughlineDb db, Here here, Relays relays, RelayMail mail)
    : PageModel
{
    [FromRoute(Name = "number")]
    public int Number { get; set; }

    /// <summary>The team it goes to.</summary>
    [BindProperty]
    public Guid? Team { get; set; }

    public RelayView View { get; private set; } = null!;

    /// <summary>How many of each team are reached, and how many are in it.</summary>
    public IReadOnlyDictionary<Guid, (int Reached, int Of)> Reach { get; private set; } =
        new Dictionary<Guid, (int, int)>();

    public string Subject => RelayMail.Subject(View);

    public string Body => mail.Body(View, null);

    public string Back => relays.PathOf(Number);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) =>
        await LoadAsync(cancel) ? Page() : NotFound();

    [Needs(Permission.TellTeams)]
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await LoadAsync(cancel))
        {
            return NotFound();
        }

        var sent = ModelState.IsValid ? await SendAsync(cancel) : null;
        if (sent is { IsOk: true })
        {
            this.Say("The mail is on its way, and your team counts as told.");
            return Redirect(Back);
        }

        db.ChangeTracker.Clear();
        return sent is null ? this.Again() : this.Refuse(sent.Refusal!, "Mail");
    }

    private async Task<Result> SendAsync(CancellationToken cancel)
    {
        var teams = View.MineToTell.Where(t => t.TeamId == Team).Select(t => t.TeamId).ToList();
        if (teams.Count == 0)
        {
            return Result.Refused(
                "This team was told already, or another speaks for it. Nothing was sent."
            );
        }

        if (Reach[teams[0]].Reached == 0)
        {
            return Result.Refused(
                "Nobody in this team can be reached by mail. Tell them yourself."
            );
        }

        var done = await relays.ActAsync(
            Number,
            relay =>
                relay.Tell(
                    teams[0],
                    new Telling(ToldHow.Mail, here.Today, null),
                    here.Viewer.PersonId,
                    here.Today,
                    here.Now
                ),
            cancel,
            with: () => mail.WriteAsync(View, teams, cancel)
        );
        return done.Refusal is { } refusal ? refusal : Result.Ok();
    }

    private async Task<bool> LoadAsync(CancellationToken cancel)
    {
        if (await RelayView.LoadAsync(db, here, relays, Number, cancel) is not { } view)
        {
            return false;
        }

        View = view;
        var mine = view.MineToTell.Select(t => t.TeamId).ToList();
        if (mine.Count > 0 && here.Can(Permission.TellTeams))
        {
            Reach = await mail.ReachAsync(mine, cancel);
        }

        return true;
    }
}
