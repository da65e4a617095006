using System.Net;
using Throughline.Data.Tests.Engines;
using static Throughline.Web.Tests.Assessments.RoundPages;

namespace Throughline.Web.Tests.Assessments;

/// <summary>Several saves of one person at the same moment: two devices, two tabs, an impatient thumb.</summary>
public sealed class ParallelRatingTests(SharedApps apps) : IClassFixture<SharedApps>
{
    private static readonly string[] Cells = [Item, OtherItem, "team-meetings", "learning-impact"];

    [EngineTheory]
    public async Task Saves_to_different_cells_at_once_all_count(Engine engine)
    {
        var round = await OpenAsync(await apps.On(engine));
        var saved = await Task.WhenAll(Cells.Select(c => round.SetAsync("member", c, "2")));
        saved.ShouldAllBe(s => s.Status == HttpStatusCode.OK);
        foreach (var cell in Cells)
        {
            (await round.StoredAsync("member", cell))!.Level.ShouldBe(2);
        }

        (await round.SetAsync("member", Item, "2")).Progress.ShouldBe("4 of 19");
    }

    [EngineTheory]
    public async Task Of_different_answers_to_one_cell_at_once_one_wins_and_the_others_are_told(
        Engine engine
    )
    {
        var round = await OpenAsync(await apps.On(engine));
        string[] answers = ["0", "1", "2", "not-seen"];
        var saved = await Task.WhenAll(answers.Select(a => round.SetAsync("member", Item, a)));
        saved.Count(s => s.Kind == "saved").ShouldBe(1);
        saved.Count(s => s.Status == HttpStatusCode.Conflict).ShouldBe(3);
        var winner = saved.Single(s => s.Kind == "saved").Answer;
        saved.ShouldAllBe(s => s.Answer == winner);
        (await round.SetAsync("member", Item, winner)).ShouldSatisfyAllConditions(
            s => s.Kind.ShouldBe("unchanged"),
            s => s.Progress.ShouldBe("1 of 19"),
            s => s.AnswerVersion.ShouldBe(1)
        );
    }

    [EngineTheory]
    public async Task The_same_answer_at_once_is_saved_once(Engine engine)
    {
        var round = await OpenAsync(await apps.On(engine));
        var saved = await Task.WhenAll(
            Enumerable.Range(0, 4).Select(_ => round.SetAsync("member", Item, "1"))
        );
        saved.ShouldAllBe(s => s.Status == HttpStatusCode.OK && s.AnswerVersion == 1);
        saved.Count(s => s.Kind == "saved").ShouldBe(1);
    }

    [EngineTheory]
    public async Task An_answer_and_its_note_at_once_are_both_kept(Engine engine)
    {
        var round = await OpenAsync(await apps.On(engine));
        var saved = await Task.WhenAll(
            round.SetAsync("member", Item, "1"),
            round.NoteAsync("member", Item, "At the same moment")
        );
        saved.ShouldAllBe(s => s.Kind == "saved");
        var now = await round.SetAsync("member", Item, "1");
        (now.Answer, now.Note, now.Progress).ShouldBe(("1", "At the same moment", "1 of 19"));
    }

    [EngineTheory]
    public async Task An_answer_that_meets_the_closing_is_in_the_results_or_refused(Engine engine)
    {
        var app = await apps.On(engine);
        var round = await OpenAsync(app);
        await round.AnswerAllAsync("principal", 1);
        await round.AnswerAllAsync("facilitator", 1);
        var answer = round.SetAsync("member", Item, "1");
        var close = round.CloseAsync();
        await Task.WhenAll(answer, close);

        (await close).Status.ShouldBe(HttpStatusCode.OK);
        var results = (await app.As("member").GetAsync($"{round.Path}/results")).Text;
        if ((await answer).Status == HttpStatusCode.OK)
        {
            results.ShouldContain("3 of 3 answered");
        }
        else
        {
            (await answer).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
            results.ShouldContain("2 of 3 answered");
        }
    }
}
