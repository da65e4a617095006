using Throughline.Data.Demo;
using Throughline.Data.Tests.Engines;
using Throughline.Data.Tests.Mail;

namespace Throughline.Web.Tests.Meetings;

/// <summary>Invitations, changes and cancellations, as a real mail server takes them and a real calendar program reads them.</summary>
public sealed class MeetingMailTests
{
    private const string Roosevelt = $"/{DemoDistrict.Roosevelt}/meetings";
    private const string RooseveltPrincipal = "alonzo.pickett@riverbend.example";

    // As many as sit on Roosevelt's ILT.
    private const int Members = 5;

    [EngineTheory]
    public async Task Each_member_is_invited_told_when_the_meeting_moves_and_when_it_is_called_off(
        Engine engine
    )
    {
        await using var server = await MailServer.StartAsync();
        await using var app = await StartAsync(engine, server);
        var principal = app.As(RooseveltPrincipal);

        var page = await (await principal.GetAsync($"{Roosevelt}/new"))
            .Form("Plan the meeting")
            .Fill("Day", "2027-03-15")
            .Fill("Starts at", "15:15")
            .Fill("Minutes", "60")
            .Fill("Place", "Room 12; west, “Lab”")
            .SubmitAsync();
        var at = page.Path;
        var invited = await SentAsync(server, Members);
        invited.Select(m => m.To).Distinct().Count().ShouldBe(Members);
        foreach (var mail in invited)
        {
            mail.Subject.ShouldBe("ILT meeting, Mon, Mar 15, Roosevelt K–8 School");
            mail.Part("text/plain").ShouldContain($"https://ilt.riverbend.example{at}");
            var (method, e) = await SeenAsync(mail);
            (method, e.Status, e.Sequence).ShouldBe(("REQUEST", "CONFIRMED", 0));
            e.Attendees.ShouldBe([$"mailto:{mail.To}"]);
            e.Organizer.ShouldNotBeNull();
            (e.Start.Wall, e.End.Wall).ShouldBe(("2027-03-15 15:15", "2027-03-15 16:15"));
            e.Start.Utc.ShouldBe(new DateTime(2027, 3, 15, 20, 15, 0, DateTimeKind.Utc));
            e.Location.ShouldBe("Room 12; west, “Lab”");
            e.Url.ShouldBe($"https://ilt.riverbend.example{at}");
        }

        var (_, planned) = await SeenAsync(invited[0]);
        await (await principal.GetAsync($"{at}/move"))
            .Form("Move the meeting")
            .Fill("Day", "2027-03-10")
            .SubmitAsync();
        var moved = await SentAsync(server, 2 * Members);
        moved.ShouldAllBe(m =>
            m.Subject == "Moved: ILT meeting, Wed, Mar 10, Roosevelt K–8 School"
        );
        var (again, change) = await SeenAsync(moved[0]);
        (again, change.Uid, change.Sequence).ShouldBe(("REQUEST", planned.Uid, 1));
        change.Start.Utc.ShouldBe(new DateTime(2027, 3, 10, 21, 15, 0, DateTimeKind.Utc));

        await (await principal.GetAsync($"{at}/move"))
            .Form($"Call meeting {at.Split('/')[^1]} off")
            .Fill("Why", "Half of us are at the\nscience fair; <b>sorry</b>")
            .SubmitAsync();
        var off = await SentAsync(server, 3 * Members);
        off.ShouldAllBe(m => m.Subject.StartsWith("Called off: ILT meeting, Wed, Mar 10"));
        off[0].Part("text/plain").ShouldContain("science fair; <b>sorry</b>");
        var (cancel, gone) = await SeenAsync(off[0]);
        (cancel, gone.Uid, gone.Sequence, gone.Status).ShouldBe(
            ("CANCEL", planned.Uid, 2, "CANCELLED")
        );
    }

