using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Data.Mail;
using Throughline.Data.Platform;
using Throughline.Data.Units;
using Throughline.Domain.Assessments;
using Throughline.Domain.Shared;
using Throughline.Domain.Units;
using Throughline.Web.Access;
using Throughline.Web.Features.SignIn;
using Throughline.Web.Features.Units.People;
using Throughline.Web.Hosting;
using Throughline.Web.Ui;

namespace Throughline.Web.Features.Assessments;

/// <summary>
/// Invites people from outside the district to rate in a round, for a time. The person, the rater and the mail are added
/// to the context and saved together by the caller.
/// </summary>
public sealed class Reviewers(
    ThroughlineDb db,
    Here here,
    Invitations invitations,
    PublicAddress address
)
{
    /// <summary>Days of access after the round's last day, unless another day is chosen: time to read the results.</summary>
    public const int DaysAfter = 14;

    /// <summary>
    /// Asks someone to rate from outside. Who was invited before is let in again, until the later of both days. Refused for
    /// an address that belongs to staff or to another account, and as <see cref="Person.InviteReviewer"/> and
    /// <see cref="Round.AddRater"/> refuse.
    /// </summary>
    public async Task<Result> InviteAsync(
        Round round,
        ReviewerInput input,
        CancellationToken cancel
    )
    {
        if (input.AccessEndsOn is not { } endsOn)
        {
            return Result.Refused("Enter the last day of access.", "AccessEndsOn");
        }

        var today = await PersonAccess.TodayAsync(db, here.Now, cancel);
        var found = await FindAsync(input, endsOn, today, cancel);
        if (!found.IsOk)
        {
            return found.Refusal!;
        }

        var asked = round.AddRater(
            new Asked(found.Value.Id, Perspective.Outside, RaterGroup.Reviewer),
            here.Viewer.PersonId,
            here.Now
        );
        if (!asked.IsOk)
        {
            return asked.Refusal! with { Field = "Email" };
        }

        return await SendAsync(found.Value, round, cancel);
    }

    /// <summary>Sends the mail: with a link to choose a password for who has none yet, else to the round.</summary>
    public async Task<Result> SendAsync(Person reviewer, Round round, CancellationToken cancel)
    {
        if (await db.Users.AnyAsync(a => a.Id == reviewer.Id && a.PasswordHash != null, cancel))
        {
            var path = string.Create(
                CultureInfo.InvariantCulture,
                $"/{here.Unit.Slug}/assessments/{round.Number}/rate"
            );
            // One who was invited just now is not stored yet; one with a password is.
            await Mailings.WriteAsync(
                db,
                MailKind.Round,
                here.Unit,
                db.Set<Person>().Where(p => p.Id == reviewer.Id),
                _ => Says(reviewer, round, $"Sign in as before:\n{address.Of(path)}"),
                here.Now,
                cancel
            );
            return Result.Ok();
        }

        return await invitations.InviteAsync(
            reviewer,
            here.Unit,
            cancel,
            link =>
                Mail(
                    reviewer,
                    round,
                    $"To start, choose a password:\n{link}\n\nThe link works once, for seven days. You will sign in with {reviewer.Email}."
                )
        );
    }

    private async Task<Result<Person>> FindAsync(
        ReviewerInput input,
        DateOnly endsOn,
        DateOnly today,
        CancellationToken cancel
    )
    {
        var invited = Person.InviteReviewer(
            here.Unit.DistrictId,
            input.GivenName,
            input.FamilyName,
            input.Email,
            endsOn,
            today,
            here.Now
        );
        if (!invited.IsOk)
        {
            return invited;
        }

        var email = invited.Value.Email;
        var known = await db.Set<Person>().SingleOrDefaultAsync(p => p.Email == email, cancel);
        if (known is null)
        {
            db.Add(invited.Value);
            return invited;
        }

        if (!known.IsReviewer)
        {
            var owner = await EmailOwner.FindAsync(db, email, except: null, cancel);
            return Result.Refused<Person>(
                known.LeftOn is null
                    ? $"This address belongs to {known.FullName}{(owner?.Where is { } place ? $" of {place}" : "")}, who works in the district. Ask them without an invitation, under “Ask for the view from outside”."
                    : $"This address belongs to {known.FullName}, who worked in the district. Enter another address of theirs.",
                "Email"
            );
        }

        var until = known.AccessEndsOn > endsOn ? known.AccessEndsOn.Value : endsOn;
        var given = known.GiveAccess(until, today);
        return given.IsOk ? Result.Ok(known) : given.Refusal!;
    }

    // It holds the link to a password, and goes to someone who cannot have switched anything off.
    private OutboxMail Mail(Person reviewer, Round round, string how)
    {
        var says = Says(reviewer, round, how);
        return OutboxMail.Write(
            reviewer.DistrictId,
            reviewer.Email!,
            says.Subject,
            says.Body,
            here.Now,
            isSecret: true
        );
    }

    private MailWords Says(Person reviewer, Round round, string how) =>
        new(
            $"{here.Unit.Name} asks for your view",
            $"""
            Hello {reviewer.GivenName},

            {here.Viewer.FullName} of {here.Unit.Name} asks you to look at its Instructional Leadership Team from outside and to rate what you see: “{round.Title}”, until {Days.Full(
                round.ClosesOn
            )}.

            {how}

            Nobody sees your answers; the team sees only what all who rate say together. You have access until {Days.Full(
                reviewer.AccessEndsOn!.Value
            )}; after that day it ends by itself.

            If you did not expect this, you can delete it.
            """
        );
}

/// <summary>Who is invited from outside the district, and until when.</summary>
public sealed class ReviewerInput
{
    public string? GivenName { get; set; }
    public string? FamilyName { get; set; }
    public string? Email { get; set; }
    public DateOnly? AccessEndsOn { get; set; }
}
