using Throughline.Domain.Units;
using Throughline.Domain.Units.Roster;

namespace Throughline.Domain.Tests.Units.Roster;

/// <summary>Small rosters and what becomes of a district when their changes are applied.</summary>
internal static class Rosters
{
    public static RosterStaff Teacher(
        string id,
        string given = "Ann",
        string? email = null,
        string school = "s1"
    ) =>
        new(id, new(given, "Lee", email), [new(school, Role.Teacher)], [], RolesComplete: true, []);

    public static RosterSnapshot Bulk(params RosterStaff[] staff) =>
        new(
            "d",
            "Solar",
            new(RosterMode.Bulk, [new("s1", "Lake School"), new("s2", "Hill School")], []),
            new(RosterMode.Bulk, [new("y1", "2026-27", new(2026, 8, 16), new(2027, 6, 30))], []),
            new(RosterMode.Bulk, staff, []),
            RosterMode.Bulk,
            []
        );

    public static RosterSnapshot Delta(params RosterStaff[] staff) =>
        new(
            null,
            null,
            RosterPart<RosterSchool>.Absent,
            RosterPart<RosterSchoolYear>.Absent,
            new(RosterMode.Delta, staff, []),
            RosterMode.Absent,
            []
        );

    /// <summary>The district after the snapshot was applied to an empty one.</summary>
    public static RosterState After(params RosterStaff[] staff) =>
        RosterState.Empty("Solar").After(Bulk(staff));

    /// <summary>The district after a snapshot was applied.</summary>
    public static RosterState After(this RosterState state, RosterSnapshot snapshot) =>
        state.Apply(RosterComparison.Compare(snapshot, state));

    /// <summary>The same as <paramref name="change"/> makes of one person.</summary>
    public static RosterState With(
        this RosterState state,
        string id,
        Func<KnownStaff, KnownStaff> change
    ) => state with { Staff = [.. state.Staff.Select(s => s.SourcedId == id ? change(s) : s)] };

    /// <summary>The same with other roles of one person.</summary>
    public static RosterState WithRoles(
        this RosterState state,
        string id,
        Func<IReadOnlyList<KnownRole>, IEnumerable<KnownRole>> change
    ) => state.With(id, s => s with { Roles = [.. change(s.Roles)] });

    /// <summary>What the changes ask for, done to records: the meaning of an import without a store.</summary>
    public static RosterState Apply(this RosterState state, RosterChanges changes)
    {
        var schools = state.Schools.ToDictionary(s => s.SourcedId);
        foreach (var c in changes.Schools)
        {
            var old = schools.GetValueOrDefault(c.SourcedId);
            schools[c.SourcedId] = new(
                c.SourcedId,
                c.Label,
                old?.NameSetByHand ?? false,
                c.Action == RosterAction.Deactivate
            );
        }

        var years = state.SchoolYears.ToDictionary(y => y.SourcedId);
        foreach (var c in changes.SchoolYears)
        {
            years[c.SourcedId] = new(
                c.SourcedId,
                c.Year.Title,
                c.Year.FirstDay,
                c.Year.LastDay,
                false
            );
        }

        var staff = state.Staff.ToDictionary(s => s.SourcedId);
        foreach (var c in changes.Staff)
        {
            var old =
                staff.GetValueOrDefault(c.SourcedId)
                ?? new(c.SourcedId, c.Name, PersonFields.None, false, [], []);
            staff[c.SourcedId] = old with
            {
                Name = c.Name,
                Left =
                    c.Action == RosterAction.Deactivate
                    || old.Left && c.Action != RosterAction.Reactivate,
                Loads = c.Loads ?? old.Loads,
                Roles =
                [
                    .. old.Roles.Select(r =>
                        (r.FromRoster || c.Action == RosterAction.Deactivate)
                        && r.Status != RoleStatus.Ended
                        && c.Ends.Contains(r.Place)
                            ? r with
                            {
                                Status = RoleStatus.Ended,
                                EndedByRoster = true,
                            }
                            : r
                    ),
                    .. c.Gives.Select(p => new KnownRole(
                        p,
                        p.Role is Role.Teacher or Role.Staff
                            ? RoleStatus.Active
                            : RoleStatus.Proposed,
                        true,
                        false
                    )),
                ],
            };
        }

        return state with
        {
            DistrictSourcedId = changes.District?.SourcedId ?? state.DistrictSourcedId,
            DistrictName = changes.District?.NewName ?? state.DistrictName,
            Schools = [.. schools.Values],
            SchoolYears = [.. years.Values],
            Staff = [.. staff.Values],
        };
    }
}
