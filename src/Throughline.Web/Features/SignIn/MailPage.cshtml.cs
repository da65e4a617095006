using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Throughline.Data;
using Throughline.Data.Mail;
using Throughline.Data.Saving;
using Throughline.Domain.Units;
using Throughline.Web.Access;
using Throughline.Web.Features.Home;
using Throughline.Web.Ui;

namespace Throughline.Web.Features.SignIn;

/// <summary>Which mails one gets, and when none may come; all off with one press.</summary>
[Needs(Permission.BeSignedIn)]
public sealed class MailPageModel(ThroughlineDb db, Here here, DigestSettings digest) : PageModel
{
    /// <summary>Where mails are switched on and off.</summary>
    public const string Path = "/account/mail";

    [BindProperty]
    public MailInput Input { get; set; } = new();

    /// <summary>True when nothing comes at all.</summary>
    public bool IsAllOff { get; private set; }

    /// <summary>When mail may come: where the person works.</summary>
    public ContractHours Hours => (here.Around ?? here.Viewer.District).Hours;

    /// <summary>The hours from which a daily mail may come.</summary>
    public IEnumerable<SelectListItem> DailyHours =>
        Enumerable
            .Range(digest.Hour, DigestSettings.Latest - digest.Hour)
            .Where(h => Hours.Hold(new TimeOnly(h, 59)))
            .Select(h => new SelectListItem(
                $"from {MailWordings.Time(new TimeOnly(h, 0) < Hours.From ? Hours.From : new TimeOnly(h, 0))}",
                h.ToString(CultureInfo.InvariantCulture)
            ));

    public async Task OnGetAsync(CancellationToken cancel) =>
        Fill(await MailWishes.OfAsync(db, here.Viewer.PersonId, cancel));

    [Needs(Permission.BeSignedIn)]
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var wishes = await MailWishes.OfAsync(db, here.Viewer.PersonId, cancel);
        IsAllOff = wishes.AllOff;
        if (!ModelState.IsValid)
        {
            return this.Again();
        }

        var quiet = QuietHours.Of(Input.QuietFrom, Input.QuietUntil, Hours);
        if (!quiet.IsOk)
        {
            return this.Refuse(quiet.Refusal!);
        }

        // Their own page, and each press is a whole answer: the last one counts.
        var hour =
            Input.DailyHour is { } h && h > digest.Hour && h < DigestSettings.Latest
                ? (int?)h
                : null;
        wishes.Choose(Input.Kinds, hour, quiet.Value);
        await db.SaveChangesAsync(cancel);
        this.Say("It is kept which mails you get.");
        return Redirect(Path);
    }

    /// <summary>No mail at all.</summary>
    [Needs(Permission.BeSignedIn)]
    public async Task<IActionResult> OnPostOffAsync(CancellationToken cancel)
    {
        await ConflictRetry.RunAsync(
            db,
            async () =>
            {
                (await MailWishes.OfAsync(db, here.Viewer.PersonId, cancel)).SwitchAllOff();
                return await db.SaveChangesAsync(cancel);
            }
        );
        this.Say("All mails are off. What already waited to be sent stays here as well.");
        return Redirect(Path);
    }

    private void Fill(MailWishes wishes)
    {
        IsAllOff = wishes.AllOff;
        Input = new()
        {
            Kinds = [.. MailWishes.Kinds.Where(wishes.Wants)],
            DailyHour = wishes.DailyHour ?? digest.Hour,
            QuietFrom = wishes.QuietFrom,
            QuietUntil = wishes.QuietUntil,
        };
    }
}

/// <summary>What is chosen about mails.</summary>
public sealed class MailInput
{
    /// <summary>The kinds that come.</summary>
    public List<MailKind> Kinds { get; set; } = [];
    public int? DailyHour { get; set; }
    public TimeOnly? QuietFrom { get; set; }
    public TimeOnly? QuietUntil { get; set; }
}

/// <summary>How kinds of mail and hours are said.</summary>
public static class MailWordings
{
    public static string Of(MailKind kind) =>
        kind switch
        {
            MailKind.Daily => "Daily mail",
            MailKind.Minutes => "Minutes",
            MailKind.Relay => "Decisions for your team",
            MailKind.StaffNote => "Staff note",
            MailKind.Meeting => "Meetings",
            MailKind.Round => "Rounds",
            MailKind.SentOn => "What is sent on to you",
            _ => throw new ArgumentOutOfRangeException(nameof(kind)),
        };

    /// <summary>What comes by it.</summary>
    public static string Meaning(MailKind kind) =>
        kind switch
        {
            MailKind.Daily =>
                "At most one in the morning of a school day, and only when something waits for you.",
            MailKind.Minutes => "Of meetings you sit in: the draft, and what was confirmed.",
            MailKind.Relay => "From whoever speaks for your instructional team on the ILT.",
            MailKind.StaffNote => "What was decided and what goes well, about once a week.",
            MailKind.Meeting => "Invitations for your calendar, changes, and what is called off.",
            MailKind.Round =>
                "When you are asked to rate, and a reminder while you have not finished.",
            MailKind.SentOn =>
                "Issues that are not about instruction, for the team whose address is yours.",
            _ => throw new ArgumentOutOfRangeException(nameof(kind)),
        };

    /// <summary>“7:00 AM”.</summary>
    public static string Time(TimeOnly time) =>
        time.ToString("h:mm tt", CultureInfo.GetCultureInfo("en-US"));

    /// <summary>“7:00 AM to 4:00 PM”.</summary>
    public static string Span(ContractHours hours) => $"{Time(hours.From)} to {Time(hours.Until)}";
}
