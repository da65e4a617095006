using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Domain.Assessments;
using Throughline.Domain.Shared;
using Throughline.Domain.Teams;
using Throughline.Domain.Units;

namespace Throughline.Web.Features.Assessments;

/// <summary>Who can be asked when a round is opened: the unit's own ILT, and the other level for the view from outside.</summary>
/// <param name="Members">The unit's ILT.</param>
/// <param name="Outside">The district's ILT, for a school's round; none for a district's, whose schools may have thousands.</param>
public sealed record RaterForm(
    IReadOnlyList<RaterChoice> Members,
    IReadOnlyList<RaterChoice> Outside
)
{
    public static async Task<RaterForm> LoadAsync(
        ThroughlineDb db,
        Unit unit,
        CancellationToken cancel
    ) =>
        new(
            await Ilt(db, unit).ToListAsync(cancel),
            await OutsideRaters.OfDistrictIltAsync(db, unit, roundId: null, cancel)
        );

    /// <summary>The unit's ILT by family name.</summary>
    public static IQueryable<RaterChoice> Ilt(ThroughlineDb db, Unit unit, Guid? exceptOf = null) =>
        db.Set<IltMembership>()
            .AsNoTracking()
            .Where(m => m.UnitId == unit.Id && m.Until == null)
            .Where(m =>
                !db.Set<RoundRater>().Any(r => r.RoundId == exceptOf && r.PersonId == m.PersonId)
            )
            .Join(db.Set<Person>(), m => m.PersonId, p => p.Id, (m, p) => new { m.Kind, p })
            .Where(x => x.p.LeftOn == null)
            .OrderBy(x => x.p.FamilyName)
            .ThenBy(x => x.p.GivenName)
            .Select(x => new RaterChoice(x.p.Id, x.p.GivenName + " " + x.p.FamilyName, x.Kind));

    /// <summary>A member of the unit's ILT, to be asked as one of the team; null for anybody else.</summary>
    public static async Task<Asked?> MemberAsync(
        ThroughlineDb db,
        Unit unit,
        Guid? personId,
        CancellationToken cancel
    ) =>
        await db.Set<IltMembership>()
            .AsNoTracking()
            .SingleOrDefaultAsync(
                m => m.UnitId == unit.Id && m.PersonId == personId && m.Until == null,
                cancel
            )
            is { } member
            ? new Asked(member.PersonId, Perspective.Team, RaterGroups.Of(member.Kind))
            : null;

    /// <summary>Why the choice cannot be taken as it is, or null.</summary>
    public Refusal? WhatIsWrong(NewRoundInput input) =>
        input.RaterIds.Except(Members.Select(m => m.PersonId)).Any()
            ? new Refusal(
                "Someone you chose is not a member any more. Look at the list again.",
                "RaterIds"
            )
        : input.OutsideIds.Except(Outside.Select(m => m.PersonId)).Any()
            ? new Refusal(
                "Someone you chose is not on the district's ILT any more, or belongs to this school's. Look at the list again.",
                "OutsideIds"
            )
        : null;

    /// <summary>Everybody who is asked, the team first: who belongs to both looks from inside.</summary>
    public async Task<IEnumerable<Asked>> AskedAsync(
        ThroughlineDb db,
        Unit unit,
        NewRoundInput input,
        CancellationToken cancel
    ) =>
        [
            .. Chosen(Members, input.RaterIds, Perspective.Team),
            .. Chosen(Outside, input.OutsideIds, Perspective.Outside),
            .. unit.Kind == UnitKind.District && input.Schools != SchoolPeople.None
                ? await OutsideRaters.OfSchoolsAsync(db, unit, input.Schools, null, cancel)
                : [],
        ];

    private static IEnumerable<Asked> Chosen(
        IReadOnlyList<RaterChoice> choices,
        List<Guid> ids,
        Perspective perspective
    ) =>
        choices
            .Where(c => ids.Contains(c.PersonId))
            .Select(c => new Asked(c.PersonId, perspective, RaterGroups.Of(c.Seat)));
}

/// <summary>Someone with a seat who can be asked to rate.</summary>
public sealed record RaterChoice(Guid PersonId, string Name, SeatKind Seat);
