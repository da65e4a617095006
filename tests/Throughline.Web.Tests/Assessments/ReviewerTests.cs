using System.Net;
using Microsoft.EntityFrameworkCore;
using Throughline.Data.Demo;
using Throughline.Data.Platform;
using Throughline.Data.Tests.Engines;
using Throughline.Domain.Assessments;
using Throughline.Domain.Units;
using Throughline.Web.Tests.SignIn;
using Throughline.Web.Tests.Support;
using static Throughline.Web.Tests.Assessments.RoundPages;

namespace Throughline.Web.Tests.Assessments;

/// <summary>Someone from outside the district is invited for a time, rates, and is gone.</summary>
public sealed class ReviewerTests
{
    private const string Address = "astrid@lakeview.example";

    [EngineTheory]
    public async Task A_reviewer_comes_by_the_mails_link_rates_and_reads_the_results(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        var round = await OpenAsync(app);
        var page = await InviteAsync(app, round, Day(app, 10));
        page.Notice.ShouldBe($"✓ The invitation is on its way to {Address}.");
        page.Text.ShouldContain("outside reviewer, access until");
        var mail = (await app.MailsAsync(Address)).ShouldHaveSingleItem();
        mail.Subject.ShouldBe("Lincoln Elementary asks for your view");
        mail.Body.ShouldContain("Marisol Vega of Lincoln Elementary asks you");
        mail.IsSecret.ShouldBeTrue();

        var reviewer = app.Anonymous();
        var home = await reviewer.SetPasswordAsync(Links.In(mail.Body));
        home.Path.ShouldBe("/home");
        home.TextsOf("ul.line strong").ShouldBe(["A round of the tests"]);
        home.Text.ShouldNotContain("Where you work");
        var rate = await reviewer.GetAsync(round.Rate);
        rate.Status.ShouldBe(HttpStatusCode.OK);
        rate.Document.QuerySelectorAll("a[href='/lincoln-elementary']").ShouldBeEmpty();
        (await reviewer.GetAsync("/account")).Status.ShouldBe(HttpStatusCode.OK);
        foreach (
            var path in new[]
            {
                "/lincoln-elementary",
                "/lincoln-elementary/team",
                AtLincoln,
                $"{AtLincoln}/instruments",
                round.Path,
                $"{AtLincoln}/{DemoRounds.Open.Number}/rate",
                $"{AtLincoln}/{DemoRounds.ClosedContinuum.Number}/results",
                "/riverbend",
                "/riverbend/schools",
            }
        )
        {
            (await reviewer.GetAsync(path)).Status.ShouldBe(HttpStatusCode.NotFound, path);
        }

        await round.CloseAsync();
        (
            await (await reviewer.GetAsync("/home/rounds")).FollowAsync("A round of the tests")
        ).Path.ShouldBe($"{round.Path}/results");
    }

    [EngineTheory]
    public async Task After_the_last_day_the_session_is_over_and_sign_in_says_so(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        var (reviewer, round) = await EnteredAsync(app, days: 1);

        // The last day counts to its end where the district is, which is hours after midnight UTC.
        app.Clock.Advance(UntilLocalMidnight(app, days: 2) - TimeSpan.FromMinutes(1));
        (await reviewer.GetAsync(round.Rate)).Status.ShouldBe(HttpStatusCode.OK);
        app.Clock.Advance(TimeSpan.FromMinutes(1));
        var gone = await reviewer.GetAsync(round.Rate);
        gone.Path.ShouldStartWith("/sign-in");

        var refused = await app.Anonymous().SignInAsync(Address, Links.Password);
        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.Problems.ShouldHaveSingleItem().ShouldStartWith("Your access ended on ");
        var stranger = await app.Anonymous().SignInAsync(Address, "something else entirely");
        stranger
            .Problems.ShouldHaveSingleItem()
            .ShouldStartWith("E-mail and password do not match");
        var mails = (await app.MailsAsync(Address)).Count;
        await app.Anonymous().PostFormAsync("/forgot-password", ("Email", Address));
        (await app.MailsAsync(Address)).Count.ShouldBe(mails);
    }

