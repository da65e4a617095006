using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Domain.Teams;
using Throughline.Domain.Units;
using Throughline.Web.Access;
using Throughline.Web.Features.Home;
using Throughline.Web.Features.Teams.Founding;
using Throughline.Web.Ui;

namespace Throughline.Web.Features.Teams;

/// <summary>
/// What the ILT's own texts ask of a person: their input while it is asked for, their signature under the norms, and, of
/// who leads or facilitates, to revisit a text.
/// </summary>
public sealed class TeamInMyDay : IDaySource
{
    public IQueryable<Guid> PeopleWithSomething(ThroughlineDb db, DateTime now)
    {
        // A day more at each end: what day it is where the unit is, is asked afterwards.
        var (before, after) = (Utc(now, -1), Utc(now, 1));
        var due = db.Set<FoundingText>().Where(t => t.RevisitOn <= after).Select(t => t.UnitId);
        return db.Set<IltMembership>()
            .Where(m => m.Until == null)
            .Where(m =>
                db.Set<FoundingText>()
                    .Any(t =>
                        t.UnitId == m.UnitId
                        && (
                            (t.InputFrom <= after && t.InputUntil >= before)
                            || (
                                t.Kind == FoundingKind.Norms
                                && t.Editions.Any(e =>
                                    e.Number == t.Adopted
                                    && !e.Signatures.Any(s => s.PersonId == m.PersonId)
                                )
                            )
                        )
                    )
            )
            .Select(m => m.PersonId)
            .Concat(DayPeople.WhoMay(Permission.GuideTeam, db, due));
    }

    public async Task<IReadOnlyList<DayItem>> ForAsync(
        Viewer viewer,
        ThroughlineDb db,
        DateTime now,
        CancellationToken cancel
    )
    {
        var (before, after) = (Utc(now, -1), Utc(now, 1));
        var sits = viewer.Seats.Select(s => s.UnitId).ToList();
        var guided = viewer
            .Roles.Where(r => AccessTable.Rules[Permission.GuideTeam].AtUnit.Contains(r.Role))
            .Select(r => r.UnitId)
            .Concat(viewer.Seats.Where(s => s.Facilitates).Select(s => s.UnitId))
            .Distinct()
            .ToList();
        var found = await db.Set<FoundingText>()
            .AsNoTracking()
            .Where(t => sits.Contains(t.UnitId) || guided.Contains(t.UnitId))
            .Where(t =>
                t.RevisitOn <= after
                || (t.InputFrom <= after && t.InputUntil >= before)
                || (
                    t.Kind == FoundingKind.Norms
                    && t.Editions.Any(e =>
                        e.Number == t.Adopted
                        && !e.Signatures.Any(s => s.PersonId == viewer.PersonId)
                    )
                )
            )
            .Join(
                db.Set<Unit>(),
                t => t.UnitId,
                u => u.Id,
                (t, u) =>
                    new Found(
                        t,
                        u.Name,
                        u.Slug,
                        u.TimeZoneId,
                        db.Set<FoundingInput>()
                            .Any(i =>
                                i.TextId == t.Id
                                && i.PersonId == viewer.PersonId
                                && i.At > t.InputAskedAt
                            ),
                        t.Kind == FoundingKind.Norms
                            && t.Editions.Any(e =>
                                e.Number == t.Adopted
                                && !e.Signatures.Any(s => s.PersonId == viewer.PersonId)
                            ),
                        t.Editions.Where(e => e.Number == t.Adopted)
                            .Select(e => (DateOnly?)e.AdoptedOn)
                            .FirstOrDefault()
                    )
            )
            .ToListAsync(cancel);
        return
        [
            .. found.SelectMany(f =>
                Items(f, sits.Contains(f.Text.UnitId), guided.Contains(f.Text.UnitId), now)
            ),
        ];
    }

    private static IEnumerable<DayItem> Items(Found found, bool sits, bool guides, DateTime now)
    {
        var text = found.Text;
        var today = DateOnly.FromDateTime(
            TimeZoneInfo.ConvertTimeFromUtc(
                now,
                TimeZoneInfo.FindSystemTimeZoneById(found.TimeZoneId)
            )
        );
        var path = $"/{found.Slug}/team/{FoundingWords.Slug(text.Kind)}";
        var name = FoundingWords.Name(text.Kind);
        // Without names nobody keeps who has given input: it stays until the last day.
        if (sits && text.AsksForInput(today) && !found.HasGiven)
        {
            yield return new DayItem(
                $"Your input · until {DayWords.Near(text.InputUntil!.Value, today)}",
                name,
                found.Unit,
                text.InputUntil,
                "Read and say",
                path + "/input"
            )
            {
                Since = text.InputAskedAt,
            };
        }

        if (sits && found.ToSign)
        {
            yield return new DayItem("To sign", name, found.Unit, Due: null, "Read and sign", path)
            {
                Since = Midnight(found.AdoptedOn!.Value),
            };
        }

        if (guides && text.RevisitOn <= today)
        {
            // No last day: it stands below what has one.
            yield return new DayItem(
                $"To revisit · since {DayWords.Day(text.RevisitOn.Value, today)}",
                $"Revisit {FoundingWords.The(text.Kind)} with the team",
                found.Unit,
                Due: null,
                "Look",
                path + "/revisit"
            )
            {
                Since = Midnight(text.RevisitOn.Value),
            };
        }
    }

    private static DateTime Midnight(DateOnly day) =>
        day.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);

    private static DateOnly Utc(DateTime now, int days) => DateOnly.FromDateTime(now).AddDays(days);

    private sealed record Found(
        FoundingText Text,
        string Unit,
        string Slug,
        string TimeZoneId,
        bool HasGiven,
        bool ToSign,
        DateOnly? AdoptedOn
    );
}
