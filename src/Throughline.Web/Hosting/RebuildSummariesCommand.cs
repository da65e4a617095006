using System.CommandLine;
using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Data.Meetings;
using Throughline.Data.Sharing;
using Throughline.Domain.Units;

namespace Throughline.Web.Hosting;

/// <summary><c>throughline rebuild-summaries</c>: makes anew what is kept beside its source to be read quickly.</summary>
internal static class RebuildSummariesCommand
{
    public static Command Create()
    {
        var command = new Command(
            "rebuild-summaries",
            "Makes the summaries of every district anew from what they sum up. Nothing else is changed."
        );
        command.SetAction((_, cancel) => Commands.InServicesAsync(s => RunAsync(s, cancel)));
        return command;
    }

    internal static async Task<int> RunAsync(IServiceProvider services, CancellationToken cancel)
    {
        var db = services.GetRequiredService<ThroughlineDb>();
        var districts = await db.Set<Unit>()
            .IgnoreQueryFilters()
            .Where(u => u.Kind == UnitKind.District)
            .OrderBy(u => u.Id)
            .Select(u => u.Id)
            .ToListAsync(cancel);
        var (told, held) = (0, 0);
        foreach (var district in districts)
        {
            db.Scope.Enter(district);
            told += await RelayTally.RebuildAsync(db, cancel);
            held += await MeetingSummaries.RebuildAsync(db, cancel);
        }

        Console.WriteLine(
            FormattableString.Invariant(
                $"{told} decisions to tell and {held} meetings were counted anew."
            )
        );
        return 0;
    }
}
