using System.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Data.Mail;
using Throughline.Data.Platform;
using Throughline.Data.Units;
using Throughline.Domain.Units;
using Throughline.Web.Access;
using Throughline.Web.Ui;

namespace Throughline.Web.Features.SignIn;

[Needs(Permission.Public)]
public sealed class ForgotPasswordModel(
    ThroughlineDb db,
    SetPasswordLinks links,
    TryLimits limits,
    MailSettings mail,
    Here here
) : PageModel
{
    // Longer than writing a mail takes: how long an answer takes must not tell who has an account.
    private static readonly TimeSpan AnswerAfter = TimeSpan.FromMilliseconds(250);

    [BindProperty]
    public string? Email { get; set; }

    /// <summary>True when a mail was asked for, whether or not one is on its way.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Asked { get; set; }

    public bool HasMail => mail.Route != MailRoute.None;

    public IActionResult OnGet() => here.IsSignedIn ? LocalRedirect("/account") : Page();

    [Needs(Permission.Public)]
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (here.IsSignedIn)
        {
            return LocalRedirect("/account");
        }

        var checkedEmail = Person.CheckEmail(Email);
        if (!checkedEmail.IsOk)
        {
            return this.Refuse(checkedEmail.Refusal!, "");
        }

        if (!limits.MayAskForPassword(HttpContext, Email))
        {
            return StatusCode(StatusCodes.Status429TooManyRequests);
        }

        var start = Stopwatch.GetTimestamp();
        await WriteMailAsync(checkedEmail.Value, cancel);
        var rest = AnswerAfter - Stopwatch.GetElapsedTime(start);
        if (rest > TimeSpan.Zero)
        {
            await Task.Delay(rest, cancel);
        }

        return LocalRedirect("/forgot-password?asked=true");
    }

    private async Task WriteMailAsync(string email, CancellationToken cancel)
    {
        var normalized = Account.Normalize(email);
        var account = await db
            .Users.AsNoTracking()
            .SingleOrDefaultAsync(a => a.NormalizedEmail == normalized, cancel);
        if (
            account is null
            || !limits.MaySendPasswordMail(account)
            || !(await PersonAccess.OfAsync(db, account.Id, cancel)).HoldsAt(here.Now)
        )
        {
            return;
        }

        db.Scope.Enter(account.DistrictId);
        var name = await db.Set<Person>()
            .Where(p => p.Id == account.Id)
            .Select(p => p.GivenName)
            .SingleAsync(cancel);
        db.Add(Mail(account, name, await links.ResetAsync(account)));
        await db.SaveChangesAsync(cancel);
    }

    private OutboxMail Mail(Account account, string name, string link) =>
        OutboxMail.Write(
            account.DistrictId,
            account.Email!,
            "Choose a new password for Throughline",
            $"""
            Hello {name},

            someone, most likely you, asked for a new password. Choose it here:
            {link}

            The link works once, for two hours.

            If it was not you, delete this mail: your password stays as it is.
            """,
            here.Now,
            isSecret: true
        );
}
