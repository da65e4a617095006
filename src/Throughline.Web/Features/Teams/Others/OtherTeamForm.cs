using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Data.Saving;
using Throughline.Domain.Shared;
using Throughline.Domain.Teams;

namespace Throughline.Web.Features.Teams.Others;

/// <summary>What is typed about another team.</summary>
public sealed class OtherTeamInput
{
    public string? Name { get; set; }
    public string? Handles { get; set; }
    public string? Contact { get; set; }
    public string? Email { get; set; }
    public int? Version { get; set; }

    public OtherTeamEntry Entry => new(Name, Handles, Contact, Email);

    internal static OtherTeamInput Of(OtherTeam team) =>
        new()
        {
            Name = team.Name,
            Handles = team.Handles,
            Contact = team.Contact,
            Email = team.Email,
            Version = team.Version,
        };
}

/// <summary>The form that adds a team and the one that changes it look alike.</summary>
public interface IOtherTeamForm
{
    OtherTeamInput Input { get; }

    /// <summary>What the button says.</summary>
    string Saves { get; }
}

/// <summary>What both forms refuse.</summary>
public static class OtherTeamForm
{
    public static Refusal NameTaken { get; } =
        new("There is a team with this name already. Choose another one.", "Name");

    /// <summary>Saves, unless another open team of the unit has the name, in whatever case.</summary>
    public static async Task<bool> TrySaveAsync(
        ThroughlineDb db,
        OtherTeam team,
        CancellationToken cancel
    )
    {
        var names = await db.Set<OtherTeam>()
            .Where(t => t.UnitId == team.UnitId && t.DissolvedAt == null && t.Id != team.Id)
            .Select(t => t.Name)
            .ToListAsync(cancel);
        return !names.Contains(team.Name, StringComparer.OrdinalIgnoreCase)
            && await db.TrySaveAsync(cancel);
    }
}
