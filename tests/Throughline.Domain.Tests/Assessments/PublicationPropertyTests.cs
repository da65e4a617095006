using FsCheck;
using FsCheck.Fluent;
using Throughline.Domain.Assessments;

namespace Throughline.Domain.Tests.Assessments;

/// <summary>
/// What can be told from everything a round ever published, whatever people do between closings: nobody's answer, by no
/// comparison and no subtraction.
/// </summary>
public class PublicationPropertyTests
{
    [Fact]
    public void Nothing_ever_published_of_an_item_leads_to_one_or_two_people() =>
        Check(closings =>
        {
            var attacker = new Attacker(closings);
            var random = new Random(closings.Count);
            foreach (var (side, item) in SidesAndItems)
            {
                attacker.FindsSomeone(side, item, random).Take(1).ShouldBeEmpty();
            }
        });

    [Fact]
    public void Figures_are_truly_those_of_their_people_at_the_closing_they_name() =>
        Check(closings =>
        {
            var attacker = new Attacker(closings);
            foreach (var (side, item) in SidesAndItems)
            {
                foreach (var seen in attacker.SeenOf(side, item))
                {
                    var said = attacker
                        .PeopleIn(seen, side)
                        .Select(r => closings[seen.Closing - 1].Of(r.PersonId, item))
                        .ToList();
                    seen.Figures.Counts.Select(c => c.People)
                        .ShouldBe([
                            .. Enumerable.Range(0, 4).Select(l => said.Count(a => a.Level == l)),
                        ]);
                    seen.Figures.NotSeen.ShouldBe(said.Count(a => a.NotSeen));
                    seen.Figures.Rated.ShouldBeGreaterThanOrEqualTo(RoundResults.Fewest);
                }
            }
        });

    [Fact]
    public void A_split_has_every_group_with_people_and_three_or_more_in_each() =>
        Check(closings =>
        {
            foreach (var (closing, side, result) in Results(closings))
            {
                if (result.Split is not { } split)
                {
                    continue;
                }

                split.Count.ShouldBeGreaterThan(1);
                split.ShouldAllBe(s => s.Figures.Rated >= RoundResults.Fewest);
                split
                    .Select(s => s.Group)
                    .ShouldBe(
                        closings[result.FiguresFrom - 1]
                            .Raters.Where(r => r.Perspective == side.Perspective)
                            .Select(r => r.Group)
                            .Distinct()
                            .Order()
                    );
                split.Sum(s => s.Figures.Invited).ShouldBe(result.Figures!.Invited);
                closing.Row.Closing.ShouldBeGreaterThanOrEqualTo(result.FiguresFrom);
            }
        });

    [Fact]
    public void One_or_two_changes_of_an_item_look_the_same_as_none() =>
        Check(closings =>
        {
            foreach (var (before, after) in closings.Zip(closings.Skip(1)))
            {
                foreach (var (side, item) in SidesAndItems)
                {
                    if (
                        before.Results.Side(side)?.Item(item) is not { Figures: not null } shown
                        || after.Results.Side(side)!.IsTooFew
                    )
                    {
                        continue;
                    }

                    var then = closings[shown.FiguresFrom - 1];
                    var changed = after.Raters.Count(r =>
                        r.Perspective == side
                        && then.Of(r.PersonId, item) != after.Of(r.PersonId, item)
                    );
                    if (changed < RoundResults.Fewest)
                    {
                        after
                            .Results.Side(side)!
                            .Item(item)!
                            .FiguresFrom.ShouldBe(shown.FiguresFrom);
                    }
                }
            }
        });

    [Fact]
    public void A_side_that_fewer_than_three_answered_shows_nothing() =>
        Check(closings =>
        {
            foreach (var side in closings.SelectMany(c => c.Results.Sides).Where(s => s.IsTooFew))
            {
                side.Answered.ShouldBeLessThan(RoundResults.Fewest);
                side.Items.ShouldAllBe(i => i.Figures == null && i.Split == null);
                side.Notes.ShouldAllBe(n => n.Texts == null);
            }
        });

    [Fact]
    public void Notes_of_a_side_change_for_nobody_or_for_three_people_but_for_those_taken_out() =>
        Check(closings =>
        {
            foreach (var (before, after) in closings.Zip(closings.Skip(1)))
            {
                foreach (var (side, item) in SidesAndItems)
                {
                    if (
                        before.Results.Side(side)?.NotesTo(item)?.Texts is { } shown
                        && after.Results.Side(side)?.NotesTo(item)?.Texts is { } now
                    )
                    {
                        // A text begins with its writer.
                        var writers = now.Except(shown)
                            .Concat(shown.Except(now))
                            .Select(Writer)
                            .Distinct();
                        if (now.Except(shown).Any())
                        {
                            writers.Count().ShouldBeGreaterThanOrEqualTo(RoundResults.Fewest);
                        }
                    }
                }
            }
        });

    [Fact]
    public void Notes_stand_on_the_side_of_their_writer() =>
        Check(closings =>
        {
            var people = closings[^1].Raters;
            foreach (var side in closings.SelectMany(c => c.Results.Sides))
            {
                side.Notes.SelectMany(n => n.Texts ?? [])
                    .Select(Writer)
                    .ShouldAllBe(w => people[w].Perspective == side.Perspective);
            }
        });

    /// <summary>Otherwise the properties above would hold for rounds that show nothing and never change.</summary>
    [Fact]
    public void Among_random_rounds_everything_occurs()
    {
        var played = PlayedRounds.All.Sample(300).Select(PlayedRounds.Play).ToList();
        var results = played.SelectMany(Results).ToList();

        results.ShouldContain(r => r.Item3.Figures != null && r.Item3.Split == null);
        results.ShouldContain(r => r.Item3.Split != null);
        results.ShouldContain(r => r.Item3.Split != null && r.Item3.FiguresFrom > 1);
        results.ShouldContain(r =>
            r.Item3.Split != null && r.Item2.Perspective == Perspective.Outside
        );
        results.ShouldContain(r =>
            r.Item3.Figures != null && r.Item3.FiguresFrom < r.Item2.FiguresFrom
        );
        results.ShouldContain(r => r.Item2.FiguresFrom < r.Item1.Row.Closing);
        results.ShouldContain(r => r.Item2.Notes.Any(n => n.Texts != null && n.Texts.Count > 3));
        // So seldom that a few hundred rounds now and then hold none: drawn until one does.
        Enumerable
            .Range(0, 10)
            .SelectMany(_ => PlayedRounds.All.Sample(300))
            .Select(PlayedRounds.Play)
            .SelectMany(p => SidesAndItems.Select(s => new Attacker(p).SeenOf(s.Side, s.Item)))
            .Any(seen => seen.Count > 6)
            .ShouldBeTrue();
        results.ShouldContain(r => r.Item2.IsTooFew);
    }

    private static IEnumerable<(Perspective Side, string Item)> SidesAndItems =>
        from side in Enum.GetValues<Perspective>()
        from item in PlayedRounds.Items
        select (side, item);

    private static int Writer(string text) =>
        int.Parse(text.Split(',')[0], System.Globalization.CultureInfo.InvariantCulture);

    private static IEnumerable<(PlayedClosing, SideResults, ItemResult)> Results(
        List<PlayedClosing> closings
    ) =>
        from closing in closings
        from side in closing.Results.Sides
        from item in side.Items
        select (closing, side, item);

    private static void Check(Action<List<PlayedClosing>> property) =>
        Prop.ForAll(PlayedRounds.All.ToArbitrary(), played => property(PlayedRounds.Play(played)))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(300));
}
