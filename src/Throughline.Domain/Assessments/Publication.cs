namespace Throughline.Domain.Assessments;

/// <summary>
/// Works out what a closing publishes. The team and those from outside are published apart, each by the rules below, and
/// no figure is ever a total over both. Two sets of figures that differ by one person's change would give that change
/// away, so figures change only by three people or more at a time:
/// <list type="number">
/// <item>Nothing of a side is shown where fewer than 3 of its people answered, and no figures of an item where fewer than
/// 3 chose a level.</item>
/// <item>At a later closing the whole side stays as it was published unless 3 or more of its people changed something
/// since. A change that was taken back is none: states are compared, not steps.</item>
/// <item>Even then an item keeps the figures it shows unless 3 or more people's answers to it differ; one or two changes
/// look the same as none.</item>
/// <item>New figures of an item are shown only if nothing can be found with them: however one adds and subtracts all that
/// was ever shown of the item on this side, the outcome depends on nobody's answers or on those of 3 people or more (see
/// <see cref="ShownSums"/>).</item>
/// <item>Figures are split by group (<see cref="RaterGroup"/>) only together with the total of the same closing, only if
/// there are two groups or more and in each group with people asked 3 or more chose a level, and only if rule 4 holds for
/// the total and all parts at once. Otherwise the item is not split at all: a single hidden part could be found by
/// subtraction.</item>
/// <item>The notes to an item change only if 3 or more of them do. One exception: a note whose writer no longer agrees is
/// taken out at the next closing in any case, because consent comes first.</item>
/// <item>Notes stand in the order of a hash of their text, which follows neither person nor time; they belong to a side
/// and to no rating and no group.</item>
/// </list>
/// </summary>
internal sealed class Publication(Round round, Instrument instrument, RoundRecord record)
{
    private readonly AnswersOverTime answers = new(record);

    public PublishedResult Publish(DateTime now) =>
        PublishedResult.Publish(
            round,
            new RoundResults(
                Of(Perspective.Team).Publish(now),
                round.Raters.Any(r => r.Perspective == Perspective.Outside)
                    ? Of(Perspective.Outside).Publish(now)
                    : null
            ),
            now
        );

    private SidePublication Of(Perspective perspective) =>
        new(
            round,
            instrument,
            perspective,
            [.. round.Raters.Where(r => r.Perspective == perspective)],
            record,
            answers
        );
}
