using System.Globalization;
using Throughline.Domain.Shared;

namespace Throughline.Domain.Units;

/// <summary>What kind of place a unit is.</summary>
public enum UnitKind
{
    /// <summary>A school district: it has schools and an ILT of its own.</summary>
    District = 1,

    /// <summary>A school of a district.</summary>
    School = 2,
}

/// <summary>
/// A district or a school. Both are the same kind of place: each has an ILT, assessments and, later, meetings and a plan
/// (seed 001: the framework has actions for district-level and school-level ILTs).
/// </summary>
public sealed class Unit : IDistrictOwned, IVersioned
{
    private readonly List<UnitAddress> addresses = [];

    private Unit() { }

    /// <summary>Identity of the unit.</summary>
    public Guid Id { get; private set; }

    /// <summary>The district; a district's own id for a district.</summary>
    public Guid DistrictId { get; private set; }

    /// <summary>District or school.</summary>
    public UnitKind Kind { get; private set; }

    /// <summary>The name people know, at most 120 characters.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Lower-cased name, for search and order that are alike on every engine.</summary>
    public string SearchText { get; private set; } = "";

    /// <summary>True once someone changed the name in the app: a roster then no longer overwrites it.</summary>
    public bool NameSetByHand { get; private set; }

    /// <summary>The current address, see <see cref="Units.Slug"/>.</summary>
    public string Slug { get; private set; } = "";

    /// <summary>Every address the unit has or had; former ones lead to the current one.</summary>
    public IReadOnlyList<UnitAddress> Addresses => addresses;

    /// <summary>IANA name of the time zone all its times are shown in; a school's follows its district unless set.</summary>
    public string TimeZoneId { get; private set; } = "America/New_York";

    /// <summary>The district's own words for things; schools use their district's.</summary>
    public UnitWords Words { get; private set; } = UnitWords.Standard;

    /// <summary>When its staff are at work, on its own clock; a school's are its district's unless set.</summary>
    public ContractHours Hours { get; private set; } = ContractHours.Usual;

    /// <summary>The organisation's sourcedId in the roster, or null for a unit made in the app.</summary>
    public string? SourcedId { get; private set; }

    /// <summary>The day the school closed for good or left the roster; null while it is open.</summary>
    public DateOnly? ClosedOn { get; private set; }

    /// <summary>True once someone closed or opened the school in the app: a roster then no longer does.</summary>
    public bool ClosureSetByHand { get; private set; }

    /// <inheritdoc/>
    public int Version { get; private set; }

    /// <summary>Makes a district.</summary>
    /// <param name="name">Its name, 1 to 120 characters.</param>
    /// <param name="slug">A free address.</param>
    /// <param name="timeZoneId">IANA time zone.</param>
    /// <param name="now">Now, UTC.</param>
    /// <param name="sourcedId">Its sourcedId when it comes from a roster.</param>
    public static Result<Unit> NewDistrict(
        string? name,
        string slug,
        string timeZoneId,
        DateTime now,
        string? sourcedId = null
    ) =>
        Make(
            Ids.New(now),
            null,
            UnitKind.District,
            name,
            slug,
            timeZoneId,
            UnitWords.Standard,
            ContractHours.Usual,
            sourcedId
        );

    /// <summary>Makes a school of a district; time zone and words are the district's.</summary>
    /// <param name="district">Its district.</param>
    /// <param name="name">Its name, 1 to 120 characters.</param>
    /// <param name="slug">A free address.</param>
    /// <param name="now">Now, UTC.</param>
    /// <param name="sourcedId">Its sourcedId when it comes from a roster.</param>
    public static Result<Unit> NewSchool(
        Unit district,
        string? name,
        string slug,
        DateTime now,
        string? sourcedId = null
    ) =>
        Make(
            Ids.New(now),
            district.Id,
            UnitKind.School,
            name,
            slug,
            district.TimeZoneId,
            district.Words,
            district.Hours,
            sourcedId
        );

    /// <summary>Gives the unit another name; a roster will not change it back.</summary>
    public Result Rename(string? name)
    {
        var clean = Text.Required(name, "the name", 120, "Name");
        if (!clean.IsOk)
        {
            return clean.Refusal!;
        }

        if (clean.Value != Name)
        {
            Call(clean.Value);
            NameSetByHand = true;
        }

        return Result.Ok();
    }

    /// <summary>Takes the roster's name, unless the name was set by hand. Refuses an empty or overlong one.</summary>
    public Result RenameFromRoster(string name)
    {
        var clean = Text.Required(name, "the name", 120, "Name");
        if (!clean.IsOk)
        {
            return clean.Refusal!;
        }

        if (!NameSetByHand)
        {
            Call(clean.Value);
        }

        return Result.Ok();
    }

