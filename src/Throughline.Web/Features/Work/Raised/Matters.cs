using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Data.Saving;
using Throughline.Data.Units;
using Throughline.Data.Work;
using Throughline.Domain.Shared;
using Throughline.Domain.Teams;
using Throughline.Domain.Units;
using Throughline.Domain.Work;
using Throughline.Web.Access;

namespace Throughline.Web.Features.Work.Raised;

/// <summary>A team of the sender's and who speaks for it, if anybody does.</summary>
public sealed record MyTeam(Guid Id, string Name, Guid? RepresentativeId, string? Representative);

/// <summary>What staff raise, as something to act on: sends it, and lets who holds it bring it, answer it or pass it on.</summary>
public sealed class Matters(ThroughlineDb db, Here here, UnitNumbers numbers)
{
    /// <summary>The sender's own teams here, each with who has spoken for it longest; never the sender.</summary>
    public async Task<IReadOnlyList<MyTeam>> MyTeamsAsync(CancellationToken cancel)
    {
        var (unit, me) = (here.Unit.Id, here.Viewer.PersonId);
        var teams = await db.Set<InstructionalTeam>()
            .Where(t =>
                t.UnitId == unit && t.DissolvedAt == null && t.Members.Any(m => m.PersonId == me)
            )
            .OrderBy(t => t.Name)
            .Select(t => new
            {
                t.Id,
                t.Name,
                Representative = db.Set<IltMembership>()
                    .Where(m =>
                        m.UnitId == unit
                        && m.Until == null
                        && m.SpeaksForTeamId == t.Id
                        && m.PersonId != me
                    )
                    .OrderBy(m => m.Since)
                    .Join(
                        db.Set<Person>(),
                        m => m.PersonId,
                        p => p.Id,
                        (m, p) => new { p.Id, Name = p.GivenName + " " + p.FamilyName }
                    )
                    .FirstOrDefault(),
            })
            .ToListAsync(cancel);
        return
        [
            .. teams.Select(t => new MyTeam(
                t.Id,
                t.Name,
                t.Representative?.Id,
                t.Representative?.Name
            )),
        ];
    }

    /// <summary>
    /// Sends something. It goes to the representative of the chosen team, else to the facilitator: who chooses so, names no
    /// team, or belongs to a team for which nobody speaks.
    /// </summary>
    public async Task<Result<RaisedMatter>> RaiseAsync(MatterInput input, CancellationToken cancel)
    {
        var team = (await MyTeamsAsync(cancel)).FirstOrDefault(t => t.Id == input.TeamId);
        if (input.TeamId is not null && team is null)
        {
            return Result.Refused<RaisedMatter>("Choose one of your teams, or none.", "TeamId");
        }

        var to = input.Straight ? null : team?.RepresentativeId;
        var matter = RaisedMatter.Raise(
            here.Unit,
            new(input.Title, input.About),
            new(here.Viewer.PersonId, input.SayName),
            new(team?.Id, to, to is null ? null : await EndOfFifthDayAsync(cancel)),
            here.Now
        );
        if (matter.IsOk)
        {
            db.Add(matter.Value);
            await db.SaveChangesAsync(cancel);
        }

        return matter;
    }

    /// <summary>
    /// Acts on it as who holds it, from what is stored then: if it went to the facilitator meanwhile, or someone was
    /// quicker, the rule says so. Null when there is no such thing.
    /// </summary>
    public Task<Result?> ActAsync(
        Guid id,
        Func<RaisedMatter, MatterSeats, Task<Result>> act,
        CancellationToken cancel
    ) =>
        ConflictRetry.RunAsync<Result?>(
            db,
            async () =>
            {
                if (
                    await db.Set<RaisedMatter>()
                        .Include(m => m.Steps)
                        .SingleOrDefaultAsync(m => m.Id == id && m.UnitId == here.Unit.Id, cancel)
                    is not { } matter
                )
                {
                    return null;
                }

                var done = await act(matter, await SeatsAsync(matter, cancel));
                if (done.IsOk)
                {
                    await db.SaveChangesAsync(cancel);
                }

                return done;
            }
        );

    /// <summary>Brings it to the ILT's list in the sender's words; the number of the issue it became is given to <paramref name="became"/>.</summary>
    public async Task<Result> BringAsync(
        RaisedMatter matter,
        MatterSeats seats,
        Action<int> became,
        CancellationToken cancel
    )
    {
        var me = here.Viewer.PersonId;
        var may = matter.MayAct(me, seats, here.Now);
        if (!may.IsOk)
        {
            return may;
        }

        var issue = Issue.Raise(
            here.Unit,
            await numbers.NextAsync(ThingKind.Issue, cancel),
            new(matter.Title, matter.About),
            me,
            here.Now,
            await NameOnTheListAsync(matter, cancel)
        );
        if (!issue.IsOk)
        {
            return issue.Refusal!;
        }

        db.Add(issue.Value);
        became(issue.Value.Number);
        return matter.Bring(issue.Value, me, seats, here.Now);
    }

    private async Task<string> NameOnTheListAsync(RaisedMatter matter, CancellationToken cancel)
    {
        var seated = db.Set<IltMembership>()
            .Where(m => m.UnitId == matter.UnitId && m.Until == null)
            .Select(m => m.PersonId);
        var team = await db.Set<InstructionalTeam>()
            .Where(t => t.Id == matter.TeamId)
            .Select(t => new
            {
                t.Name,
                CouldBe = t.Members.Count(m => !seated.Contains(m.PersonId)),
            })
            .SingleOrDefaultAsync(cancel);
        var sender = await db.Set<Person>()
            .Where(p => p.Id == matter.SenderId)
            .Select(p => p.GivenName + " " + p.FamilyName)
            .SingleAsync(cancel);
        return matter.NameOnTheList(sender, team?.Name, team?.CouldBe ?? 0);
    }

    private async Task<MatterSeats> SeatsAsync(RaisedMatter matter, CancellationToken cancel)
    {
        var seats = db.Set<IltMembership>().AsNoTracking().Where(m => m.UnitId == matter.UnitId);
        var spans = await seats
            .Where(m => m.PersonId == matter.HolderId && m.SpeaksForTeamId == matter.TeamId)
            .Select(m => new SeatSpan(m.Since, m.Until))
            .ToListAsync(cancel);
        var facilitator = await ActingFacilitator
            .Of(db)
            .Where(c => c.UnitId == matter.UnitId)
            .OrderBy(c => c.PersonId)
            .Select(c => (Guid?)c.PersonId)
            .FirstOrDefaultAsync(cancel);
        return new MatterSeats(spans, facilitator);
    }

    private async Task<DateTime> EndOfFifthDayAsync(CancellationToken cancel)
    {
        var calendar = await SchoolCalendars.LoadAsync(db, here.Unit, cancel);
        var last =
            calendar.AddSchoolDays(here.Today, RaisedMatter.SchoolDaysToAnswer)
            // The calendar of next year is not entered yet.
            ?? here.Today.AddDays(7);
        return MatterDays.EndOf(last, here.Zone);
    }
}

/// <summary>What is typed by who raises something.</summary>
public sealed class MatterInput
{
    public string? Title { get; set; }
    public string? About { get; set; }
    public Guid? TeamId { get; set; }
    public bool Straight { get; set; }
    public bool SayName { get; set; }
}
