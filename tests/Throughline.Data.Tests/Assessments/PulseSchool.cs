using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Throughline.Data.Assessments;
using Throughline.Data.Tests.Engines;
using Throughline.Domain.Assessments;
using Throughline.Domain.Units;

namespace Throughline.Data.Tests.Assessments;

/// <summary>A school with some staff and an open staff pulse.</summary>
internal sealed class PulseSchool : IAsyncDisposable
{
    private readonly TestDatabase database;
    private readonly Unit district;
    private readonly Unit school;
    private Guid pulseId;

    private PulseSchool(TestDatabase database, int staff)
    {
        this.database = database;
        district = Unit.NewDistrict("Here", "here", "America/Chicago", TestClock.Start).Value;
        school = Unit.NewSchool(district, "School", "school", TestClock.Start).Value;
        People =
        [
            .. Enumerable
                .Range(1, staff)
                .Select(n =>
                    Person.New(district.Id, "Person", $"No {n}", null, TestClock.Start).Value
                ),
        ];
    }

    public IReadOnlyList<Person> People { get; }

    public IReadOnlyList<Guid> Staff => [.. People.Select(p => p.Id)];

    public static async Task<PulseSchool> OpenAsync(Engine engine, int staff)
    {
        var made = new PulseSchool(await TestDatabase.MigratedAsync(engine), staff);
        await using var db = made.Db();
        db.AddRange(made.district, made.school);
        db.AddRange(made.People);
        var pulse = made.Another(1);
        made.pulseId = pulse.Id;
        db.Add(pulse);
        await db.SaveChangesAsync();
        return made;
    }

    /// <summary>A context of its own, as a request has it.</summary>
    public ThroughlineDb Db() => database.Open(district.Id);

    public Pulse Another(int number) =>
        Pulse
            .Open(
                school,
                number,
                new PulseSetting(HasIlt: true, OneIsOpen: false, Staff),
                DateOnly.FromDateTime(TestClock.Start).AddDays(5),
                DateOnly.FromDateTime(TestClock.Start),
                TestClock.Start
            )
            .Value;

    public async Task<PulseOutcome> PutAsync(Guid person, IReadOnlyCollection<string> choices)
    {
        await using var db = Db();
        return await PulseBox.PutAsync(db, pulseId, person, choices, CancellationToken.None);
    }

    public async Task CloseAsync()
    {
        await using var db = Db();
        var pulse = await db.Set<Pulse>().SingleAsync(p => p.Id == pulseId);
        pulse.Close(TestClock.Start).IsOk.ShouldBeTrue();
        await PulseBox.SaveClosedAsync(db, pulse, CancellationToken.None);
    }

    public async Task<Pulse> PulseAsync()
    {
        await using var db = Db();
        return await db.Set<Pulse>().SingleAsync(p => p.Id == pulseId);
    }

    public async Task<Dictionary<string, int>> CountsAsync()
    {
        await using var db = Db();
        return await db.Set<PulseTally>()
            .Where(t => t.PulseId == pulseId)
            .ToDictionaryAsync(t => t.Choice, t => t.People);
    }

    /// <summary>Every row of every table, each on a line.</summary>
    public async Task<List<string>> EverythingAsync()
    {
        await using var db = Db();
        var rows = new List<string>();
        foreach (var type in db.Model.GetEntityTypes().Where(t => !t.IsOwned()))
        {
            var all =
                (IQueryable<object>)
                    typeof(DbContext)
                        .GetMethod(nameof(DbContext.Set), [])!
                        .MakeGenericMethod(type.ClrType)
                        .Invoke(db, [])!;
            foreach (var row in await all.IgnoreQueryFilters().AsNoTracking().ToListAsync())
            {
                var values = type.GetProperties()
                    .Select(p =>
                        $"{p.Name}={JsonSerializer.Serialize(p.GetGetter().GetClrValue(row))}"
                    );
                rows.Add($"{type.ClrType.Name} {string.Join(' ', values)}");
            }
        }

        return rows;
    }

    /// <summary>Texts by a query of PostgreSQL's own, such as the transaction that wrote each row last.</summary>
    public async Task<List<string>> AskAsync(FormattableString query)
    {
        await using var db = Db();
        return await db.Database.SqlQuery<string>(query).ToListAsync();
    }

    public ValueTask DisposeAsync() => database.DisposeAsync();
}
