using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Domain.Meetings;
using Throughline.Domain.Work;
using Throughline.Web.Access;

namespace Throughline.Web.Features.Work;

/// <summary>Whether the person sits on the ILT and proposed the decision that the address names, or facilitates the meeting it was proposed at.</summary>
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
                        // Whoever facilitates the meeting that talks about it, by a role of that day.
                        || db.Set<MeetingRole>()
                            .Any(r =>
                                r.MeetingId == d.MeetingId
                                && r.PersonId == here.Viewer.PersonId
                                && r.Kind == MeetingRoleKind.Facilitator
                            )
                    ),
                cancel
            );
}
