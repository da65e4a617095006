namespace Throughline.Domain.Shared;

/// <summary>Makes ids that sort by the time they were made, so that inserts go to the end of an index.</summary>
public static class Ids
{
    /// <summary>A new version-7 id.</summary>
    /// <param name="now">The time in UTC; it comes in as an argument so that a test can set the clock.</param>
#pragma warning disable RS0030 // The one place that may make ids: it takes the time as an argument.
    public static Guid New(DateTime now) =>
        Guid.CreateVersion7(new DateTimeOffset(DateTime.SpecifyKind(now, DateTimeKind.Utc)));
#pragma warning restore RS0030
}
