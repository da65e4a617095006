using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Throughline.Data.Demo;
using Throughline.Data.Mail;
using Throughline.Data.Platform;
using Throughline.Data.Tests.Engines;
using Throughline.Domain.Units;
using Throughline.Domain.Work;
using Throughline.Web.Access;
using Throughline.Web.Features.Home;
using Throughline.Web.Tests.Assessments;

namespace Throughline.Web.Tests.Home;

public sealed class DigestTests
{
    // Riverbend is in Chicago: seven o'clock there is 13:00 UTC in winter, 12:00 in summer. Thursday, a school day.
    private static readonly DateTime Seven = new(2027, 1, 21, 13, 0, 0, DateTimeKind.Utc);
    private static readonly string Teacher = DemoDistrict.Email("teacher");

    [EngineTheory]
    public async Task At_seven_on_a_school_day_each_hears_once_what_is_theirs(Engine engine)
    {
        await using var app = await StartAsync(engine);
        app.Clock.Now = Seven.AddMinutes(-1);
        (await RunAsync(app)).ShouldBe(0);

        app.Clock.Now = Seven;
        var written = await RunAsync(app);

        var mails = await MailsAsync(app);
        mails.Count.ShouldBe(written);
        mails.Select(m => m.To).Distinct().Count().ShouldBe(written, "one mail a person");
        // Someone for whom nothing but the pulse waits.
        var mail = mails.Single(m => m.To == "priya.raman@riverbend.example");
        mail.Subject.ShouldBe("Staff pulse 2, Lincoln Elementary");
        mail.Body.ShouldContain("Good morning Priya,");
        mail.Body.ShouldContain("6 questions, one minute · until tomorrow");
        mail.Body.ShouldContain(
            "https://tl.example/lincoln-elementary/assessments/pulses/2/answer"
        );
        mail.Body.ShouldContain(mail.Unsubscribe!);
        mail.Unsubscribe.ShouldNotBeNull()
            .ShouldStartWith("https://tl.example/account/daily-mail?t=");
        mail.IsSecret.ShouldBeTrue();
        mails
            .Select(m => m.To)
            .ShouldNotContain(
                DemoDistrict.Email("sit-member"),
                "who has answered has nothing to do"
            );
        mails
            .Single(m => m.To == DemoDistrict.Email("member"))
            .Body.ShouldContain("Mid-year self-assessment");

        (await RunAsync(app)).ShouldBe(0);
        app.Clock.Advance(TimeSpan.FromHours(3));
        await RunAsync(app);
        (await MailsAsync(app)).Count.ShouldBe(written);
    }

    [EngineTheory]
    public async Task However_many_nodes_go_round_nobody_gets_two(Engine engine)
    {
        await using var app = await StartAsync(engine);
        app.Clock.Now = Seven;

        var written = await Task.WhenAll(
            Enumerable.Range(0, 4).Select(_ => Task.Run(() => RunAsync(app)))
        );

        var mails = await MailsAsync(app);
        mails.Count.ShouldBe(written.Sum());
        mails.Count.ShouldBeGreaterThan(10);
        mails.Select(m => m.To).Distinct().Count().ShouldBe(mails.Count);
    }

    [EngineTheory]
    public async Task A_node_that_died_is_followed_when_its_time_is_over(Engine engine)
    {
        await using var app = await StartAsync(engine);
        app.Clock.Now = Seven;
        var day = DateOnly.FromDateTime(Seven);
        // It had taken every unit and written one mail.
        await app.Db(async db =>
        {
            while (
                await DigestRun.TakeAsync(db, "America/Chicago", day, 7, Seven, default) is not null
            ) { }
        });
        await app.Db(async db =>
        {
            var teacher = await db.Set<Person>().SingleAsync(p => p.Email == Teacher);
            await DigestReader.EnsureAsync(db, [teacher.Id], default);
            (await DigestReader.TakeDayAsync(db, teacher.Id, day, Seven, default)).ShouldBeTrue();
        });

        (await RunAsync(app)).ShouldBe(0);
        app.Clock.Advance(DigestRun.Lease);
        (await RunAsync(app)).ShouldBeGreaterThan(5);
        (await MailsAsync(app)).ShouldNotContain(m => m.To == Teacher);
    }

    [EngineTheory]
    public async Task What_is_done_is_not_named_and_nothing_to_say_is_no_mail(Engine engine)
    {
        await using var app = await StartAsync(engine);
        (await PulsePages.AnswerAsync(app, "teacher")).Path.ShouldBe("/home");
        // What they raised in the demo has news.
        await app.Db(async db =>
        {
            await db.Set<MatterStep>().ExecuteDeleteAsync();
            await db.Set<RaisedMatter>().ExecuteDeleteAsync();
        });
        app.Clock.Now = Seven;
        await RunAsync(app);
        (await MailsAsync(app)).ShouldNotContain(m => m.To == Teacher);
    }

