namespace Throughline.Data;

/// <summary>
/// Whose data the current piece of work may touch, and who does it. A request enters it from the signed-in person; a
/// command or worker enters it for the district it works on. Outside a district every query of district data is empty
/// and every insert fails: forgetting to enter shows at once and leaks nothing.
/// </summary>
public sealed class DistrictScope
{
    /// <summary>The district, or <see cref="Guid.Empty"/> before one is entered.</summary>
    public Guid DistrictId { get; private set; }

    /// <summary>The person at work, or null for the system itself.</summary>
    public Guid? PersonId { get; private set; }

    /// <summary>Enters a district, as a person or as the system.</summary>
    public void Enter(Guid districtId, Guid? personId = null) =>
        (DistrictId, PersonId) = (districtId, personId);
}
