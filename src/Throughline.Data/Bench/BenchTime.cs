using Throughline.Data.Demo;

namespace Throughline.Data.Bench;

/// <summary>The years of a made-up district. What happens is a little later each time, so that ids sort as things were made.</summary>
internal sealed class BenchTime
{
    private long made;

    public BenchTime(DateTime now, string timeZoneId, int years)
    {
        (Now, Zone) = (now, TimeZoneInfo.FindSystemTimeZoneById(timeZoneId));
        Today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(now, Zone));
        var all = new List<DemoSchoolYear> { DemoSchoolYear.Around(Today) };
        while (all.Count < years)
        {
            all.Add(all[^1].Previous);
        }

        all.Reverse();
        Years = all;
    }

    /// <summary>Now, UTC.</summary>
    public DateTime Now { get; }

    /// <summary>Where the district is.</summary>
    public TimeZoneInfo Zone { get; }

    /// <summary>Today where the district is.</summary>
    public DateOnly Today { get; }

    /// <summary>The school years, the current one last.</summary>
    public IReadOnlyList<DemoSchoolYear> Years { get; }

    /// <summary>An hour of a day in the district, UTC.</summary>
    public DateTime At(DateOnly day, int hour) =>
        TimeZoneInfo
            .ConvertTimeToUtc(day.ToDateTime(new TimeOnly(hour, 0)), Zone)
            .AddMilliseconds(made++ % 3_000_000);

    /// <summary>When everything was set up.</summary>
    public DateTime Before => At(Years[0].FirstDay.AddDays(-40), 9);
}
