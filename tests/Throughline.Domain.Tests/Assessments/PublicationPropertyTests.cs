using FsCheck;
using FsCheck.Fluent;
using Throughline.Domain.Assessments;
using Step = (int Person, int Item, int What);

namespace Throughline.Domain.Tests.Assessments;

/// <summary>
/// What can be told from everything a round ever published, whatever people do between closings: nobody's answer by
/// comparing two publications.
/// </summary>
public class PublicationPropertyTests
{
    private const int People = 6;
    private const int Items = 2;

    [Fact]
    public void Any_two_figures_of_an_item_differ_by_nobody_or_by_three_people_and_more() =>
        Prop.ForAll(Histories.ToArbitrary(), CompareAllPublications).QuickCheckThrowOnFailure();

    [Fact]
    public void Figures_are_always_of_three_people_and_more_and_add_up() =>
        Prop.ForAll(
                Histories.ToArbitrary(),
                periods =>
                {
                    foreach (var (results, _) in Play(periods))
                    {
                        foreach (
                            var figures in results
                                .Items.Select(i => i.Figures)
                                .OfType<ItemFigures>()
                        )
                        {
                            figures.Rated.ShouldBeGreaterThanOrEqualTo(RoundResults.Fewest);
                            figures.Invited.ShouldBe(People);
                            figures.Counts.Select(c => c.Level).ShouldBe([0, 1, 2, 3]);
                        }

                        if (results.IsTooFew)
                        {
                            results.Items.All(i => i.IsTooFew).ShouldBeTrue();
                        }
                    }
                }
            )
            .QuickCheckThrowOnFailure();

    /// <summary>Otherwise the properties above would hold for a round that never changes its results.</summary>
    [Fact]
    public void Among_random_histories_some_change_their_results_and_some_keep_them()
    {
        var played = Histories.Sample(200).Select(Play).ToList();
        var second = played.Where(p => p.Count > 1).Select(p => (p[0].Results, p[1].Results));

        var froms = second.Select(p => p.Item2.FiguresFrom).ToList();

        froms.ShouldContain(1);
        froms.ShouldContain(2);
    }

    // First many set something, then in each period a few or many, all from one small stock, so that changes are often
    // taken back and states come again.
    private static Gen<Step[][]> Histories =>
        from first in Steps(14)
        from sizes in Gen.Choose(0, 8).ArrayOf(4)
        from later in Gen.CollectToArray(sizes.Select(Steps))
        select (Step[][])[first, .. later];

    private static Gen<Step[]> Steps(int count) =>
        (
            from person in Gen.Choose(0, People - 1)
            from item in Gen.Choose(0, Items - 1)
            from what in Gen.Choose(-2, 3)
            select (person, item, what)
        ).ArrayOf(count);

    private static void CompareAllPublications(Step[][] periods)
    {
        var published = Play(periods);
        foreach (var item in Enumerable.Range(1, Items).Select(i => $"item-{i}"))
        {
            var shown = published
                .Select(p => p.Results.Item(item)!)
                .Where(r => r.Figures is not null)
                .DistinctBy(r => r.FiguresFrom)
                .Select(r => (r.Figures, Answers: published[r.FiguresFrom - 1].Answers))
                .ToList();
            foreach (var (figures, answers) in shown)
            {
                // The figures are truly those of the closing they name.
                figures!.NotSeen.ShouldBe(
                    answers.Count(a => a.Key.Item == item && a.Value.NotSeen)
                );
                figures
                    .Counts.All(c =>
                        c.People
                        == answers.Count(a => a.Key.Item == item && a.Value.Level == c.Level)
                    )
                    .ShouldBeTrue();
                foreach (var (_, others) in shown)
                {
                    Enumerable
                        .Range(0, People)
                        .Count(p =>
                            answers.GetValueOrDefault((p, item))
                            != others.GetValueOrDefault((p, item))
                        )
                        .ShouldNotBeOneOf(1, 2);
                }
            }
        }
    }

    private static List<(
        SideResults Results,
        Dictionary<(int Person, string Item), Answer> Answers
    )> Play(Step[][] periods)
    {
        var test = new TestRound(People, Items);
        var answers = new Dictionary<(int, string), Answer>();
        var published = new List<(SideResults, Dictionary<(int, string), Answer>)>();
        foreach (var period in periods)
        {
            foreach (var (person, number, what) in period)
            {
                var item = $"item-{number + 1}";
                var answer = what switch
                {
                    -2 => Answer.None,
                    -1 => Answer.NotSeenEnough,
                    _ => Answer.At(what),
                };
                test.Rate(person, item, answer).IsOk.ShouldBeTrue();
                answers[(person, item)] = answer;
            }

            published.Add((test.Close(), new(answers)));
            test.Reopen();
        }

        return published;
    }
}
