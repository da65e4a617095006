using Throughline.Domain.Shared;
using Throughline.Domain.Units;

namespace Throughline.Domain.Teams;

/// <summary>
/// A group of students whom someone on the ILT speaks for, such as multilingual learners (seed 002, “ILT Membership”:
/// all groups in the student population are to be represented). The unit keeps its own list; no student is named.
/// </summary>
public sealed class StudentGroup : IDistrictOwned, IVersioned
{
    /// <summary>Longest name, in characters.</summary>
    public const int LongestName = 80;

    private StudentGroup() { }

    /// <summary>Identity of the group.</summary>
    public Guid Id { get; private set; }

    /// <inheritdoc/>
    public Guid DistrictId { get; private set; }

    /// <summary>The school or district.</summary>
    public Guid UnitId { get; private set; }

    /// <summary>Its name, unique among those on the unit's list.</summary>
    public string Name { get; private set; } = "";

    /// <summary>The member of the ILT who speaks for it; null for nobody. Someone who sits there no longer does not count.</summary>
    public Guid? SpeakerId { get; private set; }

    /// <summary>When it was taken off the list, UTC.</summary>
    public DateTime? RemovedAt { get; private set; }

    /// <inheritdoc/>
    public int Version { get; private set; }

    /// <summary>Puts a group on the list. The same refusals as <see cref="Change"/>.</summary>
    /// <param name="ilt">The unit's ILT with its memberships.</param>
    /// <param name="name">Its name.</param>
    /// <param name="speakerId">Who speaks for it; null for nobody yet.</param>
    /// <param name="now">Now, UTC.</param>
    public static Result<StudentGroup> Add(Ilt ilt, string? name, Guid? speakerId, DateTime now)
    {
        var group = new StudentGroup
        {
            Id = Ids.New(now),
            DistrictId = ilt.DistrictId,
            UnitId = ilt.UnitId,
        };
        var set = group.Change(ilt, name, speakerId);
        return set.IsOk ? Result.Ok(group) : set.Refusal!;
    }

    /// <summary>
    /// Changes its name and who speaks for it. Refused without a name, for one longer than 80 characters, and for a speaker
    /// who does not sit on the ILT.
    /// </summary>
    public Result Change(Ilt ilt, string? name, Guid? speakerId)
    {
        var clean = Text.Required(name, "the group's name", LongestName, "Name");
        if (!clean.IsOk)
        {
            return clean.Refusal!;
        }

        if (speakerId is { } id && ilt.Sitting.All(m => m.PersonId != id))
        {
            return Result.Refused(
                "Choose a member of the ILT; this person does not sit on it.",
                "SpeakerId"
            );
        }

        (Name, SpeakerId) = (clean.Value, speakerId);
        return Result.Ok();
    }

    /// <summary>Takes it off the list.</summary>
    public void Remove(DateTime now) => RemovedAt ??= now;
}
