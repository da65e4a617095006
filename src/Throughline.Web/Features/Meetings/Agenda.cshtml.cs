using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Data.Meetings;
using Throughline.Data.Saving;
using Throughline.Domain.Meetings;
using Throughline.Domain.Shared;
using Throughline.Web.Access;
using Throughline.Web.Ui;

namespace Throughline.Web.Features.Meetings;

/// <summary>The sections with which each agenda of the team begins. Saving makes a new edition; agendas begun before keep theirs.</summary>
[Needs(Permission.SeeMeetings)]
public sealed class AgendaModel(
    ThroughlineDb db,
    Here here,
    AgendaCatalog catalog,
    MeetingDesk desk
) : PageModel
{
    private const int SpareRows = 2;

    [BindProperty]
    public AgendaInput Input { get; set; } = new();

    public AgendaTemplate? Template { get; private set; }

    public IReadOnlyList<ReadyAgenda> Ready => catalog.Ready;

    public static IReadOnlyList<SelectListItem> Kinds { get; } =
    [
        .. Enum.GetValues<SectionKind>()
            .Select(k => new SelectListItem(
                MeetingWords.Of(k),
                ((int)k).ToString(System.Globalization.CultureInfo.InvariantCulture)
            )),
    ];

    /// <param name="cancel">Ends the wait.</param>
    /// <param name="ready">A ready agenda to begin with.</param>
    public async Task OnGetAsync(CancellationToken cancel, string? ready = null)
    {
        Template = await desk.TemplateAsync(cancel);
        Input =
            catalog.Find(ready) is { } chosen ? AgendaInput.Of(chosen.Name, chosen.Sections)
            : Template is null ? new AgendaInput()
            : AgendaInput.Of(Template.Name, Template.Sections);
        Input.Edition = Template?.Edition ?? 0;
        AddSpareRows();
    }

    [Needs(Permission.PlanMeetings)]
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        Template = await desk.TemplateAsync(cancel);
        var edition = Template?.Edition ?? 0;
        if (!ModelState.IsValid)
        {
            return Again();
        }

        if (Input.Edition != edition)
        {
            Input.Edition = edition;
            ModelState.Remove("Input.Edition");
            AddSpareRows();
            this.Refuse(
                new Refusal(
                    "Someone saved another agenda meanwhile. What you typed is still here: save again to put it in its place."
                )
            );
            return this.Again(StatusCodes.Status409Conflict);
        }

        var sections = Input.PutInOrder();
        var set = AgendaTemplate.Set(
            here.Unit,
            edition + 1,
            Input.Name,
            sections,
            here.Viewer.PersonId,
            here.Now
        );
        if (!set.IsOk)
        {
            this.Refuse(set.Refusal!);
            return Again();
        }

        db.Add(set.Value);
        if (!await db.TrySaveAsync(cancel))
        {
            this.Refuse(
                new Refusal("Someone saved another agenda at the same moment. Save again.")
            );
            return Again();
        }

        // Who brings something to one of these meetings meanwhile is in nobody's way.
        await ConflictRetry.RunAsync(db, () => RenewAsync(set.Value, cancel));
        this.Say("The agenda is saved. Meetings that were keep theirs.");
        return Redirect($"/{here.Unit.Slug}/meetings");
    }

    // The next meeting follows: its agenda is ready, but nobody has been through it.
    private async Task<int> RenewAsync(AgendaTemplate template, CancellationToken cancel)
    {
        var begun = await db.Set<Meeting>()
            .Include(m => m.Items)
            .Where(m => m.UnitId == here.Unit.Id && m.State == MeetingState.Planned)
            .ToListAsync(cancel);
        foreach (var meeting in begun.Where(m => m.HasAgenda))
        {
            meeting.RenewAgenda(template);
        }

        if (await desk.NextAsync(here.Today, null, cancel) is { HasAgenda: false } next)
        {
            await desk.PrepareAsync(next, cancel);
        }

        return await db.SaveChangesAsync(cancel);
    }

    private IActionResult Again()
    {
        AddSpareRows();
        return this.Again(StatusCodes.Status422UnprocessableEntity);
    }

    private void AddSpareRows()
    {
        var spare = Input.Sections.AsEnumerable().Reverse().TakeWhile(s => s.IsEmpty).Count();
        for (; spare < SpareRows && Input.Sections.Count < AgendaSection.Most; spare++)
        {
            Input.Sections.Add(new SectionInput { Kind = SectionKind.Other });
        }
    }
}

/// <summary>What is typed about the agenda.</summary>
public sealed class AgendaInput
{
    public string? Name { get; set; }
    public int Edition { get; set; }
    public IList<SectionInput> Sections { get; set; } = [];

    internal static AgendaInput Of(string name, IReadOnlyList<AgendaSection> sections) =>
        new()
        {
            Name = name,
            Sections =
            [
                .. sections.Select(
                    (s, at) =>
                        new SectionInput
                        {
                            Place = at + 1,
                            Kind = s.Kind,
                            Title = s.Title,
                            Minutes = s.Minutes,
                        }
                ),
            ],
        };

    /// <summary>
    /// Puts the rows that say something in the order of their places, as they are shown again when one of them is refused;
    /// those without a place follow where they stand.
    /// </summary>
    internal IReadOnlyList<AgendaSection> PutInOrder()
    {
        Sections =
        [
            .. Sections
                .Where(s => !s.IsEmpty)
                .Select((s, at) => (Section: s, Place: s.Place ?? at + 1))
                .OrderBy(s => s.Place)
                .Select(s => s.Section),
        ];
        foreach (var (section, at) in Sections.Select((s, at) => (s, at)))
        {
            section.Place = at + 1;
        }

        return
        [
            .. Sections.Select(s => new AgendaSection(
                s.Kind,
                s.Title ?? "",
                s.Minutes.GetValueOrDefault()
            )),
        ];
    }
}

/// <summary>A row of the agenda as typed.</summary>
public sealed class SectionInput
{
    public int? Place { get; set; }
    public SectionKind Kind { get; set; }
    public string? Title { get; set; }
    public int? Minutes { get; set; }

    internal bool IsEmpty => string.IsNullOrWhiteSpace(Title) && Minutes is null or 0;
}
