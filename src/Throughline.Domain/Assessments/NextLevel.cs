namespace Throughline.Domain.Assessments;

/// <summary>What an agreed level asks for next: the next level, or at the best one how the team keeps it.</summary>
/// <param name="Level">The level to reach, or the best one to keep.</param>
/// <param name="Descriptor">What that level looks like for the item; null on a scale, which does not say.</param>
/// <param name="IsKept">True at the best level: there is none beyond it.</param>
public sealed record NextLevel(InstrumentLevel Level, string? Descriptor, bool IsKept)
{
    /// <summary>The step after a level, down the scale for an item of which less is better; null for questions and levels off the scale.</summary>
    /// <param name="instrument">The instrument.</param>
    /// <param name="item">One of its items.</param>
    /// <param name="agreed">The level agreed on.</param>
    public static NextLevel? After(Instrument instrument, InstrumentItem item, int agreed)
    {
        if (instrument.Level(agreed) is not { } at)
        {
            return null;
        }

        var next = instrument.Level(item.Reversed ? agreed - 1 : agreed + 1);
        var aim = next ?? at;
        return new NextLevel(aim, item.DescriptorAt(aim.Value), IsKept: next is null);
    }
}
