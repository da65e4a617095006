using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Data.Demo;
using Throughline.Domain.Units;
using Throughline.Domain.Work;

namespace Throughline.Web.Tests.Support;

/// <summary>An address to try, with the words by which a table names it.</summary>
public sealed record ExampleAddress(string Path, string Place, string Thing);

/// <summary>
/// What stands for each parameter of an address. A parameter is named by the word before it, as in
/// <c>people/{id}</c>: a new one fails the tests until its example stands here.
/// </summary>
public static partial class ExampleAddresses
{
    /// <summary>A value for a parameter in a unit; null where the unit has none.</summary>
    private sealed record Example(string Thing, Func<TestApp, string, Task<string?>> Value);

    /// <summary>The addresses of a page in a unit.</summary>
    public static async Task<IReadOnlyList<ExampleAddress>> OfAsync(
        TestApp app,
        PageEndpoint page,
        string unit,
        string place
    )
    {
        var paths = new List<(string Path, string Thing)> { ("", "") };
        var before = "";
        foreach (var segment in page.Template.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            var next = new List<(string, string)>();
            foreach (var (path, thing) in paths)
            {
                if (segment == "{unit}" || !PageEndpoint.IsParameter(segment))
                {
                    next.Add(($"{path}/{(segment == "{unit}" ? unit : segment)}", thing));
                    continue;
                }

                foreach (var example in Find(before, segment, page))
                {
                    if (await example.Value(app, unit) is { } value)
                    {
                        next.Add(($"{path}/{value}", $"{thing} {example.Thing}".Trim()));
                    }
                }
            }

            paths = next;
            before = PageEndpoint.IsParameter(segment) ? before : segment;
        }

        return
        [
            .. paths.Select(p => new ExampleAddress(
                (p.Path.Length == 0 ? "/" : p.Path)
                    + (page.Handler is null ? "" : $"?handler={page.Handler}"),
                place,
                p.Thing
            )),
        ];
    }

    /// <summary>The page's address in a unit with the things of another district; null for one that names no thing.</summary>
    public static async Task<string?> ForeignAsync(TestApp app, PageEndpoint page, string unit)
    {
        if (page.Parameters.Count == 0 || !page.HasUnit)
        {
            return null;
        }

        var path = "";
        var before = "";
        foreach (var segment in page.Template.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            var key = $"{before}/{segment}";
            path +=
                "/"
                + (
                    segment == "{unit}" ? unit
                    : !PageEndpoint.IsParameter(segment) ? segment
                    : Foreign.TryGetValue(key, out var value) ? value
                    : await Find(before, segment, page)[0].Value(app, DemoDistrict.OtherSchool)
                        ?? await Find(before, segment, page)[0]
                            .Value(app, DemoDistrict.OtherDistrict)
                );
            before = PageEndpoint.IsParameter(segment) ? before : segment;
        }

        return path + (page.Handler is null ? "" : $"?handler={page.Handler}");
    }

    private static Example[] Find(string before, string parameter, PageEndpoint page) =>
        Known.TryGetValue($"{before}/{parameter}", out var examples)
            ? examples
            : throw new InvalidOperationException(
                $"{page} has a parameter without an example: add “{before}/{parameter}” to {nameof(ExampleAddresses)}."
            );

    private static string District(string unit) =>
        unit is DemoDistrict.OtherDistrict or DemoDistrict.OtherSchool
            ? DemoDistrict.OtherDistrict
            : DemoDistrict.District;

    private static Example Always(string thing, string value) =>
        new(thing, (_, _) => Task.FromResult<string?>(value));

    private static Example In(string thing, params (string Unit, string Value)[] values) =>
        new(
            thing,
            (_, unit) =>
                Task.FromResult(
                    values.Where(v => v.Unit == unit).Select(v => v.Value).FirstOrDefault()
                )
        );

    private static Example Stored(Func<ThroughlineDb, string, Task<string?>> value) =>
        new("", (app, unit) => app.Db(db => value(db, unit), District(unit)));

    private static Example Raised(string thing, string title) =>
        new(
            thing,
            (app, unit) =>
                app.Db(
                    async db =>
                    {
                        var found = await db.Set<RaisedMatter>()
                            .Where(m => m.Title == title)
                            .Where(m => db.Set<Unit>().Any(u => u.Id == m.UnitId && u.Slug == unit))
                            .Select(m => m.Id)
                            .ToListAsync();
                        return found.Count == 0 ? null : found[0].ToString();
                    },
                    District(unit)
                )
        );
}
