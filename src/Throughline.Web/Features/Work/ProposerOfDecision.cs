using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Domain.Meetings;
using Throughline.Domain.Work;
using Throughline.Web.Access;

namespace Throughline.Web.Features.Work;

/// <summary>
/// Whether the person sits on the ILT and proposed the decision that the address names, or facilitates, records or keeps
/// the time in the meeting it was proposed at, while that runs.
/// </summary>
public sealed class ProposerOfDecision(ThroughlineDb db) : IRelationCheck
{
    public Relation Relation => Relation.ProposerOfDecision;

    public async Task<bool> HoldsAsync(
        Here here,
        RouteValueDictionary address,
        CancellationToken cancel
    ) =>
        here.Can(Permission.ProposeDecisions)
        && int.TryParse(
            address["number"]?.ToString(),
            NumberStyles.None,
            CultureInfo.InvariantCulture,
            out var number
        )
        && await db.Set<Decision>()
            .AnyAsync(
                d =>
                    d.UnitId == here.Unit.Id
                    && d.Number == number
                    && (
                        d.ProposedById == here.Viewer.PersonId
                        // One device for the whole table, whosever it is of those who run the meeting.
                        || db.Set<Meeting>()
                            .Any(m =>
                                m.Id == d.MeetingId
                                && m.State == MeetingState.InProgress
                                && m.Roles.Any(r =>
                                    r.PersonId == here.Viewer.PersonId
                                    && r.Kind != MeetingRoleKind.NormsKeeper
                                )
                            )
                    ),
                cancel
            );
}
