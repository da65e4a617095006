using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Domain.Shared;
using Throughline.Domain.Units;
using Throughline.Web.Ui;

namespace Throughline.Web.Features.Units.InstructionalTeams;

/// <summary>What is typed about a team.</summary>
public sealed class TeamInput
{
    public string? Name { get; set; }
    public InstructionalTeamKind? Kind { get; set; }
    public List<Guid> Members { get; set; } = [];
    public int? Version { get; set; }

    internal static TeamInput Of(InstructionalTeam team) =>
        new()
        {
            Name = team.Name,
            Kind = team.Kind,
            Members = [.. team.Members.Select(m => m.PersonId)],
            Version = team.Version,
        };
}

/// <summary>The form that makes a team and the one that changes it look alike.</summary>
public interface ITeamForm
{
    TeamInput Input { get; }

    /// <summary>Who can belong to the team.</summary>
    IReadOnlyList<TeamStaff> Staff { get; }

    /// <summary>The team that is changed; null for a new one.</summary>
    Guid? TeamId { get; }
}

/// <summary>What both forms offer and refuse.</summary>
public static class TeamForm
{
    public static Refusal NameTaken { get; } =
        new("There is a team with this name already. Choose another one.", "Name");

    public static IEnumerable<SelectListItem> Kinds { get; } =
    [
        .. Enum.GetValues<InstructionalTeamKind>()
            .Select(k => new SelectListItem(
                RoleWords.Capital(RoleWords.Of(k)),
                ((int)k).ToString(CultureInfo.InvariantCulture)
            )),
    ];

    /// <summary>Only people of the list become members, whatever was posted.</summary>
    public static IEnumerable<Guid> Members(this ITeamForm form) =>
        form.Input.Members.Intersect(form.Staff.Select(s => s.Id));

    /// <summary>True when another open team of the unit has the name. Names are few: comparing them here lets “grade 4” and “Grade 4” be the same on both engines.</summary>
    public static async Task<bool> IsNameTakenAsync(
        ThroughlineDb db,
        InstructionalTeam team,
        CancellationToken cancel
    ) =>
        (
            await db.Set<InstructionalTeam>()
                .Where(t => t.UnitId == team.UnitId && t.DissolvedAt == null && t.Id != team.Id)
                .Select(t => t.Name)
                .ToListAsync(cancel)
        ).Contains(team.Name, StringComparer.OrdinalIgnoreCase);

    /// <summary>What the next page says.</summary>
    public static string Saved(InstructionalTeam team) =>
        $"{team.Name} is saved, with {Words.Count(team.Members.Count, "member")}.";
}
