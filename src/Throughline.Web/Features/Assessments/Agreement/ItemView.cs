using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Domain.Assessments;
using Throughline.Domain.Shared;
using Throughline.Domain.Units;
using Throughline.Domain.Work;
using Throughline.Web.Access;

namespace Throughline.Web.Features.Assessments.Agreement;

/// <summary>What was recorded earlier or now, and by whom.</summary>
public sealed record RecordRow(
    AgreedState State,
    int? Level,
    string? Reasons,
    int Closing,
    string By,
    DateTime At
);

/// <summary>A piece of evidence.</summary>
public sealed record EvidenceRow(
    Guid Id,
    EvidenceKind Kind,
    string? Words,
    string? Address,
    string? FileName,
    EvidenceFormat? Format,
    int? Size,
    string By,
    DateTime At
);

/// <summary>An action step that came of an item.</summary>
public sealed record ActionOfItem(
    int Number,
    string Title,
    string Owner,
    DateOnly DueOn,
    WorkStatus Status
);

/// <summary>What an item's page shows beside the form.</summary>
/// <param name="Result">The team's published figures; null for a question.</param>
/// <param name="Outside">How those who look from outside see it; null when too few do.</param>
/// <param name="Notes">The notes their writers share; null when too few answered.</param>
/// <param name="Records">The latest first.</param>
/// <param name="Evidence">The earliest first.</param>
/// <param name="Actions">What came of it.</param>
public sealed record ItemView(
    ItemResult? Result,
    ItemFigures? Outside,
    IReadOnlyList<string>? Notes,
    IReadOnlyList<RecordRow> Records,
    IReadOnlyList<EvidenceRow> Evidence,
    IReadOnlyList<ActionOfItem> Actions
)
{
    private const int RecordsShown = 20;

    public static async Task<ItemView> LoadAsync(
        ThroughlineDb db,
        Here here,
        ItemAtTable at,
        CancellationToken cancel
    )
    {
        var results = await PublishedAsync(db, at.Round, cancel);
        var id = at.Agreed?.Id;
        return new ItemView(
            results.Team.Item(at.Item.Key),
            results.Outside?.Item(at.Item.Key)?.Figures,
            results.Team.NotesTo(at.Item.Key)?.Texts,
            id is null ? [] : await RecordsAsync(db, id.Value, cancel),
            id is null ? [] : await EvidenceAsync(db, id.Value, cancel),
            id is null ? [] : await ActionsAsync(db, here.Unit.Id, id.Value, cancel)
        );
    }

    /// <summary>What the latest closing of a round published.</summary>
    public static async Task<RoundResults> PublishedAsync(
        ThroughlineDb db,
        Round round,
        CancellationToken cancel
    ) =>
        (
            await db.Set<PublishedResult>()
                .AsNoTracking()
                .Where(p => p.RoundId == round.Id)
                .OrderByDescending(p => p.Closing)
                .FirstAsync(cancel)
        ).Read();

    public static Task<List<EvidenceRow>> EvidenceAsync(
        ThroughlineDb db,
        Guid agreedItemId,
        CancellationToken cancel
    ) =>
        db.Set<Evidence>()
            .AsNoTracking()
            .Where(e => e.AgreedItemId == agreedItemId)
            .OrderBy(e => e.Id)
            .Take(AgreedItem.MostEvidence)
            .Join(
                db.Set<Person>(),
                e => e.AddedById,
                p => p.Id,
                (e, p) =>
                    new EvidenceRow(
                        e.Id,
                        e.Kind,
                        e.Words,
                        e.Address,
                        e.FileName,
                        e.Format,
                        e.Size,
                        p.GivenName + " " + p.FamilyName,
                        e.AddedAt
                    )
            )
            .ToListAsync(cancel);

    private static Task<List<RecordRow>> RecordsAsync(
        ThroughlineDb db,
        Guid agreedItemId,
        CancellationToken cancel
    ) =>
        (
            from record in db.Set<AgreedRecord>().AsNoTracking()
            where record.AgreedItemId == agreedItemId
            join person in db.Set<Person>() on record.ByPersonId equals person.Id
            orderby record.Id descending
            select new RecordRow(
                record.State,
                record.Level,
                record.Reasons,
                record.Closing,
                person.GivenName + " " + person.FamilyName,
                record.At
            )
        )
            .Take(RecordsShown)
            .ToListAsync(cancel);

    private static Task<List<ActionOfItem>> ActionsAsync(
        ThroughlineDb db,
        Guid unitId,
        Guid agreedItemId,
        CancellationToken cancel
    ) =>
        (
            from link in db.Set<ThingLink>().AsNoTracking()
            where link.OriginId == agreedItemId
            join step in db.Set<ActionStep>() on link.ThingId equals step.Id
            join owner in db.Set<Person>() on step.OwnerId equals owner.Id
            where step.UnitId == unitId
            orderby step.Number
            select new ActionOfItem(
                step.Number,
                step.Title,
                owner.GivenName + " " + owner.FamilyName,
                step.DueOn,
                step.Status
            )
        )
            .Take(RecordsShown)
            .ToListAsync(cancel);
}
