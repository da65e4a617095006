using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Throughline.Data;
using Throughline.Data.Demo;
using Throughline.Data.Mail;
using Throughline.Data.Platform;
using Throughline.Data.Tests.Engines;
using Throughline.Domain.Sharing;
using Throughline.Domain.Teams;
using Throughline.Domain.Units;
using Throughline.Web.Features.Home;
using Throughline.Web.Tests.Meetings.Minutes;
using Throughline.Web.Tests.Support;

namespace Throughline.Web.Tests.Home;

/// <summary>Whether and when mail reaches someone: by every path there is.</summary>
public sealed class MailingsTests
{
    private const string Page = "/account/mail";
    private const string Notes = $"/{DemoDistrict.Lincoln}/sharing/notes";
    private static readonly string Member = DemoDistrict.Email("member");
    private static readonly string Teacher = DemoDistrict.Email("teacher");

    [EngineTheory]
    public async Task After_all_is_off_no_mail_of_any_kind_comes_by_any_path(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        await app.Db(db => db.Set<OutboxMail>().ExecuteDeleteAsync());
        foreach (var person in new[] { "member", "teacher" })
        {
            var off = await (await app.As(person).GetAsync(Page)).Form("All off").SubmitAsync();
            off.Text.ShouldContain("All off: no mail comes.");
        }

        await EveryPathAsync(app);

        var mails = await app.Db(db => db.Set<OutboxMail>().AsNoTracking().ToListAsync());
        mails.Select(m => m.Kind).Distinct().Order().ShouldBe(MailWishes.Kinds.Order());
        mails.ShouldAllBe(m => m.To != Member && m.To != Teacher);

        // What one asks for at that moment always comes.
        await app.Anonymous().PostFormAsync("/forgot-password", ("Email", Member));
        (
            await app.Db(db => db.Set<OutboxMail>().Where(m => m.To == Member).ToListAsync())
        ).ShouldNotBeEmpty();
    }

    [EngineTheory]
    public async Task What_was_written_before_it_was_switched_off_stays_here(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        await SendNoteAsync(app);
        (await WaitingAsync(app, Teacher)).ShouldBe(1);
        await app.As("teacher").PostFormAsync($"{Page}?handler=Off");

        var left = await DeliverAsync(app);

        left.ShouldNotContain(Teacher);
        left.ShouldContain(Member);
        (await WaitingAsync(app, Teacher)).ShouldBe(0);
    }

    [EngineTheory]
    public async Task Mail_at_nine_in_the_evening_leaves_the_next_school_morning(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        // Wednesday evening in Chicago; Thursday is a snow day.
        app.Clock.Now = new(2027, 1, 21, 3, 0, 0, DateTimeKind.Utc);
        await CloseAsync(app, new(2027, 1, 21));
        await MeetingMovesAsync(app);

        (await DeliverAsync(app)).ShouldBeEmpty();
        app.Clock.Now = new(2027, 1, 21, 16, 0, 0, DateTimeKind.Utc);
        (await DeliverAsync(app)).ShouldBeEmpty("no school");
        app.Clock.Now = new(2027, 1, 22, 12, 59, 0, DateTimeKind.Utc);
        (await DeliverAsync(app)).ShouldBeEmpty();
        app.Clock.Now = new(2027, 1, 22, 13, 0, 0, DateTimeKind.Utc);
        (await DeliverAsync(app)).ShouldContain(Member);
    }

    [EngineTheory]
    public async Task It_waits_for_the_end_of_ones_quiet_hours(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        var page = await (await app.As("teacher").GetAsync(Page))
            .Form("Save")
            .Fill("From", "09:00")
            .Fill("Until", "14:30")
            .SubmitAsync();
        page.Notice.ShouldBe("✓ It is kept which mails you get.");
        await SendNoteAsync(app);

        (await DeliverAsync(app)).ShouldNotContain(Teacher);
        app.Clock.Now = new(2027, 1, 20, 20, 30, 0, DateTimeKind.Utc);
        (await DeliverAsync(app)).ShouldBe([Teacher]);
    }

