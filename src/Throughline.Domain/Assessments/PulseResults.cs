namespace Throughline.Domain.Assessments;

/// <summary>What a closed staff pulse shows: how many gave each answer to each question.</summary>
/// <param name="Answered">How many answered.</param>
/// <param name="Asked">How many were asked.</param>
/// <param name="Questions">One per question, in their order.</param>
public sealed record PulseResults(
    int Answered,
    int Asked,
    IReadOnlyList<PulseQuestionResult> Questions
)
{
    /// <summary>The results; null while the pulse is open and, for ever, when fewer than five answered.</summary>
    /// <param name="pulse">The pulse.</param>
    /// <param name="counts">Choice → how many, by its key.</param>
    public static PulseResults? Of(Pulse pulse, IReadOnlyDictionary<string, int> counts) =>
        pulse.IsClosed && pulse.AnsweredCount >= Pulse.Fewest
            ? new PulseResults(
                pulse.AnsweredCount,
                pulse.AskedCount,
                [
                    .. pulse.Questions.All.Select(q => new PulseQuestionResult(
                        q,
                        [
                            .. q.Choices.Select(c => new PulseCount(
                                c,
                                counts.GetValueOrDefault(c.Key)
                            )),
                        ]
                    )),
                ]
            )
            : null;
}

/// <summary>How many gave an answer.</summary>
/// <param name="Choice">The answer.</param>
/// <param name="People">How many.</param>
public sealed record PulseCount(PulseChoice Choice, int People);

/// <summary>How staff and ILT see the same matter, as far as the figures tell.</summary>
public enum PulseContrast
{
    /// <summary>The figures do not say.</summary>
    Unclear = 1,

    /// <summary>Both see it in place.</summary>
    BothHigh = 2,

    /// <summary>Neither sees it in place.</summary>
    BothLow = 3,

    /// <summary>The ILT sees it in place, most staff do not.</summary>
    TeamHigher = 4,

    /// <summary>Most staff see it in place, the ILT does not.</summary>
    StaffHigher = 5,
}

/// <summary>What is shown of one question.</summary>
/// <param name="Question">The question.</param>
/// <param name="Counts">How many gave each answer, in the order of the choices.</param>
public sealed record PulseQuestionResult(PulseQuestion Question, IReadOnlyList<PulseCount> Counts)
{
    /// <summary>How many said that it is so.</summary>
    public int Yes => Sum(PulseStanding.Yes);

    /// <summary>How many said something: yes, partly or no.</summary>
    public int Said => Yes + Sum(PulseStanding.Partly) + Sum(PulseStanding.No);

    /// <summary>
    /// How the ILT's rating of the same matter stands to this. The ILT sees it in place when its median lies in the upper
    /// half of the scale, and does not when it lies in the lower half; staff see it in place when more than half of those
    /// who said something say yes. A median in the middle or across it, an even split and silence tell nothing.
    /// </summary>
    /// <param name="median">The median of the ILT's ratings.</param>
    /// <param name="scale">The values of the levels, lowest first.</param>
    public PulseContrast Against(Median median, IReadOnlyList<int> scale)
    {
        var middle = (scale[0] + scale[^1]) / 2.0;
        var team =
            median.Low > middle ? 1
            : median.High < middle ? -1
            : 0;
        var staff = Math.Sign((2 * Yes) - Said);
        return (team, staff) switch
        {
            (1, 1) => PulseContrast.BothHigh,
            (-1, -1) => PulseContrast.BothLow,
            (1, -1) => PulseContrast.TeamHigher,
            (-1, 1) => PulseContrast.StaffHigher,
            _ => PulseContrast.Unclear,
        };
    }

    private int Sum(PulseStanding standing) =>
        Counts.Where(c => c.Choice.Standing == standing).Sum(c => c.People);
}
