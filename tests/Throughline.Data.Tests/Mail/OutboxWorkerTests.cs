using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Throughline.Data.Mail;
using Throughline.Data.Platform;
using Throughline.Data.Tests.Engines;
using Throughline.Domain.Shared;

namespace Throughline.Data.Tests.Mail;

public sealed class OutboxWorkerTests
{
    [EngineTheory]
    public async Task Mails_of_every_district_are_sent_as_they_were_written(Engine engine)
    {
        await using var server = await MailServer.StartAsync();
        await using var outbox = await Outbox.OnAsync(engine);
        var one = await outbox.WriteAsync(
            "ana@school.example",
            "José’s round is open – rate by Friday",
            "Héllo Ana,\n\n.a line that begins with a dot\nhttps://throughline.example/x?a=1&b=2\n"
        );
        var other = await outbox.WriteAsync("bo@school.example");

        await Outbox.DrainAsync(outbox.Worker(server));

        var mails = await server.WaitForAsync(2);
        mails.Count.ShouldBe(2);
        var mail = mails.Single(m => m.To == "ana@school.example");
        mail.From.ShouldBe("throughline@district.example");
        mail.Subject.ShouldBe("José’s round is open – rate by Friday");
        mail.Body.ReplaceLineEndings("\n")
            .ShouldBe(
                "Héllo Ana,\n\n.a line that begins with a dot\nhttps://throughline.example/x?a=1&b=2"
            );
        mail.MessageId.ShouldBe(one.MessageId);
        mail.Header("Auto-Submitted").ShouldBe("auto-generated");
        (await outbox.StoredAsync(one)).SentAt.ShouldBe(outbox.Clock.Now);
        (await outbox.StoredAsync(other)).SentAt.ShouldBe(outbox.Clock.Now);
    }

    [EngineTheory]
    public async Task A_link_to_a_password_does_not_outlive_its_sending(Engine engine)
    {
        await using var server = await MailServer.StartAsync();
        await using var outbox = await Outbox.OnAsync(engine);
        var secret = await outbox.WriteAsync(body: "https://x.example/secret", isSecret: true);
        var plain = await outbox.WriteAsync(body: "A line.");
        var hopeless = await outbox.WriteAsync("refused@school.example", isSecret: true);

        var worker = outbox.Worker(server);
        for (var attempt = 0; attempt < OutboxMail.MostAttempts; attempt++)
        {
            await Outbox.DrainAsync(worker);
            outbox.Clock.Advance(TimeSpan.FromHours(3));
        }

        var mails = await server.WaitForAsync(2);
        mails
            .Single(m => m.MessageId == secret.MessageId)
            .Body.ShouldBe("https://x.example/secret");
        (await outbox.StoredAsync(secret)).Body.ShouldBe("");
        (await outbox.StoredAsync(plain)).Body.ShouldBe("A line.");
        (await outbox.StoredAsync(hopeless)).Body.ShouldBe("");
    }

    [EngineTheory]
    public async Task A_daily_mail_offers_to_be_switched_off_and_is_forgotten_when_sent(
        Engine engine
    )
    {
        await using var server = await MailServer.StartAsync();
        await using var outbox = await Outbox.OnAsync(engine);
        var off = "https://x.example/account/daily-mail?t=" + new string('a', 300);
        var mail = await outbox.WriteAsync(
            subject: "Staff pulse 2",
            isSecret: true,
            unsubscribe: off
        );

        await Outbox.DrainAsync(outbox.Worker(server));

        var sent = (await server.WaitForAsync(1)).ShouldHaveSingleItem();
        sent.Subject.ShouldBe("Staff pulse 2");
        sent.Header("List-Unsubscribe").ShouldBe($"<{off}>");
        sent.Header("List-Unsubscribe-Post").ShouldBe("List-Unsubscribe=One-Click");
        var stored = await outbox.StoredAsync(mail);
        (stored.To, stored.Subject, stored.Body, stored.Unsubscribe).ShouldBe(
            ("", "Daily mail", "", null)
        );
    }

