using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Domain.Assessments;
using Throughline.Domain.Shared;
using Throughline.Domain.Teams;
using Throughline.Domain.Units;
using Throughline.Web.Access;
using Throughline.Web.Features.Links;
using Throughline.Web.Ui;

namespace Throughline.Web.Features.Units.Settings;

/// <summary>Looks up what the ids in a page of the audit trail are called, in four queries whatever their number.</summary>
internal static class AuditNames
{
    public static async Task<Dictionary<Guid, string>> LoadAsync(
        ThroughlineDb db,
        Here here,
        IReadOnlyCollection<Guid> ids,
        CancellationToken cancel
    )
    {
        var named = await db.Set<Person>()
            .Where(p => ids.Contains(p.Id))
            .Select(p => new { p.Id, Name = p.GivenName + " " + p.FamilyName })
            .Concat(db.Set<Unit>().Where(u => ids.Contains(u.Id)).Select(u => new { u.Id, u.Name }))
            .Concat(
                db.Set<InstructionalTeam>()
                    .Where(t => ids.Contains(t.Id))
                    .Select(t => new { t.Id, t.Name })
            )
            .Concat(
                db.Set<OtherTeam>().Where(t => ids.Contains(t.Id)).Select(t => new { t.Id, t.Name })
            )
            .Concat(
                db.Set<StudentGroup>()
                    .Where(g => ids.Contains(g.Id))
                    .Select(g => new { g.Id, g.Name })
            )
            .Concat(
                db.Set<SchoolYear>()
                    .Where(y => ids.Contains(y.Id))
                    .Select(y => new { y.Id, y.Name })
            )
            .Concat(
                db.Set<InstrumentVersion>()
                    .Where(i => ids.Contains(i.Id))
                    .Select(i => new { i.Id, Name = i.Title })
            )
            .ToListAsync(cancel);
        var held = await db.Set<RoleAssignment>()
            .Where(r => ids.Contains(r.Id))
            .Select(r => new
            {
                r.Id,
                r.PersonId,
                Role = (int)r.Role,
            })
            .Concat(
                db.Set<IltMembership>()
                    .Where(m => ids.Contains(m.Id))
                    .Select(m => new
                    {
                        m.Id,
                        m.PersonId,
                        Role = 0,
                    })
            )
            .Concat(
                db.Set<NormsKeeperTerm>()
                    .Where(t => ids.Contains(t.Id))
                    .Select(t => new
                    {
                        t.Id,
                        t.PersonId,
                        Role = 0,
                    })
            )
            .Join(
                db.Set<Person>(),
                h => h.PersonId,
                p => p.Id,
                (h, p) =>
                    new
                    {
                        h.Id,
                        h.Role,
                        Name = p.GivenName + " " + p.FamilyName,
                    }
            )
            .ToListAsync(cancel);
        var things = await (
            from thing in db.Set<Thing>()
            where ids.Contains(thing.Id)
            join unit in db.Set<Unit>() on thing.UnitId equals unit.Id
            join whole in db.Set<Thing>() on thing.PartOfId equals (Guid?)whole.Id into wholes
            from whole in wholes.DefaultIfEmpty()
            select new
            {
                thing,
                unit,
                whole,
            }
        )
            .AsNoTracking()
            .ToListAsync(cancel);
        var days = await db.Set<CalendarDay>()
            .Where(d => ids.Contains(d.Id))
            .Select(d => new
            {
                d.Id,
                d.Day,
                d.Label,
            })
            .ToListAsync(cancel);
        return named
            .Select(n => (n.Id, n.Name))
            .Concat(
                held.Select(h =>
                    (
                        h.Id,
                        h.Role == 0
                            ? h.Name
                            : $"{h.Name}, {RoleWords.Of((Role)h.Role, here.Unit.Words)}"
                    )
                )
            )
            .Concat(
                things.Select(t =>
                    (
                        t.thing.Id,
                        ThingPlaces.TitleOf(t.thing, t.unit, here)
                            ?? ThingWords.What(t.thing, t.whole)
                    )
                )
            )
            .Concat(days.Select(d => (d.Id, $"{Days.Full(d.Day)}, {d.Label}")))
            .DistinctBy(n => n.Item1)
            .ToDictionary(n => n.Item1, n => n.Item2);
    }
}
