using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Data.Mail;
using Throughline.Data.Saving;
using Throughline.Domain.Meetings;
using Throughline.Domain.Teams;
using Throughline.Domain.Units;
using Throughline.Web.Access;
using Throughline.Web.Features.Meetings.Calendars;
using Throughline.Web.Hosting;
using Throughline.Web.Ui;

namespace Throughline.Web.Features.Meetings;

/// <summary>
/// Invites the members to a meeting when it is the next one, and tells them when one they were invited to moves or is
/// called off: each with the entry for their calendar. Written with the change, sent by the outbox.
/// </summary>
public sealed class MeetingMail(
    ThroughlineDb db,
    Here here,
    PublicAddress address,
    MeetingDesk desk
)
{
    /// <summary>Readies the meeting that is the next one now, invites the members to it, and saves.</summary>
    public Task InviteToNextAsync(CancellationToken cancel) =>
        ConflictRetry.RunAsync(
            db,
            async () =>
            {
                await ReadyNextAsync(cancel);
                return await db.SaveChangesAsync(cancel);
            }
        );

    /// <summary>
    /// Each morning: a meeting that nobody held or ended has readied no next one. Where the members were invited to the next
    /// one, nothing happens.
    /// </summary>
    public async Task InviteAfterMissedAsync(CancellationToken cancel)
    {
        if (await desk.NextAsync(here.Today, null, cancel) is { InvitedAt: null })
        {
            await InviteToNextAsync(cancel);
        }
    }

    /// <summary>Readies the meeting that is the next one now and invites the members to it. Nothing is saved.</summary>
    public async Task ReadyNextAsync(CancellationToken cancel)
    {
        if (await desk.NextAsync(here.Today, null, cancel) is { } next)
        {
            await desk.PrepareAsync(next, cancel);
            await InviteAsync(next, cancel);
        }
    }

    /// <summary>The members are invited, unless they were before.</summary>
    public async Task InviteAsync(Meeting meeting, CancellationToken cancel)
    {
        if (meeting.Invite(here.Now))
        {
            await WriteAsync(
                meeting,
                CalendarText.Method.Request,
                "ILT meeting",
                "This is the next meeting of the ILT. Bring something, or say that you cannot come:",
                cancel
            );
        }
    }

    /// <summary>Who gets a seat is invited to the next meeting, if the others were. Nothing is saved.</summary>
    public Task InviteToSeatAsync(Guid personId, CancellationToken cancel) =>
        ToOneAsync(
            personId,
            CalendarText.Method.Request,
            "ILT meeting",
            "You sit on the ILT now. This is its next meeting. Bring something, or say that you cannot come:",
            cancel
        );

    /// <summary>Whose seat ends finds the next meeting out of their calendar, if they were invited. Nothing is saved.</summary>
    public Task EndSeatAsync(Guid personId, CancellationToken cancel) =>
        ToOneAsync(
            personId,
            CalendarText.Method.Cancel,
            "No longer yours: ILT meeting",
            "You do not sit on the ILT any more. Its next meeting leaves your calendar:",
            cancel
        );

    /// <summary>A meeting was moved: who was invited hears of it.</summary>
    public Task MovedAsync(Meeting meeting, CancellationToken cancel) =>
        meeting.InvitedAt is null
            ? Task.CompletedTask
            : WriteAsync(
                meeting,
                CalendarText.Method.Request,
                "Moved: ILT meeting",
                "This meeting is held at another time or place than before:",
                cancel
            );

    /// <summary>A meeting was called off: who was invited hears of it.</summary>
    public Task CalledOffAsync(Meeting meeting, CancellationToken cancel) =>
        meeting.InvitedAt is null
            ? Task.CompletedTask
            : WriteAsync(
                meeting,
                CalendarText.Method.Cancel,
                "Called off: ILT meeting",
                meeting.CancelReason is { } reason
                    ? $"This meeting was called off: {reason}"
                    : "This meeting was called off.",
                cancel
            );

    /// <summary>The series was laid anew.</summary>
    public async Task TellAsync(ScheduleChange change, CancellationToken cancel)
    {
        foreach (var meeting in change.Moved)
        {
            await MovedAsync(meeting, cancel);
        }

        foreach (var meeting in change.Dropped)
        {
            await CalledOffAsync(meeting, cancel);
        }
    }

    /// <summary>A meeting as calendars take it.</summary>
    public CalendarEvent EventOf(Meeting meeting, Unit unit) =>
        new(
            meeting,
            $"ILT meeting {meeting.Number.ToString(CultureInfo.InvariantCulture)}, {unit.Name}",
            TimeZoneInfo.FindSystemTimeZoneById(unit.TimeZoneId),
            address.Of(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"/{unit.Slug}/meetings/{meeting.Number}"
                )
            )
        );

    private async Task ToOneAsync(
        Guid personId,
        CalendarText.Method method,
        string subject,
        string words,
        CancellationToken cancel
    )
    {
        if (await desk.NextAsync(here.Today, null, cancel) is { InvitedAt: not null } next)
        {
            var one = db.Set<Person>().Where(p => p.Id == personId);
            await WriteAsync(next, method, subject, words, cancel, one);
        }
    }

    private async Task WriteAsync(
        Meeting meeting,
        CalendarText.Method method,
        string subject,
        string words,
        CancellationToken cancel,
        IQueryable<Person>? to = null
    )
    {
        var e = EventOf(meeting, here.Unit);
        var when =
            $"{Days.Long(meeting.Day)}, {MeetingWords.Span(meeting.StartsAt, meeting.Minutes)}"
            + (meeting.Place is null ? "" : $", {meeting.Place}");
        await Mailings.WriteAsync(
            db,
            MailKind.Meeting,
            here.Unit,
            to ?? desk.Sitting(),
            reader => new MailWords(
                $"{subject}, {Days.Short(meeting.Day)}, {here.Unit.Name}",
                $"""
                Hello {reader.GivenName},

                {words}

                {when}
                {e.Address}
                """,
                Calendar: CalendarText.Write("", [e], method, here.Now, reader.Email)
            ),
            here.Now,
            cancel
        );
    }
}
