using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Data.Assessments;
using Throughline.Data.Saving;
using Throughline.Domain.Assessments;
using Throughline.Domain.Shared;
using Throughline.Domain.Teams;
using Throughline.Domain.Units;
using Throughline.Web.Access;
using Throughline.Web.Ui;

namespace Throughline.Web.Features.Assessments;

/// <summary>Opens a round: with which instrument, from when to when, and who rates.</summary>
[Needs(Permission.ConductRounds)]
public sealed class NewRoundModel(ThroughlineDb db, Here here, DistrictInstruments instruments)
    : PageModel
{
    [BindProperty]
    public NewRoundInput Input { get; set; } = new();

    public IReadOnlyList<SelectListItem> Instruments { get; private set; } = [];

    public IReadOnlyList<RaterChoice> Members { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        await LoadChoicesAsync(cancel);
        Input = new NewRoundInput
        {
            OpensOn = here.Today,
            ClosesOn = here.Today.AddDays(14),
            RaterIds = [.. Members.Select(m => m.PersonId)],
            Title = Title(here.Today),
        };
    }

    [Needs(Permission.ConductRounds)]
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await LoadChoicesAsync(cancel);
        if (!ModelState.IsValid || Missing() is { } missing && this.Refuse(missing) is not null)
        {
            return this.Again();
        }

        var opened = await ConflictRetry.RunAsync(db, () => OpenAsync(cancel));
        if (!opened.IsOk)
        {
            return this.Refuse(
                opened.Refusal! is { Field: nameof(Round.InstrumentVersionId) } about
                    ? about with
                    {
                        Field = nameof(Input.Instrument),
                    }
                    : opened.Refusal!
            );
        }

        this.Say(
            $"“{opened.Value.Title}” is open for {opened.Value.Raters.Count} people. It stands in their day."
        );
        return Redirect($"/{here.Unit.Slug}/assessments/{opened.Value.Number}");
    }

    private Refusal? Missing() =>
        Input.OpensOn is null ? new Refusal("Enter the first day.", "OpensOn")
        : Input.ClosesOn is null ? new Refusal("Enter the last day.", "ClosesOn")
        : Input.RaterIds.Except(Members.Select(m => m.PersonId)).Any()
            ? new Refusal(
                "Someone you chose is not a member any more. Look at the list again.",
                "RaterIds"
            )
        : null;

    private async Task<Result<Round>> OpenAsync(CancellationToken cancel)
    {
        var (key, version) = Choice(Input.Instrument);
        var instrument = await instruments.TakeAsync(key, version, here.Now, cancel);
        if (!instrument.IsOk)
        {
            return instrument.Refusal!;
        }

        var last = await db.Set<Round>()
            .Where(r => r.UnitId == here.Unit.Id)
            .MaxAsync(r => (int?)r.Number, cancel);
        var round = Round.Open(
            here.Unit,
            (last ?? 0) + 1,
            Input.Title,
            instrument.Value,
            Input.OpensOn!.Value,
            Input.ClosesOn!.Value,
            Members
                .Where(m => Input.RaterIds.Contains(m.PersonId))
                .Select(m => new Asked(m.PersonId, Perspective.Team, RaterGroups.Of(m.Seat))),
            here.Viewer.PersonId,
            here.Today,
            here.Now
        );
        if (round.IsOk)
        {
            db.Add(round.Value);
            await db.SaveChangesAsync(cancel);
        }

        return round;
    }

    private async Task LoadChoicesAsync(CancellationToken cancel)
    {
        Instruments =
        [
            new SelectListItem("Choose one", ""),
            .. (await instruments.ListAsync(cancel))
                .Where(i => Round.Fits(i.Audience, here.Unit.Kind))
                .Select(i => new SelectListItem(
                    $"{i.Title}, version {i.Version} ({i.ItemCount} items)",
                    $"{i.Key}/{i.Version.ToString(CultureInfo.InvariantCulture)}"
                )),
        ];
        Members = await db.Set<IltMembership>()
            .AsNoTracking()
            .Where(m => m.UnitId == here.Unit.Id && m.Until == null)
            .Join(db.Set<Person>(), m => m.PersonId, p => p.Id, (m, p) => new { m.Kind, p })
            .Where(x => x.p.LeftOn == null)
            .OrderBy(x => x.p.FamilyName)
            .ThenBy(x => x.p.GivenName)
            .Select(x => new RaterChoice(x.p.Id, x.p.GivenName + " " + x.p.FamilyName, x.Kind))
            .ToListAsync(cancel);
    }

    private static (string? Key, int Version) Choice(string? typed) =>
        typed?.Split('/') is [var key, var number]
        && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var version)
            ? (key, version)
            : (null, 0);

    private static string Title(DateOnly today) =>
        today.Month switch
        {
            >= 8 and <= 11 => "Fall self-assessment",
            12 or <= 2 => "Winter self-assessment",
            _ => "Spring self-assessment",
        };
}

public sealed class NewRoundInput
{
    public string? Title { get; set; }

    /// <summary>Key and version, joined by a slash.</summary>
    public string? Instrument { get; set; }
    public DateOnly? OpensOn { get; set; }
    public DateOnly? ClosesOn { get; set; }
    public List<Guid> RaterIds { get; set; } = [];
}

/// <summary>A member who can be asked to rate.</summary>
public sealed record RaterChoice(Guid PersonId, string Name, SeatKind Seat);
