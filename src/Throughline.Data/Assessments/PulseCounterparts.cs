using Microsoft.EntityFrameworkCore;
using Throughline.Domain.Assessments;

namespace Throughline.Data.Assessments;

/// <summary>How the ILT rated itself on an item that is about the same matter as a question of the staff pulse.</summary>
/// <param name="Matter">The item.</param>
/// <param name="Text">What the item says.</param>
/// <param name="Round">The title of the round.</param>
/// <param name="RoundNumber">Its number in the unit.</param>
/// <param name="At">When the answers were closed, UTC.</param>
/// <param name="Scale">The values of the levels, lowest first.</param>
/// <param name="Figures">The figures, or null when too few rated the item to show any.</param>
public sealed record PulseCounterpart(
    PulseMatter Matter,
    string Text,
    string Round,
    int RoundNumber,
    DateTime At,
    IReadOnlyList<int> Scale,
    ItemFigures? Figures
);

/// <summary>Finds the ILT's own ratings of what the staff pulse asks about.</summary>
public sealed class PulseCounterparts(ThroughlineDb db, DistrictInstruments instruments)
{
    /// <summary>The unit's latest published figures for each item that the questions name; none where the team has published nothing.</summary>
    public async Task<IReadOnlyList<PulseCounterpart>> LoadAsync(
        Guid unitId,
        PulseQuestions questions,
        CancellationToken cancel
    )
    {
        var matters = questions.All.SelectMany(q => q.SameMatter).Distinct().ToList();
        var keys = matters.Select(m => m.InstrumentKey).Distinct().ToList();
        var published = await (
            from result in db.Set<PublishedResult>().AsNoTracking()
            join round in db.Set<Round>() on result.RoundId equals round.Id
            join version in db.Set<InstrumentVersion>()
                on round.InstrumentVersionId equals version.Id
            where round.UnitId == unitId && keys.Contains(version.Key)
            group new
            {
                Result = result,
                round.Title,
                round.Number,
                VersionId = version.Id,
            } by version.Key into ofKey
            select new
            {
                ofKey.Key,
                Latest = ofKey.OrderByDescending(x => x.Result.PublishedAt).First(),
            }
        ).ToListAsync(cancel);

        var found = new List<PulseCounterpart>();
        foreach (var p in published)
        {
            var instrument = await instruments.OfRoundAsync(p.Latest.VersionId, cancel);
            var team = p.Latest.Result.Read().Team;
            foreach (var matter in matters.Where(m => m.InstrumentKey == p.Key))
            {
                if (
                    instrument.Items.FirstOrDefault(i => i.Key == matter.ItemKey) is { } item
                    && team.Item(matter.ItemKey) is { } result
                )
                {
                    found.Add(
                        new PulseCounterpart(
                            matter,
                            item.Text,
                            p.Latest.Title,
                            p.Latest.Number,
                            team.FiguresAt,
                            [.. instrument.Levels.Select(l => l.Value)],
                            result.Figures
                        )
                    );
                }
            }
        }

        return found;
    }
}