    [EngineTheory]
    public async Task An_invitation_taken_up_too_late_opens_nothing(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        var round = await OpenAsync(app);
        await InviteAsync(app, round, Day(app, 1));
        var link = await app.LinkAsync(Address);
        app.Clock.Advance(TimeSpan.FromDays(3));

        (await app.Anonymous().GetAsync(link)).Heading.ShouldBe("This link is used up or too old");
    }

    [EngineTheory]
    public async Task Whoever_conducts_the_round_ends_and_prolongs_access(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        var (reviewer, round) = await EnteredAsync(app, days: 5);
        var id = (await PersonAsync(app)).Id;
        var page = await app.As("facilitator").GetAsync($"{round.Path}/reviewers/{id}");

        var ended = await page.Form("End access now").SubmitAsync();
        ended.Notice.ShouldBe("✓ The access of Astrid Lund has ended.");
        ended.Text.ShouldContain("outside reviewer, access ended on");
        (await reviewer.GetAsync("/home")).Path.ShouldStartWith("/sign-in");

        page = await app.As("principal").GetAsync($"{round.Path}/reviewers/{id}");
        var refused = await page.Form("Let them in again")
            .Fill("Input.AccessEndsOn", Day(app, -1))
            .SubmitAsync();
        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.Problems.ShouldHaveSingleItem().ShouldContain("gone by");
        await page.Form("Let them in again").Fill("Input.AccessEndsOn", Day(app, 30)).SubmitAsync();

        (await app.Anonymous().SignInAsync(Address, Links.Password)).Path.ShouldBe("/home");
        var trail = await app.Db(db =>
            db.Set<AuditEntry>().Where(a => a.ThingId == id).Select(a => a.Changes).ToListAsync()
        );
        trail.Count(c => c.Contains("AccessEndsOn", StringComparison.Ordinal)).ShouldBe(3);
    }

