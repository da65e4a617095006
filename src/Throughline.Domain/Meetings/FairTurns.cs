namespace Throughline.Domain.Meetings;

/// <summary>What a past meeting says about turns.</summary>
/// <param name="Present">Who was there.</param>
/// <param name="Roles">Who had which role.</param>
public sealed record PastTurns(
    IReadOnlyCollection<Guid> Present,
    IReadOnlyCollection<(MeetingRoleKind Kind, Guid PersonId)> Roles
);

/// <summary>
/// Proposes in fair turn who has which role (seed 002, “Members should rotate roles for each meeting”). Being at a meeting
/// earns a share of its roles, having one uses it up; whoever has most left is next. Two members who were at the same
/// meetings are therefore never more than one turn apart; who comes and goes is less than one and a half turns from their
/// share.
/// </summary>
public static class FairTurns
{
    /// <summary>The roles that go round by meeting, the one that leads first.</summary>
    public static IReadOnlyList<MeetingRoleKind> ByMeeting { get; } =
    [MeetingRoleKind.Facilitator, MeetingRoleKind.Recorder, MeetingRoleKind.Timekeeper];

    /// <summary>
    /// Proposes the roles. Everyone has one at most, unless there are fewer people than roles; then some have two. Nobody
    /// there: no proposal.
    /// </summary>
    /// <param name="roles">The roles to give.</param>
    /// <param name="coming">Who comes, in the team's order; it decides between equals.</param>
    /// <param name="past">The meetings of this term, the latest last.</param>
    public static IReadOnlyDictionary<MeetingRoleKind, Guid> Propose(
        IReadOnlyList<MeetingRoleKind> roles,
        IReadOnlyList<Guid> coming,
        IReadOnlyList<PastTurns> past
    )
    {
        var members = coming.Distinct().ToList();
        if (members.Count == 0)
        {
            return new Dictionary<MeetingRoleKind, Guid>();
        }

        var chosen = new List<Guid>();
        var left = members.ToDictionary(m => m, m => LeftOver(m, past));
        var last = members.ToDictionary(m => m, m => LastTurn(m, past));
        while (chosen.Count < roles.Count)
        {
            // Everyone once before anyone twice.
            var free = members.Where(m => !chosen.Contains(m)).ToList();
            chosen.AddRange(
                (free.Count > 0 ? free : members)
                    .OrderByDescending(m => left[m])
                    .ThenBy(m => last[m])
                    .Take(roles.Count - chosen.Count)
            );
        }

        return Share(roles, chosen, past);
    }

    // Who leads is the one of them who led least for the meetings they were at; and so on down the roles.
    private static Dictionary<MeetingRoleKind, Guid> Share(
        IReadOnlyList<MeetingRoleKind> roles,
        List<Guid> chosen,
        IReadOnlyList<PastTurns> past
    )
    {
        var given = new Dictionary<MeetingRoleKind, Guid>();
        foreach (var role in roles)
        {
            var next = chosen
                .OrderBy(m =>
                    past.Count(p => p.Roles.Contains((role, m)))
                    / (double)Math.Max(1, past.Count(p => p.Present.Contains(m)))
                )
                .ThenBy(m => past.ToList().FindLastIndex(p => p.Roles.Contains((role, m))))
                .First();
            given.Add(role, next);
            chosen.Remove(next);
        }

        return given;
    }

    private static decimal LeftOver(Guid member, IReadOnlyList<PastTurns> past) =>
        past.Where(p => p.Present.Contains(member))
            .Sum(p =>
                (decimal)p.Roles.Count / p.Present.Count - p.Roles.Count(r => r.PersonId == member)
            );

    private static int LastTurn(Guid member, IReadOnlyList<PastTurns> past) =>
        past.ToList().FindLastIndex(p => p.Roles.Any(r => r.PersonId == member));
}
