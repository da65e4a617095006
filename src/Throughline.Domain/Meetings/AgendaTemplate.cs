using Throughline.Domain.Shared;
using Throughline.Domain.Units;

namespace Throughline.Domain.Meetings;

/// <summary>
/// One edition of a unit's agenda: the sections with which each new agenda begins (seed 004, “agenda template”; seed 003,
/// “consistent, agreed-upon agenda format”). An edition is never changed: a new one follows it, so that agendas begun
/// before keep theirs.
/// </summary>
public sealed class AgendaTemplate : IDistrictOwned
{
    /// <summary>Longest name, in characters.</summary>
    public const int LongestName = 80;

    private AgendaTemplate() { }

    /// <summary>Identity of the edition.</summary>
    public Guid Id { get; private set; }

    /// <inheritdoc/>
    public Guid DistrictId { get; private set; }

    /// <summary>The unit whose ILT uses it.</summary>
    public Guid UnitId { get; private set; }

    /// <summary>Its number: the highest one is in use.</summary>
    public int Edition { get; private set; }

    /// <summary>What the team calls it.</summary>
    public string Name { get; private set; } = "";

    /// <summary>The sections in order; none of them begun.</summary>
    public IReadOnlyList<AgendaSection> Sections { get; private set; } = [];

    /// <summary>When it was set, UTC.</summary>
    public DateTime SetAt { get; private set; }

    /// <summary>Who set it.</summary>
    public Guid SetById { get; private set; }

    /// <summary>Minutes of all sections.</summary>
    public int Minutes => Sections.Sum(s => s.Minutes);

    /// <summary>Sets the next edition. Refuses an empty or overlong name and what <see cref="AgendaSection.Check"/> refuses.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="edition">The number after the last one.</param>
    /// <param name="name">What the team calls it.</param>
    /// <param name="sections">The sections in order.</param>
    /// <param name="by">Who sets it.</param>
    /// <param name="now">Now, UTC.</param>
    public static Result<AgendaTemplate> Set(
        Unit unit,
        int edition,
        string? name,
        IReadOnlyList<AgendaSection> sections,
        Guid by,
        DateTime now
    )
    {
        var called = Text.Required(name, "the agenda's name", LongestName, "Name");
        if (!called.IsOk)
        {
            return called.Refusal!;
        }

        var clean = AgendaSection.Check(sections);
        return clean.IsOk
            ? Result.Ok(
                new AgendaTemplate
                {
                    Id = Ids.New(now),
                    DistrictId = unit.DistrictId,
                    UnitId = unit.Id,
                    Edition = edition,
                    Name = called.Value,
                    Sections = clean.Value,
                    SetAt = now,
                    SetById = by,
                }
            )
            : clean.Refusal!;
    }
}
