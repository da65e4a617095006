using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Domain.Meetings;
using Throughline.Domain.Teams;
using Throughline.Domain.Units;
using Throughline.Domain.Work;
using Throughline.Web.Access;
using Throughline.Web.Ui;

namespace Throughline.Web.Features.Meetings.Minutes;

/// <summary>A meeting in two minutes for who was away: what was decided, what is mine, what I tell my team.</summary>
[Needs(Permission.SeeMeetings)]
public sealed class CatchUpModel(ThroughlineDb db, Here here, MeetingDesk desk, MinutesDraft draft)
    : PageModel
{
    [FromRoute(Name = "meeting")]
    public int Number { get; set; }

    public Meeting Meeting { get; private set; } = null!;

    public IReadOnlyList<MinutesDecision> Decided { get; private set; } = [];

    /// <summary>The team the reader speaks for; null for none.</summary>
    public string? Team { get; private set; }

    /// <summary>What the reader carries from this meeting and has not done yet.</summary>
    public IReadOnlyList<MinutesToDo> Mine { get; private set; } = [];

    /// <summary>True once the reader was there, or said that they are up to date.</summary>
    public bool IsUpToDate { get; private set; }

    public string Back => desk.PathOf(Number);

    /// <summary>What the reader's team is to hear.</summary>
    public IEnumerable<MinutesDecision> ToTell =>
        Team is null
            ? []
            : Decided.Where(d =>
                d.ToTell is not null
                && (d.Teams.Count == 0 || d.Teams.Contains(Team, StringComparer.Ordinal))
            );

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (
            await MeetingView.FindAsync(db, here, Number, cancel)
            is not { State: MeetingState.Ended } meeting
        )
        {
            return NotFound();
        }

        if (meeting.MinutesDestroyedAt is not null)
        {
            return Redirect(Back);
        }

        Meeting = meeting;
        Decided =
        [
            .. (await MinutesReading.DecisionsAsync(db, draft, meeting, cancel)).Where(d =>
                d.As is not null
            ),
        ];
        var me = here.Viewer.PersonId;
        Mine = await db.Set<ToDo>()
            .Where(t => t.MeetingId == meeting.Id && t.OwnerId == me && t.EndedAt == null)
            .OrderBy(t => t.DueOn)
            .Select(t => new MinutesToDo(t.Number, t.Title, "", t.DueOn))
            .ToListAsync(cancel);
        var seat = await db.Set<IltMembership>()
            .Where(s => s.UnitId == here.Unit.Id && s.PersonId == me && s.Until == null)
            .Select(s => new
            {
                Team = db.Set<InstructionalTeam>()
                    .Where(t => t.Id == s.SpeaksForTeamId)
                    .Select(t => t.Name)
                    .FirstOrDefault(),
                IsUpToDate = db.Set<Attendance>()
                    .Any(a =>
                        a.MeetingId == meeting.Id
                        && a.PersonId == me
                        && (a.CameAt != null || a.CaughtUpAt != null)
                    ),
            })
            .FirstOrDefaultAsync(cancel);
        // Who has no seat is asked for nothing.
        (Team, IsUpToDate) = (seat?.Team, seat?.IsUpToDate ?? true);
        return Page();
    }

    /// <summary>I have read it.</summary>
    [Needs(Permission.TakePartInMeetings)]
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var done = await desk.ActAsync(
            Number,
            meeting => meeting.CatchUp(here.Viewer.PersonId, here.Now),
            cancel
        );
        if (done is { IsOk: true })
        {
            this.Say(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"You are up to date with meeting {Number}."
                )
            );
        }

        return done is null ? NotFound() : this.InAWordOrAt(done, done.IsOk ? "/home" : Back);
    }
}
