using Throughline.Domain.Shared;

namespace Throughline.Domain.Units;

/// <summary>How a school's teachers are organised (seed 002, “ILT Membership”).</summary>
public enum InstructionalTeamKind
{
    /// <summary>A grade level: Grade 4.</summary>
    GradeLevel = 1,

    /// <summary>A subject area: Mathematics.</summary>
    Subject = 2,

    /// <summary>A cluster of grades or classes.</summary>
    Cluster = 3,

    /// <summary>A department.</summary>
    Department = 4,

    /// <summary>A small learning community.</summary>
    SmallLearningCommunity = 5,

    /// <summary>A program such as multilingual learners or special education.</summary>
    Program = 6,
}

/// <summary>A group of teachers who work together and whom a member of the ILT represents.</summary>
public sealed class InstructionalTeam : IDistrictOwned, IVersioned
{
    private readonly List<InstructionalTeamMember> members = [];

    private InstructionalTeam() { }

    /// <summary>Identity of the team.</summary>
    public Guid Id { get; private set; }

    /// <inheritdoc/>
    public Guid DistrictId { get; private set; }

    /// <summary>The school, or the district for a team of the district.</summary>
    public Guid UnitId { get; private set; }

    /// <summary>Grade level, subject, cluster, department, small learning community or program.</summary>
    public InstructionalTeamKind Kind { get; private set; }

    /// <summary>Its name, unique among the unit's open teams. At most 80 characters.</summary>
    public string Name { get; private set; } = "";

    /// <summary>When it was dissolved, UTC; its history stays.</summary>
    public DateTime? DissolvedAt { get; private set; }

    /// <summary>Who belongs to it.</summary>
    public IReadOnlyList<InstructionalTeamMember> Members => members;

    /// <inheritdoc/>
    public int Version { get; private set; }

    /// <summary>Makes a team. Refuses an unknown kind and an empty or overlong name.</summary>
    public static Result<InstructionalTeam> New(
        Unit unit,
        InstructionalTeamKind kind,
        string? name,
        DateTime now
    )
    {
        var team = new InstructionalTeam
        {
            Id = Ids.New(now),
            DistrictId = unit.DistrictId,
            UnitId = unit.Id,
        };
        var set = team.Change(kind, name);
        return set.IsOk ? Result.Ok(team) : set.Refusal!;
    }

    /// <summary>Changes kind and name. Refuses an unknown kind, an empty or overlong name and a team that was dissolved.</summary>
    public Result Change(InstructionalTeamKind kind, string? name)
    {
        if (DissolvedAt is not null)
        {
            return Result.Refused($"{Name} was dissolved. Make a new team instead.");
        }

        if (!Enum.IsDefined(kind))
        {
            return Result.Refused("Choose what kind of team it is.", "Kind");
        }

        var clean = Text.Required(name, "the team's name", 80, "Name");
        if (!clean.IsOk)
        {
            return clean.Refusal!;
        }

        Kind = kind;
        Name = clean.Value;
        return Result.Ok();
    }

    /// <summary>Makes exactly these people its members.</summary>
    public void SetMembers(IEnumerable<Guid> personIds)
    {
        var wanted = personIds.ToHashSet();
        members.RemoveAll(m => !wanted.Contains(m.PersonId));
        wanted.ExceptWith(members.Select(m => m.PersonId));
        members.AddRange(wanted.Select(id => new InstructionalTeamMember(this, id)));
    }

    /// <summary>The person does not belong to it any more. Nothing happens when they did not.</summary>
    public void Remove(Guid personId) => members.RemoveAll(m => m.PersonId == personId);

    /// <summary>Dissolves the team; who represented it once stays known.</summary>
    public void Dissolve(DateTime now) => DissolvedAt ??= now;
}

/// <summary>A person in an instructional team.</summary>
public sealed class InstructionalTeamMember : IDistrictOwned
{
    private InstructionalTeamMember() { }

    internal InstructionalTeamMember(InstructionalTeam team, Guid personId)
    {
        TeamId = team.Id;
        UnitId = team.UnitId;
        DistrictId = team.DistrictId;
        PersonId = personId;
    }

    /// <summary>The team.</summary>
    public Guid TeamId { get; private set; }

    /// <summary>The team's unit: who may read what changed there reads who came and went.</summary>
    public Guid UnitId { get; private set; }

    /// <summary>The person.</summary>
    public Guid PersonId { get; private set; }

    /// <inheritdoc/>
    public Guid DistrictId { get; private set; }
}
