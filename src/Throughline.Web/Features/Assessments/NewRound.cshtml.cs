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

    public RaterForm Raters { get; private set; } = null!;

    /// <param name="instrument">The key of the instrument one comes for; none to choose on the page.</param>
    /// <param name="cancel">Ends the wait.</param>
    public async Task OnGetAsync(string? instrument, CancellationToken cancel)
    {
        await LoadChoicesAsync(cancel);
        var chosen = Instruments.FirstOrDefault(i => Choice(i.Value).Key == instrument)?.Value;
        Input = new NewRoundInput
        {
            Instrument = chosen,
            OpensOn = here.Today,
            ClosesOn = here.Today.AddDays(14),
            RaterIds = [.. Raters.Members.Select(m => m.PersonId)],
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
            $"“{opened.Value.Title}” is open for {Words.Count(opened.Value.Raters.Count, "person", "people")}. It stands in their day."
        );
        return Redirect($"/{here.Unit.Slug}/assessments/{opened.Value.Number}");
    }

    private Refusal? Missing() =>
        Input.OpensOn is null ? new Refusal("Enter the first day.", "OpensOn")
        : Input.ClosesOn is null ? new Refusal("Enter the last day.", "ClosesOn")
        : Raters.WhatIsWrong(Input);

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
            await Raters.AskedAsync(db, here.Unit, Input, cancel),
            here.Viewer.PersonId,
            here.Today,
            here.Now
        );
        if (round.IsOk)
        {
            db.Add(round.Value);
            await db.SaveManyTogetherAsync(here.Now, cancel);
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
                    $"{i.Title}, version {i.Version} ({i.ItemCount} items{(i.Audience == InstrumentAudience.Person ? ", each about oneself" : "")})",
                    $"{i.Key}/{i.Version.ToString(CultureInfo.InvariantCulture)}"
                )),
        ];
        Raters = await RaterForm.LoadAsync(db, here.Unit, cancel);
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

    /// <summary>In a school: members of the district's ILT.</summary>
    public List<Guid> OutsideIds { get; set; } = [];

    /// <summary>In a district: principals of all its schools.</summary>
    public bool Principals { get; set; }

    /// <summary>In a district: the ILT members of all its schools.</summary>
    public bool IltMembers { get; set; }

    public SchoolPeople Schools =>
        (Principals ? SchoolPeople.Principals : SchoolPeople.None)
        | (IltMembers ? SchoolPeople.IltMembers : SchoolPeople.None);
}
