using System.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughline.Data;
using Throughline.Data.Units;
using Throughline.Web.Access;
using Throughline.Web.Ui;

namespace Throughline.Web.Features.Units.Settings;

/// <summary>Brings days out of the ordinary in from a CSV file: all of it, or nothing with every error named by its place.</summary>
[Needs(Permission.ManageUnit)]
public sealed class CalendarImportModel(ThroughlineDb db, Here here) : PageModel
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    public CalendarReading? Reading { get; private set; }

    public void OnGet() { }

    /// <summary>A file to fill in, with this school year's days as examples and a mark that spreadsheets know UTF-8 by.</summary>
    public FileContentResult OnGetTemplate()
    {
        var year = here.Today.Month < 7 ? here.Today.Year - 1 : here.Today.Year;
        var lines = $"""
            date,kind,label
            {year}-11-25,half day,Day before Thanksgiving
            {year}-11-26,closure,Thanksgiving
            {year + 1}-05-29,make-up day,Make-up for a snow day

            """.ReplaceLineEndings("\r\n");
        return File(
            [.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(lines)],
            "text/csv; charset=utf-8",
            "calendar.csv"
        );
    }

    [Needs(Permission.ManageUnit)]
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (Input.File is not { Length: > 0 } file)
        {
            return this.Refuse(new("Choose the file first. An empty file holds no days.", "File"));
        }

        await using (var stream = file.OpenReadStream())
        {
            Reading = CalendarFile.Read(stream);
        }

        if (Reading.ErrorCount > 0)
        {
            return this.Refuse(
                new(
                    Reading.ErrorCount == 1
                        ? "One thing in the file needs a change, see below."
                        : $"{Reading.ErrorCount} things in the file need a change, see below.",
                    "File"
                )
            );
        }

        var outcome = await CalendarDays.BringInAsync(
            db,
            here.Unit,
            Reading.Rows,
            here.Now,
            cancel
        );
        if (!await CalendarDays.TrySaveAsync(db, cancel))
        {
            return this.Refuse(
                new("Someone changed the calendar at the same moment. Send the file again.", "File")
            );
        }

        this.Say(
            outcome is { Added: 0, Changed: 0 }
                ? $"Nothing changes: all {Words.Count(outcome.Same, "day")} of the file are in the calendar already."
                : $"{Words.Count(outcome.Added, "day")} added, {outcome.Changed} changed, {outcome.Same} as they were."
        );
        return Redirect($"/{here.Unit.Slug}/settings/calendar");
    }

    public sealed class InputModel
    {
        public IFormFile? File { get; set; }
    }
}
