using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Data.Assessments;
using Throughline.Domain.Assessments;
using Throughline.Web.Access;

namespace Throughline.Web.Features.Assessments;

/// <summary>
/// What a closed round shows, each side apart, beside an earlier round. It reads published records and no rating.
/// </summary>
[Needs(Permission.SeeResults)]
public sealed class ResultsModel(
    ThroughlineDb db,
    Here here,
    DistrictInstruments instruments,
    EarlierRounds rounds
) : PageModel
{
    /// <summary>The choice that compares with nothing.</summary>
    public const int WithNone = 0;

    [BindProperty(SupportsGet = true, Name = "round")]
    public int Number { get; set; }

    /// <summary>The number of the round to compare with; the latest earlier one unless said.</summary>
    [BindProperty(SupportsGet = true, Name = "with")]
    public int? With { get; set; }

    public string Title { get; private set; } = "";

    /// <summary>False while the round is open: then there is nothing to see, or the results of an earlier closing.</summary>
    public bool IsClosed { get; private set; }

    public Instrument Instrument { get; private set; } = null!;

    /// <summary>The latest publication, or null before the first closing.</summary>
    public PublishedResult? Published { get; private set; }

    public RoundResults? Results { get; private set; }

    /// <summary>What it can be compared with, the latest first.</summary>
    public IReadOnlyList<EarlierChoice> Choices { get; private set; } = [];

    /// <summary>What it is compared with, or null.</summary>
    public EarlierRound? Earlier { get; private set; }

    public IReadOnlyList<Finding> Findings { get; private set; } = [];

    /// <summary>The short names of the levels, lowest first.</summary>
    public IReadOnlyList<string> LevelNames =>
        [.. Instrument.Levels.Select(l => l.Value.ToString(CultureInfo.InvariantCulture))];

    /// <summary>True when neither side shows anything.</summary>
    public bool IsTooFew => Results is null || Results.Sides.All(s => s.IsTooFew);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        var round = await db.Set<Round>()
            .AsNoTracking()
            .Where(r => r.UnitId == here.Unit.Id && r.Number == Number)
            .Select(r => new
            {
                r.Id,
                r.Title,
                r.ClosedAt,
                r.InstrumentVersionId,
            })
            .SingleOrDefaultAsync(cancel);
        if (round is null)
        {
            return NotFound();
        }

        Title = round.Title;
        IsClosed = round.ClosedAt is not null;
        Instrument = await instruments.OfRoundAsync(round.InstrumentVersionId, cancel);
        Published = await db.Set<PublishedResult>()
            .AsNoTracking()
            .Where(p => p.RoundId == round.Id)
            .OrderByDescending(p => p.Closing)
            .FirstOrDefaultAsync(cancel);
        Results = Published?.Read();
        if (Results is not null && !IsTooFew)
        {
            await CompareAsync(round.Id, cancel);
            Findings = WhatStandsOut.In(Instrument, Results, Earlier);
        }

        return Page();
    }

    private async Task CompareAsync(Guid roundId, CancellationToken cancel)
    {
        // Who only rated in this round sees no other round of the team.
        if (!here.Can(Permission.SeeRounds))
        {
            return;
        }

        Choices = await rounds.OfAsync(roundId, Instrument, cancel);
        var choice =
            With == WithNone
                ? null
                : Choices.FirstOrDefault(c => c.Number == With) ?? Choices.FirstOrDefault();
        With = choice?.Number ?? WithNone;
        Earlier = choice is null ? null : await rounds.ReadAsync(choice, cancel);
    }
}

/// <summary>One item on the page, or in its table.</summary>
public sealed record ResultOfItem(ResultsModel Page, InstrumentItem Item)
{
    private RoundResults Results => Page.Results!;

    /// <summary>Its place among the items, from 1.</summary>
    public int Position => Page.Instrument.Items.Index().First(i => i.Item == Item).Index + 1;

    /// <summary>The sides that show figures of it.</summary>
    public IReadOnlyList<(SideResults Side, ItemResult Result, ItemFigures Figures)> Shown =>
        [
            .. Results
                .Sides.Select(s => (Side: s, Result: s.Item(Item.Key)))
                .Where(s => s.Result?.Figures is not null)
                .Select(s => (s.Side, s.Result!, s.Result!.Figures!)),
        ];

    /// <summary>How far both sides are apart, when both show figures.</summary>
    public Gap? Gap => Results.GapOf(Item.Key);

    /// <summary>What changed on a side since the earlier round.</summary>
    public Change? ChangeOf(SideResults side) => Page.Earlier?.ChangeOf(Item.Key, side);
}
