using System.Net;
using Microsoft.EntityFrameworkCore;
using Throughline.Data.Tests.Engines;
using Throughline.Domain.Units;

namespace Throughline.Web.Tests.Units.InstructionalTeams;

public sealed class TeamsTests
{
    private const string Teams = "/lincoln-elementary/settings/teams";

    [EngineTheory]
    public async Task Teams_run_from_the_youngest_and_say_who_speaks_for_them(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        var page = await app.As("principal").GetAsync(Teams);

        page.TextsOf("#kind-1 ~ .rows li a").Take(2).ShouldBe(["Kindergarten", "Grade 1"]);
        page.TextsOf("#kind-1 ~ .rows li")[0]
            .ShouldEndWith("3 people On the ILT: Hannah Moskowitz");
        page.TextsOf("#kind-6 ~ .rows li")
            .ShouldContain("Gifted and talented2 people ▲ nobody speaks for it");
        page.Commands.Count.ShouldBeLessThanOrEqualTo(8);
    }

    [EngineTheory]
    public async Task Proposed_teams_are_made_several_at_once_and_then_no_longer_proposed(
        Engine engine
    )
    {
        await using var app = await TestApp.StartAsync(engine);
        var page = await app.As("principal").GetAsync(Teams);
        var proposed = page
            .Document.QuerySelectorAll("input[name=chosen]")
            .Select(c => c.GetAttribute("value")!)
            .ToArray();
        proposed.ShouldContain("2:Learning support");

        page = await page.Form("Make the chosen teams")
            .Set("chosen", "2:Learning support", "2:English language development")
            .SubmitAsync();

        page.Notice!.ShouldStartWith("✓ 2 teams are made");
        var team = await TeamAsync(app, "Learning support");
        team.Kind.ShouldBe(InstructionalTeamKind.Subject);
        team.Members.Count.ShouldBe(2);
        page.Document.QuerySelectorAll("input[name=chosen]").Length.ShouldBe(proposed.Length - 2);
    }

    [EngineTheory]
    public async Task A_team_is_changed_with_its_members(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        var page = await (await app.As("principal").GetAsync(Teams)).FollowAsync("Grade 4");
        var osei = await PersonAsync(app, "Osei");
        var vega = await PersonAsync(app, "Vega");

        page = await page.Form("Save")
            .Fill("Name", "Fourth grade")
            .Untick("Input.Members", osei.ToString())
            .Tick("Input.Members", vega.ToString())
            .SubmitAsync();

        page.Notice.ShouldBe("✓ Fourth grade is saved, with 4 members.");
        var members = (await TeamAsync(app, "Fourth grade"))
            .Members.Select(m => m.PersonId)
            .ToList();
        members.ShouldContain(vega);
        members.ShouldNotContain(osei);
    }

    [EngineTheory]
    public async Task Only_staff_of_the_school_become_members(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        var stranger = await PersonAsync(app, "Okafor");
        var page = await app.As("principal").GetAsync($"{Teams}/new");

        await page.Form("Save")
            .Fill("Name", "Data team")
            .Set("Input.Members", stranger.ToString())
            .SubmitAsync();

        (await TeamAsync(app, "Data team")).Members.ShouldBeEmpty();
    }

    [EngineTheory]
    public async Task Two_who_change_a_team_see_both_versions(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        var address = $"{Teams}/{(await TeamAsync(app, "Grade 4")).Id}";
        var first = (await app.As("principal").GetAsync(address)).Form("Save");
        var second = (await app.As("admin").GetAsync(address)).Form("Save");
        var (osei, vega) = (await PersonAsync(app, "Osei"), await PersonAsync(app, "Vega"));
        await first.Untick("Input.Members", osei.ToString()).SubmitAsync();

        var page = await second.Tick("Input.Members", vega.ToString()).SubmitAsync();

        page.Status.ShouldBe(HttpStatusCode.Conflict);
        page.TextsOf(".notice.watch td")[1].ShouldContain("Vega, Marisol");
        (await TeamAsync(app, "Grade 4")).Members.ShouldNotContain(m => m.PersonId == vega);
    }

    [EngineTheory]
    public async Task A_name_stands_once_among_open_teams(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        var page = await app.As("principal").GetAsync($"{Teams}/new");

        page = await page.Form("Save").Fill("Name", "grade 4").SubmitAsync();

        page.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        page.Problems.ShouldHaveSingleItem().ShouldContain("already");
    }

    [EngineTheory]
    public async Task A_dissolved_team_frees_its_name_and_its_speaker_is_named_first(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        var browser = app.As("principal");
        var address = $"{Teams}/{(await TeamAsync(app, "Grade 4")).Id}";
        var page = await (await browser.GetAsync(address)).FollowAsync("Dissolve this team …");
        page.Text.ShouldContain("Theo Lindqvist speaks for it");

        page = await page.Form("Dissolve Grade 4").SubmitAsync();

        page.Notice.ShouldBe("✓ Grade 4 is dissolved.");
        (await browser.GetAsync(address)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await browser.GetAsync("/lincoln-elementary/team")).Text.ShouldContain("dissolved since");
        (
            await (await browser.GetAsync($"{Teams}/new"))
                .Form("Save")
                .Fill("Name", "Grade 4")
                .SubmitAsync()
        ).Notice!.ShouldContain("is saved");
    }

    private static Task<InstructionalTeam> TeamAsync(TestApp app, string name) =>
        app.Db(db =>
            db.Set<InstructionalTeam>()
                .Include(t => t.Members)
                .Where(t =>
                    db.Set<Unit>().Any(u => u.Id == t.UnitId && u.Slug == "lincoln-elementary")
                )
                .SingleAsync(t => t.Name == name && t.DissolvedAt == null)
        );

    private static Task<Guid> PersonAsync(TestApp app, string familyName) =>
        app.Db(db =>
            db.Set<Person>().Where(p => p.FamilyName == familyName).Select(p => p.Id).SingleAsync()
        );
}
