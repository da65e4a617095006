using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Data.Saving;
using Throughline.Domain.Shared;
using Throughline.Domain.Teams;
using Throughline.Domain.Units;

namespace Throughline.Web.Features.Teams.Voices;

/// <summary>What is typed about a group of students.</summary>
public sealed class GroupInput
{
    public string? Name { get; set; }
    public Guid? SpeakerId { get; set; }
    public int? Version { get; set; }
}

/// <summary>The form that adds a group and the one that changes it look alike.</summary>
public interface IGroupForm
{
    GroupInput Input { get; }

    /// <summary>Who can speak for it: nobody yet, or a member of the ILT.</summary>
    IReadOnlyList<SelectListItem> Speakers { get; }

    /// <summary>What the button says.</summary>
    string Saves { get; }
}

/// <summary>What both forms load and refuse.</summary>
public static class GroupForm
{
    public static Refusal NameTaken { get; } =
        new("This group is on the list already. Choose another name.", "Name");

    /// <summary>The unit's ILT with its memberships; null before it is formed.</summary>
    public static Task<Ilt?> IltAsync(ThroughlineDb db, Guid unitId, CancellationToken cancel) =>
        db.Set<Ilt>()
            .AsNoTracking()
            .Include(i => i.Memberships)
            .SingleOrDefaultAsync(i => i.UnitId == unitId, cancel);

    public static async Task<IReadOnlyList<SelectListItem>> SpeakersAsync(
        ThroughlineDb db,
        Ilt ilt,
        CancellationToken cancel
    )
    {
        var sitting = ilt.Sitting.Select(m => m.PersonId).ToList();
        var members = await db.Set<Person>()
            .AsNoTracking()
            .Where(p => sitting.Contains(p.Id) && p.LeftOn == null)
            .OrderBy(p => p.SearchText)
            .Select(p => new { p.Id, Name = p.GivenName + " " + p.FamilyName })
            .ToListAsync(cancel);
        return
        [
            new("nobody yet", ""),
            .. members.Select(m => new SelectListItem(m.Name, m.Id.ToString())),
        ];
    }

    /// <summary>Saves, unless another group of the unit has the name, in whatever case.</summary>
    public static async Task<bool> TrySaveAsync(
        ThroughlineDb db,
        StudentGroup group,
        CancellationToken cancel
    )
    {
        var names = await db.Set<StudentGroup>()
            .Where(g => g.UnitId == group.UnitId && g.RemovedAt == null && g.Id != group.Id)
            .Select(g => g.Name)
            .ToListAsync(cancel);
        return !names.Contains(group.Name, StringComparer.OrdinalIgnoreCase)
            && await db.TrySaveAsync(cancel);
    }
}
