using Throughline.Data;
using Throughline.Domain.Teams;
using Throughline.Domain.Units;

namespace Throughline.Web.Features.Sharing;

/// <summary>Who has it in their day that a team hears something: whoever speaks for it; where nobody does, whoever facilitates.</summary>
internal sealed class TeamTeller
{
    public required Guid TeamId { get; init; }
    public required Guid PersonId { get; init; }

    /// <summary>Of all teams that are held still.</summary>
    public static IQueryable<TeamTeller> Of(ThroughlineDb db)
    {
        var seats = db.Set<IltMembership>().Where(m => m.Until == null);
        // Where someone sits comes first: from there it is a few rows by an index.
        return from seat in seats
            join team in db.Set<InstructionalTeam>() on seat.UnitId equals team.UnitId
            where team.DissolvedAt == null
            where
                seat.SpeaksForTeamId == team.Id
                || (seat.Facilitates && !seats.Any(s => s.SpeaksForTeamId == team.Id))
            select new TeamTeller { TeamId = team.Id, PersonId = seat.PersonId };
    }
}
