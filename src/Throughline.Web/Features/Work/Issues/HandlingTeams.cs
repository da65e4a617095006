using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Data.Mail;
using Throughline.Domain.Teams;
using Throughline.Domain.Work;
using Throughline.Web.Access;

namespace Throughline.Web.Features.Work.Issues;

/// <summary>The unit's other teams, to which goes what is not instructional.</summary>
public sealed class HandlingTeams(ThroughlineDb db, Here here)
{
    public async Task<OtherTeam?> FindAsync(Guid? id, CancellationToken cancel) =>
        id is null
            ? null
            : await db.Set<OtherTeam>()
                .AsNoTracking()
                .SingleOrDefaultAsync(t => t.Id == id && t.UnitId == here.Unit.Id, cancel);

    /// <summary>What writes to the team that an issue goes to it, if it has an e-mail. Nothing is saved.</summary>
    public async Task<Action<Issue>> TellerAsync(OtherTeam? team, CancellationToken cancel)
    {
        var mail = team is { Email: { } email }
            ? await Mailings.ToAddressAsync(db, MailKind.SentOn, here.Unit, email, here.Now, cancel)
            : null;
        return issue =>
        {
            if (mail is not null)
            {
                db.Add(mail(Says(team!, issue)));
            }
        };
    }

    private MailWords Says(OtherTeam team, Issue issue) =>
        new(
            $"For {team.Name}: {issue.Title}",
            $"""
            Hello {team.Contact ?? team.Name},

            The instructional leadership team of {here.Unit.Name} found that this belongs to {team.Name}:

            {issue.Title}
            {issue.About}

            {here.Viewer.FullName} keeps the team's norms and passed it on.
            """
        );

    public async Task<IReadOnlyList<SelectListItem>> OfferAsync(CancellationToken cancel)
    {
        var teams = await db.Set<OtherTeam>()
            .AsNoTracking()
            .Where(t => t.UnitId == here.Unit.Id && t.DissolvedAt == null)
            .OrderBy(t => t.Name)
            .Select(t => new
            {
                t.Id,
                t.Name,
                t.Handles,
            })
            .ToListAsync(cancel);
        return
        [
            new("Someone else", ""),
            .. teams.Select(t => new SelectListItem($"{t.Name}: {t.Handles}", t.Id.ToString())),
        ];
    }
}
