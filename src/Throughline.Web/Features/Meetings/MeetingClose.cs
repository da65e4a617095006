using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Data.Saving;
using Throughline.Domain.Meetings;
using Throughline.Domain.Shared;
using Throughline.Domain.Work;
using Throughline.Web.Access;
using Throughline.Web.Features.Meetings.Minutes;

namespace Throughline.Web.Features.Meetings;

/// <summary>
/// What is done with an issue at a meeting, and what is left to do when a meeting ends: issues hear how many minutes went
/// into them, the draft of the minutes goes out, and the next agenda begins.
/// </summary>
public sealed class MeetingClose(
    ThroughlineDb db,
    Here here,
    MeetingDesk desk,
    MeetingMail mail,
    MinutesDesk minutes
)
{
    private const int MinutesOfAnIssue = 10;

    /// <summary>
    /// Goes to the item of this agenda that serves an issue; where none does, puts one where the team is. An issue that was
    /// parked is open again. Null when there is no such meeting.
    /// </summary>
    public Task<Result?> TakeUpAsync(int number, int issueNumber, CancellationToken cancel) =>
        desk.ActAsync(
            number,
            async meeting =>
            {
                var issue = await db.Set<Issue>()
                    .SingleOrDefaultAsync(
                        i => i.UnitId == here.Unit.Id && i.Number == issueNumber,
                        cancel
                    );
                if (issue is not { IsListed: true })
                {
                    return Result.Refused("This issue is not open any more. Choose another one.");
                }

                if (issue.Status == IssueStatus.Parked)
                {
                    issue.TakeUp(here.Viewer.PersonId, here.Now);
                }

                var items = meeting.Items.Select(i => i.Id).ToList();
                var serving = await db.Set<ThingLink>()
                    .Where(l => l.OriginId == issue.Id && l.Kind == LinkKind.CameFrom)
                    .Where(l => items.Contains(l.ThingId))
                    .Select(l => l.ThingId)
                    .ToListAsync(cancel);
                if (meeting.Items.FirstOrDefault(i => serving.Contains(i.Id)) is { } there)
                {
                    return meeting.GoTo(there.Section, there.Number, here.Now);
                }

                var item = meeting.Submit(
                    new ItemPlan(
                        Text.Shorten(issue.Title, AgendaItem.LongestTitle),
                        ItemKind.Discuss,
                        Math.Min(MinutesOfAnIssue, meeting.Minutes)
                    ),
                    meeting.CurrentSection,
                    here.Viewer.PersonId,
                    here.Now
                );
                if (!item.IsOk)
                {
                    return item.Refusal!;
                }

                db.Add(ThingLink.CameFrom(item.Value, issue, here.Now));
                return meeting.GoTo(item.Value.Section, item.Value.Number, here.Now);
            },
            cancel
        );

    /// <summary>The meetings that are not over and their items that serve an issue, to be acted on.</summary>
    public async Task<IReadOnlyList<(Meeting Meeting, int Item)>> ServingAsync(
        int issueNumber,
        CancellationToken cancel
    )
    {
        var items = await (
            from issue in db.Set<Issue>()
            where issue.UnitId == here.Unit.Id && issue.Number == issueNumber
            join link in db.Set<ThingLink>() on issue.Id equals link.OriginId
            where link.Kind == LinkKind.CameFrom
            join item in db.Set<AgendaItem>() on link.ThingId equals item.Id
            join meeting in db.Set<Meeting>() on item.MeetingId equals meeting.Id
            where meeting.State == MeetingState.Planned || meeting.State == MeetingState.InProgress
            select new { item.MeetingId, item.Number }
        ).ToListAsync(cancel);
        var ids = items.Select(i => i.MeetingId).ToList();
        var meetings = await db.Set<Meeting>()
            .Include(m => m.Items)
            .Where(m => ids.Contains(m.Id))
            .ToDictionaryAsync(m => m.Id, cancel);
        return [.. items.Select(i => (meetings[i.MeetingId], i.Number))];
    }

    /// <summary>Ends the meeting and begins the next agenda, with what was parked. Null when there is no such meeting.</summary>
    public Task<Result?> EndAsync(int number, CancellationToken cancel) =>
        ConflictRetry.RunAsOneAsync<Result?>(
            db,
            async () =>
            {
                if (await desk.FindAsync(number, cancel) is not { } meeting)
                {
                    return null;
                }

                var done = meeting.End(here.Now);
                if (!done.IsOk)
                {
                    return done;
                }

                await TellMinutesAsync(meeting, cancel);
                // The next agenda looks in the store for what was parked.
                await db.SaveChangesAsync(cancel);
                await mail.ReadyNextAsync(cancel);
                await minutes.SendDraftAsync(meeting, cancel);
                await db.SaveChangesAsync(cancel);
                return done;
            },
            cancel
        );

    /// <summary>
    /// Goes on with a meeting that was ended by mistake. What its end had put on an agenda to come is taken from there: it
    /// is on this one again. Null when there is no such meeting.
    /// </summary>
    public Task<Result?> ResumeAsync(int number, CancellationToken cancel) =>
        desk.ActAsync(
            number,
            async meeting =>
            {
                var left = meeting
                    .Items.Where(i => i.LeftAs == StopState.Ahead)
                    .Select(i => i.Id)
                    .ToList();
                var resumed = meeting.Resume(here.Today, here.Now);
                if (!resumed.IsOk)
                {
                    return resumed;
                }

                var carried = await (
                    from link in db.Set<ThingLink>()
                    where left.Contains(link.OriginId) && link.Kind == LinkKind.CameFrom
                    join item in db.Set<AgendaItem>() on link.ThingId equals item.Id
                    join next in db.Set<Meeting>() on item.MeetingId equals next.Id
                    where next.State == MeetingState.Planned && item.State == StopState.Ahead
                    select new
                    {
                        item.Id,
                        item.Number,
                        item.MeetingId,
                    }
                ).ToListAsync(cancel);
                var (ids, meetings) = (
                    carried.Select(c => c.Id).ToList(),
                    carried.Select(c => c.MeetingId).ToList()
                );
                var others = await db.Set<Meeting>()
                    .Include(m => m.Items)
                    .Where(m => meetings.Contains(m.Id))
                    .ToDictionaryAsync(m => m.Id, cancel);
                carried.ForEach(c => others[c.MeetingId].Withdraw(c.Number));
                // With its links, or it would count as carried over when the meeting ends again.
                db.RemoveRange(
                    await db.Set<ThingLink>()
                        .Where(l => ids.Contains(l.ThingId))
                        .ToListAsync(cancel)
                );
                return resumed;
            },
            cancel
        );

    private async Task TellMinutesAsync(Meeting meeting, CancellationToken cancel)
    {
        var told = meeting
            .Items.Select(i => (i.Id, Minutes: i.TellMinutes()))
            .Where(t => t.Minutes > 0)
            .ToDictionary(t => t.Id, t => t.Minutes);
        if (told.Count == 0)
        {
            return;
        }

        var ids = told.Keys.ToList();
        var served = await (
            from link in db.Set<ThingLink>()
            where ids.Contains(link.ThingId) && link.Kind == LinkKind.CameFrom
            join issue in db.Set<Issue>() on link.OriginId equals issue.Id
            select new { link.ThingId, Issue = issue }
        ).ToListAsync(cancel);
        foreach (var one in served)
        {
            // A meeting that nobody ended for days says nothing of how long they talked.
            one.Issue.Spend(Math.Min(told[one.ThingId], meeting.Minutes + meeting.ExtraMinutes));
        }
    }
}
