using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Domain.Meetings;
using Throughline.Domain.Units;
using Throughline.Web.Access;

namespace Throughline.Web.Features.Meetings.Health;

/// <summary>
/// Who raises items, brings decisions and carries work, by seat and by kind of team (product M11): shares of groups beside
/// their share of the seats, and never a person.
/// </summary>
[Needs(Permission.SeeHealth)]
public sealed class VoiceModel(ThroughlineDb db, Here here, HealthDesk desk) : PageModel
{
    /// <summary>This term and the last, the latest first.</summary>
    public IReadOnlyList<TermVoice> Terms { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var terms = await desk.TermsAsync(cancel);
        if (terms.Count == 0)
        {
            return;
        }

        var from = terms[^1].From;
        var meetings = await db.Set<MeetingSummary>()
            .Where(s => s.UnitId == here.Unit.Id && s.Day >= from)
            .OrderBy(s => s.Day)
            .Select(s => new { s.Day, s.Voices })
            .ToListAsync(cancel);
        var kinds = await db.Set<InstructionalTeam>()
            .Where(t => t.UnitId == here.Unit.Id)
            .ToDictionaryAsync(t => t.Id, t => t.Kind, cancel);
        Terms =
        [
            .. terms.Select(term =>
                TermVoice.Of(
                    term,
                    [
                        .. meetings
                            .Where(m => term.From <= m.Day && m.Day <= term.Until)
                            .Select(m => m.Voices),
                    ],
                    kinds
                )
            ),
        ];
    }
}