    [EngineTheory]
    public async Task The_mail_can_be_sent_again_while_access_lasts(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        var round = await OpenAsync(app);
        await InviteAsync(app, round, Day(app, 5));
        var id = (await PersonAsync(app)).Id;
        var page = await app.As("principal").GetAsync($"{round.Path}/reviewers/{id}");
        await page.Form("Send the invitation again").SubmitAsync();
        (await app.MailsAsync(Address)).Count.ShouldBe(2);
        await app.Anonymous().SetPasswordAsync(await app.LinkAsync(Address));

        page = await app.As("principal").GetAsync($"{round.Path}/reviewers/{id}");
        await page.Form("Send the mail with the link to the round").SubmitAsync();

        (await app.MailsAsync(Address))[^1].Body.ShouldContain(round.Rate);
        await page.Form("End access now").SubmitAsync();
        var refused = await app.As("principal")
            .PostFormAsync($"{round.Path}/reviewers/{id}?handler=Send");
        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await app.MailsAsync(Address)).Count.ShouldBe(3);
    }

    [EngineTheory]
    public async Task An_address_of_staff_or_of_another_district_is_refused_with_what_to_do(
        Engine engine
    )
    {
        await using var app = await TestApp.StartAsync(engine);
        var round = await OpenAsync(app);

        var staff = await InviteAsync(app, round, Day(app, 5), DemoDistrict.Email("supervisor"));
        staff.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        staff
            .Problems.ShouldHaveSingleItem()
            .ShouldContain(
                "Walter Nakamura of Riverbend Public Schools, who works in the district"
            );
        staff.Form("Send the invitation")["Input.GivenName"].ShouldBe("Astrid");

        var other = await InviteAsync(app, round, Day(app, 5), DemoDistrict.Email("outsider"));
        other.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        other.Problems.ShouldHaveSingleItem().ShouldContain("perhaps in another district");
        (await app.Db(db => db.Set<Person>().CountAsync(p => p.GivenName == "Astrid"))).ShouldBe(0);
    }

    [EngineTheory]
    [Row("", "Enter the last day of access.")]
    [Row("2020-01-01", "This day has gone by.")]
    [Row("2031-01-01", "Access is given for a year at most.")]
    [Row("soon", "")]
    public async Task A_last_day_that_cannot_be_is_refused(Engine engine, string day, string reason)
    {
        await using var app = await TestApp.StartAsync(engine);
        var round = await OpenAsync(app);
        var page = await InviteAsync(app, round, day);
        page.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        page.Problems.ShouldHaveSingleItem().ShouldStartWith(reason);
        (await app.MailsAsync(Address)).ShouldBeEmpty();
    }

    [EngineTheory]
    public async Task Who_reviewed_before_is_let_in_again_under_the_same_name(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        var round = await OpenAsync(app);
        var page = await InviteAsync(app, round, Day(app, 40), DemoDistrict.EndedReviewer);
        page.Status.ShouldBe(HttpStatusCode.OK, page.Text);
        page.Text.ShouldContain("Patricia Hollis");

        var mail = (await app.MailsAsync(DemoDistrict.EndedReviewer))[^1];
        mail.Body.ShouldContain("Sign in as before");
        (await app.Anonymous().SignInAsync(DemoDistrict.EndedReviewer)).Path.ShouldBe("/home");

        var twice = await InviteAsync(app, round, Day(app, 40), DemoDistrict.EndedReviewer);
        twice.Problems.ShouldHaveSingleItem().ShouldContain("asked to rate already");
    }

    [EngineTheory]
    public async Task A_reviewer_never_counts_as_staff(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        const string counted = "140 members of staff";
        (await app.As("admin").GetAsync("/riverbend")).Text.ShouldContain(counted);
        var round = await OpenAsync(app);
        await InviteAsync(app, round, Day(app, 5));
        var person = await PersonAsync(app);

        (await app.As("admin").GetAsync("/riverbend")).Text.ShouldContain(counted);
        var list = await app.As("admin").GetAsync("/riverbend/settings/people?Show=Reviewers");
        list.Text.ShouldContain("Lund, Astrid");
        list.Text.ShouldContain("outside reviewer, access until");
        list.Text.ShouldContain("outside reviewer, access ended on");
        var roles = $"/riverbend/settings/people/{person.Id}/roles";
        (await app.As("admin").GetAsync(roles)).Text.ShouldContain(
            "Astrid Lund is an outside reviewer, who has no role here."
        );
        var given = await app.As("admin")
            .PostFormAsync($"{roles}?handler=Give", ("Input.Role", nameof(Role.Teacher)));
        given.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var here = await app.As("principal")
            .PostFormAsync(
                $"/lincoln-elementary/settings/people/new?handler=Here&person={person.Id}",
                ("Input.Role", nameof(Role.Teacher))
            );
        here.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (
            await app.Db(db => db.Set<RoleAssignment>().AnyAsync(r => r.PersonId == person.Id))
        ).ShouldBeFalse();
        (
            await app.As("principal").GetAsync("/lincoln-elementary/team/give-seat?Q=lund")
        ).Text.ShouldContain("Nobody of that name");
        (
            await app.As("principal").GetAsync($"/lincoln-elementary/settings/people/{person.Id}")
        ).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [EngineTheory]
    public async Task The_district_can_end_a_reviewers_access_too(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        var (reviewer, _) = await EnteredAsync(app, days: 5);
        var person = await PersonAsync(app);
        var page = await app.As("admin")
            .GetAsync($"/riverbend/settings/people/{person.Id}/presence");

        await page.Form("End access now").SubmitAsync();

        (await reviewer.GetAsync("/home")).Path.ShouldStartWith("/sign-in");
        (await PersonAsync(app)).LeftOn.ShouldBeNull();
    }

    [EngineTheory]
    public async Task A_reviewer_of_another_round_is_not_this_rounds_to_let_in(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        var round = await OpenAsync(app);
        await InviteAsync(app, round, Day(app, 5));
        var id = (await PersonAsync(app)).Id;
        var member = await PersonIdAsync(app, "member");
        foreach (
            var path in new[]
            {
                $"{AtLincoln}/{DemoRounds.Open.Number}/reviewers/{id}",
                $"{round.Path}/reviewers/{member}",
            }
        )
        {
            (await app.As("principal").GetAsync(path)).Status.ShouldBe(HttpStatusCode.NotFound);
            (await app.As("principal").PostFormAsync($"{path}?handler=End")).Status.ShouldBe(
                HttpStatusCode.NotFound
            );
        }

        (await PersonAsync(app)).HasAccessOn(DateOnly.FromDateTime(app.Clock.Now)).ShouldBeTrue();
    }

    [EngineTheory]
    public async Task Whoever_s_access_has_ended_is_sent_to_sign_in_everywhere(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        var reviewer = app.As("reviewer");
        reviewer.FollowRedirects = false;
        (await reviewer.GetAsync("/home")).Status.ShouldBe(HttpStatusCode.OK);
        var cookies = reviewer.Cookies;
        await app.Db(db =>
            db.Set<Person>()
                .Where(p => p.Email == DemoDistrict.Email("reviewer"))
                .ExecuteUpdateAsync(set =>
                    set.SetProperty(
                        p => p.AccessEndsOn,
                        DateOnly.FromDateTime(app.Clock.Now).AddDays(-2)
                    )
                )
        );

        foreach (var endpoint in await PageEndpoints.OfAsync(app.Services))
        {
            var unit = endpoint.HasUnit ? DemoDistrict.Lincoln : "";
            foreach (var address in await ExampleAddresses.OfAsync(app, endpoint, unit, unit))
            {
                var expired = app.As("reviewer");
                expired.FollowRedirects = false;
                var anonymous = app.Anonymous();
                anonymous.FollowRedirects = false;
                var method = new HttpMethod(endpoint.Method);
                using var nothing = new FormUrlEncodedContent([]);
                using var nothingEither = new FormUrlEncodedContent([]);
                var isGet = method == HttpMethod.Get;
                var answer = await expired.SendAsync(method, address.Path, isGet ? null : nothing);
                var nobodys = await anonymous.SendAsync(
                    method,
                    address.Path,
                    isGet ? null : nothingEither
                );
                answer.Status.ShouldBe(nobodys.Status, $"{endpoint} {address.Path}");
                answer.Headers.Location.ShouldBe(
                    nobodys.Headers.Location,
                    $"{endpoint} {address.Path}"
                );
            }
        }

        cookies.ShouldNotBeEmpty();
    }

    private static async Task<TestPage> InviteAsync(
        TestApp app,
        RoundPages round,
        string endsOn,
        string email = Address
    ) =>
        await (await app.As("principal").GetAsync($"{round.Path}/reviewers"))
            .Form("Send the invitation")
            .Fill("Input.GivenName", "Astrid")
            .Fill("Input.FamilyName", "Lund")
            .Fill("Input.Email", email)
            .Set("Input.AccessEndsOn", endsOn)
            .SubmitAsync();

    private static async Task<(TestBrowser Reviewer, RoundPages Round)> EnteredAsync(
        TestApp app,
        int days
    )
    {
        var round = await OpenAsync(app);
        await InviteAsync(app, round, Day(app, days));
        var reviewer = app.Anonymous();
        (await reviewer.SetPasswordAsync(await app.LinkAsync(Address))).Path.ShouldBe("/home");
        return (reviewer, round);
    }

    private static Task<Person> PersonAsync(TestApp app) =>
        app.Db(db => db.Set<Person>().AsNoTracking().SingleAsync(p => p.Email == Address));

    private static TimeSpan UntilLocalMidnight(TestApp app, int days)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById("America/Chicago");
        var local = TimeZoneInfo.ConvertTimeFromUtc(app.Clock.Now, zone);
        return TimeZoneInfo.ConvertTimeToUtc(local.Date.AddDays(days), zone) - app.Clock.Now;
    }
}
