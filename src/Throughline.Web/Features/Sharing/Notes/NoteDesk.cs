using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Data.Mail;
using Throughline.Data.Saving;
using Throughline.Data.Units;
using Throughline.Domain.Shared;
using Throughline.Domain.Sharing;
using Throughline.Domain.Teams;
using Throughline.Domain.Units;
using Throughline.Web.Access;
using Throughline.Web.Features.SignIn;
using Throughline.Web.Hosting;
using Throughline.Web.Ui;
using Throughline.Web.Ui.Papers;
using static System.FormattableString;

namespace Throughline.Web.Features.Sharing.Notes;

/// <summary>Drafts staff notes from what happened, saves what is done with them, and sends them when their time has come.</summary>
public sealed class NoteDesk(ThroughlineDb db, Here here, PublicAddress address)
{
    // Before the first note, what happened longer ago is no news.
    private const int DaysBeforeFirst = 14;

    /// <summary>The note with this number.</summary>
    public IQueryable<StaffNote> At(int number) => All.Where(n => n.Number == number);

    /// <summary>Every note of the unit.</summary>
    public IQueryable<StaffNote> All => db.Set<StaffNote>().Where(n => n.UnitId == here.Unit.Id);

    /// <summary>Where a note is found.</summary>
    public string PathOf(int number) => Invariant($"/{here.Unit.Slug}/sharing/notes/{number}");

    /// <summary>Begins a note from what happened since the last one that was sent; where one is being written already, that one.</summary>
    /// <param name="corrects">The sent note that it corrects, which begins without news; null for a new one.</param>
    /// <param name="cancel">Stops.</param>
    public Task<int> DraftAsync(int? corrects, CancellationToken cancel) =>
        ConflictRetry.RunAsync(
            db,
            async () =>
            {
                var open = await All.Where(n => n.SentAt == null)
                    .Select(n => (int?)n.Number)
                    .SingleOrDefaultAsync(cancel);
                if (open is { } number)
                {
                    return number;
                }

                var last = await All.MaxAsync(n => (int?)n.Number, cancel) ?? 0;
                var since = await SinceAsync(cancel);
                var note = StaffNote
                    .Begin(
                        here.Unit,
                        last + 1,
                        corrects is null
                            ? $"Staff note, {DayWords.Day(here.Today, here.Today)}"
                            : $"Correction of staff note {corrects}",
                        since,
                        corrects is null
                            ? await NoteNewsReader.SinceAsync(db, here.Unit, since, cancel)
                            : [],
                        here.Viewer.PersonId,
                        here.Now,
                        corrects
                    )
                    .Value;
                db.Add(note);
                await db.SaveChangesAsync(cancel);
                return note.Number;
            }
        );

    /// <summary>Puts in what happened since the draft was made; how many lines came.</summary>
    public async Task<Result<int>> TakeInAsync(StaffNote note, CancellationToken cancel) =>
        Result.Ok(
            note.TakeIn(
                await NoteNewsReader.SinceAsync(db, here.Unit, note.Since, cancel),
                here.Now
            )
        );

    /// <summary>
    /// Acts on a note that nobody changed since it was looked at. Null when there is none; refused as met when another one
    /// was quicker, and then nothing is saved.
    /// </summary>
    /// <param name="number">The note.</param>
    /// <param name="version">As it was looked at; null where that does not matter.</param>
    /// <param name="act">What is done.</param>
    /// <param name="cancel">Stops.</param>
    public async Task<RelayDone?> ActAsync(
        int number,
        int? version,
        Func<StaffNote, Task<Result>> act,
        CancellationToken cancel
    )
    {
        if (await At(number).SingleOrDefaultAsync(cancel) is not { } note)
        {
            return null;
        }

        var done = await act(note);
        if (!done.IsOk)
        {
            db.ChangeTracker.Clear();
            return new RelayDone(done.Refusal, false);
        }

        db.Expect(note, version);
        try
        {
            await db.SaveChangesAsync(cancel);
            return new RelayDone(null, false);
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return new RelayDone(null, true);
        }
    }

