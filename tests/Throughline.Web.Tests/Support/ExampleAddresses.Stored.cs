using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Data.Demo;
using Throughline.Domain.Assessments;
using Throughline.Domain.Meetings;
using Throughline.Domain.Teams;
using Throughline.Domain.Units;

namespace Throughline.Web.Tests.Support;

/// <content>Examples whose ids only the database knows.</content>
public static partial class ExampleAddresses
{
    private static async Task<string?> RosterAsync(TestApp app, string unit) =>
        unit == DemoDistrict.District ? await WaitingRoster.OfAsync(app) : null;

    private static async Task<string?> NextMeetingAsync(ThroughlineDb db, string unit)
    {
        var next = await db.Set<Meeting>()
            .Where(m => m.State == MeetingState.Planned)
            .Where(m => db.Set<Unit>().Any(u => u.Id == m.UnitId && u.Slug == unit))
            .OrderBy(m => m.Day)
            .FirstOrDefaultAsync();
        return next?.Number.ToString(CultureInfo.InvariantCulture);
    }

    private static async Task<string?> LastMeetingAsync(ThroughlineDb db, string unit, bool isFinal)
    {
        var last = await db.Set<Meeting>()
            .Where(m => m.State == MeetingState.Ended && m.MinutesFinalAt != null == isFinal)
            .Where(m => db.Set<Unit>().Any(u => u.Id == m.UnitId && u.Slug == unit))
            .OrderByDescending(m => m.Day)
            .FirstOrDefaultAsync();
        return last?.Number.ToString(CultureInfo.InvariantCulture);
    }

    private static async Task<string?> LastStartedAsync(ThroughlineDb db, string unit)
    {
        var last = await db.Set<Meeting>()
            .Where(m => m.StartedAt != null)
            .Where(m => db.Set<Unit>().Any(u => u.Id == m.UnitId && u.Slug == unit))
            .OrderByDescending(m => m.StartedAt)
            .FirstOrDefaultAsync();
        return last?.Number.ToString(CultureInfo.InvariantCulture);
    }

    private static async Task<string?> OpenThemeAsync(ThroughlineDb db, string unit)
    {
        var open = await db.Set<FeedbackTheme>()
            .Where(t => t.EndedAt == null)
            .FirstOrDefaultAsync(t => db.Set<Unit>().Any(u => u.Id == t.UnitId && u.Slug == unit));
        return open?.Number.ToString(CultureInfo.InvariantCulture);
    }

    // The file: it has everything that words and links have.
    private static async Task<string?> EvidenceAsync(ThroughlineDb db, string unit)
    {
        var found = await db.Set<Evidence>()
            .Where(e => e.Kind == EvidenceKind.File)
            .Join(db.Set<AgreedItem>(), e => e.AgreedItemId, i => i.Id, (e, i) => new { e, i })
            .Where(x => db.Set<Unit>().Any(u => u.Id == x.i.UnitId && u.Slug == unit))
            .OrderByDescending(x => x.i.Position)
            .Select(x => x.e.Id)
            .ToListAsync();
        return found.Count == 0 ? null : found[0].ToString();
    }

    private static async Task<string?> PersonAsync(ThroughlineDb db, string unit)
    {
        var people = await db.Set<RoleAssignment>()
            .Where(r => r.Status == RoleStatus.Active && r.Role >= Role.Teacher)
            .Where(r => db.Set<Unit>().Any(u => u.Id == r.UnitId && u.Slug == unit))
            .Join(db.Set<Person>(), r => r.PersonId, p => p.Id, (_, p) => p)
            .Where(p => p.LeftOn == null)
            .OrderBy(p => p.SearchText)
            .Select(p => p.Id)
            .ToListAsync();
        return people.Count == 0 ? null : people[0].ToString();
    }

