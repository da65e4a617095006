using Microsoft.EntityFrameworkCore;
using Throughline.Data.Demo;
using Throughline.Data.Tests.Roster;
using Throughline.Domain.Units.Roster;

namespace Throughline.Web.Tests.Support;

/// <summary>A roster of the demo district that was read and waits for someone to apply it.</summary>
public static class WaitingRoster
{
    /// <summary>Brings one in through the page, unless one waits already. Returns its id.</summary>
    public static async Task<string> OfAsync(TestApp app)
    {
        if (await FindAsync(app) is { } waiting)
        {
            return waiting;
        }

        var page = await app.As("admin").GetAsync($"/{DemoDistrict.District}/settings/roster");
        await page.Form("Read the file")
            .Attach("File", "roster.zip", RosterZipBuilder.Valid().Build())
            .SubmitAsync();
        for (var tries = 0; tries < 200; tries++)
        {
            if (await FindAsync(app) is { } ready)
            {
                return ready;
            }

            await Task.Delay(50);
        }

        throw new TimeoutException("The roster was not read.");
    }

    private static async Task<string?> FindAsync(TestApp app) =>
        (
            await app.Db(db =>
                db.Set<RosterImport>()
                    .Where(i =>
                        i.Status == RosterImportStatus.Ready
                        || i.Status == RosterImportStatus.Refused
                    )
                    .Select(i => (Guid?)i.Id)
                    .FirstOrDefaultAsync()
            )
        )?.ToString();
}
