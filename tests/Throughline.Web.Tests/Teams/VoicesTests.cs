using System.Net;
using Microsoft.EntityFrameworkCore;
using Throughline.Data.Tests.Engines;
using Throughline.Domain.Teams;
using Throughline.Domain.Units;
using Throughline.Web.Tests.Support;
using Throughline.Web.Ui;

namespace Throughline.Web.Tests.Teams;

/// <summary>Who speaks for which students, how many may sit, terms, and what the seats ask.</summary>
public sealed class VoicesTests
{
    private const string Team = "/lincoln-elementary/team";
    private const string Asks = Team + "/responsibilities";

    [EngineTheory]
    public async Task A_group_of_students_nobody_speaks_for_is_named_until_someone_does(
        Engine engine
    )
    {
        await using var app = await TestApp.StartAsync(engine);
        var page = await app.As("teacher").GetAsync(Team);
        page.Text.ShouldContain("Nobody speaks for these students: Students in temporary housing.");
        page.TextsOf("main a").ShouldNotContain("Add a group");

        page = await app.As("principal").GetAsync(Team);
        page = await page.FollowAsync("Change who speaks for Students in temporary housing");
        page = await page.Form("Save")
            .Fill("Who on the ILT speaks for them", "Theo Lindqvist")
            .SubmitAsync();

        page.Notice.ShouldBe("✓ Students in temporary housing is saved.");
        page.Text.ShouldNotContain("Nobody speaks for these students");
        // Whoever loses the seat speaks for them no longer.
        page = await page.FollowAsync("Change the seat of Theo Lindqvist");
        page = await page.Form("End the membership").SubmitAsync();
        page.Text.ShouldContain("Nobody speaks for these students: Students in temporary housing.");
    }

    [EngineTheory]
    public async Task A_group_stands_on_the_list_once_whatever_its_case_and_is_taken_off(
        Engine engine
    )
    {
        await using var app = await TestApp.StartAsync(engine);
        var browser = app.As("principal");
        var page = await (await browser.GetAsync(Team + "/groups/new"))
            .Form("Add the group")
            .Fill("Group of students", "multilingual LEARNERS")
            .SubmitAsync();
        page.Problems.ShouldBe(["This group is on the list already. Choose another name."]);

        page = await page.Form("Add the group")
            .Fill("Group of students", "Newcomers")
            .SubmitAsync();
        page.Notice.ShouldBe("✓ Newcomers is on the list.");
        page = await page.FollowAsync("Change who speaks for Newcomers");
        page = await page.Form("Take it off the list").SubmitAsync();
        page.Notice.ShouldBe("✓ Newcomers is off the list.");
        page.TextsOf("#groups ~ *, section:has(#groups) li")
            .ShouldNotContain(t => t.StartsWith("Newcomers", StringComparison.Ordinal));
    }

    [EngineTheory]
    public async Task Two_who_change_one_group_see_both(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        var id = await app.Db(db =>
            db.Set<StudentGroup>().Where(g => g.SpeakerId == null).Select(g => g.Id).SingleAsync()
        );
        var first = (await app.As("principal").GetAsync($"{Team}/groups/{id}")).Form("Save");
        var second = (await app.As("admin").GetAsync($"{Team}/groups/{id}")).Form("Save");
        await first.Fill("Who on the ILT speaks for them", "Theo Lindqvist").SubmitAsync();

        var page = await second.Fill("Who on the ILT speaks for them", "Tom Eriksen").SubmitAsync();

        page.Status.ShouldBe(HttpStatusCode.Conflict);
        page.TextsOf(".notice.watch td").ShouldBe(["Theo Lindqvist", "Tom Eriksen"]);
    }

    [EngineTheory]
    public async Task The_district_raises_how_many_may_sit_with_its_reason_and_nobody_else(
        Engine engine
    )
    {
        await using var app = await TestApp.StartAsync(engine);
        (await app.As("principal").GetAsync(Team + "/size")).Status.ShouldBe(
            HttpStatusCode.NotFound
        );
        (await app.As("principal").GetAsync(Team))
            .TextsOf("main a")
            .ShouldNotContain("Raise how many may sit on it");
        var page = await (await app.As("district-leader").GetAsync(Team)).FollowAsync(
            "Raise how many may sit on it"
        );
        page = await page.Form("Raise the limit")
            .Fill("At most", "41")
            .Fill("Why this ILT needs more", "Two campuses.")
            .SubmitAsync();
        page.Problems.ShouldBe(["Enter a number from 20 to 40."]);

        page = await page.Form("Raise the limit").Fill("At most", "22").SubmitAsync();

        page.Notice.ShouldBe("✓ Up to 22 may sit on this ILT.");
        (await app.As("teacher").GetAsync(Team)).Text.ShouldContain(
            "The district raised the limit to 22: Two campuses."
        );
        await SeatAsync(app, 7);
        var form = (await app.As("principal").GetAsync(Team + "/give-seat"))
            .Form("Give the seat")
            .Fill("Who", "Lindholm, Rachel")
            .Fill("As", "Coach");
        (await form.SubmitAsync()).Notice!.ShouldContain("Rachel Lindholm");
        page = await (await app.As("district-leader").GetAsync(Team + "/size"))
            .Form("Take the raised limit back")
            .SubmitAsync();
        page.Problems.ShouldHaveSingleItem().ShouldStartWith("20 sit on this ILT.");
    }