    private static async Task<string?> ReviewerAsync(ThroughlineDb db, string unit)
    {
        var reviewers = await db.Set<RoundRater>()
            .Where(r => r.Group == RaterGroup.Reviewer)
            .Where(r =>
                db.Set<Round>()
                    .Any(o =>
                        o.Id == r.RoundId
                        && db.Set<Unit>().Any(u => u.Id == o.UnitId && u.Slug == unit)
                    )
            )
            .Join(db.Set<Person>(), r => r.PersonId, p => p.Id, (_, p) => p)
            .OrderByDescending(p => p.SearchText)
            .Select(p => p.Id)
            .ToListAsync();
        return reviewers.Count == 0 ? null : reviewers[0].ToString();
    }

    private static async Task<string?> YearAsync(ThroughlineDb db, string unit) =>
        await db.Set<Unit>().AnyAsync(u => u.Slug == unit && u.Kind == UnitKind.District)
            ? (await db.Set<SchoolYear>().OrderBy(y => y.FirstDay).FirstAsync()).Id.ToString()
            : null;

    private static async Task<string?> DayAsync(ThroughlineDb db, string unit)
    {
        var days = await db.Set<CalendarDay>()
            .Where(d => db.Set<Unit>().Any(u => u.Id == d.UnitId && u.Slug == unit))
            .OrderBy(d => d.Day)
            .Select(d => d.Day)
            .ToListAsync();
        return days.Count == 0
            ? null
            : days[0].ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
    }

    private static async Task<string?> TeamAsync(ThroughlineDb db, string unit)
    {
        var teams = await db.Set<InstructionalTeam>()
            .Where(t => t.DissolvedAt == null)
            .Where(t => db.Set<Unit>().Any(u => u.Id == t.UnitId && u.Slug == unit))
            .OrderBy(t => t.Name)
            .Select(t => t.Id)
            .ToListAsync();
        return teams.Count == 0 ? null : teams[0].ToString();
    }

    // The team that a member among the persons speaks for.
    private static async Task<string?> ToldTeamAsync(ThroughlineDb db, string unit)
    {
        var teams = await db.Set<InstructionalTeam>()
            .Where(t => t.DissolvedAt == null && t.Name == "Grade 4")
            .Where(t => db.Set<Unit>().Any(u => u.Id == t.UnitId && u.Slug == unit))
            .Select(t => t.Id)
            .ToListAsync();
        return teams.Count == 0 ? null : teams[0].ToString();
    }

    private static async Task<string?> MemberAsync(ThroughlineDb db, string unit)
    {
        var members = await db.Set<IltMembership>()
            .Where(m => m.Until == null && m.Kind == SeatKind.Representative)
            .Where(m => db.Set<Unit>().Any(u => u.Id == m.UnitId && u.Slug == unit))
            .Join(db.Set<Person>(), m => m.PersonId, p => p.Id, (m, p) => new { m, p.SearchText })
            .OrderBy(m => m.SearchText)
            .Select(m => m.m.PersonId)
            .ToListAsync();
        return members.Count == 0 ? null : members[0].ToString();
    }

    private static async Task<string?> GroupAsync(ThroughlineDb db, string unit)
    {
        var groups = await db.Set<StudentGroup>()
            .Where(g => g.RemovedAt == null)
            .Where(g => db.Set<Unit>().Any(u => u.Id == g.UnitId && u.Slug == unit))
            .OrderBy(g => g.Name)
            .Select(g => g.Id)
            .ToListAsync();
        return groups.Count == 0 ? null : groups[0].ToString();
    }

    private static async Task<string?> OtherTeamAsync(ThroughlineDb db, string unit)
    {
        var teams = await db.Set<OtherTeam>()
            .Where(t => t.DissolvedAt == null)
            .Where(t => db.Set<Unit>().Any(u => u.Id == t.UnitId && u.Slug == unit))
            .OrderBy(t => t.Name)
            .Select(t => t.Id)
            .ToListAsync();
        return teams.Count == 0 ? null : teams[0].ToString();
    }
}
