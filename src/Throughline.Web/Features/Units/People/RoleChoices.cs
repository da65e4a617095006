using Microsoft.AspNetCore.Mvc.Rendering;
using Throughline.Domain.Units;
using Throughline.Web.Access;
using Throughline.Web.Ui;

namespace Throughline.Web.Features.Units.People;

/// <summary>Which roles fit a unit and may be given there by this person.</summary>
public static class RoleChoices
{
    /// <summary>Roles that fit the unit, in the order of the glossary.</summary>
    public static IEnumerable<Role> Fitting(Unit unit) =>
        Enum.GetValues<Role>()
            .Where(r =>
                unit.Kind == UnitKind.District
                    ? RoleAssignment.FitsDistrict(r)
                    : RoleAssignment.FitsSchool(r)
            );

    /// <summary>True when this person may give and end the role at the unit.</summary>
    public static bool MayGive(this Here here, Role role, Unit unit) =>
        here.CanAt(
            RoleAssignment.Leads(role) ? Permission.GiveLeadership : Permission.ManagePeople,
            unit
        );

    /// <summary>What a form offers, those that lead nobody first: they are given most often.</summary>
    public static List<SelectListItem> For(Here here, IEnumerable<Role>? held = null) =>
        [
            .. Fitting(here.Unit)
                .Except(held ?? [])
                .Where(r => here.MayGive(r, here.Unit))
                .OrderBy(RoleAssignment.Leads)
                .ThenByDescending(r => r == Role.Teacher)
                .Select(r => new SelectListItem(
                    RoleWords.Capital(RoleWords.Of(r, here.Unit.Words)),
                    ((int)r).ToString(System.Globalization.CultureInfo.InvariantCulture)
                )),
        ];
}
