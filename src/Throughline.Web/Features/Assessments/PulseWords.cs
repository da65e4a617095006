using Throughline.Domain.Assessments;

namespace Throughline.Web.Features.Assessments;

/// <summary>What the figures of a staff pulse say, in words that follow from them and no further.</summary>
public static class PulseWords
{
    /// <summary>How many said no, partly and yes: lowest first, as a bar shows it.</summary>
    public static IReadOnlyList<int> Bar(PulseQuestionResult result) =>
        [Count(result, PulseStanding.No), Count(result, PulseStanding.Partly), result.Yes];

    /// <summary>How staff and ILT see the same matter; null when the figures do not say.</summary>
    public static string? Of(PulseContrast contrast, PulseQuestionResult result) =>
        contrast switch
        {
            PulseContrast.BothHigh =>
                $"Both see this in place: the ILT's median lies in the upper half of its scale, and {result.Yes} of {result.Said} staff say yes.",
            PulseContrast.BothLow =>
                $"Neither sees this in place yet: the ILT's median lies in the lower half of its scale, and {result.Yes} of {result.Said} staff say yes.",
            PulseContrast.TeamHigher =>
                $"The ILT sees this in place and most staff do not: its median lies in the upper half of the scale, and {result.Yes} of {result.Said} staff say yes.",
            PulseContrast.StaffHigher =>
                $"Staff see more of this than the ILT: {result.Yes} of {result.Said} say yes, and the ILT's median lies in the lower half of its scale.",
            PulseContrast.Unclear => null,
            _ => throw new ArgumentOutOfRangeException(nameof(contrast)),
        };

    private static int Count(PulseQuestionResult result, PulseStanding standing) =>
        result.Counts.Where(c => c.Choice.Standing == standing).Sum(c => c.People);
}
