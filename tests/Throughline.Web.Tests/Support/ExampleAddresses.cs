using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Data.Demo;
using Throughline.Domain.Assessments;
using Throughline.Domain.Meetings;
using Throughline.Domain.Teams;
using Throughline.Domain.Units;
using Throughline.Domain.Work;

namespace Throughline.Web.Tests.Support;

/// <summary>An address to try, with the words by which a table names it.</summary>
public sealed record ExampleAddress(string Path, string Place, string Thing);

/// <summary>
/// What stands for each parameter of an address. A parameter is named by the word before it, as in
/// <c>people/{id}</c>: a new one fails the tests until its example stands here.
/// </summary>
public static class ExampleAddresses
{
    /// <summary>A value for a parameter in a unit; null where the unit has none.</summary>
    private sealed record Example(string Thing, Func<TestApp, string, Task<string?>> Value);

    private static readonly Dictionary<string, Example[]> Known = new(StringComparer.Ordinal)
    {
        ["error/{status}"] = [Always("not found", "404")],
        ["instruments/{key}"] = [Always("", "school-ilt")],
        ["instruments/{version}"] = [Always("", "1")],
        ["assessments/{round}"] =
        [
            In("open", (DemoDistrict.Lincoln, "4"), (DemoDistrict.District, "2")),
            In("closed", (DemoDistrict.Lincoln, "2"), (DemoDistrict.District, "1")),
        ],
        ["reviewers/{person}"] = [Stored(ReviewerAsync)],
        ["pulses/{pulse}"] =
        [
            In("open", (DemoDistrict.Lincoln, "2")),
            In("closed", (DemoDistrict.Lincoln, "1")),
        ],
        ["people/{id}"] = [Stored(PersonAsync)],
        ["years/{id}"] = [Stored(YearAsync)],
        ["calendar/{day}"] = [Stored(DayAsync)],
        ["teams/{id}"] = [Stored(TeamAsync)],
        ["seats/{id}"] = [Stored(MemberAsync)],
        ["team/{text}"] = [Always("adopted", "vision"), Always("in draft", "design")],
        ["editions/{edition}"] = [Always("", "1")],
        ["responsibilities/{seat}"] = [Always("", "coach")],
        ["groups/{id}"] = [Stored(GroupAsync)],
        ["other-teams/{id}"] = [Stored(OtherTeamAsync)],
        ["roster/{import}"] = [new("", RosterAsync)],
        ["agreement/{item}"] = [Always("", "4")],
        ["evidence/{evidence}"] = [Stored(EvidenceAsync)],
        ["meetings/{meeting}"] =
        [
            new("to come", (app, unit) => app.Db(db => NextMeetingAsync(db, unit), District(unit))),
            In("over", (DemoDistrict.Lincoln, "1")),
        ],
        ["items/{item}"] = [Always("", "1")],
        ["notes/{part}"] = [Always("", "s0")],
        ["actions/{number}"] =
        [
            In("carried by a member", (DemoDistrict.Lincoln, "1")),
            In("carried by the facilitator", (DemoDistrict.Lincoln, "2")),
        ],
        ["todos/{number}"] =
        [
            In("carried by a member", (DemoDistrict.Lincoln, "1")),
            In("carried by the facilitator", (DemoDistrict.Lincoln, "2")),
        ],
        ["rocks/{number}"] =
        [
            In("carried by a member", (DemoDistrict.Lincoln, "1")),
            In("carried by the facilitator", (DemoDistrict.Lincoln, "2")),
        ],
        ["decisions/{number}"] =
        [
            In("decided", (DemoDistrict.Lincoln, "1")),
            In("hands are asked for", (DemoDistrict.Lincoln, "5")),
            In("proposed by a member", (DemoDistrict.Lincoln, "6")),
        ],
        ["issues/{number}"] = [In("", (DemoDistrict.Lincoln, "3"))],
        ["raised/{matter}"] =
        [
            Raised("waiting for a member", DemoMatter.Waiting),
            Raised("gone to the facilitator", DemoMatter.TimeOver),
        ],
    };

