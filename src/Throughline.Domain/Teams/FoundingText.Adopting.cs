using Throughline.Domain.Shared;

namespace Throughline.Domain.Teams;

public sealed partial class FoundingText
{
    /// <summary>Most weeks between two times at which the team revisits a text.</summary>
    public const int LongestInterval = 52;

    /// <summary>How many years back an edition may have been adopted: a team that comes with its norms brings them along.</summary>
    public const int OldestYears = 10;

    /// <summary>Every adopted edition, in no order.</summary>
    public IReadOnlyList<FoundingEdition> Editions => editions;

    /// <summary>Number of the edition in force; 0 before the first.</summary>
    public int Adopted { get; private set; }

    /// <summary>The edition in force; null before the first.</summary>
    public FoundingEdition? Current => editions.Find(e => e.Number == Adopted);

    /// <summary>Every how many weeks the team wants to revisit it; null for no reminder.</summary>
    public int? RevisitWeeks { get; private set; }

    /// <summary>When the team last revisited it: adopting it counts. Null before.</summary>
    public DateOnly? RevisitedOn { get; private set; }

    /// <summary>The day from which the reminder stands; null without an edition or an interval.</summary>
    public DateOnly? RevisitOn { get; private set; }

    /// <summary>
    /// Adopts the draft as the next edition. Refused while input is asked for, with an empty part, without norms, when
    /// nothing has changed since the last edition, for a day to come, before the last edition or more than ten years ago, and without anyone
    /// there, or with someone who does not sit on the ILT.
    /// </summary>
    /// <param name="on">The day.</param>
    /// <param name="present">Who was there.</param>
    /// <param name="ilt">The unit's ILT with its memberships.</param>
    /// <param name="today">The day it is in the unit's time zone.</param>
    /// <param name="now">Now, UTC.</param>
    public Result<FoundingEdition> Adopt(
        DateOnly? on,
        IReadOnlyCollection<Guid> present,
        Ilt ilt,
        DateOnly today,
        DateTime now
    )
    {
        if (WhyNotAdopted(today) is { } refused)
        {
            return refused;
        }

        if (
            on is not { } day
            || day > today
            || day < (Current?.AdoptedOn ?? today.AddYears(-OldestYears))
        )
        {
            return Result.Refused<FoundingEdition>(
                "Enter the day on which it was adopted: today, or a day since the last edition.",
                "On"
            );
        }

        if (present.Count == 0 || present.Any(p => ilt.Sitting.All(m => m.PersonId != p)))
        {
            return Result.Refused<FoundingEdition>(
                "Mark who was there: members of the ILT, at least one.",
                "Present"
            );
        }

        var edition = new FoundingEdition(this, Adopted + 1, day, present, now);
        editions.Add(edition);
        Adopted = edition.Number;
        Revisited(day);
        return Result.Ok(edition);
    }

    /// <summary>Why the draft cannot be adopted as it stands; null when it can.</summary>
    /// <param name="today">The day it is in the unit's time zone.</param>
    public Refusal? WhyNotAdopted(DateOnly today) =>
        AsksForInput(today)
            ? new Refusal(
                "Input is asked for now. Adopt it after the last day, or stop asking first."
            )
        : parts.Count == 0 ? new Refusal("Write the first norm before you adopt.")
        : Draft.FirstOrDefault(p => p.Words.Length == 0) is { } empty
            ? new Refusal(
                $"“{FoundingHeading.At(Kind, empty.Place)}” is empty. Write it before you adopt."
            )
        : Current?.Says(Draft) == true
            ? new Refusal($"Nothing has changed since edition {Adopted}.")
        : null;

    /// <summary>Sets after how many weeks the team is reminded to revisit the text, or that it is not. Refused outside 1 to 52.</summary>
    public Result RemindEvery(int? weeks)
    {
        if (weeks is < 1 or > LongestInterval)
        {
            return Result.Refused(
                $"Enter 1 to {LongestInterval} weeks, or nothing for no reminder.",
                "Weeks"
            );
        }

        RevisitWeeks = weeks;
        SetRevisitOn();
        return Result.Ok();
    }

    /// <summary>The team revisited the text: the time until the next reminder begins anew.</summary>
    /// <param name="day">The day.</param>
    public void Revisited(DateOnly day)
    {
        RevisitedOn = day;
        SetRevisitOn();
    }

    private void SetRevisitOn() =>
        RevisitOn = RevisitWeeks is { } weeks ? RevisitedOn?.AddDays(7 * weeks) : null;
}