    [EngineTheory]
    public async Task A_new_rhythm_invites_to_the_first_meeting_alone_and_tells_when_it_moves(
        Engine engine
    )
    {
        await using var server = await MailServer.StartAsync();
        await using var app = await StartAsync(engine, server);
        var principal = app.As(RooseveltPrincipal);
        await (await principal.GetAsync($"{Roosevelt}/rhythm"))
            .Form("Set the rhythm and plan the meetings")
            .Fill("How often", "1")
            .Tick("Thursday")
            .Fill("Starts at", "15:15")
            .SubmitAsync();
        var invited = await SentAsync(server, Members);
        invited.ShouldAllBe(m => m.Subject.StartsWith("ILT meeting, Thu, Jan 21"));

        await (await principal.GetAsync($"{Roosevelt}/rhythm"))
            .Form("Save and move the meetings to come")
            .Untick("Thursday")
            .Tick("Friday")
            .SubmitAsync();
        var moved = await SentAsync(server, 2 * Members);
        moved.ShouldAllBe(m => m.Subject.StartsWith("Moved: ILT meeting, Fri, Jan 22"));
        var ((_, first), (_, then)) = (await SeenAsync(invited[0]), await SeenAsync(moved[0]));
        (then.Uid, then.Sequence).ShouldBe((first.Uid, 1));

        // Nothing is different: nobody is told.
        await (await principal.GetAsync($"{Roosevelt}/rhythm"))
            .Form("Save and move the meetings to come")
            .SubmitAsync();
        await Task.Delay(300);
        server.Received.Count.ShouldBe(2 * Members);
    }

    [EngineTheory]
    public async Task Who_gets_a_seat_later_is_invited_and_whose_seat_ends_is_told(Engine engine)
    {
        await using var server = await MailServer.StartAsync();
        await using var app = await StartAsync(engine, server);
        var principal = app.As(RooseveltPrincipal);
        await (await principal.GetAsync($"{Roosevelt}/new"))
            .Form("Plan the meeting")
            .Fill("Day", "2027-03-15")
            .Fill("Starts at", "15:15")
            .Fill("Minutes", "60")
            .SubmitAsync();
        await SentAsync(server, Members);
        var give = await principal.GetAsync($"/{DemoDistrict.Roosevelt}/team/give-seat");
        var form = give.Form("Give the seat");
        var newcomer = give
            .Document.QuerySelectorAll("select[name='Input.PersonId'] option")
            .Select(o => (Id: o.GetAttribute("value")!, Name: o.TextContent.Trim()))
            .First(o => o.Id.Length > 0);

        await form.Fill("Who", newcomer.Name).Fill("As", "Coach").SubmitAsync();

        var mail = (await SentAsync(server, Members + 1))[^1];
        mail.Part("text/plain").ShouldContain("You sit on the ILT now.");
        var (method, e) = await SeenAsync(mail);
        (method, e.Start.Wall).ShouldBe(("REQUEST", "2027-03-15 15:15"));

        await (await principal.GetAsync($"/{DemoDistrict.Roosevelt}/team/seats/{newcomer.Id}"))
            .Form("End the membership")
            .SubmitAsync();
        var last = (await SentAsync(server, Members + 2))[^1];
        last.To.ShouldBe(mail.To);
        (await SeenAsync(last)).Item1.ShouldBe("CANCEL");
    }

    private static Task<TestApp> StartAsync(Engine engine, MailServer server) =>
        TestApp.StartAsync(
            engine,
            new()
            {
                Settings = new Dictionary<string, string>
                {
                    ["Mail:Host"] = "127.0.0.1",
                    ["Mail:Port"] = $"{server.Port}",
                    ["Mail:From"] = "ilt@riverbend.example",
                    // The mails of the morning would come between.
                    ["Digest:Hour"] = "14",
                    ["PublicUrl"] = "https://ilt.riverbend.example",
                },
            }
        );

    // The last of so many mails in all.
    private static async Task<List<ReceivedMail>> SentAsync(MailServer server, int inAll)
    {
        var mails = await server.WaitForAsync(inAll);
        mails.Count.ShouldBe(inAll);
        return [.. mails.Skip(inAll - Members)];
    }

    private static async Task<(string Method, SeenEvent Event)> SeenAsync(ReceivedMail mail)
    {
        var text = mail.Part("text/calendar");
        var calendar = await CalendarProgram.ReadAsync(text);
        mail.Raw.ShouldContain($"method={calendar.Method}");
        text.Split("\r\n").ShouldAllBe(l => !l.Contains('\n') && l.Length <= 75);
        return (calendar.Method, calendar.Events.ShouldHaveSingleItem());
    }
}
