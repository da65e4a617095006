using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Data.Saving;
using Throughline.Domain.Meetings;
using Throughline.Domain.Shared;
using Throughline.Web.Access;

namespace Throughline.Web.Features.Meetings.Feedback;

/// <summary>What is done with feedback: giving it, opening it, and writing down what was found in it.</summary>
public sealed class FeedbackDesk(ThroughlineDb db, Here here)
{
    /// <summary>Where feedback on a meeting is given and read.</summary>
    public string PathOf(int meeting) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"/{here.Unit.Slug}/meetings/{meeting}/feedback"
        );

    /// <summary>
    /// Gives someone's feedback. Two who give at once both get through, one after the other; the same one sent twice counts
    /// once. Null when there is no such meeting.
    /// </summary>
    /// <param name="number">The meeting.</param>
    /// <param name="seen">The form that was on the page: what is given without a name must not be kept under one.</param>
    /// <param name="typed">What they typed.</param>
    /// <param name="cancel">Ends the wait; nothing is kept then.</param>
    public Task<Result?> GiveAsync(
        int number,
        FeedbackForm seen,
        IReadOnlyList<FeedbackLine> typed,
        CancellationToken cancel
    ) =>
        ConflictRetry.RunAsync<Result?>(
            db,
            async () =>
            {
                if (await MeetingAsync(number, cancel) is not { } meeting)
                {
                    return null;
                }

                var done = await TakeAsync(meeting, seen, typed, cancel);
                if (done.IsOk)
                {
                    await db.SaveChangesAsync(cancel);
                }

                return done;
            }
        );

    /// <summary>Opens what was given without names so far. Null when there is no such meeting.</summary>
    public Task<Result?> OpenAsync(int number, CancellationToken cancel) =>
        ConflictRetry.RunAsync<Result?>(
            db,
            async () =>
            {
                if (
                    await MeetingAsync(number, cancel) is not { } meeting
                    || await TeamAsync(number, cancel) is not { } team
                )
                {
                    return null;
                }

                if (meeting.State != MeetingState.Ended)
                {
                    // Tried again and again in the room, it would tell who was the fourth.
                    return Result.Refused(
                        "Open it once the meeting is over, so that all who are there give theirs first."
                    );
                }

                var opened = team.Open();
                if (opened.IsOk)
                {
                    await db.SaveChangesAsync(cancel);
                }

                return opened;
            }
        );

    /// <summary>Writes down a theme, what the team changed, or both. Null when there is no such meeting.</summary>
    public Task<Result<FeedbackTheme>?> NoteAsync(
        int number,
        string? words,
        string? changed,
        CancellationToken cancel
    ) =>
        ConflictRetry.RunAsync<Result<FeedbackTheme>?>(
            db,
            async () =>
            {
                if (await MeetingAsync(number, cancel) is not { } meeting)
                {
                    return null;
                }

                if (meeting.StartedAt is null)
                {
                    return Result.Refused<FeedbackTheme>(
                        "This meeting has not started. Write it down at the one before."
                    );
                }

                var last = await db.Set<FeedbackTheme>()
                    .Where(t => t.UnitId == here.Unit.Id)
                    .MaxAsync(t => (int?)t.Number, cancel);
                var theme = FeedbackTheme.Note(
                    meeting,
                    (last ?? 0) + 1,
                    words,
                    changed,
                    here.Viewer.PersonId,
                    here.Now
                );
                if (theme.IsOk)
                {
                    db.Add(theme.Value);
                    await db.SaveChangesAsync(cancel);
                }

                return theme;
            }
        );

    /// <summary>
    /// Whether the person may write a theme anew from a meeting's page: who leads or facilitates the ILT may from any; who
    /// facilitates or records a meeting may where the theme was found in it or in the one before. While it has no answer,
    /// whoever has a role in the meeting it opens may.
    /// </summary>
    public async Task<bool> MayRewriteAsync(
        FeedbackTheme theme,
        int meeting,
        CancellationToken cancel
    )
    {
        if (here.Can(Permission.WriteThemes))
        {
            return true;
        }

        var (unit, me, found) = (here.Unit.Id, here.Viewer.PersonId, theme.MeetingId);
        var waits = theme.State == ThemeState.Open;
        var all = db.Set<Meeting>().Where(m => m.UnitId == unit);
        var next = all.Where(n =>
                n.State != MeetingState.Cancelled
                && all.Any(o =>
                    o.Id == found && (o.Day < n.Day || (o.Day == n.Day && o.StartsAt < n.StartsAt))
                )
            )
            .OrderBy(n => n.Day)
            .ThenBy(n => n.StartsAt)
            .Select(n => n.Id);
        return await all.Where(m => m.Number == meeting)
            .AnyAsync(
                m =>
                    (
                        m.Roles.Any(r =>
                            r.PersonId == me
                            && (
                                r.Kind == MeetingRoleKind.Facilitator
                                || r.Kind == MeetingRoleKind.Recorder
                            )
                        ) && (m.Id == found || m.Id == next.FirstOrDefault())
                    )
                    // Whoever runs the meeting that it opens says what became of it.
                    || (
                        waits
                        && (m.State == MeetingState.Planned || m.State == MeetingState.InProgress)
                        && m.Roles.Any(r =>
                            r.PersonId == me && r.Kind != MeetingRoleKind.NormsKeeper
                        )
                    ),
                cancel
            );
    }

    private async Task<Result> TakeAsync(
        Meeting meeting,
        FeedbackForm seen,
        IReadOnlyList<FeedbackLine> typed,
        CancellationToken cancel
    )
    {
        var taking = await FeedbackView
            .Started(db, here.Unit.Id)
            .Select(m => (int?)m.Number)
            .FirstOrDefaultAsync(cancel);
        if (taking != meeting.Number)
        {
            return Result.Refused(
                meeting.StartedAt is null
                    ? "Feedback is given once the meeting has started."
                    : "The next meeting has started, and takes feedback now. Say it there."
            );
        }

        if (await TeamAsync(meeting.Number, cancel) is not { } team)
        {
            return Result.Refused("The team has not chosen how it gives feedback yet.");
        }

        var named = await db.Set<NamedFeedback>()
            .Where(n => n.MeetingId == meeting.Id)
            .ToListAsync(cancel);
        var form = team.FormFor(meeting.Number, named.FirstOrDefault()?.Kind);
        if (form != seen)
        {
            return Result.Refused(
                $"The team has chosen another way in the meantime: {FeedbackWords.Of(form)}. Read what is kept, then send it."
            );
        }

        var lines = form.Read(typed);
        if (!lines.IsOk)
        {
            return lines.Refusal!;
        }

        var me = here.Viewer.PersonId;
        if (!form.ByName)
        {
            return team.GiveUnnamed(meeting, lines.Value, me);
        }

        if (named.Find(n => n.PersonId == me) is { } mine)
        {
            mine.Change(lines.Value, here.Now);
        }
        else
        {
            db.Add(new NamedFeedback(meeting, me, form.Kind, lines.Value, here.Now));
        }

        return Result.Ok();
    }

    private Task<Meeting?> MeetingAsync(int number, CancellationToken cancel) =>
        db.Set<Meeting>()
            .AsNoTracking()
            .SingleOrDefaultAsync(m => m.UnitId == here.Unit.Id && m.Number == number, cancel);

    private Task<TeamFeedback?> TeamAsync(int meeting, CancellationToken cancel) =>
        FeedbackView.TeamAt(db, here.Unit.Id, meeting).SingleOrDefaultAsync(cancel);
}