    [EngineTheory]
    public async Task A_thing_is_new_once_and_named_again_when_it_is_nearly_due(Engine engine)
    {
        await using var app = await StartAsync(engine);
        await PulsePages.CloseAsync(app);
        app.Clock.Now = new(2027, 1, 20, 18, 0, 0, DateTimeKind.Utc);
        await app.As("principal")
            .PostFormAsync(PulsePages.Pulses, ("Input.ClosesOn", "2027-01-29"));

        var named = new List<string>();
        for (var day = Seven; day < Seven.AddDays(9); day = day.AddDays(1))
        {
            app.Clock.Now = day;
            await RunAsync(app);
        }

        named.AddRange(
            (await MailsAsync(app))
                .Where(m => m.To == Teacher && m.Body.Contains("Staff pulse 3"))
                .Select(m =>
                    m.CreatedAt.ToString("ddd d", System.Globalization.CultureInfo.InvariantCulture)
                )
        );
        named.ShouldBe(["Thu 21", "Tue 26", "Wed 27", "Thu 28", "Fri 29"], ignoreOrder: true);
    }

    [EngineTheory]
    public async Task On_weekends_closed_days_and_late_in_the_day_none_is_written(Engine engine)
    {
        await using var app = await StartAsync(engine);
        app.Clock.Now = Seven.AddHours(9);
        (await RunAsync(app)).ShouldBe(0, "past three in the afternoon, in Denver too");

        var friday = Seven.AddDays(1);
        await CloseAsync(app, DemoDistrict.Lincoln, DateOnly.FromDateTime(friday));
        app.Clock.Now = friday;
        (await RunAsync(app)).ShouldBeGreaterThan(0, "other schools are open");
        (await MailsAsync(app)).ShouldNotContain(m => m.To == Teacher);

        app.Clock.Now = Seven.AddDays(2);
        (await RunAsync(app)).ShouldBe(0, "Saturday");
    }

    [EngineTheory]
    public async Task Seven_is_seven_where_people_work_on_both_sides_of_a_clock_change(
        Engine engine
    )
    {
        await using var app = await StartAsync(engine);
        // Clocks go forward on Sunday, 14 March 2027. Ruth leads a district in Denver, an hour later.
        var ruth = DemoDistrict.Email("outsider");
        var hours = new List<(int Day, int Hour, bool Here, bool There)>();
        foreach (var day in new[] { 12, 15 })
        {
            foreach (var hour in new[] { 11, 12, 13, 14 })
            {
                app.Clock.Now = new(2027, 3, day, hour, 0, 0, DateTimeKind.Utc);
                var before = (await MailsAsync(app)).ConvertAll(m => m.Id);
                await RunAsync(app);
                var mails = (await MailsAsync(app)).Where(m => !before.Contains(m.Id)).ToList();
                hours.Add(
                    (day, hour, mails.Exists(m => m.To == Teacher), mails.Exists(m => m.To == ruth))
                );
            }
        }

        hours.Where(h => h.Here).Select(h => (h.Day, h.Hour)).ShouldBe([(12, 13), (15, 12)]);
        var others = await app.Db(
            db => db.Set<OutboxMail>().Select(m => m.CreatedAt).ToListAsync(),
            DemoDistrict.OtherDistrict
        );
        others.ShouldAllBe(at => at.Hour == (at.Day == 12 ? 14 : 13));
    }

    [EngineTheory]
    public async Task A_click_in_the_mail_switches_it_off_without_signing_in(Engine engine)
    {
        await using var app = await StartAsync(engine);
        app.Clock.Now = Seven;
        await RunAsync(app);
        var link = new Uri((await MailsAsync(app)).Single(m => m.To == Teacher).Unsubscribe!);
        var page = await app.Anonymous().GetAsync(link.PathAndQuery);
        page.Heading.ShouldBe("The daily mail is on", "a look at the link changes nothing");

        var off = await page.Form("Switch it off").SubmitAsync();
        off.Heading.ShouldBe("The daily mail is off");
        off.Text.ShouldContain("None will come any more.");
        app.Clock.Now = Seven.AddDays(1);
        await RunAsync(app);
        (await MailsAsync(app)).Count(m => m.To == Teacher).ShouldBe(1);
        (await app.As("teacher").GetAsync("/account/daily-mail")).Heading.ShouldBe(
            "The daily mail is off"
        );

        (await off.Form("Switch it on again").SubmitAsync()).Heading.ShouldBe(
            "The daily mail is on"
        );
        // A mail program posts by itself.
        var byItself = await app.Anonymous()
            .SendAsync(
                HttpMethod.Post,
                link.PathAndQuery,
                new FormUrlEncodedContent([new("List-Unsubscribe", "One-Click")]),
                ("Sec-Fetch-Site", "")
            );
        byItself.Status.ShouldBe(HttpStatusCode.OK);
        (await app.As("teacher").GetAsync("/account/daily-mail")).Heading.ShouldBe(
            "The daily mail is off"
        );
    }