/// <summary>An adopted edition of a text. It never changes; who signed is added to it.</summary>
public sealed class FoundingEdition : IDistrictOwned
{
    private readonly List<FoundingEditionPart> parts = [];
    private readonly List<FoundingPresence> present = [];
    private readonly List<FoundingSignature> signatures = [];

    private FoundingEdition() { }

    internal FoundingEdition(
        FoundingText text,
        int number,
        DateOnly on,
        IEnumerable<Guid> present,
        DateTime now
    )
    {
        Id = Ids.New(now);
        DistrictId = text.DistrictId;
        UnitId = text.UnitId;
        TextId = text.Id;
        Number = number;
        AdoptedOn = on;
        parts.AddRange(text.Draft.Select(p => new FoundingEditionPart(this, p)));
        this.present.AddRange(present.Distinct().Select(p => new FoundingPresence(this, p)));
    }

    /// <summary>Identity of the edition.</summary>
    public Guid Id { get; private set; }

    /// <inheritdoc/>
    public Guid DistrictId { get; private set; }

    /// <summary>The text's unit: who may read what changed there reads that it was adopted.</summary>
    public Guid UnitId { get; private set; }

    /// <summary>The text.</summary>
    public Guid TextId { get; private set; }

    /// <summary>Its number, from 1.</summary>
    public int Number { get; private set; }

    /// <summary>The day on which it was adopted, in the unit's time zone.</summary>
    public DateOnly AdoptedOn { get; private set; }

    /// <summary>What it says, in no order.</summary>
    public IReadOnlyList<FoundingEditionPart> Parts => parts;

    /// <summary>Who was there.</summary>
    public IReadOnlyList<FoundingPresence> Present => present;

    /// <summary>Who signed it.</summary>
    public IReadOnlyList<FoundingSignature> Signatures => signatures;

    /// <summary>A member signs this edition. Refused when they have signed it.</summary>
    public Result Sign(Guid personId, DateTime now)
    {
        if (signatures.Exists(s => s.PersonId == personId))
        {
            return Result.Refused("You have signed this edition already.");
        }

        signatures.Add(new FoundingSignature(this, personId, now));
        return Result.Ok();
    }

    internal bool Says(IEnumerable<FoundingPart> draft) =>
        parts.OrderBy(p => p.Place).Select(p => p.Words).SequenceEqual(draft.Select(p => p.Words));
}

/// <summary>A part of an adopted edition. The edition itself is its record.</summary>
public sealed class FoundingEditionPart : IDistrictOwned, INotAudited
{
    private FoundingEditionPart() { }

    internal FoundingEditionPart(FoundingEdition edition, FoundingPart part)
    {
        EditionId = edition.Id;
        DistrictId = edition.DistrictId;
        (PartId, Place, Words) = (part.Id, part.Place, part.Words);
    }

    /// <summary>The edition. With <see cref="Place"/> it identifies the row.</summary>
    public Guid EditionId { get; private set; }

    /// <summary>Its place, from 1.</summary>
    public int Place { get; private set; }

    /// <inheritdoc/>
    public Guid DistrictId { get; private set; }

    /// <summary>The draft's part it was made from, the same in every edition: so a norm is compared with itself.</summary>
    public Guid PartId { get; private set; }

    /// <summary>What it says.</summary>
    public string Words { get; private set; } = "";
}

/// <summary>Someone who was there when an edition was adopted.</summary>
public sealed class FoundingPresence : IDistrictOwned, INotAudited
{
    private FoundingPresence() { }

    internal FoundingPresence(FoundingEdition edition, Guid personId) =>
        (EditionId, DistrictId, PersonId) = (edition.Id, edition.DistrictId, personId);

    /// <summary>The edition. With <see cref="PersonId"/> it identifies the row.</summary>
    public Guid EditionId { get; private set; }

    /// <summary>Who.</summary>
    public Guid PersonId { get; private set; }

    /// <inheritdoc/>
    public Guid DistrictId { get; private set; }
}

/// <summary>A member's signature under an edition; it is its own record. A new edition asks anew.</summary>
public sealed class FoundingSignature : IDistrictOwned, INotAudited
{
    private FoundingSignature() { }

    internal FoundingSignature(FoundingEdition edition, Guid personId, DateTime now) =>
        (EditionId, DistrictId, PersonId, At) = (edition.Id, edition.DistrictId, personId, now);

    /// <summary>The edition. With <see cref="PersonId"/> it identifies the row.</summary>
    public Guid EditionId { get; private set; }

    /// <summary>Who.</summary>
    public Guid PersonId { get; private set; }

    /// <inheritdoc/>
    public Guid DistrictId { get; private set; }

    /// <summary>When, UTC.</summary>
    public DateTime At { get; private set; }
}
