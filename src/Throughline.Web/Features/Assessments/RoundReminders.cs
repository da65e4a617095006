using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Data.Mail;
using Throughline.Domain.Assessments;
using Throughline.Domain.Shared;
using Throughline.Domain.Units;
using Throughline.Web.Access;
using Throughline.Web.Hosting;
using Throughline.Web.Ui;

namespace Throughline.Web.Features.Assessments;

/// <summary>Writes reminders to those who have not finished, and to nobody else, into the outbox.</summary>
public sealed class RoundReminders(ThroughlineDb db, PublicAddress address)
{
    /// <summary>Adds a mail for each unfinished rater with an e-mail address; the caller saves.</summary>
    public async Task<Result> RemindAsync(Round round, Here here, CancellationToken cancel)
    {
        var unfinished = round.Remind(here.Viewer.PersonId, here.Today, here.Now);
        if (!unfinished.IsOk)
        {
            return unfinished.Refusal!;
        }

        // By the round and not by a list of ids: a district's round may have thousands of raters.
        var people = db.Set<Person>()
            .Where(p =>
                db.Set<RoundRater>()
                    .Any(r => r.RoundId == round.Id && r.PersonId == p.Id && r.FinishedAt == null)
                && (p.AccessEndsOn == null || p.AccessEndsOn >= here.Today)
            );
        var link = address.Of(
            string.Create(
                CultureInfo.InvariantCulture,
                $"/{here.Unit.Slug}/assessments/{round.Number}/rate"
            )
        );
        var raters = unfinished.Value.ToDictionary(r => r.PersonId);
        await Mailings.WriteAsync(
            db,
            MailKind.Round,
            here.Unit,
            people,
            person =>
            {
                var progress = round.ProgressOf(raters[person.Id]);
                return new MailWords(
                    $"{round.Title}: {progress} answered",
                    $"""
                    Hello {person.GivenName},

                    “{round.Title}” at {here.Unit.Name} waits for you. You have answered {progress}. The last day is {DayWords.Day(
                        round.ClosesOn,
                        here.Today
                    )}.

                    {link}

                    What you answered so far is kept. Nobody sees your answers; the team sees only what all of you say together. Once you have finished, no more reminders come.
                    """
                );
            },
            here.Now,
            cancel
        );

        return Result.Ok();
    }
}