    // Values that no thing has: another district's, or nobody's.
    private static readonly Dictionary<string, string> Foreign = new(StringComparer.Ordinal)
    {
        ["assessments/{round}"] = "987654",
        ["pulses/{pulse}"] = "987654",
        ["instruments/{key}"] = "no-such-instrument",
        ["instruments/{version}"] = "987",
        ["error/{status}"] = "404",
        ["agreement/{item}"] = "1",
        ["team/{text}"] = "no-such-text",
        ["editions/{edition}"] = "987654",
        ["responsibilities/{seat}"] = "no-such-seat",
        ["groups/{id}"] = "01890000-0000-7000-8000-000000000003",
        ["other-teams/{id}"] = "01890000-0000-7000-8000-000000000004",
        ["evidence/{evidence}"] = "01890000-0000-7000-8000-000000000002",
        ["actions/{number}"] = "987654",
        ["meetings/{meeting}"] = "987654",
        ["items/{item}"] = "1",
        ["notes/{part}"] = "s0",
        ["todos/{number}"] = "987654",
        ["rocks/{number}"] = "987654",
        ["decisions/{number}"] = "987654",
        ["issues/{number}"] = "987654",
        ["raised/{matter}"] = "01890000-0000-7000-8000-000000000003",
        // A day is nobody's thing; this one does not exist.
        ["calendar/{day}"] = "2027-02-30",
        ["roster/{import}"] = "01890000-0000-7000-8000-000000000001",
        ["reviewers/{person}"] = "01890000-0000-7000-8000-000000000001",
    };

    /// <summary>The addresses of a page in a unit.</summary>
    public static async Task<IReadOnlyList<ExampleAddress>> OfAsync(
        TestApp app,
        PageEndpoint page,
        string unit,
        string place
    )
    {
        var paths = new List<(string Path, string Thing)> { ("", "") };
        var before = "";
        foreach (var segment in page.Template.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            var next = new List<(string, string)>();
            foreach (var (path, thing) in paths)
            {
                if (segment == "{unit}" || !PageEndpoint.IsParameter(segment))
                {
                    next.Add(($"{path}/{(segment == "{unit}" ? unit : segment)}", thing));
                    continue;
                }

                foreach (var example in Find(before, segment, page))
                {
                    if (await example.Value(app, unit) is { } value)
                    {
                        next.Add(($"{path}/{value}", $"{thing} {example.Thing}".Trim()));
                    }
                }
            }

            paths = next;
            before = PageEndpoint.IsParameter(segment) ? before : segment;
        }

        return
        [
            .. paths.Select(p => new ExampleAddress(
                (p.Path.Length == 0 ? "/" : p.Path)
                    + (page.Handler is null ? "" : $"?handler={page.Handler}"),
                place,
                p.Thing
            )),
        ];
    }

    /// <summary>The page's address in a unit with the things of another district; null for one that names no thing.</summary>
    public static async Task<string?> ForeignAsync(TestApp app, PageEndpoint page, string unit)
    {
        if (page.Parameters.Count == 0 || !page.HasUnit)
        {
            return null;
        }

        var path = "";
        var before = "";
        foreach (var segment in page.Template.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            var key = $"{before}/{segment}";
            path +=
                "/"
                + (
                    segment == "{unit}" ? unit
                    : !PageEndpoint.IsParameter(segment) ? segment
                    : Foreign.TryGetValue(key, out var value) ? value
                    : await Find(before, segment, page)[0].Value(app, DemoDistrict.OtherSchool)
                        ?? await Find(before, segment, page)[0]
                            .Value(app, DemoDistrict.OtherDistrict)
                );
            before = PageEndpoint.IsParameter(segment) ? before : segment;
        }

        return path + (page.Handler is null ? "" : $"?handler={page.Handler}");
    }

    private static Example[] Find(string before, string parameter, PageEndpoint page) =>
        Known.TryGetValue($"{before}/{parameter}", out var examples)
            ? examples
            : throw new InvalidOperationException(
                $"{page} has a parameter without an example: add “{before}/{parameter}” to {nameof(ExampleAddresses)}."
            );

    private static string District(string unit) =>
        unit is DemoDistrict.OtherDistrict or DemoDistrict.OtherSchool
            ? DemoDistrict.OtherDistrict
            : DemoDistrict.District;

    private static Example Always(string thing, string value) =>
        new(thing, (_, _) => Task.FromResult<string?>(value));

    private static Example In(string thing, params (string Unit, string Value)[] values) =>
        new(
            thing,
            (_, unit) =>
                Task.FromResult(
                    values.Where(v => v.Unit == unit).Select(v => v.Value).FirstOrDefault()
                )
        );

    private static Example Stored(Func<ThroughlineDb, string, Task<string?>> value) =>
        new("", (app, unit) => app.Db(db => value(db, unit), District(unit)));

    private static Example Raised(string thing, string title) =>
        new(
            thing,
            (app, unit) =>
                app.Db(
                    async db =>
                    {
                        var found = await db.Set<RaisedMatter>()
                            .Where(m => m.Title == title)
                            .Where(m => db.Set<Unit>().Any(u => u.Id == m.UnitId && u.Slug == unit))
                            .Select(m => m.Id)
                            .ToListAsync();
                        return found.Count == 0 ? null : found[0].ToString();
                    },
                    District(unit)
                )
        );

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
