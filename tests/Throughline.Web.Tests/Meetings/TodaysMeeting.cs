using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Data.Demo;
using Throughline.Domain.Meetings;
using Throughline.Domain.Units;
using Throughline.Web.Tests.Support;
using static System.FormattableString;

namespace Throughline.Web.Tests.Meetings;

/// <summary>Lincoln’s meeting of the day of the tests.</summary>
internal static class TodaysMeeting
{
    private const string List = $"/{DemoDistrict.Lincoln}/meetings";

    public static async Task<string> TodayAsync(TestApp app)
    {
        var number = await app.Db(db =>
            db.Set<Meeting>()
                .Where(m => m.Day == new DateOnly(2027, 1, 20))
                .Where(m =>
                    db.Set<Unit>().Any(u => u.Id == m.UnitId && u.Slug == DemoDistrict.Lincoln)
                )
                .Select(m => m.Number)
                .SingleAsync()
        );
        return string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{List}/{number}");
    }

    public static async Task<string> StartedAsync(TestApp app)
    {
        var at = await TodayAsync(app);
        await app.As("facilitator").PostFormAsync($"{at}/clock?handler=Start");
        return at;
    }

    public static async Task<string> NextAsync(TestApp app, string at)
    {
        var number = await app.Db(db =>
            db.Set<Meeting>()
                .Where(m =>
                    m.UnitId == MeetingOf(db, at).UnitId
                    && m.State == MeetingState.Planned
                    && m.Day > MeetingOf(db, at).Day
                )
                .OrderBy(m => m.Day)
                .Select(m => m.Number)
                .FirstAsync()
        );
        return Invariant($"/{DemoDistrict.Lincoln}/meetings/{number}");
    }

    public static Meeting MeetingOf(ThroughlineDb db, string at)
    {
        var number = int.Parse(
            at[(at.LastIndexOf('/') + 1)..],
            System.Globalization.CultureInfo.InvariantCulture
        );
        return db.Set<Meeting>()
            .AsNoTracking()
            .Single(m =>
                m.Number == number
                && db.Set<Unit>().Any(u => u.Id == m.UnitId && u.Slug == DemoDistrict.Lincoln)
            );
    }

    public static Task<TestPage> InAWordAsync(
        TestApp app,
        string who,
        string path,
        params (string Name, string Value)[] fields
    ) =>
        app.As(who)
            .SendAsync(
                HttpMethod.Post,
                path,
                new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value))),
                ("HX-Request", "true")
            );

    public static Task<Guid> IdOfAsync(TestApp app, string givenName) =>
        app.Db(db =>
            db.Set<Person>().Where(p => p.GivenName == givenName).Select(p => p.Id).SingleAsync()
        );
}
