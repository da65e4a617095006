using System.Diagnostics;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Throughline.Web.Tests.Support;

/// <summary>Opens documents in the office program that many have, to see what a reader of them sees.</summary>
internal static class LibreOffice
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>The document as LibreOffice read it.</summary>
    public static async Task<IHtmlDocument> ToHtmlAsync(byte[] file)
    {
        var folder = Directory.CreateTempSubdirectory("throughline-word-");
        try
        {
            await File.WriteAllBytesAsync(Path.Combine(folder.FullName, "paper.docx"), file);
            using var office = Process.Start(
                new ProcessStartInfo("soffice")
                {
                    ArgumentList =
                    {
                        // A profile of its own: two at once would wait for each other.
                        $"-env:UserInstallation=file://{folder.FullName}/profile",
                        "--headless",
                        "--convert-to",
                        "html",
                        "--outdir",
                        folder.FullName,
                        Path.Combine(folder.FullName, "paper.docx"),
                    },
                    UseShellExecute = false,
                    RedirectStandardOutput = true,
                    RedirectStandardError = true,
                }
            )!;
            using var late = new CancellationTokenSource(Patience);
            await office.WaitForExitAsync(late.Token);
            return new HtmlParser().ParseDocument(
                await File.ReadAllTextAsync(Path.Combine(folder.FullName, "paper.html"))
            );
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