    [EngineTheory]
    public async Task The_daily_mail_comes_at_the_hour_one_chose_and_names_nothing_done_meanwhile(
        Engine engine
    )
    {
        await using var app = await TestApp.StartAsync(engine);
        await (await app.As("teacher").GetAsync(Page))
            .Form("Save")
            .Fill("When the daily mail comes", "from 10:00 AM")
            .SubmitAsync();
        var round = app.Services.GetRequiredService<DigestRound>();
        app.Clock.Now = new(2027, 1, 21, 13, 0, 0, DateTimeKind.Utc);
        await round.RunAsync(default);
        (await DailyAsync(app, Teacher)).ShouldBe(0);
        (await DailyAsync(app, Member)).ShouldBe(1);

        app.Clock.Now = new(2027, 1, 21, 16, 0, 0, DateTimeKind.Utc);
        await round.RunAsync(default);
        (await DailyAsync(app, Teacher)).ShouldBe(1);
        (await DailyAsync(app, Member)).ShouldBe(1, "one a day");
    }

    [EngineTheory]
    public async Task Before_the_contract_hours_no_daily_mail_is_written(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        await (await app.As("principal").GetAsync($"/{DemoDistrict.Lincoln}/settings/hours"))
            .Form("Save")
            .Fill("From", "08:30")
            .Fill("Until", "15:30")
            .SubmitAsync();
        var round = app.Services.GetRequiredService<DigestRound>();
        foreach (var (hour, count) in new[] { (13, 0), (14, 0), (15, 1) })
        {
            app.Clock.Now = new(2027, 1, 21, hour, 0, 0, DateTimeKind.Utc);
            await round.RunAsync(default);
            (await DailyAsync(app, Member)).ShouldBe(count);
        }
    }

    [EngineTheory]
    public async Task Kinds_are_switched_off_by_themselves(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        await (await app.As("teacher").GetAsync(Page))
            .Form("Save")
            .Untick("Staff note")
            .SubmitAsync();
        await SendNoteAsync(app);
        (await WaitingAsync(app, Teacher)).ShouldBe(0);
        var page = await app.As("teacher").GetAsync(Page);
        page.Form("Save").Values.ShouldNotContain(("Input.Kinds", "8"));
        page.Form("Save").Values.ShouldContain(("Input.Kinds", "4"));
    }

    [EngineTheory]
    public async Task Quiet_hours_that_leave_none_are_refused(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        var page = await (await app.As("teacher").GetAsync(Page))
            .Form("Save")
            .Fill("From", "06:00")
            .Fill("Until", "20:00")
            .SubmitAsync();
        page.Problems.ShouldHaveSingleItem().ShouldStartWith("That leaves no hour");
        page.Form("Save").Values.ShouldContain(("Input.QuietUntil", "20:00"));
    }

    [EngineTheory]
    public async Task A_districts_hours_hold_in_its_schools_but_for_those_with_their_own(
        Engine engine
    )
    {
        await using var app = await TestApp.StartAsync(engine);
        await HoursAsync(app, "principal", DemoDistrict.Lincoln, "06:45");
        await HoursAsync(app, "admin", DemoDistrict.District, "07:30");
        await app.Db(async db =>
        {
            var hours = await db.Set<Unit>().ToDictionaryAsync(u => u.Slug, u => u.Hours.From);
            hours[DemoDistrict.Lincoln].ShouldBe(new(6, 45));
            hours[DemoDistrict.Tubman].ShouldBe(new(7, 30));
        });
        var refused = await (
            await app.As("principal").GetAsync($"/{DemoDistrict.Lincoln}/settings/hours")
        )
            .Form("Save")
            .Fill("From", "16:30")
            .SubmitAsync();
        refused.Problems.ShouldHaveSingleItem().ShouldContain("an hour at least");
    }

    private static async Task HoursAsync(TestApp app, string who, string unit, string from) =>
        (
            await (await app.As(who).GetAsync($"/{unit}/settings/hours"))
                .Form("Save")
                .Fill("From", from)
                .SubmitAsync()
        ).Notice.ShouldBe("✓ The contract hours are saved.");

