using Throughline.Domain.Shared;
using Throughline.Domain.Units;

namespace Throughline.Domain.Meetings;

/// <summary>
/// A protocol of a team's own, from scratch or begun from another one. A meeting that uses it takes its steps along
/// (<see cref="ProtocolRun"/>): a later change, or its removal, does not touch what was used.
/// </summary>
public sealed class TeamProtocol : IDistrictOwned, IVersioned
{
    /// <summary>Most protocols of a team: more are not found again.</summary>
    public const int Most = 40;

    private TeamProtocol() { }

    /// <summary>Identity of the protocol.</summary>
    public Guid Id { get; private set; }

    /// <inheritdoc/>
    public Guid DistrictId { get; private set; }

    /// <summary>The unit whose ILT uses it.</summary>
    public Guid UnitId { get; private set; }

    /// <summary>Its name in addresses; it stays when the protocol gets another title.</summary>
    public string Slug { get; private set; } = "";

    /// <summary>What it is called.</summary>
    public string Title { get; private set; } = "";

    /// <summary>What it is good for.</summary>
    public string Purpose { get; private set; } = "";

    /// <summary>For how many people; null when nothing was said.</summary>
    public string? GroupSize { get; private set; }

    /// <summary>Who does what, a line each; null for none.</summary>
    public string? Roles { get; private set; }

    /// <summary>What to bring; null for nothing.</summary>
    public string? Bring { get; private set; }

    /// <summary>The steps in order.</summary>
    public IReadOnlyList<ProtocolStep> Steps { get; private set; } = [];

    /// <summary>The title of the one it was begun from; null for one from scratch.</summary>
    public string? BegunFrom { get; private set; }

    /// <summary>Its edition: 1 as it was added, one more with each change.</summary>
    public int Edition { get; private set; }

    /// <summary>Who changed it last.</summary>
    public Guid ById { get; private set; }

    /// <summary>When, UTC.</summary>
    public DateTime At { get; private set; }

    /// <inheritdoc/>
    public int Version { get; private set; }

    /// <summary>It as a protocol.</summary>
    public Protocol Words => new(Title, Purpose, GroupSize, Roles, Bring, Steps);

    /// <summary>Adds one. Refused as <see cref="Protocol.Check"/> refuses, and beyond <see cref="Most"/>.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="typed">What it says.</param>
    /// <param name="begunFrom">The title of the one it was begun from, if it was.</param>
    /// <param name="taken">Addresses that protocols of the unit have, the built-in ones among them.</param>
    /// <param name="own">How many of its own the team has.</param>
    /// <param name="by">Who adds it.</param>
    /// <param name="now">Now, UTC.</param>
    public static Result<TeamProtocol> Add(
        Unit unit,
        Protocol typed,
        string? begunFrom,
        IReadOnlyCollection<string> taken,
        int own,
        Guid by,
        DateTime now
    )
    {
        if (own >= Most)
        {
            return Result.Refused<TeamProtocol>(
                $"A team keeps up to {Most} protocols of its own. Remove one that is not used any more."
            );
        }

        var protocol = new TeamProtocol
        {
            Id = Ids.New(now),
            DistrictId = unit.DistrictId,
            UnitId = unit.Id,
            BegunFrom = begunFrom,
        };
        var said = protocol.Change(typed, by, now);
        if (!said.IsOk)
        {
            return said.Refusal!;
        }

        // “new” is where one is added.
        protocol.Slug = Units.Slug.FirstFree(
            protocol.Title,
            slug => slug == "new" || taken.Contains(slug)
        );
        return Result.Ok(protocol);
    }

    /// <summary>Changes what it says; its address stays. Refused as <see cref="Protocol.Check"/> refuses.</summary>
    public Result Change(Protocol typed, Guid by, DateTime now)
    {
        var clean = Protocol.Check(typed);
        if (!clean.IsOk)
        {
            return clean.Refusal!;
        }

        var (title, purpose, size, roles, bring, steps) = clean.Value;
        (Title, Purpose, GroupSize, Roles, Bring, Steps) = (
            title,
            purpose,
            size,
            roles,
            bring,
            steps
        );
        (ById, At) = (by, now);
        Edition++;
        return Result.Ok();
    }
}
