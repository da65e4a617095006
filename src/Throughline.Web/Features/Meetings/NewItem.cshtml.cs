using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Throughline.Data;
using Throughline.Domain.Meetings;
using Throughline.Domain.Shared;
using Throughline.Web.Access;
using Throughline.Web.Features.Links;
using Throughline.Web.Ui;

namespace Throughline.Web.Features.Meetings;

/// <summary>A member brings something to a meeting.</summary>
[Needs(Permission.TakePartInMeetings)]
public sealed class NewItemModel(ThroughlineDb db, Here here, MeetingDesk desk, Origins origins)
    : PageModel,
        IItemForm
{
    [FromRoute(Name = "meeting")]
    public int Number { get; set; }

    /// <summary>The id of what it serves; none for what serves nothing in particular.</summary>
    [BindProperty(SupportsGet = true, Name = "from")]
    public string? From { get; set; }

    [BindProperty]
    public ItemInput Input { get; set; } = new();

    /// <summary>What it can serve.</summary>
    public IReadOnlyList<SelectListItem> Serves { get; private set; } = [];

    public Meeting Meeting { get; private set; } = null!;

    public string Saves => "Put it on the agenda";

    public string Back => desk.PathOf(Number);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (await desk.FindAgendaAsync(Number, cancel) is not { } meeting)
        {
            return NotFound();
        }

        var origin = await origins.FindAsync(From, cancel);
        if (!origin.IsOk)
        {
            return NotFound();
        }

        Meeting = meeting;
        Serves = await ServedThing.ChoicesAsync(db, here, From, cancel);
        Input = new ItemInput
        {
            Title = origin.Value?.Suggested,
            Kind = ItemKind.Discuss,
            Minutes = 10,
            IsInstructional = true,
        };
        return Page();
    }

    [Needs(Permission.TakePartInMeetings)]
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var done = ModelState.IsValid
            ? await desk.ActAsync(
                Number,
                async meeting =>
                {
                    if (meeting.WasMissed(here.Today))
                    {
                        return Result.Refused(
                            "This meeting was not held. Submit it for the next one."
                        );
                    }

                    if (!meeting.HasAgenda)
                    {
                        await desk.PrepareAsync(meeting, cancel);
                    }

                    var item = meeting.Submit(
                        Input.AsPlan(),
                        Input.Section,
                        here.Viewer.PersonId,
                        here.Now
                    );
                    return item.IsOk
                        ? await origins.LinkAsync(item.Value, From, cancel)
                        : item.Refusal!;
                },
                cancel
            )
            : null;
        if (done is { IsOk: true })
        {
            this.Say("It is on the agenda.");
            return Redirect(Back);
        }

        db.ChangeTracker.Clear();
        if (await desk.FindAsync(Number, cancel) is not { } found)
        {
            return NotFound();
        }

        Meeting = found;
        Serves = await ServedThing.ChoicesAsync(db, here, From, cancel);
        return done is null ? this.Again() : this.Refuse(done.Refusal!);
    }
}

/// <summary>What is typed about an item.</summary>
public sealed class ItemInput
{
    public string? Title { get; set; }
    public ItemKind? Kind { get; set; }
    public int? Minutes { get; set; }
    public int? Section { get; set; }
    public string? ReadFirst { get; set; }
    public string? Bring { get; set; }
    public string? Questions { get; set; }
    public bool IsInstructional { get; set; }
    public bool IsAcrossGrades { get; set; }
    public int? Version { get; set; }

    internal static ItemInput Of(AgendaItem item) =>
        new()
        {
            Title = item.Title,
            Kind = item.Kind,
            Minutes = item.Minutes,
            Section = item.Section,
            ReadFirst = item.ReadFirst,
            Bring = item.Bring,
            Questions = item.Questions,
            IsInstructional = item.IsInstructional,
            IsAcrossGrades = item.IsAcrossGrades,
            Version = item.Version,
        };

    /// <summary>Each field as it stands now beside what was typed.</summary>
    internal (string Label, string? Now, string? Typed)[] Beside(ItemInput typed) =>
        [
            ("What it is about", Title, typed.Title),
            ("Minutes", $"{Minutes}", $"{typed.Minutes}"),
            ("What to read first", ReadFirst, typed.ReadFirst),
            ("What to bring", Bring, typed.Bring),
            ("Guiding questions", Questions, typed.Questions),
        ];

    internal ItemPlan AsPlan() =>
        new(Title, Kind, Minutes, ReadFirst, Bring, Questions, IsInstructional, IsAcrossGrades);
}

/// <summary>The form that brings an item and the one that changes it look alike.</summary>
public interface IItemForm
{
    ItemInput Input { get; }

    Meeting Meeting { get; }

    /// <summary>What it can serve, for the form that brings it; what an item serves is not changed later.</summary>
    IReadOnlyList<SelectListItem> Serves => [];

    /// <summary>What the button says.</summary>
    string Saves { get; }

    /// <summary>Where one goes without saving.</summary>
    string Back { get; }
}
