using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Data.Saving;
using Throughline.Domain.Meetings;
using Throughline.Domain.Shared;
using Throughline.Domain.Teams;
using Throughline.Domain.Units;
using Throughline.Web.Access;

namespace Throughline.Web.Features.Meetings;

/// <summary>Finds the unit's meetings, acts on them, and readies the next one.</summary>
public sealed class MeetingDesk(ThroughlineDb db, Here here)
{
    // Turns are shared over a term: what lies further back evens out nothing any more.
    private const int MeetingsOfTerm = 24;

    /// <summary>Where a meeting is found.</summary>
    public string PathOf(int number) =>
        string.Create(CultureInfo.InvariantCulture, $"/{here.Unit.Slug}/meetings/{number}");

    /// <summary>The meeting with all that belongs to it, to be acted on.</summary>
    public Task<Meeting?> FindAsync(int number, CancellationToken cancel) =>
        Whole().SingleOrDefaultAsync(m => m.Number == number, cancel);

    /// <summary>The meeting with its agenda and roles, in one query: without who comes, which its items have nothing to do with.</summary>
    public Task<Meeting?> FindAgendaAsync(int number, CancellationToken cancel) =>
        db.Set<Meeting>()
            .Include(m => m.Items)
            .Include(m => m.Roles)
            .SingleOrDefaultAsync(m => m.UnitId == here.Unit.Id && m.Number == number, cancel);

    /// <summary>Who sits on the ILT now, in the order of their names.</summary>
    public IQueryable<Person> Sitting() =>
        db.Set<Person>()
            .Where(p =>
                db.Set<IltMembership>()
                    .Any(m => m.UnitId == here.Unit.Id && m.PersonId == p.Id && m.Until == null)
            )
            .OrderBy(p => p.SearchText)
            .ThenBy(p => p.Id);

    /// <summary>The same by their ids alone.</summary>
    public Task<List<Guid>> MembersAsync(CancellationToken cancel) =>
        Sitting().Select(p => p.Id).ToListAsync(cancel);

    /// <summary>The same with their names, to choose from.</summary>
    /// <param name="also">Who is to choose from as well, such as who brought an item and has left the team since.</param>
    /// <param name="cancel">Ends the wait.</param>
    public async Task<IReadOnlyList<SelectListItem>> ChoicesAsync(
        Guid also,
        CancellationToken cancel
    )
    {
        var people = await Sitting()
            .Select(p => new { p.Id, Name = p.GivenName + " " + p.FamilyName })
            .ToListAsync(cancel);
        if (people.TrueForAll(p => p.Id != also))
        {
            people.Add(new { Id = also, Name = await NameOfAsync(also, cancel) });
        }

        return
        [
            .. people.Select(p => new SelectListItem(
                p.Id == here.Viewer.PersonId ? $"{p.Name} (you)" : p.Name,
                p.Id.ToString()
            )),
        ];
    }

    /// <summary>A person's name, also of someone who has left.</summary>
    public async Task<string> NameOfAsync(Guid personId, CancellationToken cancel) =>
        await db.Set<Person>()
            .Where(p => p.Id == personId)
            .Select(p => p.GivenName + " " + p.FamilyName)
            .SingleOrDefaultAsync(cancel)
        ?? "Someone who has left";

    /// <summary>True for who brought an item and for who runs the meeting, until the team is through with it.</summary>
    public bool MayChange(Meeting meeting, AgendaItem item)
    {
        var me = here.Viewer.PersonId;
        return item.State is StopState.Ahead or StopState.Now
            && here.Can(Permission.TakePartInMeetings)
            && (
                item.BroughtById == me
                || item.SubmittedById == me
                || here.Can(Permission.ConductMeeting)
                || meeting.Roles.Any(r => r.PersonId == me && r.Kind != MeetingRoleKind.NormsKeeper)
            );
    }

