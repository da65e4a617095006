using System.Net;
using Microsoft.EntityFrameworkCore;
using Throughline.Data.Tests.Engines;
using Throughline.Domain.Meetings;
using static Throughline.Web.Tests.Meetings.TodaysMeeting;

namespace Throughline.Web.Tests.Meetings;

/// <summary>Notes of a meeting: written by several at once, and never lost.</summary>
public sealed class RoomNotesTests
{
    [EngineTheory]
    public async Task Notes_of_two_writers_are_joined_or_both_kept_and_one_can_join_them(
        Engine engine
    )
    {
        await using var app = await TestApp.StartAsync(engine);
        var at = await TodayAsync(app);
        await app.As("facilitator").PostFormAsync($"{at}/clock?handler=Start");
        var note = $"{at}/notes/s0";
        await app.As("member")
            .PostFormAsync(note, ("Input.Words", "One\nTwo"), ("Input.Edition", "0"));

        await app.As("facilitator")
            .PostFormAsync(
                note,
                ("Input.Words", "One\nTwo\nThree"),
                ("Input.Edition", "1"),
                ("Input.Start", "One\nTwo")
            );
        await app.As("principal")
            .PostFormAsync(
                note,
                ("Input.Words", "Zero\nOne, said twice\nTwo"),
                ("Input.Edition", "1"),
                ("Input.Start", "One\nTwo")
            );
        var page = await app.As("member").GetAsync(note);
        page.Form("Save the notes")["Input.Words"].ShouldBe("Zero\nOne, said twice\nTwo\nThree");

        page = await app.As("member")
            .PostFormAsync(
                note,
                ("Input.Words", "Uno\nTwo"),
                ("Input.Edition", "1"),
                ("Input.Start", "One\nTwo")
            );
        page.Notice.ShouldBe(
            "✓ Someone wrote at the same time. Your text is kept beside the notes; join the two."
        );
        page.Text.ShouldContain("Theo Lindqvist wrote");
        page = await page.Form("Save as joined").Fill("Notes", "All of it").SubmitAsync();
        page.Notice.ShouldBe("✓ The notes are saved.");
        (await app.As("principal").GetAsync(note))
            .Form("Save the notes")["Input.Words"]
            .ShouldBe("All of it");
    }

    [EngineTheory]
    public async Task Two_who_begin_at_once_where_nothing_is_written_are_joined(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        var at = await TodayAsync(app);
        await app.As("facilitator").PostFormAsync($"{at}/clock?handler=Start");
        var note = $"{at}/notes/s0";

        foreach (var (who, words) in new[] { ("member", "One"), ("facilitator", "Two") })
        {
            await app.As(who)
                .PostFormAsync(
                    note,
                    ("Input.Words", words),
                    ("Input.Edition", "0"),
                    ("Input.Start", "")
                );
        }

        (await app.As("member").GetAsync(note))
            .Form("Save the notes")["Input.Words"]
            .ShouldBe("One\nTwo");
    }

    [EngineTheory]
    public async Task A_note_of_two_megabytes_is_refused_and_stays_in_the_box(Engine engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        var at = await TodayAsync(app);

        var page = await app.As("member")
            .PostFormAsync($"{at}/notes/s0", ("Input.Words", new string('x', 2_000_000)));

        page.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        page.Problems.ShouldContain(p =>
            p.StartsWith("Shorten the note", StringComparison.Ordinal)
        );
        page.Form("Save the notes")["Input.Words"]!.Length.ShouldBe(2_000_000);
        (
            await app.Db(db => db.Set<MeetingNote>().CountAsync(n => n.Words.StartsWith("xxx")))
        ).ShouldBe(0);
    }
}
