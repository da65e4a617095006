using Throughline.Domain.Units;

namespace Throughline.Web.Access;

/// <summary>
/// Where the request is and who makes it: the unit of the address, the signed-in person, and what they may do here.
/// Filled by <see cref="AccessFilter"/> before a page's handler runs.
/// </summary>
public sealed class Here(TimeProvider clock)
{
    private Viewer? viewer;
    private Unit? unit;

    /// <summary>The person. Asking on a public page without one is a bug.</summary>
    public Viewer Viewer => viewer ?? throw new InvalidOperationException("Nobody is signed in.");

    /// <summary>The unit in the address. Asking on a page without one is a bug.</summary>
    public Unit Unit => unit ?? throw new InvalidOperationException("The address names no unit.");

    public bool IsSignedIn => viewer is not null;

    public bool HasUnit => unit is not null;

    /// <summary>Now, UTC.</summary>
    public DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>Today where the unit is.</summary>
    public DateOnly Today => DateOnly.FromDateTime(Local(Now));

    /// <summary>A stored time as the unit's clocks show it.</summary>
    public DateTime Local(DateTime utc) => TimeZoneInfo.ConvertTimeFromUtc(utc, Zone);

    /// <summary>
    /// The unit whose areas and clock surround the page: the one in the address, else where the person works, so that
    /// their own day is no dead end. Null when nobody is signed in.
    /// </summary>
    public Unit? Around => unit ?? viewer?.Home;

    /// <summary>The time zone of <see cref="Around"/>.</summary>
    public TimeZoneInfo Zone =>
        Around is null ? TimeZoneInfo.Utc : TimeZoneInfo.FindSystemTimeZoneById(Around.TimeZoneId);

    public void SignedIn(Viewer person) => viewer = person;

    public void At(Unit place) => unit = place;

    /// <summary>True when the person has the permission here, by role or by a relation that follows from roles and seats. Relations to one thing are asked for on its own page.</summary>
    public bool Can(Permission permission) =>
        permission switch
        {
            Permission.Public => true,
            Permission.BeSignedIn => IsSignedIn,
            _ => IsSignedIn && HasUnit && CanAt(permission, Unit),
        };

    /// <summary>The same for another unit, as for a row of a list.</summary>
    public bool CanAt(Permission permission, Unit place)
    {
        var rule = AccessTable.Rules[permission];
        var atDistrict = rule.AtDistrict.Any(role => Viewer.Has(role, place.DistrictId));
        return atDistrict
            || rule.AtUnit.Any(role => Viewer.Has(role, place.Id))
            || rule.Relations.Any(relation => Holds(relation, place));
    }

    private bool Holds(Relation relation, Unit place) =>
        relation switch
        {
            Relation.WorksInDistrict => Viewer.Roles.Count > 0 || Viewer.Seats.Count > 0,
            // The district's home is for all its staff; a school's for its own people and the district's.
            Relation.WorksHere => place.Kind == UnitKind.District
                ? Holds(Relation.WorksInDistrict, place)
                : Viewer.Roles.Any(r => r.UnitId == place.Id || r.UnitId == place.DistrictId)
                    || Viewer.Seats.Any(s => s.UnitId == place.Id || s.UnitId == place.DistrictId),
            Relation.IltMember => Viewer.Seats.Any(s => s.UnitId == place.Id),
            Relation.IltFacilitator => Viewer.Seats.Any(s => s.UnitId == place.Id && s.Facilitates),
            Relation.StaffHere => Viewer.Roles.Any(r => r.UnitId == place.Id),
            Relation.RaterOfRound
            or Relation.OwnerOfWork
            or Relation.ProposerOfDecision
            or Relation.AskedInPulse
            or Relation.RoleInMeeting
            or Relation.CameToMeeting
            or Relation.NormsKeeper
            or Relation.SenderOfMatter
            or Relation.HolderOfMatter
            or Relation.RepresentativeOfMatter => false,
            _ => throw new ArgumentOutOfRangeException(nameof(relation)),
        };
}
