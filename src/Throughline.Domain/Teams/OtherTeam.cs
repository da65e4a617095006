using Throughline.Domain.Shared;
using Throughline.Domain.Units;

namespace Throughline.Domain.Teams;

/// <summary>
/// Another team of a unit, such as the administrative team, and what it handles: what does not belong on the ILT goes
/// there (seed 002: other teams continue to exist and perform different duties; seed 003, pitfall 4).
/// </summary>
public sealed class OtherTeam : IDistrictOwned, IVersioned
{
    /// <summary>Longest name, in characters.</summary>
    public const int LongestName = 80;

    /// <summary>Longest “what it handles”, in characters.</summary>
    public const int LongestHandles = 500;

    /// <summary>Longest name of a contact, in characters.</summary>
    public const int LongestContact = 120;

    /// <summary>Longest e-mail, in characters.</summary>
    public const int LongestEmail = 254;

    private OtherTeam() { }

    /// <summary>Identity of the team.</summary>
    public Guid Id { get; private set; }

    /// <inheritdoc/>
    public Guid DistrictId { get; private set; }

    /// <summary>The school or district.</summary>
    public Guid UnitId { get; private set; }

    /// <summary>Its name, unique among the unit's open ones.</summary>
    public string Name { get; private set; } = "";

    /// <summary>What it handles, in a few words.</summary>
    public string Handles { get; private set; } = "";

    /// <summary>Whom one talks to; null when only an e-mail is known.</summary>
    public string? Contact { get; private set; }

    /// <summary>Where one writes to; null when only a name is known.</summary>
    public string? Email { get; private set; }

    /// <summary>When it was dissolved, UTC; what was sent to it still names it.</summary>
    public DateTime? DissolvedAt { get; private set; }

    /// <inheritdoc/>
    public int Version { get; private set; }

    /// <summary>Adds a team. The same refusals as <see cref="Change"/>.</summary>
    public static Result<OtherTeam> Add(Unit unit, OtherTeamEntry entry, DateTime now)
    {
        var team = new OtherTeam
        {
            Id = Ids.New(now),
            DistrictId = unit.DistrictId,
            UnitId = unit.Id,
        };
        var set = team.Change(entry);
        return set.IsOk ? Result.Ok(team) : set.Refusal!;
    }

    /// <summary>
    /// Changes what the directory says. Refused without a name, without what it handles, without anyone to turn to, for
    /// overlong entries, for an e-mail that is none, and for a team that was dissolved.
    /// </summary>
    public Result Change(OtherTeamEntry entry)
    {
        if (DissolvedAt is not null)
        {
            return Result.Refused($"{Name} was dissolved. Add a new team instead.");
        }

        var name = Text.Required(entry.Name, "the team's name", LongestName, "Name");
        var handles = Text.Required(entry.Handles, "what it handles", LongestHandles, "Handles");
        var contact = Text.Passage(
            Text.CleanLine(entry.Contact),
            "the contact",
            LongestContact,
            "Contact"
        );
        var email = string.IsNullOrWhiteSpace(entry.Email)
            ? Result.Ok<string?>(null)
            : Typed(Person.CheckEmail(entry.Email));
        var refused = name.Refusal ?? handles.Refusal ?? contact.Refusal ?? email.Refusal;
        if (refused is not null)
        {
            return refused;
        }

        if (contact.Value is null && email.Value is null)
        {
            return Result.Refused(
                "Enter a contact or an e-mail, so that people know whom to turn to.",
                "Contact"
            );
        }

        (Name, Handles, Contact, Email) = (name.Value, handles.Value, contact.Value, email.Value);
        return Result.Ok();
    }

    private static Result<string?> Typed(Result<string> email) =>
        email.IsOk ? Result.Ok<string?>(email.Value) : email.Refusal!;

    /// <summary>Dissolves the team: it leaves the directory, and what was sent to it still names it.</summary>
    public void Dissolve(DateTime now) => DissolvedAt ??= now;
}

/// <summary>What the directory says of a team.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Handles">What it handles.</param>
/// <param name="Contact">Whom one talks to; may be left out when there is an e-mail.</param>
/// <param name="Email">Where one writes to; may be left out when there is a contact.</param>
public sealed record OtherTeamEntry(string? Name, string? Handles, string? Contact, string? Email);
