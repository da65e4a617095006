using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Data.Saving;
using Throughline.Domain.Meetings;
using Throughline.Domain.Shared;
using Throughline.Domain.Work;
using Throughline.Web.Access;

namespace Throughline.Web.Features.Meetings;

/// <summary>
/// What is done with an issue at a meeting, and what is left to do when a meeting ends: issues hear how many minutes went
/// into them, and the next agenda begins.
/// </summary>
public sealed class MeetingClose(ThroughlineDb db, Here here, MeetingDesk desk, MeetingMail mail)
{
    private const int MinutesOfAnIssue = 10;

    /// <summary>Puts an open issue on the agenda, where the team is, and goes to it. Null when there is no such meeting.</summary>
    public Task<Result?> TakeUpAsync(int number, int issue, CancellationToken cancel) =>
        desk.ActAsync(
            number,
            async meeting =>
            {
                var thing = await db.Set<Thing>()
                    .SingleOrDefaultAsync(
                        t =>
                            t.UnitId == here.Unit.Id
                            && t.PartOfId == null
                            && t.Kind == ThingKind.Issue
                            && t.Number == issue
                            && t.Status == ThingStatus.Open,
                        cancel
                    );
                if (thing is null)
                {
                    return Result.Refused("This issue is not open any more. Choose another one.");
                }

                var item = meeting.Submit(
                    new ItemPlan(
                        thing.Title,
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

                db.Add(ThingLink.CameFrom(item.Value, thing, here.Now));
                return meeting.GoTo(item.Value.Section, item.Value.Number, here.Now);
            },
            cancel
        );

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
                await db.SaveChangesAsync(cancel);
                return done;
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