    // Each kind of mail there is, at a time when it goes.
    private static async Task EveryPathAsync(TestApp app)
    {
        await SendNoteAsync(app);
        await MeetingMovesAsync(app);
        await (await app.As("member").GetAsync($"/{DemoDistrict.Lincoln}/sharing/relays/8/mail"))
            .Form("Send it to Grade 4")
            .SubmitAsync();
        await MeetingThatIsOver.HeldAsync(app);
        await app.As("principal")
            .PostFormAsync($"/{DemoDistrict.Lincoln}/assessments/4?handler=Remind");
        await SendOnAsync(app, Member);
        await SendOnAsync(app, "office@riverbend.example");
        app.Clock.Now = new(2027, 1, 21, 14, 0, 0, DateTimeKind.Utc);
        await app.Services.GetRequiredService<DigestRound>().RunAsync(default);
    }

    private static async Task SendNoteAsync(TestApp app)
    {
        var principal = app.As("principal");
        var note = await (await principal.GetAsync($"{Notes}/{DemoNote.Asked}"))
            .Form("Approve it")
            .SubmitAsync();
        (await note.Form("Send it").SubmitAsync()).Notice!.ShouldContain("It is sent");
    }

    private static Task MeetingMovesAsync(TestApp app) =>
        WithinAsync(
            app,
            async (db, services) =>
            {
                var meeting = await db.Set<Domain.Meetings.Meeting>()
                    .Where(m => m.UnitId == services.Unit.Id && m.InvitedAt != null)
                    .OrderByDescending(m => m.Day)
                    .FirstAsync();
                await services.Mail.MovedAsync(meeting, default);
            }
        );

    private static Task SendOnAsync(TestApp app, string address) =>
        WithinAsync(
            app,
            async (db, services) =>
            {
                var mail = await Mailings.ToAddressAsync(
                    db,
                    MailKind.SentOn,
                    services.Unit,
                    address,
                    app.Clock.Now,
                    default
                );
                if (mail?.Invoke(new("For you", "An issue")) is { } written)
                {
                    db.Add(written);
                }
            }
        );

    private static async Task WithinAsync(
        TestApp app,
        Func<ThroughlineDb, (Unit Unit, Features.Meetings.MeetingMail Mail), Task> act
    )
    {
        var district = await app.Db(db =>
            db.Set<Unit>()
                .IgnoreQueryFilters()
                .Where(u => u.Slug == DemoDistrict.Lincoln)
                .Select(u => u.DistrictId)
                .SingleAsync()
        );
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ThroughlineDb>();
        db.Scope.Enter(district);
        var unit = await db.Set<Unit>()
            .AsNoTracking()
            .SingleAsync(u => u.Slug == DemoDistrict.Lincoln);
        scope.ServiceProvider.GetRequiredService<Throughline.Web.Access.Here>().At(unit);
        await act(
            db,
            (unit, scope.ServiceProvider.GetRequiredService<Features.Meetings.MeetingMail>())
        );
        await db.SaveChangesAsync();
    }

    private static Task<int> WaitingAsync(TestApp app, string to) =>
        app.Db(db => db.Set<OutboxMail>().CountAsync(m => m.To == to && m.SentAt == null));

    private static Task<int> DailyAsync(TestApp app, string to) =>
        app.Db(db => db.Set<OutboxMail>().CountAsync(m => m.To == to && m.Kind == MailKind.Daily));

    // Lets the outbox go as far as it may now; to whom mails went.
    private static async Task<IReadOnlyList<string>> DeliverAsync(TestApp app)
    {
        var delivery = new Kept();
        using var worker = ActivatorUtilities.CreateInstance<OutboxWorker>(app.Services, delivery);
        while (await worker.SendNextAsync(default)) { }
        return delivery.To;
    }

    private static Task CloseAsync(TestApp app, DateOnly day) =>
        app.Db(async db =>
        {
            var place = await db.Set<Unit>().SingleAsync(u => u.Slug == DemoDistrict.Lincoln);
            db.Add(
                CalendarDay
                    .New(
                        place.DistrictId,
                        place.Id,
                        day,
                        CalendarDayKind.Closure,
                        "Snow",
                        app.Clock.Now
                    )
                    .Value
            );
            await db.SaveChangesAsync();
        });

    private sealed class Kept : IMailDelivery
    {
        public List<string> To { get; } = [];

        public Task DeliverAsync(OutboxMail mail, CancellationToken cancel)
        {
            To.Add(mail.To);
            return Task.CompletedTask;
        }
    }
}
