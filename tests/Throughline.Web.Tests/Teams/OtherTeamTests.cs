using System.Net;
using Microsoft.EntityFrameworkCore;
using Throughline.Data.Tests.Engines;
using Throughline.Domain.Teams;
using Throughline.Web.Tests.Support;

namespace Throughline.Web.Tests.Teams;

/// <summary>The directory of the other teams and what they handle.</summary>
public sealed class OtherTeamTests
{
    private const string Directory = "/lincoln-elementary/team/other-teams";

    [EngineTheory]
    public async Task Everyone_of_the_school_reads_it_and_who_keeps_the_unit_changes_it(
        Engine engine
    )
    {
        await using var app = await TestApp.StartAsync(engine);
        var page = await app.As("teacher").GetAsync(Directory);
        page.TextsOf("main .rows strong")
            .ShouldBe(["Administrative team", "Operations", "PTA liaison", "Student support team"]);
        page.TextsOf("main a.button").ShouldBeEmpty();
        (await app.As("member").GetAsync(Directory + "/new")).Status.ShouldBe(
            HttpStatusCode.NotFound
        );

        page = await (await app.As("principal").GetAsync(Directory)).FollowAsync("Add a team");
        page = await page.Form("Add the team")
            .Fill("Name", "Library")
            .Fill("What it handles", "Books and the reading room")
            .SubmitAsync();
        page.Problems.ShouldHaveSingleItem().ShouldStartWith("Enter a contact or an e-mail");
        page.Form("Add the team")["Input.Name"].ShouldBe("Library");
        page = await page.Form("Add the team")
            .Fill("E-mail", "library@riverbend.example")
            .SubmitAsync();

        page.Notice.ShouldBe("✓ Library is in the directory.");
        (await app.As("teacher").GetAsync(Directory)).Text.ShouldContain(
            "library@riverbend.example"
        );
    }

    [EngineTheory]
    public async Task A_name_stands_once_whatever_its_case(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        var page = await (await app.As("principal").GetAsync(Directory + "/new"))
            .Form("Add the team")
            .Fill("Name", "OPERATIONS")
            .Fill("What it handles", "All")
            .Fill("Whom to talk to", "Judith")
            .SubmitAsync();
        page.Problems.ShouldBe(["There is a team with this name already. Choose another one."]);
    }

    [EngineTheory]
    public async Task Two_who_change_one_team_see_both_and_a_dissolved_one_stays_known(
        Engine engine
    )
    {
        await using var app = await TestApp.StartAsync(engine);
        var id = await app.Db(db =>
            db.Set<OtherTeam>().Where(t => t.Name == "Operations").Select(t => t.Id).SingleAsync()
        );
        var first = (await app.As("principal").GetAsync($"{Directory}/{id}")).Form("Save");
        var second = await app.As("admin").GetAsync($"{Directory}/{id}");
        (await first.Fill("What it handles", "The building").SubmitAsync()).Notice.ShouldBe(
            "✓ Operations is saved."
        );

        var page = await second.Form("Save").Fill("What it handles", "Meals").SubmitAsync();
        page.Status.ShouldBe(HttpStatusCode.Conflict);
        page.TextsOf(".notice.watch td").ShouldBe(["The building", "Meals"]);
        (await second.Form("Dissolve the team").SubmitAsync()).Status.ShouldBe(
            HttpStatusCode.Conflict
        );

        page = await (await app.As("admin").GetAsync($"{Directory}/{id}"))
            .Form("Dissolve the team")
            .SubmitAsync();
        page.Notice.ShouldBe("✓ Operations is dissolved.");
        page.TextsOf("details li")
            .ShouldContain(t => t.StartsWith("Operations", StringComparison.Ordinal));
        (await app.As("admin").GetAsync($"{Directory}/{id}")).Status.ShouldBe(
            HttpStatusCode.NotFound
        );
    }
}
