using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Data.Saving;
using Throughline.Domain.Assessments;
using Throughline.Domain.Shared;
using Throughline.Web.Access;
using Throughline.Web.Ui;

namespace Throughline.Web.Features.Assessments.Agreement;

/// <summary>One item before the team: what the ratings say, what the team agrees on and why.</summary>
[Needs(Permission.SeeAgreement)]
public sealed class ItemModel(ThroughlineDb db, Here here, AgreementTable table) : PageModel
{
    /// <summary>The answer that stands for “No agreement yet”.</summary>
    public const string Open = "open";

    /// <summary>The answer to a question, which has no levels.</summary>
    public const string InWords = "words";

    [FromRoute(Name = "round")]
    public int Number { get; set; }

    [FromRoute(Name = "item")]
    public int Position { get; set; }

    [BindProperty]
    public AgreementInput Input { get; set; } = new();

    public ItemAtTable At { get; private set; } = null!;

    public ItemView View { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await FindAsync(cancel))
        {
            return NotFound();
        }

        Input = AgreementInput.Of(At.Agreed);
        View = await ItemView.LoadAsync(db, here, At, cancel);
        return Page();
    }

    [Needs(Permission.AgreeOnResults)]
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await FindAsync(cancel))
        {
            return NotFound();
        }

        var recorded = ModelState.IsValid ? Record() : null;
        if (recorded is not { IsOk: true })
        {
            if (recorded is not null)
            {
                this.Refuse(recorded.Refusal!);
            }

            return await AgainAsync(StatusCodes.Status422UnprocessableEntity, cancel);
        }

        try
        {
            // Two devices may begin the same item at once: then the other one was first.
            if (!await db.TrySaveAsync(cancel))
            {
                return await ClashAsync(cancel);
            }
        }
        catch (DbUpdateConcurrencyException)
        {
            return await ClashAsync(cancel);
        }

        this.Say($"Item {Position} is recorded.");
        return Redirect(
            Input.Next != true ? At.Path
            : Position < At.Count ? At.PathOf(Position + 1)
            : At.All
        );
    }

    private Result Record()
    {
        var begun = table.Begin(At);
        if (!begun.IsOk)
        {
            return begun.Refusal!;
        }

        var agreed = begun.Value;
        if (At.Agreed is not null)
        {
            // Evidence or an action may have begun the item since the form was opened; that overwrites nothing.
            db.Expect(agreed, agreed.State == AgreedState.TalkedAbout ? null : Input.Version ?? 0);
        }

        var by = here.Viewer.PersonId;
        return Input.Level == Open
            ? agreed.LeaveOpen(At.Round, Input.Reasons, by, here.Now)
            : agreed.Agree(At.Round, At.Instrument, Input.Number, Input.Reasons, by, here.Now);
    }

    private async Task<bool> FindAsync(CancellationToken cancel)
    {
        if (await table.FindAsync(Number, Position, cancel) is not { } found)
        {
            return false;
        }

        At = found;
        return true;
    }

    private async Task<IActionResult> AgainAsync(int status, CancellationToken cancel)
    {
        db.ChangeTracker.Clear();
        await FindAsync(cancel);
        View = await ItemView.LoadAsync(db, here, At, cancel);
        return this.Again(status);
    }

    private async Task<IActionResult> ClashAsync(CancellationToken cancel)
    {
        var again = await AgainAsync(StatusCodes.Status409Conflict, cancel);
        var saved = AgreementInput.Of(At.Agreed);
        Input.Version = saved.Version;
        this.Conflict(
            ("The team", Said(saved.Level), Said(Input.Level)),
            ("Reasons", saved.Reasons, Input.Reasons)
        );
        return again;
    }

    private string Said(string? answer) =>
        answer switch
        {
            Open => "No agreement yet",
            InWords => "Agreed",
            _ when At.Instrument.Levels.FirstOrDefault(l => Value(l) == answer) is { } level =>
                AgreementWords.Name(level),
            _ => "Nothing recorded",
        };

    /// <summary>A level as the form sends it.</summary>
    public static string Value(InstrumentLevel level) =>
        level.Value.ToString(CultureInfo.InvariantCulture);
}

/// <summary>What the team says about an item.</summary>
public sealed class AgreementInput
{
    /// <summary>A level's value, “open” or, for a question, “words”.</summary>
    public string? Level { get; set; }
    public string? Reasons { get; set; }
    public int? Version { get; set; }

    /// <summary>True to go on to the next item.</summary>
    public bool? Next { get; set; }

    /// <summary>The level as a number; null for the other answers and for what is none.</summary>
    internal int? Number =>
        int.TryParse(
            Level,
            NumberStyles.AllowLeadingSign,
            CultureInfo.InvariantCulture,
            out var level
        )
            ? level
            : null;

    internal static AgreementInput Of(AgreedItem? agreed) =>
        new()
        {
            Level =
                agreed?.Level?.ToString(CultureInfo.InvariantCulture)
                ?? agreed?.State switch
                {
                    AgreedState.NoAgreementYet => ItemModel.Open,
                    AgreedState.Agreed => ItemModel.InWords,
                    _ => null,
                },
            Reasons = agreed?.Reasons,
            Version = agreed?.Version ?? 0,
        };
}
