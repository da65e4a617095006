using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Domain.Meetings;
using Throughline.Domain.Shared;
using Throughline.Domain.Teams;
using Throughline.Domain.Units;
using Throughline.Domain.Work;
using Throughline.Web.Access;
using static System.FormattableString;

namespace Throughline.Web.Features.Work;

/// <summary>Adds and finds the unit's decisions, and knows whom they touch and who is asked.</summary>
public sealed class Decisions(ThroughlineDb db, Here here, UnitNumbers numbers)
{
    /// <summary>The decision with this number and its parts, to be acted on.</summary>
    public Task<Decision?> FindAsync(int number, CancellationToken cancel) =>
        At(number)
            .Include(d => d.Teams)
            .Include(d => d.Hands)
            .Include(d => d.Tallies)
            .Include(d => d.Concerns)
            .AsSingleQuery()
            .SingleOrDefaultAsync(cancel);

    /// <summary>The same, to be read from.</summary>
    public IQueryable<Decision> At(int number) =>
        db.Set<Decision>().Where(d => d.UnitId == here.Unit.Id && d.Number == number);

    /// <summary>The address of the meeting in which it was proposed, while that is on: the team sits there. Null otherwise.</summary>
    public async Task<string?> RoomOfAsync(Decision decision, CancellationToken cancel) =>
        await db.Set<Meeting>()
            .Where(m => m.Id == decision.MeetingId && m.State == MeetingState.InProgress)
            .Select(m => (int?)m.Number)
            .SingleOrDefaultAsync(cancel)
            is { } meeting
            ? Invariant($"/{here.Unit.Slug}/meetings/{meeting}")
            : null;

    /// <summary>Proposes a decision and saves it with what came with it; see <see cref="UnitNumbers.AddAsync"/>.</summary>
    public Task<Result<Decision>> AddAsync(
        ProposalInput input,
        Guid? meetingId,
        Func<Decision, Task<Result>> with,
        CancellationToken cancel
    ) =>
        numbers.AddAsync(
            ThingKind.Decision,
            async number =>
                Decision.Propose(
                    here.Unit,
                    number,
                    await ProposalAsync(input, cancel),
                    meetingId,
                    here.Viewer.PersonId,
                    here.Now
                ),
            with,
            cancel
        );

    /// <summary>What was typed; of the teams only those of this unit.</summary>
    public async Task<Proposal> ProposalAsync(ProposalInput input, CancellationToken cancel)
    {
        var chosen = input.Teams;
        return new Proposal(
            input.Title,
            input.Background,
            chosen.Count == 0
                ? []
                : await db.Set<InstructionalTeam>()
                    .Where(t => t.UnitId == here.Unit.Id && chosen.Contains(t.Id))
                    .Select(t => t.Id)
                    .ToListAsync(cancel)
        );
    }

    /// <summary>The representation map: every open instructional team and program, and who sits on the ILT for it.</summary>
    public async Task<IReadOnlyList<MappedTeam>> MapAsync(CancellationToken cancel)
    {
        var teams = await db.Set<InstructionalTeam>()
            .AsNoTracking()
            .Where(t => t.UnitId == here.Unit.Id && t.DissolvedAt == null)
            .Select(t => new
            {
                t.Id,
                t.Name,
                t.Kind,
                Speakers = db.Set<IltMembership>()
                    .Where(m => m.SpeaksForTeamId == t.Id && m.Until == null)
                    .Select(m => m.PersonId)
                    .ToList(),
            })
            .ToListAsync(cancel);
        return
        [
            .. teams
                .OrderBy(t => t.Kind)
                .ThenBy(t => Grades.OrderOfName(t.Name))
                .ThenBy(t => t.Name, StringComparer.Ordinal)
                .Select(t => new MappedTeam(t.Id, t.Name, t.Speakers)),
        ];
    }

    /// <summary>The groups of students on the unit’s list, each with who on the ILT speaks for it.</summary>
    public Task<List<MappedStudents>> StudentsAsync(CancellationToken cancel) =>
        db.Set<StudentGroup>()
            .Where(g => g.UnitId == here.Unit.Id && g.RemovedAt == null)
            .OrderBy(g => g.Name)
            .Select(g => new MappedStudents(
                g.Name,
                // Who has left the team speaks for nobody any more.
                db.Set<IltMembership>()
                    .Where(m =>
                        m.UnitId == g.UnitId && m.PersonId == g.SpeakerId && m.Until == null
                    )
                    .Select(m => (Guid?)m.PersonId)
                    .FirstOrDefault()
            ))
            .ToListAsync(cancel);

    /// <summary>Everyone who sits on the unit's ILT now.</summary>
    public Task<List<Guid>> SittingAsync(CancellationToken cancel) =>
        db.Set<IltMembership>()
            .Where(m => m.UnitId == here.Unit.Id && m.Until == null)
            .Select(m => m.PersonId)
            .ToListAsync(cancel);

    /// <summary>
    /// Who was at the meeting at which a decision was proposed; null where that is not known: for one that was proposed
    /// between meetings, and where nobody said who is here.
    /// </summary>
    public async Task<IReadOnlyList<Guid>?> PresentAsync(int number, CancellationToken cancel)
    {
        var present = await At(number)
            .SelectMany(d =>
                db.Set<Attendance>()
                    .Where(a => a.MeetingId == d.MeetingId && a.CameAt != null)
                    .Select(a => a.PersonId)
            )
            .ToListAsync(cancel);
        return present.Count == 0 ? null : present;
    }

    /// <summary>True for who leads here: what is theirs to decide, only they record.</summary>
    public bool IsLeader =>
        here.Viewer.Has(
            here.Unit.Kind == UnitKind.District ? Role.DistrictLeader : Role.Principal,
            here.Unit.Id
        );

    /// <summary>Where a decision is found.</summary>
    public string PathOf(int number) => Invariant($"/{here.Unit.Slug}/work/decisions/{number}");
}

/// <summary>What is typed about a proposal.</summary>
public sealed class ProposalInput
{
    public string? Title { get; set; }
    public string? Background { get; set; }
    public List<Guid> Teams { get; set; } = [];
    public int? Version { get; set; }

    internal static ProposalInput Of(Decision decision) =>
        new()
        {
            Title = decision.Title,
            Background = decision.Background,
            Teams = [.. decision.Teams.Select(t => t.TeamId)],
            Version = decision.Version,
        };
}
