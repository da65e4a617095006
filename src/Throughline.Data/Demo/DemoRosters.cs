using Throughline.Data.Roster;
using Throughline.Domain.Units;
using Throughline.Domain.Units.Roster;

namespace Throughline.Data.Demo;

/// <summary>Rosters that came in: one that was applied, one with errors, and one whose preview waits.</summary>
internal sealed class DemoRosters(ThroughlineDb db, DemoTime time, Unit district, Guid byId)
{
    public async Task AddAsync(CancellationToken cancel)
    {
        AddApplied();
        AddRefused();
        await AddWaitingAsync(cancel);
    }

    private void AddApplied()
    {
        var at = time.At(time.Year.FirstDay.AddDays(-12), 9);
        var import = Begin("riverbend-oneroster-august.zip", at);
        import.Preview([], []);
        import.Apply(
            "schools: 1 added, 0 changed, 0 deactivated\nschool years: 1 added, 0 changed, 0 deactivated\nstaff: 14 added, 6 changed, 3 deactivated\nleft out: 2204 students",
            byId,
            at.AddMinutes(11)
        );
    }

    private void AddRefused()
    {
        RosterError[] errors =
        [
            new(
                "users.csv",
                2231,
                "email",
                "h.park at riverbend",
                "An e-mail address such as name@school.org, or nothing."
            ),
            new(
                "users.csv",
                2264,
                "orgSourcedIds",
                "riverbend-school-franklin",
                "The sourcedIds of organisations in orgs.csv."
            ),
            new(
                "academicSessions.csv",
                3,
                "startDate",
                "8/17/2026",
                "A date as year-month-day, yyyy-mm-dd, for example 2026-08-31."
            ),
        ];
        Begin("riverbend-oneroster-edited.zip", time.Ago(6, 15))
            .Refuse(
                errors.Length,
                RosterPacking.Pack(
                    new RosterReport(errors, [], [new RosterLeftOut("students", 2187)], null)
                )
            );
    }

    // A list of changes: someone new, someone who moves, someone who leaves, someone who is to lead.
    private async Task AddWaitingAsync(CancellationToken cancel)
    {
        var state = (await DistrictRoster.LoadAsync(db, forChange: false, cancel)).State;
        var here = state
            .Staff.Where(s => !s.Left && s.Roles.Any(r => r.Place.Role == Role.Teacher))
            .OrderBy(s => s.SourcedId, StringComparer.Ordinal)
            .ToList();
        var schools = state
            .Schools.Where(s => !s.Closed)
            .Select(s => s.SourcedId)
            .Order(StringComparer.Ordinal)
            .ToList();
        RosterStaff[] rows =
        [
            New(
                "riverbend-new-1",
                "Ingrid",
                "Salazar",
                RosterRoles.PlacesOf("teacher", schools[0])
            ),
            New(
                "riverbend-new-2",
                "Owen",
                "Batiste",
                RosterRoles.PlacesOf("principal", schools[^1])
            ),
            new(
                here[0].SourcedId,
                here[0].Name,
                RosterRoles.PlacesOf("teacher", schools[1]),
                [],
                RolesComplete: true,
                []
            ),
        ];
        var snapshot = new RosterSnapshot(
            null,
            null,
            RosterPart<RosterSchool>.Absent,
            RosterPart<RosterSchoolYear>.Absent,
            new(RosterMode.Delta, rows, [here[^1].SourcedId]),
            RosterMode.Absent,
            [new RosterLeftOut("students", 31)]
        );
        RosterWarning[] warnings =
        [
            new("users.csv", 1, "The column “homeroom” is not known and was passed over."),
        ];
        Begin("riverbend-oneroster-changes.zip", time.Ago(1, 16))
            .Preview(
                RosterPacking.Pack(snapshot),
                RosterPacking.Pack(
                    new RosterReport(
                        [],
                        warnings,
                        snapshot.LeftOut,
                        RosterComparison.Compare(snapshot, state)
                    )
                )
            );
    }

    private RosterImport Begin(string fileName, DateTime at)
    {
        var import = RosterImport.Begin(district.Id, byId, fileName, at);
        db.Add(import);
        return import;
    }

    private static RosterStaff New(
        string id,
        string given,
        string family,
        IReadOnlyList<RosterPlace> roles
    ) =>
        new(
            id,
            new RosterName(given, family, $"{given}.{family}@riverbend.example".ToLowerInvariant()),
            roles,
            [],
            RolesComplete: true,
            []
        );
}
