using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Domain.Units;
using Throughline.Web.Access;
using Throughline.Web.Ui;

namespace Throughline.Web.Features.Units.Settings;

/// <summary>Who may do what, from the table that every page asks, and who leads here.</summary>
[Needs(Permission.SeeUnit)]
public sealed class AccessModel(ThroughlineDb db, Here here) : PageModel
{
    private static readonly Role[] Leading =
    [
        Role.DistrictLeader,
        Role.Supervisor,
        Role.Principal,
        Role.Administrator,
        Role.Coach,
    ];

    public bool IsDistrict => here.Unit.Kind == UnitKind.District;

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public IReadOnlyList<Holders> Leaders { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Rows = [.. AccessTable.Rules.OrderBy(r => r.Key).Select(r => ToRow(r.Key, r.Value))];
        var unit = here.Unit;
        var held = await db.Set<RoleAssignment>()
            .AsNoTracking()
            .Where(r => r.UnitId == unit.Id || r.UnitId == unit.DistrictId)
            .Where(r => r.Status == RoleStatus.Active && Leading.Contains(r.Role))
            .Join(
                db.Set<Person>().Where(p => p.LeftOn == null),
                r => r.PersonId,
                p => p.Id,
                (r, p) =>
                    new
                    {
                        r.UnitId,
                        r.Role,
                        p.SearchText,
                        Name = p.GivenName + " " + p.FamilyName,
                    }
            )
            .OrderBy(h => h.SearchText)
            .ToListAsync(cancel);
        Leaders =
        [
            .. held.GroupBy(h => (OfDistrict: h.UnitId == unit.DistrictId, h.Role))
                .OrderBy(g => g.Key.OfDistrict != IsDistrict)
                .ThenBy(g => g.Key.Role)
                .Select(g => new Holders(
                    RoleWords.Capital(RoleWords.Of(g.Key.Role, unit.Words)),
                    g.Key.OfDistrict,
                    [.. g.Select(h => h.Name).Distinct(StringComparer.Ordinal)]
                )),
        ];
    }

    private Row ToRow(Permission permission, AccessRule rule)
    {
        var roles = rule
            .AtUnit.Where(IsDistrict ? RoleAssignment.FitsDistrict : RoleAssignment.FitsSchool)
            .Concat(IsDistrict ? rule.AtDistrict : [])
            .Distinct()
            .Select(Named);
        var above = IsDistrict ? [] : rule.AtDistrict.Select(Named);
        var ties = permission switch
        {
            Permission.Public => ["anyone"],
            Permission.BeSignedIn => ["everyone signed in"],
            _ => rule.Relations.Select(Tie),
        };
        return new Row(
            rule.Sentence,
            string.Join(", ", roles),
            string.Join(", ", above),
            string.Join(", ", ties),
            here.Can(permission)
        );
    }

    private string Named(Role role) => RoleWords.Of(role, here.Unit.Words);

    private string Tie(Relation relation) =>
        relation switch
        {
            Relation.WorksInDistrict => "all staff of the district",
            Relation.WorksHere => IsDistrict
                ? "all staff of the district"
                : "all staff of the school and of the district's own office",
            Relation.IltMember => "members of the ILT",
            Relation.IltFacilitator => "the ILT's facilitator",
            Relation.StaffHere => "who has a role here",
            Relation.AskedInPulse => "who was asked",
            Relation.RaterOfRound => "those asked to rate in the round",
            Relation.RoleInMeeting => "who facilitates, records or keeps the time in the meeting",
            Relation.OwnerOfWork => "whoever carries it",
            Relation.ProposerOfDecision =>
                "the member who proposed it; who facilitates, records or keeps the time in the meeting it was proposed at, while it runs",
            Relation.NormsKeeper => "who keeps the ILT's norms",
            Relation.SenderOfMatter => "who raised it",
            Relation.HolderOfMatter => "who is to answer it",
            Relation.RepresentativeOfMatter => "the representative it was sent to",
            _ => throw new InvalidOperationException($"The page has no words for {relation}."),
        };

    public sealed record Row(string May, string Here, string Above, string Ties, bool You);

    public sealed record Holders(string Role, bool OfDistrict, IReadOnlyList<string> Names);
}