    /// <summary>
    /// Acts on a meeting and saves. Two who act at once both get through, one after the other; null when there is no such
    /// meeting.
    /// </summary>
    public Task<Result?> ActAsync(
        int number,
        Func<Meeting, Task<Result>> act,
        CancellationToken cancel
    ) =>
        ConflictRetry.RunAsync<Result?>(
            db,
            async () =>
            {
                if (await FindAsync(number, cancel) is not { } meeting)
                {
                    return null;
                }

                var done = await act(meeting);
                if (!done.IsOk)
                {
                    db.ChangeTracker.Clear();
                    return done;
                }

                await db.SaveChangesAsync(cancel);
                return done;
            }
        );

    /// <summary>The same for what needs nothing but the meeting.</summary>
    public Task<Result?> ActAsync(
        int number,
        Func<Meeting, Result> act,
        CancellationToken cancel
    ) => ActAsync(number, meeting => Task.FromResult(act(meeting)), cancel);

    /// <summary>The next meeting that is to come, from a day on; null when none is planned.</summary>
    public Task<Meeting?> NextAsync(DateOnly from, Guid? but, CancellationToken cancel) =>
        Whole()
            .Where(m => m.State == MeetingState.Planned && m.Day >= from && m.Id != but)
            .OrderBy(m => m.Day)
            .ThenBy(m => m.StartsAt)
            .FirstOrDefaultAsync(cancel);

    /// <summary>The agenda in use; null before the team chose one.</summary>
    public Task<AgendaTemplate?> TemplateAsync(CancellationToken cancel) =>
        db.Set<AgendaTemplate>()
            .Where(t => t.UnitId == here.Unit.Id)
            .OrderByDescending(t => t.Edition)
            .FirstOrDefaultAsync(cancel);

    /// <summary>
    /// Readies a meeting: begins its agenda, brings what was parked before, proposes who has which role. What is there
    /// already stays. Nothing is saved.
    /// </summary>
    public async Task PrepareAsync(Meeting meeting, CancellationToken cancel)
    {
        if (await TemplateAsync(cancel) is { } template && meeting.BeginAgenda(template).IsOk)
        {
            await CarryOverAsync(meeting, cancel);
            await ProposeRolesAsync(meeting, cancel);
        }
    }

    /// <summary>
    /// Starts a meeting. Where the one before was not ended, nobody has readied it: it is readied now, and one that was
    /// begun takes what is left of those before. Nothing is saved.
    /// </summary>
    public async Task<Result> StartAsync(Meeting meeting, CancellationToken cancel)
    {
        if (meeting.State == MeetingState.Planned)
        {
            await (
                meeting.HasAgenda ? CarryOverAsync(meeting, cancel) : PrepareAsync(meeting, cancel)
            );
            await EndTakingAsync(cancel);
        }

        return meeting.Start(here.Today, here.Now);
    }

    // From its start on feedback on the one before can be read. A line that someone sends in this moment comes before it or
    // is told to go to this meeting; kept after it, it would stand apart from those that were there to be read.
    private async Task EndTakingAsync(CancellationToken cancel)
    {
        var waiting = await db.Set<FeedbackBatch>()
            .Where(b =>
                !b.IsOpened
                && db.Set<TeamFeedback>().Any(f => f.UnitId == here.Unit.Id && f.Id == b.FeedbackId)
            )
            .ToListAsync(cancel);
        waiting.ForEach(batch => db.Expect(batch, batch.Version));
    }

    /// <summary>Proposes in fair turn who has which role, among those who come. Roles that were taken stay.</summary>
    public async Task ProposeRolesAsync(Meeting meeting, CancellationToken cancel)
    {
        var coming = (await MembersAsync(cancel)).Where(m => !meeting.IsAbsent(m)).ToList();
        var open = FairTurns
            .ByMeeting.Where(kind => !meeting.Roles.Any(r => r.Kind == kind && r.IsTaken))
            .ToList();
        // Who took a role already has enough to do, while there are others.
        var willing = coming.Where(m => !meeting.HasDeclined(m)).ToList();
        var free = willing
            .Where(m => !meeting.Roles.Any(r => r.IsTaken && r.PersonId == m))
            .ToList();
        meeting.ProposeRoles(
            FairTurns.Propose(
                open,
                free.Count > 0 ? free : willing,
                await PastAsync(meeting, cancel)
            )
        );
    }

