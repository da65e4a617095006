using Throughline.Domain.Teams;
using Throughline.Domain.Units;

namespace Throughline.Data.Demo;

/// <summary>Makes a place's instructional teams and its ILT from the demo's lists.</summary>
internal sealed class DemoTeams(ThroughlineDb db, DemoTime time, DemoPeople people)
{
    /// <summary>How long ago those left who left. Within the school year on every day.</summary>
    public const int LeftDaysAgo = 40;

    /// <summary>Adds the teams with their members, then the ILT unless the place has none.</summary>
    /// <param name="list">The place.</param>
    /// <param name="unit">Its unit.</param>
    /// <param name="formedOn">The day its ILT was formed.</param>
    /// <returns>The ILT, or null.</returns>
    public Ilt? Add(DemoPlace list, Unit unit, DateOnly formedOn)
    {
        var teams = new Dictionary<string, InstructionalTeam>(StringComparer.Ordinal);
        foreach (var (kind, name, dissolved) in list.Teams)
        {
            var team = InstructionalTeam.New(unit, kind, name, time.At(formedOn, 8)).Value;
            team.SetMembers(
                list.Staff.Where(s => s.Teams.Contains(name) && s.State != DemoState.Left)
                    .Select(s => people[s.Name].Id)
            );
            if (dissolved)
            {
                team.Dissolve(time.At(time.Year.FirstDay, 9));
            }

            teams.Add(name, team);
            db.Add(team);
        }

        return list.HasIlt ? Form(list, unit, teams, formedOn) : null;
    }

    private Ilt Form(
        DemoPlace list,
        Unit unit,
        Dictionary<string, InstructionalTeam> teams,
        DateOnly formedOn
    )
    {
        var ilt = Ilt.Form(unit, time.At(formedOn, 15));
        foreach (var staff in list.Staff.Where(s => s.Seat is not null))
        {
            var speaksFor = staff.SpeaksFor is { } name ? teams[name].Id : (Guid?)null;
            var person = people[staff.Name];
            ilt.Seat(person.Id, staff.Seat!.Value, speaksFor, Since(list, staff, formedOn))
                .OrThrow();
            if (staff.State == DemoState.Left)
            {
                ilt.EndMembership(person.Id, time.Ago(LeftDaysAgo, 16)).OrThrow();
            }
        }

        var facilitator = list.Staff.Single(s => s.Facilitates);
        ilt.LetFacilitate(people[facilitator.Name].Id).OrThrow();
        db.Add(ilt);
        return ilt;
    }

    // Who took the seat of someone who left came after them.
    private DateTime Since(DemoPlace list, DemoStaff staff, DateOnly formedOn) =>
        staff.State != DemoState.Left
        && list.Staff.Any(s => s.State == DemoState.Left && s.SpeaksFor == staff.SpeaksFor)
        && staff.SpeaksFor is not null
            ? time.Ago(LeftDaysAgo - 4, 15)
            : time.At(formedOn, 15);
}
