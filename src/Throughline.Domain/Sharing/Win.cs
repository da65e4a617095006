using Throughline.Domain.Shared;
using Throughline.Domain.Units;

namespace Throughline.Domain.Sharing;

/// <summary>
/// Something that went well, in a few words, added by anyone of the school (seed 003: a team that sees its wins keeps
/// going). It stays within the school.
/// </summary>
public sealed class Win : IDistrictOwned, IVersioned
{
    /// <summary>Longest win, in characters.</summary>
    public const int Longest = 280;

    /// <summary>Longest reason for taking one out, in characters.</summary>
    public const int LongestReason = 300;

    private Win() { }

    /// <summary>Identity; sorts by time.</summary>
    public Guid Id { get; private set; }

    /// <inheritdoc/>
    public Guid DistrictId { get; private set; }

    /// <summary>The unit.</summary>
    public Guid UnitId { get; private set; }

    /// <summary>Its number within the unit.</summary>
    public int Number { get; private set; }

    /// <summary>What went well.</summary>
    public string Words { get; private set; } = "";

    /// <summary>The instructional team it is about; null for none in particular.</summary>
    public Guid? TeamId { get; private set; }

    /// <summary>Who added it.</summary>
    public Guid AddedById { get; private set; }

    /// <summary>When, UTC.</summary>
    public DateTime AddedAt { get; private set; }

    /// <summary>The number of the staff note that told of it; null until one was sent.</summary>
    public int? ToldInNote { get; private set; }

    /// <summary>Why it was taken out; null while it stands.</summary>
    public string? TakenOutBecause { get; private set; }

    /// <summary>Who took it out.</summary>
    public Guid? TakenOutById { get; private set; }

    /// <inheritdoc/>
    public int Version { get; private set; }

    /// <summary>True while the staff read it.</summary>
    public bool IsShown => TakenOutBecause is null;

    /// <summary>Adds a win. Refused without words and for more than 280 characters.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="number">The unit's next number.</param>
    /// <param name="words">What went well.</param>
    /// <param name="teamId">The instructional team it is about.</param>
    /// <param name="by">Who adds it.</param>
    /// <param name="now">Now, UTC.</param>
    public static Result<Win> Add(
        Unit unit,
        int number,
        string? words,
        Guid? teamId,
        Guid by,
        DateTime now
    )
    {
        var win = new Win
        {
            Id = Ids.New(now),
            DistrictId = unit.DistrictId,
            UnitId = unit.Id,
            Number = number,
            AddedById = by,
            AddedAt = now,
        };
        var put = win.Put(words, teamId);
        return put.IsOk ? Result.Ok(win) : put.Refusal!;
    }

    /// <summary>Whether who added it may still change it or take it back. Refused to others, once a note told of it, and once it was taken out.</summary>
    public Result MayChange(Guid by) =>
        by != AddedById ? Result.Refused("Only who added a win changes it or takes it back.")
        : ToldInNote is { } note
            ? Result.Refused(
                $"Staff note {note} told of it, so it stays as it is. Add another win for what is new."
            )
        : !IsShown ? Result.Refused("It was taken out; the reason stands with it.")
        : Result.Ok();

    /// <summary>Puts it into other words, or says another team. Refused as <see cref="MayChange"/> and <see cref="Add"/> say.</summary>
    public Result Change(string? words, Guid? teamId, Guid by)
    {
        var may = MayChange(by);
        return may.IsOk ? Put(words, teamId) : may;
    }

    /// <summary>Takes it out of the list, with a reason that who added it reads. Refused without one, and when it is out already.</summary>
    public Result TakeOut(string? reason, Guid by)
    {
        if (!IsShown)
        {
            return Result.Refused("Someone took it out already. Nothing was changed.");
        }

        var why = Text.Required(reason, "why it is taken out", LongestReason, "Reason");
        if (!why.IsOk)
        {
            return why.Refusal!;
        }

        (TakenOutBecause, TakenOutById) = (why.Value, by);
        return Result.Ok();
    }

    /// <summary>A staff note told of it; the first one stays.</summary>
    public void Told(int note) => ToldInNote ??= note;

    private Result Put(string? words, Guid? teamId)
    {
        var clean = Text.Required(words, "what went well", Longest, "Words");
        if (!clean.IsOk)
        {
            return clean.Refusal!;
        }

        (Words, TeamId) = (clean.Value, teamId);
        return Result.Ok();
    }
}
