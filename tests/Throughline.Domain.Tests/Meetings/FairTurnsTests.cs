using FsCheck;
using FsCheck.Fluent;
using Throughline.Domain.Meetings;

namespace Throughline.Domain.Tests.Meetings;

/// <summary>Seed 002, “Members should rotate roles for each meeting”.</summary>
public class FairTurnsTests
{
    private static readonly Guid[] People =
    [
        .. Enumerable.Range(1, 15).Select(n => new Guid(n, 0, 0, new byte[8])),
    ];

    [Fact]
    public void Members_who_were_at_the_same_meetings_are_never_more_than_one_turn_apart() =>
        Prop.ForAll(
                Terms.ToArbitrary(),
                term =>
                {
                    var past = Play(term);
                    foreach (var alike in term.Members.GroupBy(m => Attended(m, past)))
                    {
                        var turns = alike.Select(m => Turns(m, past)).ToList();
                        (turns.Max() - turns.Min()).ShouldBeLessThanOrEqualTo(1);
                    }
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Who_comes_and_goes_is_never_one_and_a_half_turns_from_their_share() =>
        Prop.ForAll(
                Terms.ToArbitrary(),
                term =>
                {
                    var past = Play(term);
                    foreach (var member in term.Members)
                    {
                        var share = past.Where(p => p.Present.Contains(member))
                            .Sum(p => (double)p.Roles.Count / p.Present.Count);
                        Math.Abs(Turns(member, past) - share).ShouldBeLessThan(1.5);
                    }
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Who_is_absent_has_no_role_and_everyone_has_one_before_anyone_has_two() =>
        Prop.ForAll(
                Terms.ToArbitrary(),
                term =>
                {
                    foreach (var meeting in Play(term))
                    {
                        meeting.Roles.ShouldAllBe(r => meeting.Present.Contains(r.PersonId));
                        meeting
                            .Roles.Select(r => r.PersonId)
                            .Distinct()
                            .Count()
                            .ShouldBe(Math.Min(meeting.Present.Count, meeting.Roles.Count));
                    }
                }
            )
            .QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(8)]
    [InlineData(12)]
    [InlineData(13)]
    public void Facilitation_goes_round_the_whole_team(int size)
    {
        var members = People[..size];
        var past = Play(new Term(members, [.. Enumerable.Repeat<Guid[]>([], size * 2)]));

        members
            .Select(m => past.Count(p => p.Roles.Contains((MeetingRoleKind.Facilitator, m))))
            .ShouldAllBe(led => led >= 1 && led <= 3);
    }

    [Fact]
    public void Nobody_there_means_no_proposal() =>
        FairTurns.Propose(FairTurns.ByMeeting, [], []).ShouldBeEmpty();

    private sealed record Term(Guid[] Members, Guid[][] Absent);

    private static Gen<Term> Terms =>
        from size in Gen.Choose(1, 15)
        from meetings in Gen.Choose(1, 40)
        from absent in Gen.ArrayOf(
            Gen.ArrayOf(Gen.Frequency((8, Gen.Constant(false)), (1, Gen.Constant(true))), size),
            meetings
        )
        select new Term(
            People[..size],
            [
                .. absent.Select(row =>
                    row.Select((a, i) => (a, i)).Where(x => x.a).Select(x => People[x.i]).ToArray()
                ),
            ]
        );

    private static List<PastTurns> Play(Term term)
    {
        var past = new List<PastTurns>();
        foreach (var absent in term.Absent)
        {
            var coming = term.Members.Except(absent).ToList();
            var roles = FairTurns.Propose(FairTurns.ByMeeting, coming, past);
            past.Add(new PastTurns(coming, [.. roles.Select(r => (r.Key, r.Value))]));
        }

        return past;
    }

    private static int Turns(Guid member, List<PastTurns> past) =>
        past.Sum(p => p.Roles.Count(r => r.PersonId == member));

    private static string Attended(Guid member, List<PastTurns> past) =>
        string.Concat(past.Select(p => p.Present.Contains(member) ? '1' : '0'));
}
