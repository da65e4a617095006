namespace Throughline.Domain.Assessments;

/// <summary>All answers of a round as they are now and as they were at each earlier closing.</summary>
internal sealed class AnswersOverTime(RoundRecord record)
{
    private readonly Dictionary<
        int,
        IReadOnlyDictionary<(Guid Person, string Item), Answer>
    > pasts = [];

    /// <summary>What is answered now; what was taken back is not in it.</summary>
    public IReadOnlyDictionary<(Guid Person, string Item), Answer> Now { get; } =
        record
            .Ratings.Where(r => r.Answer.IsGiven)
            .ToDictionary(r => (r.PersonId, r.ItemKey), r => r.Answer);

    /// <summary>What was answered when the round was closed for the nth time.</summary>
    public IReadOnlyDictionary<(Guid Person, string Item), Answer> At(int closing)
    {
        if (!pasts.TryGetValue(closing, out var past))
        {
            past = record
                .History.Where(h => h.Period < closing)
                .GroupBy(h => (h.PersonId, h.ItemKey))
                .Select(g => (g.Key, g.MaxBy(h => h.Version)!.Answer))
                .Where(a => a.Answer.IsGiven)
                .ToDictionary(a => a.Key, a => a.Answer);
            pasts.Add(closing, past);
        }

        return past;
    }
}
