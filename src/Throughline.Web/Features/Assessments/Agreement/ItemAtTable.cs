using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Data.Assessments;
using Throughline.Domain.Assessments;
using Throughline.Domain.Shared;
using Throughline.Web.Access;

namespace Throughline.Web.Features.Assessments.Agreement;

/// <summary>One item of a round, as it lies before the team.</summary>
/// <param name="Round">The round.</param>
/// <param name="Instrument">Its instrument.</param>
/// <param name="Item">The item.</param>
/// <param name="Position">Its place in the instrument, counted from 1.</param>
/// <param name="Agreed">What the team recorded, or null before it talked about the item.</param>
/// <param name="Rounds">The address of the unit's rounds.</param>
public sealed record ItemAtTable(
    Round Round,
    Instrument Instrument,
    InstrumentItem Item,
    int Position,
    AgreedItem? Agreed,
    string Rounds
)
{
    public int Count => Instrument.Items.Count;

    /// <summary>The overview's address.</summary>
    public string All =>
        string.Create(CultureInfo.InvariantCulture, $"{Rounds}/{Round.Number}/agreement");

    public string Path => PathOf(Position);

    public string PathOf(int position) =>
        string.Create(CultureInfo.InvariantCulture, $"{All}/{position}");

    public InstrumentPart Part => Instrument.Parts.First(p => p.Items.Contains(Item));

    /// <summary>What the agreed level asks for next; null without one.</summary>
    public NextLevel? Next =>
        Agreed?.Level is { } level ? NextLevel.After(Instrument, Item, level) : null;
}

/// <summary>Lays an item of a closed round before the team, and begins its record when the first thing is said about it.</summary>
public sealed class AgreementTable(ThroughlineDb db, Here here, DistrictInstruments instruments)
{
    /// <summary>The item, to be acted on; null when there is none such, and for a round that was never closed.</summary>
    public async Task<ItemAtTable?> FindAsync(int number, int position, CancellationToken cancel)
    {
        var found = await (
            from round in db.Set<Round>()
            where round.UnitId == here.Unit.Id && round.Number == number
            where round.Closings > 0 && !round.IsAboutOneself
            from item in db.Set<AgreedItem>()
                .Where(i => i.RoundId == round.Id && i.Position == position)
                .DefaultIfEmpty()
            select new { Round = round, Agreed = item }
        ).SingleOrDefaultAsync(cancel);
        if (found is null)
        {
            return null;
        }

        var instrument = await instruments.OfRoundAsync(found.Round.InstrumentVersionId, cancel);
        return position >= 1 && position <= instrument.Items.Count
            ? new ItemAtTable(
                found.Round,
                instrument,
                instrument.Items[position - 1],
                position,
                found.Agreed,
                $"/{here.Unit.Slug}/assessments"
            )
            : null;
    }

    /// <summary>The record of an item, begun and added when there is none yet.</summary>
    public Result<AgreedItem> Begin(ItemAtTable at)
    {
        if (at.Agreed is not null)
        {
            return Result.Ok(at.Agreed);
        }

        var begun = AgreedItem.Begin(at.Round, at.Instrument, at.Item.Key, here.Now);
        if (begun.IsOk)
        {
            db.Add(begun.Value);
        }

        return begun;
    }
}