    /// <summary>
    /// Says when a note goes; at once where that is now and within contract hours, else at the next of them. Nothing is
    /// saved.
    /// </summary>
    /// <param name="note">The note.</param>
    /// <param name="at">The time that was chosen, on the unit's clock; null for at once.</param>
    /// <param name="cancel">Stops.</param>
    public async Task<Result> GoAsync(StaffNote note, DateTime? at, CancellationToken cancel)
    {
        var calendar = await SchoolCalendars.LoadAsync(db, here.Unit, cancel);
        var wanted = at is { } local ? Utc(local) : here.Now;
        var due = Mailings.When(here.Unit, calendar, null, wanted > here.Now ? wanted : here.Now);
        if (at is not null && (wanted < here.Now || due != wanted))
        {
            return Result.Refused(
                wanted < here.Now
                    ? "That time is over. Choose a later one."
                    : $"That is outside the contract hours. Choose a time on a school day, {MailWordings.Span(here.Unit.Hours)}.",
                "At"
            );
        }

        var going = note.GoAt(due, here.Now);
        return going.IsOk && due <= here.Now ? await SendAsync(note, cancel) : going;
    }

    /// <summary>Sends a note whose time has come: one mail to each of the staff who wants it. Nothing is saved.</summary>
    public async Task<Result> SendAsync(StaffNote note, CancellationToken cancel)
    {
        var sent = note.Send(
            here.Unit.Name,
            await NameOfAsync(note.WriterId, cancel),
            await NameOfAsync(note.ApprovedById ?? note.WriterId, cancel),
            here.Now
        );
        if (!sent.IsOk)
        {
            return sent;
        }

        var told = note
            .Kept.Where(l => l.Kind == NoteLineKind.Win)
            .Select(l => l.SourceId)
            .ToList();
        foreach (
            var win in await db.Set<Win>()
                .Where(w => w.UnitId == note.UnitId && told.Contains(w.Id))
                .ToListAsync(cancel)
        )
        {
            win.Told(note.Number);
        }

        var text = PaperText.Of(NoteWords.Paper(note, here.Unit.Name, here.Today));
        var link = address.Of(PathOf(note.Number));
        await Mailings.WriteAsync(
            db,
            MailKind.StaffNote,
            here.Unit,
            Staff(db, here.Unit.Id),
            reader => new MailWords(
                $"{note.Title}, {here.Unit.Name}",
                $"""
                Hello {reader.GivenName},

                {text}
                On its page, for everyone who works here:
                {link}

                --
                Mails like this one are switched off here: {address.Of(MailPageModel.Path)}

                """
            ),
            here.Now,
            cancel
        );
        return Result.Ok();
    }

    /// <summary>Throws away a note that was not sent.</summary>
    public Task DiscardAsync(int number, CancellationToken cancel) =>
        At(number).Where(n => n.SentAt == null).ExecuteDeleteAsync(cancel);

    /// <summary>A line of the note that is being written goes with what it tells of. Nothing is saved.</summary>
    public async Task WithdrawAsync(Guid sourceId, CancellationToken cancel)
    {
        if (await All.SingleOrDefaultAsync(n => n.SentAt == null, cancel) is { } open)
        {
            open.Withdraw(sourceId);
        }
    }

    /// <summary>Everyone who works at a unit or sits on its ILT.</summary>
    public static IQueryable<Person> Staff(ThroughlineDb db, Guid unitId) =>
        db.Set<Person>()
            .Where(p => p.AccessEndsOn == null)
            .Where(p =>
                db.Set<RoleAssignment>()
                    .Any(r =>
                        r.PersonId == p.Id && r.UnitId == unitId && r.Status == RoleStatus.Active
                    )
                || db.Set<IltMembership>()
                    .Any(m => m.PersonId == p.Id && m.UnitId == unitId && m.Until == null)
            );

    private DateTime Utc(DateTime local)
    {
        var time = DateTime.SpecifyKind(local, DateTimeKind.Unspecified);
        return here.Zone.IsInvalidTime(time)
            ? TimeZoneInfo.ConvertTimeToUtc(time.AddHours(1), here.Zone)
            : TimeZoneInfo.ConvertTimeToUtc(time, here.Zone);
    }

    private async Task<DateTime> SinceAsync(CancellationToken cancel) =>
        await All.Where(n => n.SentAt != null && n.Corrects == null)
            .MaxAsync(n => (DateTime?)n.DraftedAt, cancel)
        ?? here.Now.AddDays(-DaysBeforeFirst);

    private Task<string> NameOfAsync(Guid personId, CancellationToken cancel) =>
        db.Set<Person>()
            .Where(p => p.Id == personId)
            .Select(p => p.GivenName + " " + p.FamilyName)
            .SingleAsync(cancel);
}
