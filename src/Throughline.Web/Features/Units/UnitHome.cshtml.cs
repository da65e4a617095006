using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Domain.Assessments;
using Throughline.Domain.Teams;
using Throughline.Domain.Units;
using Throughline.Domain.Work;
using Throughline.Web.Access;
using Throughline.Web.Features.Districts;

namespace Throughline.Web.Features.Units;

/// <summary>The home of a school or district: its ILT, its rounds, its teams or schools, and what comes next.</summary>
[Needs(Permission.SeeUnit)]
public sealed class UnitHomeModel(ThroughlineDb db, Here here) : PageModel
{
    private const int SchoolsShown = 8;

    public UnitState State { get; private set; } = null!;

    public IReadOnlyList<FirstStep> Steps { get; private set; } = [];

    public IReadOnlyList<SeatGlance> Seats { get; private set; } = [];

    public IReadOnlyList<TeamGlance> Teams { get; private set; } = [];

    public IReadOnlyList<RoundGlance> Rounds { get; private set; } = [];

    /// <summary>The meeting that is on or comes next; null for none, and for who does not see meetings.</summary>
    public MeetingGlance? Meeting { get; private set; }

    public IReadOnlyList<ComingDays> Coming { get; private set; } = [];

    public IReadOnlyList<SchoolRow> Schools { get; private set; } = [];

    /// <summary>What there is for who works here and does not sit on the ILT; null for everyone else.</summary>
    public ForStaff? ForStaff { get; private set; }

    public bool IsDistrict => here.Unit.Kind == UnitKind.District;

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var unit = here.Unit;
        State = await StateAsync(unit, cancel);
        Steps = [.. FirstStep.For(here, State)];
        if (State.Seats > 0)
        {
            Seats = await UnitGlances.SeatsAsync(db, unit.Id, cancel);
        }

        if (State.Rounds > 0 && here.Can(Permission.SeeRounds))
        {
            Rounds = await UnitGlances.RoundsAsync(db, unit.Id, here.Today, cancel);
        }

        if (State.Seats > 0 && here.Can(Permission.SeeMeetings))
        {
            Meeting = await UnitGlances.MeetingAsync(db, unit.Id, here.Today, cancel);
        }

        if (!IsDistrict)
        {
            Teams = await UnitGlances.TeamsAsync(db, unit.Id, here.Viewer.PersonId, cancel);
        }
        else if (here.Can(Permission.SeeSchools))
        {
            Schools = await SchoolRow
                .Of(
                    db,
                    db.Set<Unit>().Where(u => u.Kind == UnitKind.School && u.ClosedOn == null),
                    here.Today
                )
                .Take(SchoolsShown)
                .ToListAsync(cancel);
        }

        if (here.Can(Permission.RaiseMatters) && !here.Can(Permission.SeeIssues))
        {
            ForStaff = await ForStaff.LoadAsync(db, here, Teams, Seats, cancel);
        }

        Coming = await UnitGlances.ComingAsync(db, unit, here.Today, cancel);
    }

    private Task<UnitState> StateAsync(Unit unit, CancellationToken cancel)
    {
        var schools = db.Set<Unit>().Where(u => u.Kind == UnitKind.School);
        var district = IsDistrict;
        var today = here.Today;
        return db.Set<Unit>()
            .Where(u => u.Id == unit.Id)
            .Select(u => new UnitState(
                district ? schools.Count(s => s.ClosedOn == null) : 0,
                district ? schools.Count(s => s.ClosedOn != null) : 0,
                district
                    ? schools.Count(s =>
                        s.ClosedOn == null
                        && db.Set<IltMembership>().Any(m => m.UnitId == s.Id && m.Until == null)
                    )
                    : 0,
                district
                    ? db.Set<Person>().Count(p => p.LeftOn == null && p.AccessEndsOn == null)
                    // From the unit's few roles to their people; the other way round it would look at everyone.
                    : db.Set<RoleAssignment>()
                        .Where(r => r.UnitId == u.Id && r.Status == RoleStatus.Active)
                        .Join(
                            db.Set<Person>().Where(p => p.LeftOn == null),
                            r => r.PersonId,
                            p => p.Id,
                            (r, _) => r.PersonId
                        )
                        .Distinct()
                        .Count(),
                db.Set<InstructionalTeam>().Count(t => t.UnitId == u.Id && t.DissolvedAt == null),
                db.Set<IltMembership>().Count(m => m.UnitId == u.Id && m.Until == null),
                db.Set<Round>().Count(r => r.UnitId == u.Id),
                db.Set<ActionStep>().Count(s => s.UnitId == u.Id && s.EndedAt == null),
                db.Set<ActionStep>()
                    .Count(s => s.UnitId == u.Id && s.EndedAt == null && s.DueOn < today),
                // Tied to the row, or it would be a query of its own.
                db.Set<SchoolYear>().Any(y => y.DistrictId == u.DistrictId)
            ))
            .SingleAsync(cancel);
    }
}
