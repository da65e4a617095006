using Throughline.Domain.Assessments;

namespace Throughline.Data.Demo;

/// <content>The round that is open now: the team, four of the district's ILT and two outside reviewers are asked.</content>
internal sealed partial class DemoLincolnRounds
{
    private DemoRound Open()
    {
        var first = time.WeekdayAgo(6);
        var second = time.WeekdayAgo(4);
        var last = time.WeekdayAgo(1);
        return new DemoRound(
            time,
            people,
            Setting(
                DemoRounds.Open,
                "Mid-year self-assessment",
                Today,
                first,
                time.WeekdayAhead(3)
            ),
            instruments["school-ilt"]
        )
            .Answers("Desmond Achebe", first)
            .Answers(Facilitator, first)
            .Notes(
                Facilitator,
                "team-meetings",
                "Steps come out of most meetings. We rarely ask whether they helped.",
                first
            )
            .Answers("Luis Carranza", second)
            .Answers("Hannah Moskowitz", second, items: 7)
            .Answers("Gloria Petrenko", second)
            .Answers("Kwame Mensah", second, items: 3)
            .AsksOutside(Principal, second, RaterGroup.Coach, "Bernice Tolliver", "Arjun Mehta")
            .AsksOutside(
                Principal,
                second,
                RaterGroup.Leader,
                "Walter Nakamura",
                "Gregory Baptiste"
            )
            .AsksReviewer(Principal, DemoReviewers.Present, second)
            .AsksReviewer(Principal, DemoReviewers.Ended, second)
            .Answers("Arjun Mehta", second)
            .Answers(DemoReviewers.Ended, second, items: 5)
            .Answers("Walter Nakamura", last, items: 11)
            .Answers(DemoReviewers.Present, last, items: 6)
            .Answers(Member, last, items: 12)
            .Sets(Member, "monitoring-observation-plan", Answer.NotSeenEnough, last)
            .Sets(Member, "learning-needs-from-data", Answer.NotSeenEnough, last)
            .Sets(Member, "vision-school-goals", Answer.At(2), last)
            .Notes(
                Member,
                "vision-all-teachers-understand",
                "My team can say the goal. Nobody could say what it means for a reading lesson.",
                last
            )
            .Notes(
                Member,
                "team-shared-leadership",
                "I would like to hear more from special education before we decide.",
                last,
                share: false
            )
            .Answers("Thuy Pham", last)
            .Answers("Eileen Murphy", last, items: 15)
            .Reminds(Principal, last)
            .Extends(Principal, last, time.WeekdayAhead(6));
    }
}
