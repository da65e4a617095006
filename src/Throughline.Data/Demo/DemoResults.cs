using Throughline.Domain.Shared;

namespace Throughline.Data.Demo;

/// <summary>The demo asks for nothing a rule refuses: a refusal while making it is a bug and must be seen.</summary>
internal static class DemoResults
{
    public static void OrThrow(this Result result)
    {
        if (!result.IsOk)
        {
            throw new InvalidOperationException(result.Refusal!.Message);
        }
    }

    public static void OrThrow<T>(this Result<T> result) => _ = result.Value;
}
