using Throughline.Domain.Teams;
using Throughline.Domain.Units;

namespace Throughline.Data.Demo;

/// <summary>The first month at Roosevelt: begun in September and left lying; one step is skipped.</summary>
internal static class DemoFirstMonth
{
    public static void Add(ThroughlineDb db, DemoTime time, Unit roosevelt, Guid principal) =>
        db.Add(
            FirstMonthSkip
                .Of(
                    roosevelt,
                    FirstMonthFact.DesignBegun,
                    [],
                    principal,
                    time.At(time.Year.FirstDay.AddDays(10), 16)
                )
                .Value
        );
}
