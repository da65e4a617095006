using Throughline.Domain.Units;

namespace Throughline.Web.Features.Units.People;

/// <summary>What is typed about a person.</summary>
public sealed class PersonInput
{
    public string? GivenName { get; set; }
    public string? FamilyName { get; set; }
    public string? Email { get; set; }
    public int? Version { get; set; }

    internal static PersonInput Of(Person person) =>
        new()
        {
            GivenName = person.GivenName,
            FamilyName = person.FamilyName,
            Email = person.Email,
            Version = person.Version,
        };
}
