using Throughline.Domain.Shared;

namespace Throughline.Domain.Teams;

public sealed partial class Ilt
{
    private readonly List<NormsKeeperTerm> normsKeepers = [];

    /// <summary>Who kept, keeps and will keep the norms, in no order.</summary>
    public IReadOnlyList<NormsKeeperTerm> NormsKeepers => normsKeepers;

    /// <summary>
    /// Names who keeps the norms from a day to a day (seed 003, pitfall 4). Whoever was named for some of these days keeps
    /// them until the day before, or from the day after; a term to come that lies within falls away. Refused for someone
    /// who is not a member, for days reversed, for a last day gone by, for days more than two years away, and when another
    /// one's term has begun since the first day: what was stays known.
    /// </summary>
    /// <param name="personId">Who; null when nobody was chosen.</param>
    /// <param name="from">First day, in the unit's time zone.</param>
    /// <param name="until">Last day, included.</param>
    /// <param name="today">The day it is in the unit's time zone.</param>
    /// <param name="now">Now, UTC.</param>
    public Result LetKeepNorms(
        Guid? personId,
        DateOnly? from,
        DateOnly? until,
        DateOnly today,
        DateTime now
    )
    {
        if (personId is not { } keeper || SeatOf(keeper) is null)
        {
            return Result.Refused("Choose a member of the ILT.", "PersonId");
        }

        if (from is not { } first || first < today.AddYears(-2))
        {
            return Result.Refused("Enter the first day, within the last two years.", "From");
        }

        if (until is not { } last || last < first)
        {
            return Result.Refused("Enter a last day that is not before the first.", "Until");
        }

        if (last < today || last > today.AddYears(2))
        {
            return Result.Refused(
                "Choose a last day that is still to come, within two years.",
                "Until"
            );
        }

        if (normsKeepers.Exists(t => t.From < today && t.From >= first && t.From <= last))
        {
            return Result.Refused(
                "Someone has begun to keep them since that day. Choose a later first day.",
                "From"
            );
        }

        normsKeepers.RemoveAll(t => t.From >= first && t.Until <= last);
        foreach (var term in normsKeepers.Where(t => t.Until >= first && t.From < first))
        {
            term.Until = first.AddDays(-1);
        }

        foreach (var term in normsKeepers.Where(t => t.From >= first && t.From <= last))
        {
            term.From = last.AddDays(1);
        }

        normsKeepers.Add(new NormsKeeperTerm(this, keeper, first, last, now));
        return Result.Ok();
    }
}

/// <summary>A time for which a member keeps the norms: they see to it that the team holds to them and stays with instruction.</summary>
public sealed class NormsKeeperTerm : IDistrictOwned
{
    private NormsKeeperTerm() { }

    internal NormsKeeperTerm(Ilt ilt, Guid personId, DateOnly from, DateOnly until, DateTime now)
    {
        Id = Ids.New(now);
        DistrictId = ilt.DistrictId;
        IltId = ilt.Id;
        UnitId = ilt.UnitId;
        (PersonId, From, Until) = (personId, from, until);
    }

    /// <summary>Identity of the term.</summary>
    public Guid Id { get; private set; }

    /// <inheritdoc/>
    public Guid DistrictId { get; private set; }

    /// <summary>The ILT.</summary>
    public Guid IltId { get; private set; }

    /// <summary>The ILT's unit.</summary>
    public Guid UnitId { get; private set; }

    /// <summary>Who.</summary>
    public Guid PersonId { get; private set; }

    /// <summary>First day, in the unit's time zone.</summary>
    public DateOnly From { get; internal set; }

    /// <summary>Last day, included.</summary>
    public DateOnly Until { get; internal set; }
}
