using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Domain.Shared;
using Throughline.Domain.Units;
using Throughline.Domain.Units.Records;
using Throughline.Web.Access;
using Throughline.Web.Features.Meetings.Minutes;
using Throughline.Web.Ui;

namespace Throughline.Web.Features.Units.Settings;

/// <summary>How long minutes are kept, what is held, what was destroyed at the end of its time, and what was given out.</summary>
[Needs(Permission.KeepRecords)]
public sealed class RecordsModel(ThroughlineDb db, Here here, MinutesRetention retention)
    : PageModel
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    /// <summary>Shows what was given before this.</summary>
    [FromQuery]
    public Guid? Before { get; set; }

    public RecordsKept Kept { get; private set; } = RecordsKept.Nothing;

    /// <summary>True where the rule is set: at the district, for all its schools.</summary>
    public bool SetsRule => here.Unit.Kind == UnitKind.District;

    public async Task OnGetAsync(CancellationToken cancel)
    {
        await LoadAsync(cancel);
        (Input.Years, Input.On) = (Kept.Years, here.Today);
    }

    [Needs(Permission.KeepRecords)]
    public async Task<IActionResult> OnPostKeepAsync(CancellationToken cancel)
    {
        if (!SetsRule)
        {
            return NotFound();
        }

        var rule = await db.Set<RetentionRule>().SingleOrDefaultAsync(cancel);
        if (rule is null)
        {
            db.Add(rule = new RetentionRule(here.Unit.Id));
        }

        return await AnswerAsync(
            rule.Keep(Input.Years),
            "How long minutes are kept is set.",
            cancel
        );
    }

    [Needs(Permission.KeepRecords)]
    public async Task<IActionResult> OnPostHoldAsync(CancellationToken cancel)
    {
        var hold = LegalHold.Place(here.Unit, Input.Reason, here.Viewer.PersonId, here.Now);
        if (hold.IsOk)
        {
            db.Add(hold.Value);
        }

        return await AnswerAsync(
            hold.Refusal ?? Result.Ok(),
            "The records are held: nothing is destroyed.",
            cancel
        );
    }

    [Needs(Permission.KeepRecords)]
    public async Task<IActionResult> OnPostEndHoldAsync(Guid? hold, CancellationToken cancel) =>
        await db.Set<LegalHold>()
            .SingleOrDefaultAsync(h => h.Id == hold && h.UnitId == here.Unit.Id, cancel)
            is { } found
            ? await AnswerAsync(
                found.End(here.Viewer.PersonId, here.Now),
                "The hold is ended.",
                cancel
            )
            : NotFound();

    [Needs(Permission.KeepRecords)]
    public async Task<IActionResult> OnPostDestroyAsync(CancellationToken cancel)
    {
        var destroyed = await retention.DestroyAsync(cancel);
        this.Say(
            destroyed == 0
                ? "Nothing was destroyed: no time is over, or a hold is on."
                : $"The minutes of {Words.Count(destroyed, "meeting")} are destroyed."
        );
        return Again();
    }

    [Needs(Permission.KeepRecords)]
    public async Task<IActionResult> OnPostDiscloseAsync(CancellationToken cancel)
    {
        var entered = Disclosure.Enter(
            here.Unit,
            new DisclosureGiven(Input.On, Input.What, Input.ToWhom, Input.Ground),
            here.Viewer.PersonId,
            here.Today,
            here.Now
        );
        if (entered.IsOk)
        {
            db.Add(entered.Value);
        }

        return await AnswerAsync(entered.Refusal ?? Result.Ok(), "It is entered.", cancel);
    }

    private async Task<IActionResult> AnswerAsync(
        Result done,
        string said,
        CancellationToken cancel
    )
    {
        if (!ModelState.IsValid || !done.IsOk)
        {
            db.ChangeTracker.Clear();
            await LoadAsync(cancel);
            return done.IsOk ? PageModelExtensions.Again(this) : this.Refuse(done.Refusal!);
        }

        await db.SaveChangesAsync(cancel);
        this.Say(said);
        return Again();
    }

    private RedirectResult Again() => Redirect($"/{here.Unit.Slug}/settings/records");

    private async Task LoadAsync(CancellationToken cancel) =>
        Kept = await RecordsKept.LoadAsync(db, here, retention, Before, cancel);

    public sealed class InputModel
    {
        public int? Years { get; set; }
        public string? Reason { get; set; }
        public DateOnly? On { get; set; }
        public string? What { get; set; }
        public string? ToWhom { get; set; }
        public string? Ground { get; set; }
    }
}