    private IQueryable<Meeting> Whole() =>
        db.Set<Meeting>()
            .Include(m => m.Items)
            .Include(m => m.Roles)
            .Include(m => m.Attendances)
            .AsSplitQuery()
            .Where(m => m.UnitId == here.Unit.Id);

    private async Task<List<PastTurns>> PastAsync(Meeting meeting, CancellationToken cancel)
    {
        var past = await db.Set<Meeting>()
            .AsNoTracking()
            .Where(m =>
                m.UnitId == meeting.UnitId && m.State == MeetingState.Ended && m.Id != meeting.Id
            )
            .OrderByDescending(m => m.Day)
            .Take(MeetingsOfTerm)
            .Select(m => new
            {
                m.Day,
                Present = m
                    .Attendances.Where(a => a.CameAt != null && !a.IsVisitor)
                    .Select(a => a.PersonId),
                Roles = m.Roles.Select(r => new { r.Kind, r.PersonId }),
            })
            .AsSplitQuery()
            .ToListAsync(cancel);
        return
        [
            .. past.OrderBy(p => p.Day)
                .Select(p => new PastTurns(
                    [.. p.Present],
                    [.. p.Roles.Select(r => (r.Kind, r.PersonId))]
                )),
        ];
    }

    // What was parked, and what stood on the agenda of a meeting that was called off or that nobody held.
    private async Task CarryOverAsync(Meeting meeting, CancellationToken cancel)
    {
        var links = db.Set<ThingLink>();
        var waiting = await (
            from item in db.Set<AgendaItem>()
            join held in db.Set<Meeting>() on item.MeetingId equals held.Id
            join run in db.Set<ProtocolRun>() on item.Id equals run.ItemId into runs
            from run in runs.DefaultIfEmpty()
            where item.UnitId == here.Unit.Id && held.Day <= meeting.Day && held.Id != meeting.Id
            where
                item.State == StopState.Parked
                || (
                    item.State == StopState.Ahead
                    && (
                        held.State == MeetingState.Cancelled
                        || (held.State == MeetingState.Planned && held.Day < here.Today)
                    )
                )
            // A to-do that came of it is not the item on another agenda. One that was taken off there is: it was carried over.
            where
                !links.Any(l =>
                    l.OriginId == item.Id
                    && l.Kind == LinkKind.CameFrom
                    && db.Set<Thing>().Any(t => t.Id == l.ThingId && t.Kind == ThingKind.AgendaItem)
                )
            orderby item.Id
            select new
            {
                Item = item,
                Held = held,
                Run = run,
                Serves = links
                    .Where(l => l.ThingId == item.Id && l.Kind == LinkKind.CameFrom)
                    .Join(db.Set<Thing>(), l => l.OriginId, t => t.Id, (_, t) => t)
                    .Where(t => t.RemovedAt == null && ServedThing.Kinds.Contains(t.Kind))
                    .ToList(),
            }
        )
            .AsNoTracking()
            .AsSplitQuery()
            .Take(Meeting.MostItems)
            .ToListAsync(cancel);
        foreach (var parked in waiting)
        {
            var carried = meeting.CarryOver(
                parked.Item,
                parked.Held.Sections[parked.Item.Section].Kind,
                here.Now
            );
            if (carried.IsOk)
            {
                db.Add(ThingLink.CameFrom(carried.Value, parked.Item, here.Now));
                if (parked.Run?.CarryTo(carried.Value, here.Now) is { } run)
                {
                    db.Add(run);
                }

                foreach (var served in parked.Serves)
                {
                    db.Add(ThingLink.CameFrom(carried.Value, served, here.Now));
                }
            }
        }
    }
}
