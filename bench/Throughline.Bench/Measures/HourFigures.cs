using System.Diagnostics;

namespace Throughline.Bench.Measures;

/// <summary>What came of the changes of a worst hour.</summary>
internal sealed record HourFigures(int Changes, int Reached, int Missed)
{
    private double[] saved = [];
    private double[] heard = [];
    private double[] had = [];

    /// <summary>How long a save took, in milliseconds.</summary>
    public double Saved(double part) => Within(saved, part);

    /// <summary>How long after the save it was heard that there is news.</summary>
    public double Heard(double part) => Within(heard, part);

    /// <summary>How long after the save someone in the room had the parts with the change in them.</summary>
    public double Had(double part) => Within(had, part);

    public static HourFigures Of(IEnumerable<LiveRoom> rooms)
    {
        var changes = rooms.SelectMany(r => r.Changes).ToList();
        var all = changes.SelectMany(c => c.Had.Select(h => (Since: c.Saved, At: h))).ToList();
        var missed = all.Count(h => h.At == 0);
        return new HourFigures(changes.Count, all.Count - missed, missed)
        {
            saved = Ms(changes.Select(c => (Since: c.Sent, At: c.Saved))),
            heard = Ms(changes.SelectMany(c => c.Heard.Select(h => (Since: c.Saved, At: h)))),
            had = Ms(all),
        };
    }

    // News may come before the answer to the save.
    private static double[] Ms(IEnumerable<(long Since, long At)> times) =>
        [
            .. times
                .Where(t => t.At != 0)
                .Select(t =>
                    t.At <= t.Since ? 0 : Stopwatch.GetElapsedTime(t.Since, t.At).TotalMilliseconds
                )
                .Order(),
        ];

    private static double Within(double[] all, double part) =>
        all.Length == 0 ? 0 : all[Math.Min(all.Length - 1, (int)(all.Length * part))];
}
