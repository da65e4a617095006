using Microsoft.EntityFrameworkCore;
using Throughline.Data.Demo;
using Throughline.Data.Platform;
using Throughline.Domain.Meetings;
using Throughline.Domain.Units;
using Throughline.Domain.Work;
using Throughline.Web.Tests.Support;
using static Throughline.Web.Tests.Meetings.TodaysMeeting;

namespace Throughline.Web.Tests.Meetings.Minutes;

/// <summary>Lincoln’s meeting of the day of the tests once it is over, and what is kept and sent of it.</summary>
internal static class MeetingThatIsOver
{
    /// <summary>Today's meeting, over: Dana was there and recorded; Theo, who was away, got a to-do; one thing was decided.</summary>
    public static async Task<string> HeldAsync(TestApp app)
    {
        var at = await StartedAsync(app);
        var facilitator = app.As("facilitator");
        await facilitator.PostFormAsync($"{at}/attendance?handler=Here");
        var (dana, theo) = (await IdOfAsync(app, "Dana"), await IdOfAsync(app, "Theo"));
        await facilitator.PostFormAsync(
            $"{at}/roles?handler=Give",
            ("Input.Kind", "Recorder"),
            ("Input.PersonId", dana.ToString())
        );
        await app.Db(async db =>
        {
            var meeting = MeetingOf(db, at);
            var unit = await db.Set<Unit>().SingleAsync(u => u.Id == meeting.UnitId);
            var toDo = ToDo.Add(
                unit,
                900,
                new WorkPlan(
                    "Send the samples",
                    null,
                    new(theo, "Theo", true, false),
                    new(2027, 1, 29)
                ),
                meeting.Id,
                dana,
                meeting.Day,
                app.Clock.Now
            ).Value;
            var decision = Decision
                .Propose(
                    unit,
                    900,
                    new Proposal("Tell every team by Friday", null, []),
                    meeting.Id,
                    dana,
                    app.Clock.Now
                )
                .Value;
            decision
                .Decide(
                    new DecisionTaken(DecidedAs.Consensus, "Each team hears of it.", "They asked."),
                    byLeader: false,
                    [],
                    dana,
                    app.Clock.Now
                )
                .IsOk.ShouldBeTrue();
            db.Add(toDo);
            db.Add(decision);
            await db.SaveChangesAsync();
        });
        await (await facilitator.GetAsync($"/{DemoDistrict.Lincoln}/sharing/relays/900/begin"))
            .Form("Tell the teams")
            .SubmitAsync();
        app.Clock.Advance(TimeSpan.FromMinutes(70));
        await facilitator.PostFormAsync($"{at}/clock?handler=End");
        return at;
    }

    public static async Task<string> FinalAsync(TestApp app)
    {
        var at = await HeldAsync(app);
        await (await app.As("facilitator").GetAsync(at)).Form("Confirm the minutes").SubmitAsync();
        return at;
    }

    public static Task<byte[]> BytesAsync(TestApp app, string at) =>
        app.Db(async db =>
        {
            var meeting = MeetingOf(db, at);
            return await db.Set<MinutesEdition>()
                .Where(e => e.MeetingId == meeting.Id && e.Number == 1)
                .Select(e => e.Record)
                .SingleAsync();
        });

    public static Task<List<OutboxMail>> MailsAsync(TestApp app, string subject) =>
        app.Db(db =>
            db.Set<OutboxMail>()
                .AsNoTracking()
                .Where(m => m.Subject.StartsWith(subject))
                .ToListAsync()
        );
}
