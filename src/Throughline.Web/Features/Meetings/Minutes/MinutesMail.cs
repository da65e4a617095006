using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Data.Mail;
using Throughline.Domain.Meetings;
using Throughline.Domain.Units;
using Throughline.Web.Access;
using Throughline.Web.Features.SignIn;
using Throughline.Web.Hosting;
using Throughline.Web.Ui;
using Throughline.Web.Ui.Papers;

namespace Throughline.Web.Features.Meetings.Minutes;

/// <summary>
/// Mails minutes to who may read all of them: the members, and visitors who were there. The mail says what the page says.
/// Who has switched mails off gets none. Written with the change, sent by the outbox.
/// </summary>
public sealed class MinutesMail(
    ThroughlineDb db,
    Here here,
    MeetingDesk desk,
    PublicAddress address
)
{
    /// <summary>Writes a mail to each reader. Nothing is saved.</summary>
    /// <param name="meeting">The meeting.</param>
    /// <param name="record">What is sent: a draft or final minutes.</param>
    /// <param name="editions">The editions before it.</param>
    /// <param name="isAgain">True when they got a draft of it before.</param>
    /// <param name="cancel">Stops.</param>
    public async Task SendAsync(
        Meeting meeting,
        MinutesRecord record,
        IReadOnlyCollection<MinutesEdition> editions,
        bool isAgain,
        CancellationToken cancel
    )
    {
        var visitors = db.Set<Attendance>()
            .Where(a => a.MeetingId == meeting.Id && a.IsVisitor && a.CameAt != null)
            .Select(a => a.PersonId);
        var readers = desk.Sitting()
            .Select(p => p.Id)
            .Union(visitors)
            .Join(db.Set<Person>(), id => id, p => p.Id, (_, p) => p);
        var text = PaperText.Of(
            MinutesPaper.Of(record, here.Unit, MinutesReading.Grounds(record, editions, here))
        );
        var link = address.Of(
            string.Create(
                CultureInfo.InvariantCulture,
                $"/{here.Unit.Slug}/meetings/{meeting.Number}/minutes"
            )
        );
        await Mailings.WriteAsync(
            db,
            MailKind.Minutes,
            here.Unit,
            readers,
            reader => new MailWords(
                $"{Kind(record, isAgain)}: ILT meeting {meeting.Number}, {Days.Short(meeting.Day)}, {here.Unit.Name}",
                $"""
                Hello {reader.GivenName},

                {Opening(record, editions, isAgain)}
                {link}

                {text}
                --
                Mails like this one are switched off here: {address.Of(MailPageModel.Path)}

                """,
                // A copy of each mail would outlast what is covered and destroyed.
                IsSecret: true
            ),
            here.Now,
            cancel
        );
    }

    private static string Kind(MinutesRecord record, bool isAgain) =>
        record.Edition > 1 ? "Corrected minutes"
        : record.Edition is not null ? "Minutes"
        : isAgain ? "Draft minutes, changed"
        : "Draft minutes";

    private static string Opening(
        MinutesRecord record,
        IReadOnlyCollection<MinutesEdition> editions,
        bool isAgain
    ) =>
        (record.Edition, isAgain) switch
        {
            (null, false) =>
                "This is what was written down. It is a draft until it is confirmed: say soon what is wrong.",
            (null, true) => "The meeting went on, and the draft changed with it.",
            (> 1, _) =>
                $"The minutes were reopened and corrected; this edition takes the place of the one before. Why: {editions.MaxBy(e => e.Number)?.ReopenReason}",
            (_, true) => "The minutes are confirmed. Something changed since the draft you got.",
            _ => "The minutes are confirmed.",
        };
}