    /// <summary>Moves the unit to another address; the former one stays an alias. Refuses what is no address.</summary>
    public Result MoveTo(string? slug)
    {
        var check = Units.Slug.Check(slug);
        if (!check.IsOk || slug == Slug)
        {
            return check;
        }

        Slug = slug!;
        if (addresses.TrueForAll(a => a.Slug != slug))
        {
            addresses.Add(new UnitAddress(slug!, Id, DistrictId));
        }

        return Result.Ok();
    }

    /// <summary>Sets the time zone. Refuses a name the system does not know.</summary>
    public Result SetTimeZone(string? timeZoneId)
    {
        if (timeZoneId is null || !TimeZoneInfo.TryFindSystemTimeZoneById(timeZoneId, out _))
        {
            return Result.Refused("Choose a time zone from the list.", "TimeZoneId");
        }

        TimeZoneId = timeZoneId;
        return Result.Ok();
    }

    /// <summary>Sets the words the district uses.</summary>
    public void Use(UnitWords words) => Words = words;

    /// <summary>Sets the contract hours.</summary>
    public void Keep(ContractHours hours) => Hours = hours;

    /// <summary>Ties the unit to an organisation of the roster. The name of a unit made in the app was typed by someone, so it stays.</summary>
    public void ComesFrom(string sourcedId)
    {
        NameSetByHand |= SourcedId is null;
        SourcedId = sourcedId;
    }

    /// <summary>Closes the school on a day; its record stays readable. A roster that still names it does not open it again.</summary>
    public void Close(DateOnly on)
    {
        ClosedOn ??= on;
        ClosureSetByHand = true;
    }

    /// <summary>Opens a closed school again, whether or not a roster names it.</summary>
    public void Reopen()
    {
        ClosedOn = null;
        ClosureSetByHand = true;
    }

    /// <summary>The roster no longer names the school. Nothing happens when someone closed or opened it by hand.</summary>
    public void CloseByRoster(DateOnly on)
    {
        if (!ClosureSetByHand)
        {
            ClosedOn ??= on;
        }
    }

    /// <summary>The roster names the school again. Nothing happens when someone closed or opened it by hand.</summary>
    public void ReopenByRoster()
    {
        if (!ClosureSetByHand)
        {
            ClosedOn = null;
        }
    }

    private static Result<Unit> Make(
        Guid id,
        Guid? districtId,
        UnitKind kind,
        string? name,
        string slug,
        string timeZoneId,
        UnitWords words,
        ContractHours hours,
        string? sourcedId
    )
    {
        var clean = Text.Required(name, "the name", 120, "Name");
        if (!clean.IsOk)
        {
            return clean.Refusal!;
        }

        var unit = new Unit
        {
            Id = id,
            DistrictId = districtId ?? id,
            Kind = kind,
            SourcedId = sourcedId,
            Words = words,
            Hours = hours,
        };
        unit.Call(clean.Value);
        var zone = unit.SetTimeZone(timeZoneId);
        if (!zone.IsOk)
        {
            return zone.Refusal!;
        }

        var moved = unit.MoveTo(slug);
        return moved.IsOk ? Result.Ok(unit) : moved.Refusal!;
    }

    private void Call(string name)
    {
        Name = name;
        SearchText = name.ToLower(CultureInfo.InvariantCulture);
    }
}

/// <summary>An address a unit has or had. Unique in the installation.</summary>
public sealed class UnitAddress : IDistrictOwned
{
    private UnitAddress() { }

    internal UnitAddress(string slug, Guid unitId, Guid districtId)
    {
        Slug = slug;
        UnitId = unitId;
        DistrictId = districtId;
    }

    /// <summary>The address.</summary>
    public string Slug { get; private set; } = "";

    /// <summary>The unit it leads to.</summary>
    public Guid UnitId { get; private set; }

    /// <inheritdoc/>
    public Guid DistrictId { get; private set; }
}

/// <summary>
/// A district's own words (seed 002 says SIP and principal-director, seed 004 says UIP). Used wherever the product names these things.
/// </summary>
/// <param name="Plan">The school's plan in full: School Improvement Plan.</param>
/// <param name="PlanShort">Its short form: SIP.</param>
/// <param name="Leader">Who leads a school: principal.</param>
public sealed record UnitWords(string Plan, string PlanShort, string Leader)
{
    /// <summary>School Improvement Plan, SIP, principal.</summary>
    public static UnitWords Standard { get; } = new("School Improvement Plan", "SIP", "principal");

    /// <summary>Takes what was typed; an empty word falls back to the standard one. Refuses words over 60 characters.</summary>
    public static Result<UnitWords> From(string? plan, string? planShort, string? leader)
    {
        var words = new UnitWords(
            Text.CleanLine(plan) ?? Standard.Plan,
            Text.CleanLine(planShort) ?? Standard.PlanShort,
            Text.CleanLine(leader) ?? Standard.Leader
        );
        return words.Plan.Length > 60 || words.PlanShort.Length > 60 || words.Leader.Length > 60
            ? Result.Refused<UnitWords>("Shorten each word to 60 characters.", "Plan")
            : Result.Ok(words);
    }
}
