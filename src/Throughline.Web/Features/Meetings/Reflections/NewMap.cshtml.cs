using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Throughline.Domain.Meetings;
using Throughline.Domain.Shared;
using Throughline.Web.Access;
using Throughline.Web.Features.Work;
using Throughline.Web.Ui;

namespace Throughline.Web.Features.Meetings.Reflections;

/// <summary>Begins a thinking map with a question in the middle.</summary>
[Needs(Permission.Reflect)]
public sealed class NewMapModel(Here here, UnitNumbers numbers) : PageModel
{
    [BindProperty]
    public NewMapInput Input { get; set; } = new();

    public string Back => $"/{here.Unit.Slug}/meetings/reflections";

    public IEnumerable<SelectListItem> Questions =>
        MapGuide
            .Questions.Select(
                (q, n) => new SelectListItem(q, n.ToString(CultureInfo.InvariantCulture))
            )
            .Append(new("A question of our own", ""));

    public void OnGet() => Input.Ready = 0;

    [Needs(Permission.Reflect)]
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!ModelState.IsValid)
        {
            return this.Again();
        }

        var begun = await numbers.AddAsync(
            ThingKind.ThinkingMap,
            number =>
                Task.FromResult(
                    ThinkingMap.Begin(
                        here.Unit,
                        number,
                        Input.Title,
                        Text.Clean(Input.Own) is { } own ? own
                            : Input.Ready is { } n ? MapGuide.Questions.ElementAtOrDefault(n)
                            : null,
                        here.Viewer.PersonId,
                        here.Now
                    )
                ),
            _ => Task.FromResult(Result.Ok()),
            cancel
        );
        if (!begun.IsOk)
        {
            var why = begun.Refusal!;
            return this.Refuse(why.Field == "Question" ? why with { Field = "Own" } : why);
        }

        return Redirect(
            string.Create(CultureInfo.InvariantCulture, $"{Back}/maps/{begun.Value.Number}/edit")
        );
    }
}

/// <summary>A map to begin.</summary>
public sealed class NewMapInput
{
    public string? Title { get; set; }

    /// <summary>The place of a question that is ready; null for one of the team's own.</summary>
    public int? Ready { get; set; }

    public string? Own { get; set; }
}