    [EngineTheory]
    [Row("?t=")]
    [Row("?t=abc")]
    [Row("")]
    public async Task A_link_that_was_made_up_switches_nothing(Engine engine, string query)
    {
        await using var app = await StartAsync(engine);
        var page = await app.Anonymous().PostFormAsync($"/account/daily-mail{query}");
        page.Status.ShouldBe(HttpStatusCode.Gone);
        page.Heading.ShouldBe("This link is not complete");
        (await app.Db(db => db.Set<MailWishes>().Count())).ShouldBe(0);
    }

    [EngineTheory]
    public async Task One_switches_ones_own_off_and_on_under_the_account(Engine engine)
    {
        await using var app = await StartAsync(engine);
        var account = await app.As("teacher").GetAsync("/account");
        var mails = await account.FollowAsync("Which mails you get");
        var kept = await mails.Form("Save").Untick("Input.Kinds", "1").SubmitAsync();
        kept.Notice.ShouldBe("✓ It is kept which mails you get.");
        app.Clock.Now = Seven;
        await RunAsync(app);
        (await MailsAsync(app)).ShouldNotContain(m => m.To == Teacher);
        (await MailsAsync(app)).ShouldContain(m => m.To == DemoDistrict.Email("member"));
    }

    [EngineTheory]
    public async Task Only_who_can_sign_in_gets_mail(Engine engine)
    {
        await using var app = await StartAsync(engine);
        app.Clock.Now = Seven;
        await RunAsync(app);
        var invited = await app.Db(db =>
            db.Users.Where(a => a.PasswordHash == null).Select(a => a.Email!).ToListAsync()
        );
        invited.ShouldNotBeEmpty();
        (await MailsAsync(app)).ShouldNotContain(m => invited.Contains(m.To));
    }

    // Whom a source leaves out gets no mail of what it has for them; a source that says nothing costs a query a person.
    [EngineTheory]
    public async Task Every_source_of_the_day_says_who_has_something_and_leaves_nobody_out(
        Engine engine
    )
    {
        await using var app = await StartAsync(engine);
        await PulsePages.CloseAsync(app);
        var sources = app.Services.GetServices<IDaySource>().ToList();
        sources.Count.ShouldBeGreaterThan(3);
        await app.Db(async db =>
        {
            var people = await db.Set<Person>().ToListAsync();
            var viewers = await Viewer.LoadManyAsync(db, people, default);
            foreach (var source in sources)
            {
                var named = await source
                    .PeopleWithSomething(db, app.Clock.Now)
                    .ShouldNotBeNull(source.GetType().Name)
                    .ToListAsync();
                named.Distinct().Count().ShouldBeLessThan(people.Count, source.GetType().Name);
                foreach (var viewer in viewers.Where(v => !named.Contains(v.PersonId)))
                {
                    (await source.ForAsync(viewer, db, app.Clock.Now, default)).ShouldBeEmpty(
                        $"{source.GetType().Name} for {viewer.FullName}"
                    );
                }
            }
        });
    }

    private static Task<TestApp> StartAsync(Engine engine) =>
        TestApp.StartAsync(
            engine,
            new()
            {
                Settings = new Dictionary<string, string>(StringComparer.Ordinal)
                {
                    ["PublicUrl"] = "https://tl.example",
                },
            }
        );

    private static Task<int> RunAsync(TestApp app) =>
        app.Services.GetRequiredService<DigestRound>().RunAsync(CancellationToken.None);

    private static Task<List<OutboxMail>> MailsAsync(TestApp app) =>
        // The others invite to the meeting that follows one that nobody held.
        app.Db(db =>
            db.Set<OutboxMail>()
                .AsNoTracking()
                .Where(m => m.Calendar == null)
                .OrderBy(m => m.Id)
                .ToListAsync()
        );

    private static Task CloseAsync(TestApp app, string unit, DateOnly day) =>
        app.Db(async db =>
        {
            var place = await db.Set<Unit>().SingleAsync(u => u.Slug == unit);
            db.Add(
                CalendarDay
                    .New(
                        place.DistrictId,
                        place.Id,
                        day,
                        CalendarDayKind.Closure,
                        "Snow",
                        app.Clock.Now
                    )
                    .Value
            );
            await db.SaveChangesAsync();
        });
}
