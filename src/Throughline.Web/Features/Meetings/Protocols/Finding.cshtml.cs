using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Domain.Meetings;
using Throughline.Domain.Units;
using Throughline.Web.Access;
using Throughline.Web.Features.Links;
using Throughline.Web.Ui;

namespace Throughline.Web.Features.Meetings.Protocols;

/// <summary>A line written down in a protocol: where it comes from, and what can become of it.</summary>
[Needs(Permission.SeeMeetings)]
public sealed class FindingModel(ThroughlineDb db, Here here, ProtocolDesk protocols) : PageModel
{
    [FromRoute(Name = "meeting")]
    public int Number { get; set; }

    [FromRoute(Name = "finding")]
    public int FindingNumber { get; set; }

    public FoundLine Found { get; private set; } = null!;

    public Line Line { get; private set; } = null!;

    public bool MayTakeBack { get; private set; }

    public string Back => protocols.PathOf(Number, Found.ItemNumber);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        var found = await (
            from line in Lines()
            join meeting in db.Set<Meeting>() on line.MeetingId equals meeting.Id
            join item in db.Set<AgendaItem>() on line.ItemId equals item.Id
            join run in db.Set<ProtocolRun>() on line.ItemId equals run.ItemId
            join person in db.Set<Person>() on line.ById equals person.Id
            select new
            {
                line,
                meeting,
                item.Title,
                item.Number,
                run,
                By = person.GivenName + " " + person.FamilyName,
            }
        )
            .AsNoTracking()
            .SingleOrDefaultAsync(cancel);
        if (found is null)
        {
            return NotFound();
        }

        Found = new FoundLine(
            found.line.Id,
            found.line.Kind,
            found.line.Words,
            found.By,
            found.run.Steps[found.line.Step].Step.Title,
            found.Title,
            found.Number,
            found.run.Title
        );
        MayTakeBack = found.line.TakeBack(found.meeting, here.Viewer.PersonId).IsOk;
        Line = await Line.OfAsync(db, here, found.line.Id, cancel) with { Here = "This line" };
        return Page();
    }

    [Needs(Permission.TakePartInMeetings)]
    public async Task<IActionResult> OnPostTakeBackAsync(CancellationToken cancel)
    {
        var found = await (
            from line in Lines()
            join meeting in db.Set<Meeting>() on line.MeetingId equals meeting.Id
            join item in db.Set<AgendaItem>() on line.ItemId equals item.Id
            select new
            {
                line,
                meeting,
                item.Number,
            }
        ).SingleOrDefaultAsync(cancel);
        if (found is null)
        {
            return NotFound();
        }

        var back = found.line.TakeBack(found.meeting, here.Viewer.PersonId);
        if (!back.IsOk)
        {
            this.Say(back.Refusal!.Message);
            return Redirect(Request.Path);
        }

        db.Remove(found.line);
        await db.SaveChangesAsync(cancel);
        this.Say("The line is taken back.");
        return Redirect(protocols.PathOf(Number, found.Number));
    }

    private IQueryable<ProtocolFinding> Lines() =>
        db.Set<ProtocolFinding>()
            .Where(f =>
                f.Number == FindingNumber
                && db.Set<Meeting>()
                    .Any(m => m.Id == f.MeetingId && m.UnitId == here.Unit.Id && m.Number == Number)
            );
}

/// <summary>A line as its page shows it.</summary>
public sealed record FoundLine(
    Guid Id,
    OutputKind Kind,
    string Words,
    string By,
    string Step,
    string Item,
    int ItemNumber,
    string Protocol
);
