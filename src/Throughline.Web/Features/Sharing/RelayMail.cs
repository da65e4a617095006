using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Data.Mail;
using Throughline.Domain.Units;
using Throughline.Web.Access;
using Throughline.Web.Hosting;

namespace Throughline.Web.Features.Sharing;

/// <summary>A decision as a mail to a team: as text to copy, and sent to who can be reached.</summary>
public sealed class RelayMail(ThroughlineDb db, Here here, PublicAddress address)
{
    /// <summary>The subject.</summary>
    public static string Subject(RelayView view) => $"Decided: {view.Title}";

    /// <summary>The text, to one person or to all.</summary>
    public string Body(RelayView view, string? to) =>
        $"""
            {(to is null ? "Hello," : $"Hello {to},")}

            {view.Message}

            What was decided, by whom and why:
            {address.Of($"/{here.Unit.Slug}/work/decisions/{view.Number}")}

            If something is unclear, ask me. I bring it to the ILT, and its answer back to you.

            {here.Viewer.FullName}

            """;

    /// <summary>Members of the teams who have an e-mail and have not switched mail off; who writes is not among them.</summary>
    public IQueryable<Person> Readers(IReadOnlyCollection<Guid> teams) =>
        Mailings.WhoWant(db, MailKind.Relay, Members(teams));

    /// <summary>Everyone in the teams but who writes.</summary>
    public IQueryable<Person> Members(IReadOnlyCollection<Guid> teams)
    {
        var me = here.Viewer.PersonId;
        var members = db.Set<InstructionalTeamMember>().Where(m => teams.Contains(m.TeamId));
        return db.Set<Person>()
            .Where(p => p.LeftOn == null && p.Id != me && members.Any(m => m.PersonId == p.Id));
    }

    /// <summary>Of each team how many are reached, and how many are in it beside who writes.</summary>
    public async Task<IReadOnlyDictionary<Guid, (int Reached, int Of)>> ReachAsync(
        IReadOnlyCollection<Guid> teams,
        CancellationToken cancel
    )
    {
        var all = Members(teams);
        var reached = Readers(teams);
        var members = await db.Set<InstructionalTeamMember>()
            .Where(m => teams.Contains(m.TeamId) && all.Any(p => p.Id == m.PersonId))
            .Select(m => new { m.TeamId, IsReached = reached.Any(p => p.Id == m.PersonId) })
            .ToListAsync(cancel);
        return teams.ToDictionary(
            id => id,
            id =>
                (
                    members.Count(m => m.TeamId == id && m.IsReached),
                    members.Count(m => m.TeamId == id)
                )
        );
    }

    /// <summary>Writes a mail to each. Nothing is saved.</summary>
    public Task WriteAsync(
        RelayView view,
        IReadOnlyCollection<Guid> teams,
        CancellationToken cancel
    ) =>
        Mailings.WriteAsync(
            db,
            MailKind.Relay,
            here.Unit,
            Members(teams),
            reader => new MailWords(Subject(view), Body(view, reader.GivenName)),
            here.Now,
            cancel
        );
}
