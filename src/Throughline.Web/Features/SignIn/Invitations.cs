using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Data.Platform;
using Throughline.Domain.Shared;
using Throughline.Domain.Units;

namespace Throughline.Web.Features.SignIn;

/// <summary>
/// Invites people to sign in, on request and never by an import. The account, the note on the person and the mail are
/// added to the context and saved together by the caller: no mail about an invitation that did not happen.
/// </summary>
public sealed class Invitations(ThroughlineDb db, SetPasswordLinks links, TimeProvider clock)
{
    /// <summary>
    /// Prepares an invitation; call <c>db.SaveChangesAsync</c> afterwards. An earlier one stays good until a password is
    /// set. Refused for someone who left, has no e-mail address, has a password already, or whose address belongs to
    /// somebody else's account, perhaps in another district.
    /// </summary>
    /// <param name="person">Tracked by the same context.</param>
    /// <param name="unit">The school or district that invites.</param>
    /// <param name="cancel">Ends the wait.</param>
    /// <param name="mail">Writes the mail around the link, where it says something else than to staff.</param>
    public async Task<Result> InviteAsync(
        Person person,
        Unit unit,
        CancellationToken cancel = default,
        Func<string, OutboxMail>? mail = null
    )
    {
        var account = await db.Users.FindAsync([person.Id], cancel);
        if (account?.PasswordHash is not null)
        {
            return Result.Refused(
                $"{person.FullName} can sign in already. A forgotten password is renewed from the sign-in page."
            );
        }

        if (person.Email is { } email && await IsTakenAsync(email, person.Id, cancel))
        {
            return Result.Refused(
                $"Someone else signs in with {email}, perhaps in another district. Enter an address of {person.FullName}'s own first.",
                "Email"
            );
        }

        var now = clock.GetUtcNow().UtcDateTime;
        var invited = person.Invite(now);
        if (!invited.IsOk)
        {
            return invited;
        }

        if (account is null)
        {
            account = Account.For(person);
            db.Add(account);
        }
        else if (account.NormalizedEmail != Account.Normalize(person.Email!))
        {
            account.ChangeEmail(person.Email!);
        }

        var link = await links.InviteAsync(account);
        db.Add(mail is null ? Mail(person, unit, link, now) : mail(link));
        return Result.Ok();
    }

    private async Task<bool> IsTakenAsync(string email, Guid personId, CancellationToken cancel)
    {
        var normalized = Account.Normalize(email);
        return db.Users.Local.Any(a => a.NormalizedEmail == normalized && a.Id != personId)
            || await db.Users.AnyAsync(
                a => a.NormalizedEmail == normalized && a.Id != personId,
                cancel
            );
    }

    private static OutboxMail Mail(Person person, Unit unit, string link, DateTime now) =>
        OutboxMail.Write(
            person.DistrictId,
            person.Email!,
            $"{unit.Name} invites you to Throughline",
            $"""
            Hello {person.GivenName},

            {unit.Name} works with Throughline: what the Instructional Leadership Team decides, what is yours to do, and how your team rates itself.

            To start, choose a password:
            {link}

            The link works once, for seven days. You will sign in with {person.Email}.

            If you did not expect this, you can delete it: nobody can sign in with your address without the link.
            """,
            now,
            isSecret: true
        );
}
