using System.Net.Mail;
using Throughline.Domain.Shared;

namespace Throughline.Domain.Units;

/// <summary>What someone changed by hand, so that a roster does not change it back.</summary>
[Flags]
public enum PersonFields
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Given or family name.</summary>
    Name = 1,

    /// <summary>E-mail address.</summary>
    Email = 2,

    /// <summary>Whether the person is here or has left.</summary>
    Presence = 4,
}

/// <summary>
/// A member of a district's staff. Students, parents and guardians are never persons here. Someone who leaves keeps
/// the record, because decisions and minutes name them, and loses access.
/// </summary>
public sealed partial class Person : IDistrictOwned, IVersioned
{
    private Person() { }

    /// <summary>Identity of the person, and of their account when they have one.</summary>
    public Guid Id { get; private set; }

    /// <inheritdoc/>
    public Guid DistrictId { get; private set; }

    /// <summary>Given name, as they want to be called. At most 80 characters.</summary>
    public string GivenName { get; private set; } = "";

    /// <summary>Family name. At most 80 characters.</summary>
    public string FamilyName { get; private set; } = "";

    /// <summary>E-mail in lower case, or null when none is known; unique among a district's people.</summary>
    public string? Email { get; private set; }

    /// <summary>Lower-cased “family given e-mail”, for search that behaves alike on every engine.</summary>
    public string SearchText { get; private set; } = "";

    /// <summary>The user's sourcedId in the roster, or null for a person made in the app, whom no roster touches.</summary>
    public string? SourcedId { get; private set; }

    /// <summary>Fields changed by hand; a roster leaves them alone.</summary>
    public PersonFields SetByHand { get; private set; }

    /// <summary>The day the person left, or null while they are here.</summary>
    public DateOnly? LeftOn { get; private set; }

    /// <summary>When an invitation to sign in was last sent (UTC), or null.</summary>
    public DateTime? InvitedAt { get; private set; }

    /// <inheritdoc/>
    public int Version { get; private set; }

    /// <summary>Given and family name.</summary>
    public string FullName => $"{GivenName} {FamilyName}";

    /// <summary>Makes a person in the app or from a roster.</summary>
    /// <returns>Refused for an empty or overlong name or what is no e-mail address.</returns>
    public static Result<Person> New(
        Guid districtId,
        string? givenName,
        string? familyName,
        string? email,
        DateTime now,
        string? sourcedId = null
    )
    {
        var person = new Person
        {
            Id = Ids.New(now),
            DistrictId = districtId,
            SourcedId = sourcedId,
        };
        var set = person.Set(givenName, familyName, email);
        return set.IsOk ? Result.Ok(person) : set.Refusal!;
    }

    /// <summary>Corrects name and e-mail by hand. The same refusals as <see cref="New"/>.</summary>
    public Result Correct(string? givenName, string? familyName, string? email)
    {
        var (name, address) = (FullName, Email);
        var set = Set(givenName, familyName, email);
        if (set.IsOk)
        {
            SetByHand |=
                (FullName == name ? PersonFields.None : PersonFields.Name)
                | (Email == address ? PersonFields.None : PersonFields.Email);
        }

        return set;
    }

    /// <summary>Takes name and e-mail from a roster, but for what was set by hand. The same refusals as <see cref="New"/>.</summary>
    public Result CorrectFromRoster(string? givenName, string? familyName, string? email) =>
        Set(
            SetByHand.HasFlag(PersonFields.Name) ? GivenName : givenName,
            SetByHand.HasFlag(PersonFields.Name) ? FamilyName : familyName,
            SetByHand.HasFlag(PersonFields.Email) ? Email : email
        );

    /// <summary>Ties a person to a user of the roster.</summary>
    public void ComesFrom(string sourcedId) => SourcedId = sourcedId;

    /// <summary>The person leaves: the record stays, access ends. A roster that still names them does not bring them back.</summary>
    public void Leave(DateOnly on)
    {
        LeftOn ??= on;
        SetByHand |= PersonFields.Presence;
    }

    /// <summary>The person is back, whether or not a roster names them.</summary>
    public void Return()
    {
        LeftOn = null;
        SetByHand |= PersonFields.Presence;
    }

    /// <summary>The roster no longer names the person: the record stays, access ends. Nothing happens when presence was set by hand.</summary>
    public void LeaveByRoster(DateOnly on)
    {
        if (!SetByHand.HasFlag(PersonFields.Presence))
        {
            LeftOn ??= on;
        }
    }

    /// <summary>The roster names the person again. Nothing happens when presence was set by hand.</summary>
    public void ReturnByRoster()
    {
        if (!SetByHand.HasFlag(PersonFields.Presence))
        {
            LeftOn = null;
        }
    }

    /// <summary>Notes that an invitation went out. Refused without an e-mail address and for someone who left.</summary>
    public Result Invite(DateTime now)
    {
        if (LeftOn is not null)
        {
            return Result.Refused($"{FullName} has left. Bring them back first.");
        }

        if (Email is null)
        {
            return Result.Refused($"{FullName} has no e-mail address. Enter one first.", "Email");
        }

        InvitedAt = now;
        return Result.Ok();
    }

    /// <summary>The address in the one form in which addresses are kept and compared, or a refusal.</summary>
    public static Result<string> CheckEmail(string? typed)
    {
        var text = Text.CleanLine(typed)?.ToLowerInvariant();
        return
            text is { Length: <= 254 }
            && MailAddress.TryCreate(text, out var address)
            && address.Address == text
            && text.IndexOf('@', StringComparison.Ordinal) == text.LastIndexOf('@')
            ? Result.Ok(text)
            : Result.Refused<string>("Enter an e-mail address such as name@school.org.", "Email");
    }

    private Result Set(string? givenName, string? familyName, string? email)
    {
        var given = Text.Required(givenName, "the given name", 80, "GivenName");
        if (!given.IsOk)
        {
            return given.Refusal!;
        }

        var family = Text.Required(familyName, "the family name", 80, "FamilyName");
        if (!family.IsOk)
        {
            return family.Refusal!;
        }

        string? address = null;
        if (!string.IsNullOrWhiteSpace(email))
        {
            var check = CheckEmail(email);
            if (!check.IsOk)
            {
                return check.Refusal!;
            }

            address = check.Value;
        }

        (GivenName, FamilyName, Email) = (given.Value, family.Value, address);
        SearchText = $"{FamilyName} {GivenName} {Email}".ToLowerInvariant();
        return Result.Ok();
    }
}
