using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Throughline.Data.Mail;
using Throughline.Data.Platform;
using Throughline.Data.Tests.Engines;
using Throughline.Domain.Shared;

namespace Throughline.Data.Tests.Mail;

/// <summary>An outbox on a database of its own, and the workers a test lets loose on it.</summary>
internal sealed class Outbox : IAsyncDisposable
{
    private readonly TestDatabase database;
    private readonly List<ServiceProvider> programs = [];

    private Outbox(TestDatabase database) => this.database = database;

    public TestClock Clock { get; } = new();

    public static async Task<Outbox> OnAsync(Engine engine) =>
        new(await TestDatabase.MigratedAsync(engine));

    /// <summary>A program with a worker, as one node runs it.</summary>
    public ServiceProvider Program(IMailDelivery? delivery, TimeProvider? clock = null)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton(clock ?? Clock);
        services.AddThroughlineStore(database.ConnectionString);
        services.AddSingleton<OutboxWorker>();
        if (delivery is not null)
        {
            services.AddSingleton(delivery);
        }

        var program = services.BuildServiceProvider();
        programs.Add(program);
        return program;
    }

    public OutboxWorker Worker(IMailDelivery delivery) =>
        Program(delivery).GetRequiredService<OutboxWorker>();

    public OutboxWorker Worker(MailServer server) => Worker(new SmtpDelivery(server.Settings));

    /// <summary>Writes a mail of a district of its own.</summary>
    public async Task<OutboxMail> WriteAsync(
        string to = "ana@school.example",
        string subject = "Hello",
        string body = "A line.",
        bool isSecret = false,
        string? unsubscribe = null
    )
    {
        var district = Ids.New(Clock.Now);
        await using var db = database.Open(district, clock: Clock);
        var mail = OutboxMail.Write(district, to, subject, body, Clock.Now, isSecret, unsubscribe);
        db.Add(mail);
        await db.SaveChangesAsync();
        return mail;
    }

    /// <summary>A mail as it is stored now.</summary>
    public async Task<OutboxMail> StoredAsync(OutboxMail mail)
    {
        await using var db = database.Open(mail.DistrictId);
        return await db.Set<OutboxMail>().SingleAsync(m => m.Id == mail.Id);
    }

    /// <summary>Works until nothing is due.</summary>
    public static async Task DrainAsync(OutboxWorker worker)
    {
        while (await worker.SendNextAsync(CancellationToken.None)) { }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var program in programs)
        {
            await program.DisposeAsync();
        }

        await database.DisposeAsync();
    }
}

/// <summary>A worker's process that dies while it has a mail in hand: what it was doing never ends.</summary>
internal sealed class DyingDelivery(IMailDelivery? handsOverFirst = null) : IMailDelivery
{
    private readonly TaskCompletionSource died = new(
        TaskCreationOptions.RunContinuationsAsynchronously
    );

    /// <summary>Ends when the process is dead.</summary>
    public Task Died => died.Task.WaitAsync(TimeSpan.FromSeconds(30));

    public async Task DeliverAsync(OutboxMail mail, CancellationToken cancel)
    {
        if (handsOverFirst is not null)
        {
            await handsOverFirst.DeliverAsync(mail, cancel);
        }

        died.SetResult();
        await new TaskCompletionSource().Task;
    }
}
