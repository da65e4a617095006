using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Data.Saving;
using Throughline.Domain.Shared;
using Throughline.Domain.Teams;
using Throughline.Web.Access;
using Throughline.Web.Features.Meetings;
using Throughline.Web.Ui;

namespace Throughline.Web.Features.Teams;

/// <summary>Gives someone a seat on the ILT.</summary>
[Needs(Permission.ManageTeam)]
public sealed class GiveSeatModel(ThroughlineDb db, Here here, MeetingMail mail) : PageModel
{
    /// <summary>Part of a name, to narrow the list.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    [BindProperty]
    public InputModel Input { get; set; } = new();

    public SeatForm Form { get; private set; } = null!;

    public IReadOnlyList<SelectListItem> People { get; private set; } = [];

    /// <param name="for">The instructional team a representative is looked for.</param>
    /// <param name="cancel">Ends the wait.</param>
    public async Task<IActionResult> OnGetAsync(
        [FromQuery(Name = "for")] Guid? @for,
        CancellationToken cancel
    )
    {
        Input.SpeaksForTeamId = @for;
        Input.Kind = @for is null ? null : SeatKind.Representative;
        return await FindAsync(cancel) is null ? NoIlt() : Page();
    }

    [Needs(Permission.ManageTeam)]
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var typed = Input.Version;
        if (await FindAsync(cancel) is not { } ilt)
        {
            return NoIlt();
        }

        Input.Version = typed;
        if (!ModelState.IsValid)
        {
            return this.Again();
        }

        var person = Input.PersonId is { } id
            ? await Candidates.FindOneAsync(db, here.Unit, id, cancel)
            : null;
        if (person is null)
        {
            return this.Refuse(new("Choose who gets the seat.", "PersonId"));
        }

        if (!Form.Offers(Input.SpeaksForTeamId))
        {
            return this.Refuse(
                new("This team was dissolved. Choose another one.", "SpeaksForTeamId")
            );
        }

        var seat = ilt.Seat(
            person.Id,
            Input.Kind.GetValueOrDefault(),
            Input.SpeaksForTeamId,
            here.Now
        );
        if (!seat.IsOk)
        {
            return this.Refuse(seat.Refusal!);
        }

        var term = ilt.SetTerm(person.Id, Input.TermEndsOn, here.Today);
        if (!term.IsOk)
        {
            return this.Refuse(term.Refusal!);
        }

        await mail.InviteToSeatAsync(person.Id, cancel);
        db.Expect(ilt, Input.Version);
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            var before = ilt.Sitting.Count() - 1;
            var now = await FindAsync(cancel);
            return this.Conflict(
                ("Members", $"{now!.Sitting.Count()} by now", $"{before}, and {person.FullName}")
            );
        }

        this.Say(
            $"{person.FullName} sits on the ILT as {SeatView.Word(Input.Kind!.Value, here.Unit)}."
        );
        return Redirect($"/{here.Unit.Slug}/team");
    }

    private RedirectResult NoIlt() => Redirect($"/{here.Unit.Slug}/team");

    // Null before the unit has formed its ILT.
    private async Task<Ilt?> FindAsync(CancellationToken cancel)
    {
        var ilt = await db.Set<Ilt>()
            .Include(i => i.Memberships)
            .SingleOrDefaultAsync(i => i.UnitId == here.Unit.Id, cancel);
        if (ilt is not null)
        {
            Q = Text.CleanLine(Q);
            Form = await SeatForm.LoadAsync(db, here.Unit, cancel);
            People = await Candidates.FindAsync(db, here.Unit, Q, cancel);
            Input.Version = ilt.Version;
        }

        return ilt;
    }

    public sealed class InputModel
    {
        public Guid? PersonId { get; set; }
        public SeatKind? Kind { get; set; }
        public Guid? SpeaksForTeamId { get; set; }
        public DateOnly? TermEndsOn { get; set; }
        public int? Version { get; set; }
    }
}
