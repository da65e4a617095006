using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Data.Saving;
using Throughline.Domain.Shared;
using Throughline.Domain.Teams;
using Throughline.Domain.Units;
using Throughline.Web.Access;
using Throughline.Web.Features.Meetings;
using Throughline.Web.Ui;

namespace Throughline.Web.Features.Teams;

/// <summary>A member's seat: in which capacity, for whom they speak, and its end. The address names the person.</summary>
[Needs(Permission.ManageTeam)]
public sealed class SeatModel(ThroughlineDb db, Here here, MeetingMail mail) : PageModel
{
    private Ilt ilt = null!;

    [BindProperty]
    public SeatInput Input { get; set; } = new();

    public SeatForm Form { get; private set; } = null!;

    public Person Member { get; private set; } = null!;

    public IltMembership Now { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        if (!await FindAsync(id, cancel))
        {
            return NotFound();
        }

        Input = SeatInput.Of(Now, ilt.Version);
        return Page();
    }

    [Needs(Permission.ManageTeam)]
    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancel)
    {
        if (!await FindAsync(id, cancel))
        {
            return Gone(id);
        }

        if (!ModelState.IsValid)
        {
            return this.Again();
        }

        // A team that was dissolved since may stay until someone chooses another one.
        if (Input.SpeaksForTeamId != Now.SpeaksForTeamId && !Form.Offers(Input.SpeaksForTeamId))
        {
            return this.Refuse(
                new("This team was dissolved. Choose another one.", "SpeaksForTeamId")
            );
        }

        var changed = ilt.ChangeSeat(
            id,
            Input.Kind.GetValueOrDefault(),
            Input.SpeaksForTeamId,
            here.Now
        );
        var term = ilt.SetTerm(id, Input.TermEndsOn, here.Today);
        return (changed.Refusal ?? term.Refusal) is { } refusal
            ? this.Refuse(refusal)
            : await SaveAsync(id, $"The seat of {Member.FullName} is saved.", cancel);
    }

    /// <summary>Ends the membership; it stays in the history.</summary>
    [Needs(Permission.ManageTeam)]
    public async Task<IActionResult> OnPostEndAsync(Guid id, CancellationToken cancel)
    {
        if (!await FindAsync(id, cancel))
        {
            return Gone(id);
        }

        if (!ModelState.IsValid)
        {
            return this.Again();
        }

        Input = SeatInput.Of(Now, Input.Version);
        var ended = ilt.EndMembership(id, here.Now);
        if (!ended.IsOk)
        {
            return this.Refuse(ended.Refusal!);
        }

        await mail.EndSeatAsync(id, cancel);
        return await SaveAsync(id, $"{Member.FullName} no longer sits on the ILT.", cancel);
    }

    private async Task<IActionResult> SaveAsync(Guid id, string done, CancellationToken cancel)
    {
        db.Expect(ilt, Input.Version);
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            if (!await FindAsync(id, cancel))
            {
                return Gone(id);
            }

            Input.Version = ilt.Version;
            return this.Conflict(
                ("Sits as", Word(Now.Kind), Word(Input.Kind)),
                (
                    "Speaks for",
                    Form.NameOf(Now.SpeaksForTeamId),
                    Form.NameOf(Input.SpeaksForTeamId)
                ),
                ("Last day of the term", Day(Now.TermEndsOn), Day(Input.TermEndsOn))
            );
        }

        this.Say(done);
        return Redirect($"/{here.Unit.Slug}/team");
    }

    private string Word(SeatKind? kind) =>
        kind is { } known ? SeatView.Word(known, here.Unit) : "nothing";

    private static string Day(DateOnly? day) => day is { } known ? Days.Full(known) : "none";

    // Someone ended it a moment ago; a person who never sat here is nobody's business.
    private IActionResult Gone(Guid id)
    {
        if (ilt?.Memberships.Any(m => m.PersonId == id) is not true)
        {
            return NotFound();
        }

        this.Say("This membership has ended already.");
        return Redirect($"/{here.Unit.Slug}/team");
    }

    private async Task<bool> FindAsync(Guid id, CancellationToken cancel)
    {
        ilt = (
            await db.Set<Ilt>()
                .Include(i => i.Memberships)
                .SingleOrDefaultAsync(i => i.UnitId == here.Unit.Id, cancel)
        )!;
        if (ilt?.Sitting.SingleOrDefault(m => m.PersonId == id) is not { } seat)
        {
            return false;
        }

        Now = seat;
        Member = await db.Set<Person>().AsNoTracking().SingleAsync(p => p.Id == id, cancel);
        Form = await SeatForm.LoadAsync(db, here.Unit, cancel);
        return true;
    }
}

/// <summary>What is typed about a seat.</summary>
public sealed class SeatInput
{
    public SeatKind? Kind { get; set; }
    public Guid? SpeaksForTeamId { get; set; }
    public DateOnly? TermEndsOn { get; set; }
    public int? Version { get; set; }

    internal static SeatInput Of(IltMembership seat, int? version) =>
        new()
        {
            Kind = seat.Kind,
            SpeaksForTeamId = seat.SpeaksForTeamId,
            TermEndsOn = seat.TermEndsOn,
            Version = version,
        };
}
