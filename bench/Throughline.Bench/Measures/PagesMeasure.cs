using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Throughline.Bench.Load;
using Throughline.Data;
using Throughline.Data.Assessments;
using Throughline.Domain.Assessments;
using Throughline.Web.Hosting;

namespace Throughline.Bench.Measures;

/// <summary>Pages and posts: product against floor, turn by turn, and the large data set against the small one.</summary>
internal static class PagesMeasure
{
    /// <summary>So long the just-in-time compiler is busy with a page before its figures stay what they are.</summary>
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(12);

    /// <param name="setting">How.</param>
    /// <param name="engine">On which databases.</param>
    /// <param name="only">The names of what is measured; none for all.</param>
    public static async Task<List<PageFigures>> RunAsync(
        Setting setting,
        EngineSetting engine,
        IReadOnlyCollection<string> only
    )
    {
        await using var large = Program(engine.Large);
        await using var small = Program(engine.Small);
        var people = await BenchPeople.DrawAsync(large, Setting.People);
        var fewPeople = await BenchPeople.DrawAsync(small, Setting.People);
        using var product = ServerProcess.Product(setting, engine.Large, setting.Port);
        using var floor = ServerProcess.Floor(engine.Large, setting.Port + 1);
        using var onSmall = ServerProcess.Product(setting, engine.Small, setting.Port + 2);
        foreach (var server in new[] { product, floor, onSmall })
        {
            server.Answers(HttpLine.Get("/healthz", null));
        }

        bool IsAsked(string name) => only.Count == 0 || only.Contains(name);
        List<MeasuredPage> pages = [.. MeasuredPage.Of(people).Where(p => IsAsked(p.Name))];
        List<PageFigures> figures = [];
        foreach (var page in pages)
        {
            figures.Add(
                Against(
                    setting,
                    new PageFigures(engine.Engine, page.Name),
                    product,
                    floor,
                    _ => page.User(),
                    page.HasFloor ? _ => page.User() : null
                )
            );
            Say(figures[^1]);
        }

        foreach (var post in await MeasuredPost.OfAsync(setting, large, people))
        {
            if (IsAsked(post.Name))
            {
                figures.Add(
                    Against(
                        setting,
                        new PageFigures(engine.Engine, post.Name),
                        product,
                        floor,
                        post.OnProduct,
                        post.OnFloor
                    )
                );
                Say(figures[^1]);
            }
        }

        await using var allocation = await AllocationMeasure.StartAsync(
            engine.Large,
            setting.Port + 3
        );
        var fewer = MeasuredPage.Of(fewPeople).ToDictionary(p => p.Name, StringComparer.Ordinal);
        foreach (var (n, page) in pages.Index())
        {
            figures[n] = Grow(setting, figures[n], page, fewer[page.Name], product, onSmall) with
            {
                Allocated = allocation.Of(page),
            };
            Say(figures[n]);
        }

        return figures;
    }

    /// <summary>The program's services on a database, not listening: for its keys, its people and its rules.</summary>
    public static WebApplication Program(string connectionString) =>
        WebServer
            .CreateBuilder([
                $"--ConnectionStrings:Throughline={connectionString}",
                "--Logging:LogLevel:Default=Warning",
                // The pages and static files that are hosted are the product's.
                "--applicationName=throughline",
            ])
            .Build();

    /// <summary>The items of the open rounds, and what these people have answered so far.</summary>
    public static async Task<(
        IReadOnlyList<string> Items,
        IReadOnlyDictionary<(Guid, string), (int, string)> Stored
    )> StoredAsync(WebApplication program, BenchPeople people)
    {
        await using var scope = program.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ThroughlineDb>();
        var items = scope
            .ServiceProvider.GetRequiredService<InstrumentCatalog>()
            .BuiltIn.Single(i => i.Key == "school-ilt")
            .Items.Select(i => i.Key)
            .ToList();
        var open = people.Members[0].OpenRound;
        var ids = people.Members.Select(m => m.Id).ToList();
        var stored = await db.Set<Rating>()
            .IgnoreQueryFilters()
            .Where(r => ids.Contains(r.PersonId))
            .Join(
                db.Set<Round>().IgnoreQueryFilters().Where(r => r.Number == open),
                r => r.RoundId,
                r => r.Id,
                (r, _) => r
            )
            .ToListAsync();
        return (
            items,
            stored.ToDictionary(
                r => (r.PersonId, r.ItemKey),
                r => (r.Version, r.NotSeen ? "not-seen" : $"{r.Level}")
            )
        );
    }

    private static PageFigures Grow(
        Setting setting,
        PageFigures figures,
        MeasuredPage page,
        MeasuredPage few,
        ServerProcess product,
        ServerProcess onSmall
    )
    {
        // The code is warm, the thousand people are not: one person's page many times.
        foreach (var (server, warming) in new[] { (product, page), (onSmall, few) })
        {
            var first = warming with { Requests = [warming.Requests[0]] };
            LoadRun.For(server.Port, _ => first.User(), 2, WarmUp, 8000);
        }

        double Median(ServerProcess server, MeasuredPage of) =>
            LoadRun
                .For(server.Port, _ => of.EachOnce(), 1, TimeSpan.FromSeconds(60), Setting.People)
                .Within(0.5);

        return figures with
        {
            ColdSmall = Median(onSmall, few),
            Cold = Median(product, page),
            WarmSmall = Median(onSmall, few),
            Warm = Median(product, page),
        };
    }

    private static PageFigures Against(
        Setting setting,
        PageFigures figures,
        ServerProcess product,
        ServerProcess floor,
        Func<int, ILoadUser> onProduct,
        Func<int, ILoadUser>? onFloor
    )
    {
        var time = TimeSpan.FromSeconds(setting.Seconds);
        LoadRun.For(product.Port, onProduct, setting.Connections, WarmUp);
        if (onFloor is not null)
        {
            LoadRun.For(floor.Port, onFloor, setting.Connections, WarmUp / 4);
        }

        List<LoadResult> ours = [];
        List<LoadResult> floors = [];
        var (cpu, floorCpu) = (TimeSpan.Zero, TimeSpan.Zero);
        for (var round = 0; round < setting.Rounds; round++)
        {
            var before = product.Used;
            ours.Add(LoadRun.For(product.Port, onProduct, setting.Connections, time));
            cpu += product.Used - before;
            if (onFloor is not null)
            {
                before = floor.Used;
                floors.Add(LoadRun.For(floor.Port, onFloor, setting.Connections, time));
                floorCpu += floor.Used - before;
            }
        }

        var all = LoadResult.Of(ours);
        var measured = figures with
        {
            Product = all.PerSecond,
            ProductCpu = cpu.TotalMilliseconds / all.Answers,
            Bytes = all.BytesEach,
            P50 = all.Within(0.5),
            P99 = all.Within(0.99),
            Errors = all.Errors,
        };
        if (onFloor is null)
        {
            return measured;
        }

        var least = LoadResult.Of(floors);
        return measured with
        {
            Floor = least.PerSecond,
            FloorCpu = floorCpu.TotalMilliseconds / least.Answers,
            FloorBytes = least.BytesEach,
            Errors = all.Errors + least.Errors,
        };
    }

    private static void Say(PageFigures f) => Console.Error.WriteLine(Report.Row(f));
}
