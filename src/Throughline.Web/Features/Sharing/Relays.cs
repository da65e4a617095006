using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Data.Saving;
using Throughline.Data.Sharing;
using Throughline.Data.Units;
using Throughline.Domain.Shared;
using Throughline.Domain.Sharing;
using Throughline.Domain.Teams;
using Throughline.Domain.Work;
using Throughline.Web.Access;
using Throughline.Web.Features.Work;
using Throughline.Web.Ui;
using static System.FormattableString;

namespace Throughline.Web.Features.Sharing;

/// <summary>Begins and finds decisions on their way to the teams, knows who may speak to which team, and saves what was done with its tally.</summary>
public sealed class Relays(ThroughlineDb db, Here here, Decisions decisions)
{
    private static readonly Refusal Gone = new("This decision is not to tell any more.");

    /// <summary>The decision on its way with this number.</summary>
    public IQueryable<Relay> At(int number) =>
        db.Set<Relay>().Where(r => r.UnitId == here.Unit.Id && r.Number == number);

    /// <summary>Where a decision on its way is found.</summary>
    public string PathOf(int number) => Invariant($"/{here.Unit.Slug}/sharing/relays/{number}");

    /// <summary>True for who leads here or facilitates the ILT: they speak to a team that nobody speaks for.</summary>
    public bool Leads =>
        decisions.IsLeader || here.Viewer.Seats.Any(s => s.UnitId == here.Unit.Id && s.Facilitates);

    /// <summary>What the message of a decision could be.</summary>
    public string Draft(Decision decision) =>
        RelayMessage.Draft(decision, RoleWords.Of(SeatKind.Leader, here.Unit));

    /// <summary>Adds a decision's relay, to be saved with what the caller saves. Refused as <see cref="Relay.Begin"/> does.</summary>
    /// <param name="decision">The decision, with its teams.</param>
    /// <param name="message">What is told; null for the draft.</param>
    /// <param name="cancel">Stops.</param>
    public async Task<Result<Relay>> BeginAsync(
        Decision decision,
        string? message,
        CancellationToken cancel
    )
    {
        var map = await decisions.MapAsync(cancel);
        var begun = Relay.Begin(
            decision,
            message ?? Draft(decision),
            map.Select(t => t.TeamId),
            await SchoolCalendars.LoadAsync(db, here.Unit, cancel),
            here.Viewer.PersonId,
            decision.EndedAt is { } at ? DateOnly.FromDateTime(here.Local(at)) : here.Today,
            here.Today,
            here.Now
        );
        if (begun.IsOk)
        {
            db.Add(begun.Value);
            db.Add(RelayTally.Of(begun.Value));
        }

        return begun;
    }

    /// <summary>
    /// Acts on a decision on its way and counts its teams anew in the same transaction. Done again when it meets another
    /// one, and refused as met when it changed since the version that was looked at.
    /// </summary>
    /// <param name="number">The decision's number.</param>
    /// <param name="act">What is done.</param>
    /// <param name="cancel">Stops.</param>
    /// <param name="isSeen">False when what is changed is not as it was looked at; null where that does not matter.</param>
    /// <param name="with">Adds what belongs to the same save, such as the mails that tell a team.</param>
    public Task<RelayDone> ActAsync(
        int number,
        Func<Relay, Result> act,
        CancellationToken cancel,
        Func<Relay, bool>? isSeen = null,
        Func<Task>? with = null
    ) =>
        ConflictRetry.RunAsOneAsync(
            db,
            async () =>
            {
                if (
                    await At(number).Include(r => r.Teams).SingleOrDefaultAsync(cancel)
                    is not { } relay
                )
                {
                    return new RelayDone(Gone, false);
                }

                if (isSeen?.Invoke(relay) == false)
                {
                    db.ChangeTracker.Clear();
                    return new RelayDone(null, true);
                }

                var done = act(relay);
                if (!done.IsOk)
                {
                    // One team of several may have been told before the refusal.
                    db.ChangeTracker.Clear();
                    return new RelayDone(done.Refusal, false);
                }

                await (with?.Invoke() ?? Task.CompletedTask);
                await db.SaveChangesAsync(cancel);
                await RelayTally.CountAsync(db, relay.Id, cancel);
                return new RelayDone(null, false);
            },
            cancel
        );

    /// <summary>Whether the person may speak to all of these teams. Refused without a team, and for one that another speaks for.</summary>
    public async Task<Result> MaySpeakToAsync(
        IReadOnlyCollection<Guid> teams,
        CancellationToken cancel
    )
    {
        var map = await decisions.MapAsync(cancel);
        return teams.Count == 0 ? Result.Refused("Choose which team.", "Teams")
            : teams.All(id =>
                map.Any(t => t.TeamId == id && Relay.MaySpeakTo(t, here.Viewer.PersonId, Leads))
            )
                ? Result.Ok()
            : Result.Refused(
                "That is for whoever speaks for the team; for a team nobody speaks for, who leads or facilitates.",
                "Teams"
            );
    }

    /// <summary>The first day of the school year that is on, or of the last one; for a query.</summary>
    public static IQueryable<DateOnly> YearBegan(ThroughlineDb db, DateOnly today) =>
        db.Set<Domain.Units.SchoolYear>()
            .Where(y => y.FirstDay <= today)
            .OrderByDescending(y => y.FirstDay)
            .Select(y => y.FirstDay);
}

/// <summary>What became of an act.</summary>
/// <param name="Refusal">Why it was refused by a rule; null when it was not.</param>
/// <param name="MetAnother">True when someone changed the same meanwhile, and nothing was saved.</param>
public sealed record RelayDone(Refusal? Refusal, bool MetAnother)
{
    /// <summary>True when it is saved.</summary>
    public bool IsOk => Refusal is null && !MetAnother;
}
