using FsCheck;
using FsCheck.Fluent;
using Throughline.Domain.Assessments;

namespace Throughline.Domain.Tests.Assessments;

/// <summary>Something people do between two closings.</summary>
/// <param name="Person">Who begins; counted round, so that a number always finds someone.</param>
/// <param name="Others">How many after them do the same: groups stand together.</param>
/// <param name="Item">The item, from 1.</param>
/// <param name="What">0 to 3 for a level, -1 not seen, -2 takes it back, -3 writes a note, -4 keeps the note private, -5 asks one more person.</param>
internal sealed record Deed(int Person, int Others, int Item, int What);

/// <summary>Who is asked when a round opens, and what happens until each closing.</summary>
/// <param name="Asked">From where each looks and what part they have.</param>
/// <param name="Periods">What happens before each closing.</param>
internal sealed record PlayedRound(
    (Perspective, RaterGroup)[] Asked,
    IReadOnlyList<IReadOnlyList<Deed>> Periods
);

/// <summary>What a closing published, and what nobody outside the store knows: who had said what.</summary>
internal sealed record PlayedClosing(
    PublishedResult Row,
    RoundResults Results,
    IReadOnlyDictionary<(Guid, string), Answer> Answers,
    IReadOnlyList<RoundRater> Raters
)
{
    public Answer Of(Guid person, string item) => Answers.GetValueOrDefault((person, item));
}

/// <summary>Rounds of two sides and several groups, with reopenings and people who come later.</summary>
internal static class PlayedRounds
{
    public static readonly string[] Items = ["item-1", "item-2"];

    // Whom a person added later may be: the last one is a group nobody had.
    private static readonly (Perspective, RaterGroup)[] Newcomers =
    [
        (Perspective.Team, RaterGroup.Teacher),
        (Perspective.Team, RaterGroup.Coach),
        (Perspective.Outside, RaterGroup.Leader),
        (Perspective.Outside, RaterGroup.Reviewer),
    ];

    public static Gen<PlayedRound> All =>
        from asked in Asked
        from first in FirstAnswers(asked.Length)
        from later in Deeds.ArrayOf(4)
        select new PlayedRound(asked, [first, .. later]);

    public static List<PlayedClosing> Play(PlayedRound played)
    {
        var test = new TestRound(played.Asked.Length, Items.Length, from: i => played.Asked[i]);
        var answers = new Dictionary<(Guid, string), Answer>();
        var closings = new List<PlayedClosing>();
        foreach (var period in played.Periods)
        {
            foreach (var deed in period)
            {
                Do(test, deed, answers);
            }

            test.Close();
            closings.Add(
                new(
                    test.Published[^1],
                    test.All,
                    new Dictionary<(Guid, string), Answer>(answers),
                    [.. test.Round.Raters]
                )
            );
            test.Reopen();
        }

        return closings;
    }

    private static void Do(TestRound test, Deed deed, Dictionary<(Guid, string), Answer> answers)
    {
        if (deed.What == -5)
        {
            var (perspective, group) = Newcomers[deed.Person % Newcomers.Length];
            test.Ask(perspective, group);
            return;
        }

        var item = Items[deed.Item % Items.Length];
        for (var i = 0; i <= deed.Others; i++)
        {
            var person = (deed.Person + i) % test.People.Count;
            if (deed.What <= -3)
            {
                test.Write(person, item, $"{person}, {test.Now:O}", share: deed.What == -3);
                continue;
            }

            var answer = deed.What switch
            {
                -2 => Answer.None,
                -1 => Answer.NotSeenEnough,
                _ => Answer.At(deed.What),
            };
            test.Rate(person, item, answer).IsOk.ShouldBeTrue();
            answers[(test.People[person], item)] = answer;
        }
    }

    private static Gen<(Perspective, RaterGroup)[]> Asked =>
        from teachers in Gen.Elements(2, 3, 4, 5)
        from coaches in Gen.Elements(0, 1, 3, 4)
        from leaders in Gen.Elements(0, 0, 2, 3)
        from outside in Gen.Elements(0, 2, 3, 4)
        from reviewers in Gen.Elements(0, 0, 1, 3)
        select ((Perspective, RaterGroup)[])
            [
                .. Enumerable.Repeat((Perspective.Team, RaterGroup.Teacher), teachers),
                .. Enumerable.Repeat((Perspective.Team, RaterGroup.Coach), coaches),
                .. Enumerable.Repeat((Perspective.Team, RaterGroup.Leader), leaders),
                .. Enumerable.Repeat((Perspective.Outside, RaterGroup.Leader), outside),
                .. Enumerable.Repeat((Perspective.Outside, RaterGroup.Reviewer), reviewers),
            ];

    // Nearly everybody answers at first, each as they like.
    private static Gen<Deed[]> FirstAnswers(int people) =>
        Gen.CollectToArray(
            from person in Enumerable.Range(0, people)
            from item in Enumerable.Range(0, Items.Length)
            select Gen.Elements(-2, -1, 0, 1, 1, 2, 2, 2, 3, 3)
                .Select(what => new Deed(person, 0, item, what))
        );

    // Alone or several at once, often taken back, so that states come again.
    private static Gen<IReadOnlyList<Deed>> Deeds =>
        from count in Gen.Choose(0, 5)
        from deeds in (
            from person in Gen.Choose(0, 15)
            from others in Gen.Elements(0, 0, 1, 2, 2, 3, 4)
            from item in Gen.Choose(0, Items.Length - 1)
            from what in Gen.Elements(-5, -4, -3, -3, -2, -2, -1, 0, 1, 2, 3)
            select new Deed(person, others, item, what)
        ).ArrayOf(count)
        select (IReadOnlyList<Deed>)deeds;
}
