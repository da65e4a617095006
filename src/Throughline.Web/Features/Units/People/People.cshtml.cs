using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Data.Saving;
using Throughline.Domain.Units;
using Throughline.Web.Access;
using Throughline.Web.Ui;

namespace Throughline.Web.Features.Units.People;

/// <summary>The staff of a school, or of a whole district, and the leadership a roster proposes.</summary>
[Needs(Permission.ManagePeople)]
public sealed class PeopleModel(ThroughlineDb db, Here here) : PageModel
{
    /// <summary>Most proposals shown at once; answering them brings up the next.</summary>
    private const int MostProposals = 30;

    [BindProperty(SupportsGet = true, Name = "")]
    public PeopleSearch Search { get; set; } = new();

    public IReadOnlyList<PersonRow> Rows { get; private set; } = [];

    public ILookup<Guid, RowRole> Roles { get; private set; } = null!;

    public IReadOnlyList<Proposal> Proposals { get; private set; } = [];

    public Guid? Next { get; private set; }

    public int NeverInvited { get; private set; }

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var people = await Search.PageAsync(db, here.Unit, cancel);
        if (people.Count > PeopleSearch.PageSize)
        {
            people.RemoveAt(PeopleSearch.PageSize);
            Next = people[^1].Id;
        }

        Rows = people;
        Roles = await PersonRow.RolesAsync(db, people, cancel);
        if (here.Can(Permission.GiveLeadership))
        {
            Proposals =
            [
                .. (await Proposal.OpenAsync(db, here.Unit, cancel))
                    .Where(p => MayAnswer(p.Unit))
                    .Take(MostProposals),
            ];
        }

        NeverInvited = await InviteAllModel.Waiting(db, here.Unit).CountAsync(cancel);
    }

    /// <summary>Confirms a proposal as a role that leads, or turns it down when no role is chosen.</summary>
    [Needs(Permission.GiveLeadership)]
    public async Task<IActionResult> OnPostAnswerAsync(
        Guid proposal,
        Role? role,
        CancellationToken cancel
    )
    {
        var asked = await db.Set<RoleAssignment>()
            .Where(r => r.Id == proposal)
            .Join(db.Set<Unit>(), r => r.UnitId, u => u.Id, (r, u) => new RoleAt(r, u))
            .SingleOrDefaultAsync(cancel);
        if (asked is null || !MayAnswer(asked.Unit))
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            // No role means "turn down": what is no role at all must not mean the same.
            await OnGetAsync(cancel);
            return this.Again();
        }

        if (await AnswerAsync(asked, role, cancel) is { } refusal)
        {
            await OnGetAsync(cancel);
            return this.Refuse(new(refusal));
        }

        var name = await db.Set<Person>()
            .Where(p => p.Id == asked.Role.PersonId)
            .Select(p => p.GivenName + " " + p.FamilyName)
            .SingleAsync(cancel);
        this.Say(
            role is { } given
                ? $"{name} is {RoleWords.Of(given, asked.Unit.Words)} of {asked.Unit.Name}."
                : $"The proposal for {name} is turned down. The roster will not ask again."
        );
        return Redirect($"/{here.Unit.Slug}/settings/people");
    }

    private async Task<string?> AnswerAsync(RoleAt asked, Role? role, CancellationToken cancel)
    {
        var (proposal, unit) = asked;
        var hasIt = await db.Set<RoleAssignment>()
            .AnyAsync(
                r =>
                    r.PersonId == proposal.PersonId
                    && r.UnitId == unit.Id
                    && r.Role == role
                    && r.Status == RoleStatus.Active,
                cancel
            );
        if (proposal.Status == RoleStatus.Proposed && (role is null || hasIt))
        {
            proposal.End(here.Now);
        }
        else
        {
            var given = proposal.ConfirmAs(role ?? proposal.Role, unit, here.Now);
            if (!given.IsOk)
            {
                return given.Refusal!.Message;
            }

            if (given.Value != proposal)
            {
                db.Add(given.Value);
            }
        }

        const string Answered = "Someone answered this proposal before you. Here is how it stands.";
        try
        {
            return await db.TrySaveAsync(cancel) ? null : Answered;
        }
        catch (DbUpdateConcurrencyException)
        {
            return Answered;
        }
    }

    private bool MayAnswer(Unit unit) =>
        (here.Unit.Kind == UnitKind.District || unit.Id == here.Unit.Id)
        && here.CanAt(Permission.GiveLeadership, unit);
}
