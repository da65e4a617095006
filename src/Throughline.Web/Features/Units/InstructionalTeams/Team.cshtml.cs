using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Data.Saving;
using Throughline.Domain.Shared;
using Throughline.Domain.Units;
using Throughline.Web.Access;
using Throughline.Web.Ui;

namespace Throughline.Web.Features.Units.InstructionalTeams;

/// <summary>Makes an instructional team, or changes the one the address names: name, kind and who belongs to it.</summary>
[Needs(Permission.ManageUnit)]
public sealed class TeamModel(ThroughlineDb db, Here here) : PageModel
{
    private InstructionalTeam? found;

    [BindProperty(SupportsGet = true)]
    public Guid? Id { get; set; }

    [BindProperty]
    public InputModel Input { get; set; } = new();

    public IReadOnlyList<TeamStaff> Staff { get; private set; } = [];

    public string? Name => found?.Name;

    public static IEnumerable<SelectListItem> Kinds { get; } =
    [
        .. Enum.GetValues<InstructionalTeamKind>()
            .Select(k => new SelectListItem(
                RoleWords.Capital(RoleWords.Of(k)),
                ((int)k).ToString(CultureInfo.InvariantCulture)
            )),
    ];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await FindAsync(cancel))
        {
            return NotFound();
        }

        Input = found is null ? Input : InputModel.Of(found);
        return Page();
    }

    [Needs(Permission.ManageUnit)]
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await FindAsync(cancel))
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return this.Again();
        }

        var made = Set();
        if (!made.IsOk)
        {
            return this.Refuse(made.Refusal!);
        }

        if (await IsTakenAsync(made.Value, cancel))
        {
            return Taken();
        }

        try
        {
            if (!await db.TrySaveAsync(cancel))
            {
                return Taken();
            }
        }
        catch (DbUpdateConcurrencyException)
        {
            return await ClashAsync(cancel);
        }

        this.Say(
            $"{made.Value.Name} is saved, with {Words.Count(made.Value.Members.Count, "member")}."
        );
        return Redirect($"/{here.Unit.Slug}/settings/teams");
    }

    private Result<InstructionalTeam> Set()
    {
        var team = found;
        if (team is null)
        {
            var made = InstructionalTeam.New(
                here.Unit,
                Input.Kind.GetValueOrDefault(),
                Input.Name,
                here.Now
            );
            if (!made.IsOk)
            {
                return made;
            }

            team = made.Value;
            db.Add(team);
        }
        else if (team.Change(Input.Kind.GetValueOrDefault(), Input.Name) is { IsOk: false } refused)
        {
            return refused.Refusal!;
        }
        else
        {
            db.Expect(team, Input.Version);
        }

        team.SetMembers(Input.Members.Intersect(Staff.Select(s => s.Id)));
        return Result.Ok(team);
    }

    private PageResult Taken() =>
        this.Refuse(new($"There is a team with this name already. Choose another one.", "Name"));

    // Names are few: comparing them here lets "grade 4" and "Grade 4" be the same on both engines.
    private async Task<bool> IsTakenAsync(InstructionalTeam team, CancellationToken cancel) =>
        (
            await db.Set<InstructionalTeam>()
                .Where(t => t.UnitId == here.Unit.Id && t.DissolvedAt == null && t.Id != team.Id)
                .Select(t => t.Name)
                .ToListAsync(cancel)
        ).Contains(team.Name, StringComparer.OrdinalIgnoreCase);

    private async Task<bool> FindAsync(CancellationToken cancel)
    {
        found = Id is null
            ? null
            : await db.Set<InstructionalTeam>()
                .Include(t => t.Members)
                .SingleOrDefaultAsync(
                    t => t.Id == Id && t.UnitId == here.Unit.Id && t.DissolvedAt == null,
                    cancel
                );
        Staff = await TeamStaff.LoadAsync(db, here.Unit, Id, cancel);
        return Id is null || found is not null;
    }

    private async Task<IActionResult> ClashAsync(CancellationToken cancel)
    {
        db.ChangeTracker.Clear();
        if (!await FindAsync(cancel))
        {
            return NotFound();
        }

        var saved = InputModel.Of(found!);
        Input.Version = saved.Version;
        return this.Conflict(
            ("Name", saved.Name, Input.Name),
            ("Kind", RoleWords.Of(saved.Kind!.Value), RoleWords.Of(Input.Kind!.Value)),
            ("Members", MemberNames(saved), MemberNames(Input))
        );
    }

    private string MemberNames(InputModel input) =>
        string.Join("; ", Staff.Where(s => input.Members.Contains(s.Id)).Select(s => s.Name));

    public sealed class InputModel
    {
        public string? Name { get; set; }
        public InstructionalTeamKind? Kind { get; set; }
        public List<Guid> Members { get; set; } = [];
        public int? Version { get; set; }

        internal static InputModel Of(InstructionalTeam team) =>
            new()
            {
                Name = team.Name,
                Kind = team.Kind,
                Members = [.. team.Members.Select(m => m.PersonId)],
                Version = team.Version,
            };
    }
}
