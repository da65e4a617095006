namespace Throughline.Bench;

/// <summary>The machine's clock.</summary>
internal static class Clock
{
#pragma warning disable RS0030 // Here it is measured what the clock says.
    public static TimeProvider Real => TimeProvider.System;
#pragma warning restore RS0030

    public static DateTime Now => Real.GetUtcNow().UtcDateTime;
}