    [EngineTheory]
    public async Task A_refused_mail_is_tried_later_and_later_and_given_up_on_in_the_end(
        Engine engine
    )
    {
        await using var server = await MailServer.StartAsync();
        await using var outbox = await Outbox.OnAsync(engine);
        var mail = await outbox.WriteAsync("refused@school.example");
        var worker = outbox.Worker(server);
        var waits = new List<double>();
        for (var attempt = 1; attempt <= OutboxMail.MostAttempts; attempt++)
        {
            (await worker.SendNextAsync(CancellationToken.None)).ShouldBeTrue();
            (await worker.SendNextAsync(CancellationToken.None)).ShouldBeFalse("not due yet");
            var stored = await outbox.StoredAsync(mail);
            stored.Attempts.ShouldBe(attempt);
            stored.LastError.ShouldNotBeNull().ShouldNotContain("school.example");
            waits.Add((stored.DueAt - outbox.Clock.Now).TotalMinutes);
            outbox.Clock.Now = stored.DueAt;
        }

        waits.ShouldBe([1, 2, 4, 8, 16, 32, 64, 128]);
        (await outbox.StoredAsync(mail)).FailedAt.ShouldNotBeNull();
        (await worker.SendNextAsync(CancellationToken.None)).ShouldBeFalse("given up on");
        server.Received.ShouldBeEmpty();
    }

    [EngineTheory]
    public async Task A_mail_waits_for_a_mail_server_that_is_away(Engine engine)
    {
        await using var outbox = await Outbox.OnAsync(engine);
        var mail = await outbox.WriteAsync();
        MailSettings away;
        await using (var gone = await MailServer.StartAsync())
        {
            away = gone.Settings;
        }

        await Outbox.DrainAsync(outbox.Worker(new SmtpDelivery(away)));
        (await outbox.StoredAsync(mail)).SentAt.ShouldBeNull();

        outbox.Clock.Advance(TimeSpan.FromMinutes(2));
        await using var server = await MailServer.StartAsync();
        await Outbox.DrainAsync(outbox.Worker(server));
        (await server.WaitForAsync(1))[0].MessageId.ShouldBe(mail.MessageId);
    }

    [EngineTheory]
    public async Task A_worker_that_dies_before_it_sends_loses_no_mail(Engine engine)
    {
        await using var server = await MailServer.StartAsync();
        await using var outbox = await Outbox.OnAsync(engine);
        var mail = await outbox.WriteAsync();
        var dying = new DyingDelivery();
        _ = outbox.Worker(dying).SendNextAsync(CancellationToken.None);
        await dying.Died;

        var next = outbox.Worker(server);
        (await next.SendNextAsync(CancellationToken.None)).ShouldBeFalse("the lease holds");
        outbox.Clock.Advance(OutboxQueue.Lease);
        await Outbox.DrainAsync(next);

        (await server.WaitForAsync(1)).ShouldHaveSingleItem().MessageId.ShouldBe(mail.MessageId);
        (await outbox.StoredAsync(mail)).SentAt.ShouldBe(outbox.Clock.Now);
    }

    [EngineTheory]
    public async Task A_worker_that_dies_after_it_sent_repeats_the_mail_once_under_the_same_id(
        Engine engine
    )
    {
        await using var server = await MailServer.StartAsync();
        await using var outbox = await Outbox.OnAsync(engine);
        var mail = await outbox.WriteAsync();
        var dying = new DyingDelivery(new SmtpDelivery(server.Settings));
        _ = outbox.Worker(dying).SendNextAsync(CancellationToken.None);
        await dying.Died;
        await server.WaitForAsync(1);

        outbox.Clock.Advance(OutboxQueue.Lease);
        await Outbox.DrainAsync(outbox.Worker(server));
        outbox.Clock.Advance(OutboxQueue.Lease);
        await Outbox.DrainAsync(outbox.Worker(server));

        var mails = await server.WaitForAsync(2);
        mails.Count.ShouldBe(2);
        mails.ShouldAllBe(m => m.MessageId == mail.MessageId);
    }