    [EngineTheory]
    public async Task A_term_that_ends_soon_or_is_over_is_shown_and_ends_no_membership(
        Engine engine
    )
    {
        await using var app = await TestApp.StartAsync(engine);
        var page = await app.As("teacher").GetAsync(Team);
        page.TextsOf("#members ~ ul li")
            .ShouldContain(t =>
                t.StartsWith("Gloria Petrenko", StringComparison.Ordinal)
                && t.Contains("◆ term ended", StringComparison.Ordinal)
            );
        page.TextsOf("#members ~ ul li")
            .ShouldContain(t =>
                t.StartsWith("Kwame Mensah", StringComparison.Ordinal)
                && t.Contains("▲ term ends", StringComparison.Ordinal)
            );

        page = await (await app.As("principal").GetAsync(Team)).FollowAsync(
            "Change the seat of Gloria Petrenko"
        );
        var today = DateOnly.FromDateTime(app.Clock.Now);
        page = await page.Form("Save")
            .Fill("Last day of the term", Days.Iso(today.AddDays(-2)))
            .SubmitAsync();
        page.TextOf("#Input_TermEndsOn-error").ShouldStartWith("That day has gone by.");
        page = await page.Form("Save")
            .Fill("Last day of the term", Days.Iso(today.AddDays(200)))
            .SubmitAsync();
        page.TextsOf("#members ~ ul li")
            .ShouldContain(t =>
                t.StartsWith("Gloria Petrenko", StringComparison.Ordinal)
                && t.Contains("term until", StringComparison.Ordinal)
            );
    }

    [EngineTheory]
    public async Task Who_holds_a_seat_accepts_what_it_asks_and_anew_when_it_changes(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        (await app.As("teacher").GetAsync(Team)).Text.ShouldContain(
            "10 of 12 members have accepted"
        );
        var ben = app.As("ben.yazzie@riverbend.example");
        (await InMyDayAsync()).ShouldBeTrue();
        var page = await ben.GetAsync(Team);
        page = await page.FollowAsync("Read what the seat asks of you, and accept it");
        var form = page.Form("I accept these");

        page = await form.SubmitAsync();
        page.Notice.ShouldBe("✓ You accepted what your seat asks.");
        (await InMyDayAsync()).ShouldBeFalse();
        (await app.As("teacher").GetAsync(Team)).Text.ShouldContain(
            "11 of 12 members have accepted"
        );

        page = await (await app.As("facilitator").GetAsync(Asks + "/representative"))
            .Form("Save the next edition")
            .Fill("Responsibilities", "Speak.\nListen.")
            .SubmitAsync();
        page.Notice!.ShouldStartWith("✓ Edition 3 is in force.");
        (await InMyDayAsync()).ShouldBeTrue();
        (await app.As("teacher").GetAsync(Team)).Text.ShouldContain(
            "4 of 12 members have accepted"
        );
        // What was read before the change does not count for what it says now.
        page = await app.As("member")
            .PostFormAsync(Asks + "?handler=Accept", ("Input.Edition", "2"));
        page.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        page.Problems.ShouldHaveSingleItem().ShouldStartWith("The responsibilities were changed");
        (
            await app.As("teacher").PostFormAsync(Asks + "?handler=Accept", ("Input.Edition", "3"))
        ).Status.ShouldBe(HttpStatusCode.NotFound);

        async Task<bool> InMyDayAsync() =>
            (await ben.GetAsync("/home")).Text.Contains(
                "What your seat asks of you",
                StringComparison.Ordinal
            );
    }

    [EngineTheory]
    public async Task Two_who_change_the_same_responsibilities_see_both(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        var first = (await app.As("facilitator").GetAsync(Asks + "/coach")).Form(
            "Save the next edition"
        );
        var second = (await app.As("principal").GetAsync(Asks + "/coach")).Form(
            "Save the next edition"
        );
        await first.Fill("Responsibilities", "Coach.").SubmitAsync();

        var page = await second.Fill("Responsibilities", "Listen.").SubmitAsync();

        page.Status.ShouldBe(HttpStatusCode.Conflict);
        page.TextsOf(".notice.watch td").ShouldBe(["Coach.", "Listen."]);
        (await page.Form("Save the next edition").SubmitAsync()).Notice!.ShouldStartWith(
            "✓ Edition 3"
        );
    }

    [EngineTheory]
    public async Task The_team_sets_when_it_looks_at_the_responsibilities_again(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        var today = DateOnly.FromDateTime(app.Clock.Now);
        var page = await (await app.As("facilitator").GetAsync(Asks))
            .Form("Save the day")
            .Fill("Look at them again by", Days.Iso(today))
            .SubmitAsync();
        page.Notice.ShouldBe("✓ The day of the review is saved.");
        app.Clock.Advance(TimeSpan.FromDays(2));
        (await app.As("teacher").GetAsync(Team)).Text.ShouldContain("▲ review is due");
    }

    private static Task SeatAsync(TestApp app, int more) =>
        app.Db(async db =>
        {
            var ilt = await db.Set<Ilt>()
                .Include(i => i.Memberships)
                .SingleAsync(i =>
                    db.Set<Unit>().Any(u => u.Id == i.UnitId && u.Slug == "lincoln-elementary")
                );
            var free = await db.Set<RoleAssignment>()
                .Where(r =>
                    r.UnitId == ilt.UnitId
                    && r.Role == Role.Teacher
                    && r.Status == RoleStatus.Active
                )
                .Where(r => !db.Set<IltMembership>().Any(m => m.PersonId == r.PersonId))
                .Where(r =>
                    db.Set<Person>().Any(p => p.Id == r.PersonId && p.FamilyName != "Lindholm")
                )
                .Select(r => r.PersonId)
                .Take(more)
                .ToListAsync();
            free.Count.ShouldBe(more);
            free.ForEach(p => ilt.Seat(p, SeatKind.Coach, null, app.Clock.Now).IsOk.ShouldBeTrue());
            await db.SaveChangesAsync();
        });
}
