using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Data.Saving;
using Throughline.Domain.Meetings;
using Throughline.Web.Access;
using Throughline.Web.Ui;

namespace Throughline.Web.Features.Meetings.Reflections;

/// <summary>Writes a thinking map as an outline: branches with their lines, put in order and taken out by buttons.</summary>
[Needs(Permission.Reflect)]
public sealed class EditMapModel(ThroughlineDb db, Here here) : PageModel
{
    private ThinkingMap map = null!;

    [FromRoute(Name = "number")]
    public int Number { get; set; }

    [BindProperty]
    public MapInput Input { get; set; } = new();

    /// <summary>The place of the branch of which it was asked whether it goes with its lines; null for none.</summary>
    public int? Sure { get; private set; }

    public string Back =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"/{here.Unit.Slug}/meetings/reflections/maps/{Number}"
        );

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await FindAsync(cancel))
        {
            return NotFound();
        }

        if (!map.IsOpen)
        {
            this.Say("The team is done with this map; it stays as it was.");
            return Redirect(Back);
        }

        Input = MapInput.Of(map);
        return Page();
    }

    /// <summary>Saves what is typed; a button beside a branch also moves it or takes it out.</summary>
    [Needs(Permission.Reflect)]
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await FindAsync(cancel))
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return this.Again();
        }

        // First as it stands on the page, so that a refusal names the branch that is wrong there.
        var written = map.Write(Input.Title, Input.Question, Input.Typed);
        if (!written.IsOk)
        {
            return this.Refuse(written.Refusal!);
        }

        if (Input.TakesOut is { } place && Input.Typed[place] is { Twigs.Count: > 0 } branch)
        {
            Sure = place;
            db.ChangeTracker.Clear();
            return this.Refuse(
                new(
                    $"“{branch.Title}” has {Words.Count(branch.Twigs.Count, "line")}. Press “Take it out with its lines” if you mean it; nothing is saved yet."
                )
            );
        }

        map.Write(Input.Title, Input.Question, Input.Arranged);
        db.Expect(map, Input.Version);
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return await FindAsync(cancel) ? Clash() : NotFound();
        }

        this.Say("The map is saved.");
        // Whoever orders or adds branches goes on doing so.
        return Redirect(Input.Do is null && !Input.More ? Back : Back + "/edit");
    }

    private PageResult Clash()
    {
        var saved = MapInput.Of(map);
        (Input.Version, Input.Do) = (saved.Version, null);
        return this.Conflict(
            ("What it is called", saved.Title, Input.Title),
            ("The question in the middle", saved.Question, Input.Question),
            ("The branches", Outline(saved.Typed), Outline(Input.Typed))
        );
    }

    private static string Outline(IEnumerable<MapBranch> branches) =>
        string.Join(
            '\n',
            branches.SelectMany(b => b.Twigs.Select(t => $"– {t.Trim()}").Prepend(b.Title))
        );

    private async Task<bool> FindAsync(CancellationToken cancel) =>
        (
            map = (
                await db.Set<ThinkingMap>()
                    .SingleOrDefaultAsync(
                        m => m.UnitId == here.Unit.Id && m.Number == Number,
                        cancel
                    )
            )!
        )
            is not null;
}

/// <summary>A map as it is typed.</summary>
public sealed class MapInput
{
    public string? Title { get; set; }
    public string? Question { get; set; }
    public List<BranchInput> Branches { get; set; } = [];

    /// <summary>What a button beside a branch does: “2:up”, “2:down”, “2:out” or, once it was asked, “2:sure”, counted from 0.</summary>
    public string? Do { get; set; }

    /// <summary>True to go on writing after saving.</summary>
    public bool More { get; set; }
    public int? Version { get; set; }

    /// <summary>The branches as they stand on the page.</summary>
    public List<MapBranch> Typed => [.. Branches.Select(b => b.Typed)];

    /// <summary>The place of the branch that is to go, where that was not asked yet; null for none.</summary>
    public int? TakesOut =>
        Do?.Split(':') is [var number, "out"]
        && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var place)
        && place < Branches.Count
            ? place
            : null;

    /// <summary>The branches after the button was pressed.</summary>
    public List<MapBranch> Arranged
    {
        get
        {
            var branches = Typed;
            if (
                Do?.Split(':') is not [var number, var what]
                || !int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var n)
                || n >= branches.Count
            )
            {
                return branches;
            }

            var branch = branches[n];
            branches.RemoveAt(n);
            if (what is not ("out" or "sure"))
            {
                var to =
                    what == "up" ? n - 1
                    : what == "down" ? n + 1
                    : n;
                branches.Insert(Math.Clamp(to, 0, branches.Count), branch);
            }

            return branches;
        }
    }

    /// <summary>A map as it is, with room for one more branch.</summary>
    public static MapInput Of(ThinkingMap map) =>
        new()
        {
            Title = map.Title,
            Question = map.Question,
            Version = map.Version,
            Branches =
            [
                .. map.Branches.Select(b => new BranchInput
                {
                    Title = b.Title,
                    Twigs = string.Join('\n', b.Twigs),
                }),
                .. map.Branches.Count < ThinkingMap.MostBranches ? new[] { new BranchInput() } : [],
            ],
        };
}

/// <summary>A branch as it is typed.</summary>
public sealed class BranchInput
{
    public string? Title { get; set; }

    /// <summary>One twig a line.</summary>
    public string? Twigs { get; set; }

    public MapBranch Typed =>
        new(
            Title ?? "",
            [.. (Twigs ?? "").ReplaceLineEndings("\n").Split('\n').Where(t => t.Trim().Length > 0)]
        );
}
