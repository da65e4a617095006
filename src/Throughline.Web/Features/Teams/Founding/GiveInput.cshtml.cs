using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Throughline.Data;
using Throughline.Data.Saving;
using Throughline.Domain.Shared;
using Throughline.Domain.Teams;
using Throughline.Web.Access;
using Throughline.Web.Hosting;
using Throughline.Web.Ui;

namespace Throughline.Web.Features.Teams.Founding;

/// <summary>Where a member gives input to a draft. The form carries the id of what it will make, so that sending it twice makes one; no key of the post is kept.</summary>
[Needs(Permission.ActAsMember)]
public sealed class GiveInputModel(ThroughlineDb db, FoundingDesk desk, Here here) : PageModel
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    public FoundingText Founding { get; private set; } = null!;

    public bool IsAsking => Founding.AsksForInput(here.Today);

    public string Path => desk.PathOf(Founding.Kind);

    public bool IsNorms => Founding.Kind == FoundingKind.Norms;

    public IEnumerable<SelectListItem> Parts =>
        Founding
            .Draft.Select(p => new SelectListItem(
                IsNorms
                    ? $"Norm {p.Place}: {Text.Shorten(p.Words, 60)}"
                    : FoundingWords.Part(Founding.Kind, p.Place),
                p.Id.ToString()
            ))
            .Prepend(new(IsNorms ? "a new norm, or all of them" : "the whole", ""));

    public async Task<IActionResult> OnGetAsync(string text, CancellationToken cancel)
    {
        if (!await FindAsync(text, cancel))
        {
            return NotFound();
        }

        Input.Id = Founding.NextInputId(here.Now);
        return Page();
    }

    [Needs(Permission.ActAsMember)]
    [LeavesNoSubmission]
    public async Task<IActionResult> OnPostAsync(string text, CancellationToken cancel)
    {
        if (!await FindAsync(text, cancel))
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return this.Again();
        }

        // Chosen on a page of a window by name, it must not be kept under a name that nobody expects, and the other way round.
        if (Input.ByName != Founding.InputByName)
        {
            ModelState.Remove("Input.ByName");
            Input.ByName = Founding.InputByName;
            return this.Refuse(
                new(
                    $"The team chose to ask {(Founding.InputByName ? "by name" : "without names")} in the meantime. Read what is kept, then send it."
                )
            );
        }

        var given = Founding.GiveInput(
            Input.Id ?? Founding.NextInputId(here.Now),
            Input.PartId,
            Input.Words,
            here.Viewer.PersonId,
            here.Today,
            here.Now
        );
        if (!given.IsOk)
        {
            return this.Refuse(given.Refusal!);
        }

        db.Add(given.Value);
        // The same form sent twice: the first one counts.
        await db.TrySaveAsync(cancel);
        this.Say(
            Founding.InputByName
                ? "Thank you. Your input stands beside the draft."
                : "Thank you. Your input is kept without your name."
        );
        return Redirect(Path + "/draft");
    }

    private async Task<bool> FindAsync(string text, CancellationToken cancel)
    {
        // What is typed here must not stay on a shared computer.
        Response.Headers.CacheControl = "no-store";
        if (await desk.FindAsync(text, cancel) is not { } found)
        {
            return false;
        }

        Founding = found;
        if (HttpMethods.IsGet(Request.Method))
        {
            Input.ByName = found.InputByName;
        }

        return true;
    }

    public sealed class InputModel
    {
        public Guid? Id { get; set; }
        public Guid? PartId { get; set; }
        public string? Words { get; set; }
        public bool ByName { get; set; }
    }
}
