using System.Globalization;
using Microsoft.Playwright;

namespace Throughline.Browser.Tests.Support;

/// <summary>
/// A page looked at as people do: in light and dark, at a desk and on the narrowest phone. With PICTURES=folder each look
/// is pictured.
/// </summary>
internal static class PageLook
{
    // The dark changes colours and nothing else, and no colour depends on the width.
    private static readonly (int Width, ColorScheme Scheme)[] Looks =
    [
        (1280, ColorScheme.Light),
        (1280, ColorScheme.Dark),
        (320, ColorScheme.Light),
    ];

    /// <summary>What keeps someone from using the page as it is: barriers that axe knows, and what has to be scrolled sideways.</summary>
    public static async Task<List<string>> WrongAsync(IPage page, string name)
    {
        var wrong = new List<string>();
        foreach (var (width, scheme) in Looks)
        {
            await page.SetViewportSizeAsync(width, 800);
            await page.EmulateMediaAsync(new() { ColorScheme = scheme });
            var look = string.Create(
                CultureInfo.InvariantCulture,
                $"{width} {scheme.ToString().ToLowerInvariant()}"
            );
            var found =
                scheme == ColorScheme.Light
                    ? await Axe.FindAsync(page)
                    : await Axe.FindInColoursAsync(page);
            wrong.AddRange(found.Violations.Select(v => $"{name}, {look}: {v}"));
            wrong.AddRange(Undecided(found).Select(v => $"{name}, {look}, undecided: {v}"));
            var needed = await page.EvaluateAsync<int>(
                "() => document.documentElement.scrollWidth"
            );
            if (needed > width)
            {
                wrong.Add($"{name}, {look}: {needed} pixels wide, scrolls sideways");
            }

            await PictureAsync(page, $"{name} {look}");
        }

        return wrong;
    }

    // Colours that axe cannot work out (a gradient, an overlap) are looked at as pictures; what else it cannot decide, we must.
    private static IEnumerable<string> Undecided(AxeFindings found) =>
        found.Incomplete.Where(v => !v.StartsWith("color-contrast", StringComparison.Ordinal));

    private static async Task PictureAsync(IPage page, string name)
    {
        if (Environment.GetEnvironmentVariable("PICTURES") is { Length: > 0 } folder)
        {
            Directory.CreateDirectory(folder);
            var file = string.Concat(name.Select(c => char.IsLetterOrDigit(c) ? c : '-'));
            await page.ScreenshotAsync(
                new() { Path = Path.Combine(folder, file + ".png"), FullPage = true }
            );
        }
    }
}