    [EngineTheory]
    public async Task Workers_side_by_side_send_each_mail_once(Engine engine)
    {
        await using var server = await MailServer.StartAsync();
        await using var outbox = await Outbox.OnAsync(engine);
        for (var i = 0; i < 24; i++)
        {
            await outbox.WriteAsync();
        }

        await Task.WhenAll(
            Enumerable
                .Range(0, 4)
                .Select(_ => Task.Run(() => Outbox.DrainAsync(outbox.Worker(server))))
        );

        var mails = await server.WaitForAsync(24);
        mails.Count.ShouldBe(24);
        mails.Select(m => m.MessageId).Distinct().Count().ShouldBe(24);
    }

    [EngineTheory]
    public async Task However_many_take_at_once_each_mail_goes_to_one(Engine engine)
    {
        await using var outbox = await Outbox.OnAsync(engine);
        for (var i = 0; i < 60; i++)
        {
            await outbox.WriteAsync();
        }

        var program = outbox.Program(delivery: null);
        var taken = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(TakeAllAsync)));

        var ids = taken.SelectMany(t => t).ToList();
        ids.Count.ShouldBe(60);
        ids.Distinct().Count().ShouldBe(60);

        async Task<List<Guid>> TakeAllAsync()
        {
            var mine = new List<Guid>();
            while (true)
            {
                await using var scope = program.CreateAsyncScope();
                var db = scope.ServiceProvider.GetRequiredService<ThroughlineDb>();
                if (
                    await OutboxQueue.TakeAsync(db, outbox.Clock.Now, CancellationToken.None)
                    is not { } mail
                )
                {
                    return mine;
                }

                mine.Add(mail.Id);
            }
        }
    }

    [EngineTheory]
    public async Task A_new_mail_wakes_the_worker_at_once_but_not_before_its_transaction_is_through(
        Engine engine
    )
    {
        await using var server = await MailServer.StartAsync();
        await using var outbox = await Outbox.OnAsync(engine);
#pragma warning disable RS0030 // The worker waits by the machine's clock here, up to its next look round.
        await using var program = outbox.Program(
            new SmtpDelivery(server.Settings),
            TimeProvider.System
        );
#pragma warning restore RS0030
        var worker = program.GetRequiredService<OutboxWorker>();
        await worker.StartAsync(CancellationToken.None);
        // Its first look round finds nothing.
        await Task.Delay(500);

        await using var scope = program.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ThroughlineDb>();
        var district = Ids.New(outbox.Clock.Now);
        db.Scope.Enter(district);
        db.Add(OutboxMail.Write(district, "a@x.example", "One", "1", TestClock.Start.AddYears(-1)));
        await db.SaveChangesAsync();
        await server.WaitForAsync(1);

        await db
            .Database.CreateExecutionStrategy()
            .ExecuteAsync(async () =>
            {
                await using var transaction = await db.Database.BeginTransactionAsync();
                db.Add(
                    OutboxMail.Write(
                        district,
                        "a@x.example",
                        "Two",
                        "2",
                        TestClock.Start.AddYears(-1)
                    )
                );
                await db.SaveChangesAsync();
                await Task.Delay(500);
                server.Received.Count.ShouldBe(1, "the transaction is open");
                await transaction.CommitAsync();
            });
        await server.WaitForAsync(2);
        await worker.StopAsync(CancellationToken.None);
    }

    [EngineTheory]
    public async Task Without_a_way_out_mails_wait(Engine engine)
    {
        await using var outbox = await Outbox.OnAsync(engine);
        var mail = await outbox.WriteAsync();
        await using var program = outbox.Program(delivery: null);
        var worker = program.GetRequiredService<OutboxWorker>();

        await worker.StartAsync(CancellationToken.None);
        await worker.ExecuteTask!.WaitAsync(TimeSpan.FromSeconds(10));

        var stored = await outbox.StoredAsync(mail);
        stored.Attempts.ShouldBe(0);
        stored.LeasedUntil.ShouldBeNull();
    }
}
