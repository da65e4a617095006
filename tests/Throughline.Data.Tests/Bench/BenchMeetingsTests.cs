using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Throughline.Data.Bench;
using Throughline.Data.Meetings;
using Throughline.Data.Sharing;
using Throughline.Data.Tests.Engines;
using Throughline.Domain.Meetings;
using Throughline.Domain.Shared;
using Throughline.Domain.Sharing;
using Throughline.Domain.Teams;
using Throughline.Domain.Units;
using Throughline.Domain.Work;

namespace Throughline.Data.Tests.Bench;

public sealed class BenchMeetingsTests
{
    [EngineTheory]
    public async Task Each_team_has_met_each_week_is_in_one_meeting_and_has_begun_the_agenda_of_one(
        Engine engine
    )
    {
        await using var database = await BenchDatabase.Seeded.CopyAsync(engine);
        await using var db = await BenchSeedTests.BenchAsync(database);
        var meetings = await db.Set<Meeting>()
            .Include(m => m.Items)
            .Include(m => m.Attendances)
            .Include(m => m.Roles)
            .AsSplitQuery()
            .ToListAsync();
        var teams = meetings.GroupBy(m => m.UnitId).ToList();

        teams.Count.ShouldBe(BenchDatabase.Tiny.Schools);
        foreach (var team in teams.Select(t => t.OrderBy(m => m.Day).ToList()))
        {
            // Some forty weeks of school a year, less the breaks.
            team.Count.ShouldBeInRange(
                36 * BenchDatabase.Tiny.Years,
                41 * BenchDatabase.Tiny.Years
            );
            team.Select(m => m.Number).ShouldBe(Enumerable.Range(1, team.Count));
            var open = team.FindIndex(m => m.State == MeetingState.InProgress);
            team[..open].ShouldAllBe(m => m.State == MeetingState.Ended);
            team[(open + 1)..].ShouldAllBe(m => m.State == MeetingState.Planned);
            team[..(open - 1)].ShouldAllBe(m => m.Items.Count == BenchSize.ItemsEach);
            team[(open - 1)..(open + 2)].ShouldAllBe(m => m.Items.Count == BenchSize.ItemsNow);
            team[(open + 2)..].ShouldAllBe(m => !m.HasAgenda);
            team[..(open + 1)]
                .ShouldAllBe(m => m.Present.Count() == BenchSize.Team - 1 && m.Roles.Count == 4);
            team[open].StartedAt.ShouldNotBeNull().ShouldBeLessThan(TestClock.Start);
            team[open].CurrentStop!.Item.ShouldBe(2);
        }
    }

    [EngineTheory]
    public async Task Each_meeting_leaves_to_dos_and_about_twenty_are_open(Engine engine)
    {
        await using var database = await BenchDatabase.Seeded.CopyAsync(engine);
        await using var db = await BenchSeedTests.BenchAsync(database);
        var held = await db.Set<Meeting>().CountAsync(m => m.StartedAt != null);
        var toDos = await db.Set<ToDo>().Include(t => t.Notes).ToListAsync();

        toDos.Count.ShouldBe(held * BenchSize.ToDosEach);
        toDos.GroupBy(t => t.MeetingId).Count().ShouldBe(held);
        foreach (var open in toDos.Where(t => t.IsOpen).GroupBy(t => t.UnitId))
        {
            open.Count().ShouldBeInRange(10, 30);
        }

        toDos.ShouldAllBe(t => t.IsOpen == (t.EndedAt == null) && t.IsOpen == (t.Notes.Count == 0));
        toDos.ShouldAllBe(t => t.EndedAt == null || t.EndedAt < TestClock.Start);
    }

    [EngineTheory]
    public async Task Each_meeting_but_the_last_has_final_minutes_that_hold_what_came_of_it(
        Engine engine
    )
    {
        await using var database = await BenchDatabase.Seeded.CopyAsync(engine);
        await using var db = await BenchSeedTests.BenchAsync(database);
        var held = await db.Set<Meeting>().Where(m => m.EndedAt != null).ToListAsync();
        var minutes = await db.Set<MinutesEdition>().ToListAsync();

        minutes.Count.ShouldBe(held.Count - BenchDatabase.Tiny.Schools);
        held.Count(m => m.MinutesFinalAt is not null).ShouldBe(minutes.Count);
        foreach (var record in minutes.Select(m => m.Read().ShouldNotBeNull()))
        {
            record.ToDos.Count.ShouldBe(BenchSize.ToDosEach);
            (record.Decisions.Count + record.Issues.Count).ShouldBe(1);
            record.Parts.ShouldContain(p => p.Note != null);
            record.Present.Count.ShouldBe(BenchSize.Team - 1);
        }
    }

    [EngineTheory]
    public async Task What_was_decided_is_told_to_each_team_and_counted_as_a_rebuild_counts_it(
        Engine engine
    )
    {
        await using var database = await BenchDatabase.Seeded.CopyAsync(engine);
        await using var db = await BenchSeedTests.BenchAsync(database);
        var decided = await db.Set<Decision>().CountAsync(d => d.EndedAt != null);
        var relays = await db.Set<Relay>().Include(r => r.Teams).ToListAsync();
        var loaded = await TalliesAsync();

        relays.Count.ShouldBe(decided);
        relays.ShouldAllBe(r => r.Teams.Count > 0);
        loaded.Count.ShouldBe(decided);
        await RelayTally.RebuildAsync(db, default);
        (await TalliesAsync()).ShouldBe(loaded);

        Task<List<(Guid, DateOnly?, int, int)>> TalliesAsync() =>
            db.Set<RelayTally>()
                .AsNoTracking()
                .OrderBy(t => t.RelayId)
                .Select(t => new ValueTuple<Guid, DateOnly?, int, int>(
                    t.RelayId,
                    t.DueOn,
                    t.Teams,
                    t.InTime
                ))
                .ToListAsync();
    }

    [EngineTheory]
    public async Task Each_meeting_has_feedback_and_every_fourth_a_theme_that_was_answered(
        Engine engine
    )
    {
        await using var database = await BenchDatabase.Seeded.CopyAsync(engine);
        await using var db = await BenchSeedTests.BenchAsync(database);
        var held = await db.Set<Meeting>().Where(m => m.EndedAt != null).ToListAsync();

        (await db.Set<NamedFeedback>().CountAsync()).ShouldBe(3 * held.Count);
        (await db.Set<FeedbackTheme>().ToListAsync()).ShouldAllBe(t =>
            t.State == ThemeState.Changed
        );
        (await db.Set<FeedbackTheme>().CountAsync()).ShouldBe(held.Count(m => m.Number % 4 == 0));
    }

    [EngineTheory]
    public async Task Each_meeting_is_summed_up_as_a_rebuild_sums_it_up(Engine engine)
    {
        await using var database = await BenchDatabase.Seeded.CopyAsync(engine);
        await using var db = await BenchSeedTests.BenchAsync(database);
        var loaded = await SummariesAsync();

        loaded.Count.ShouldBe(await db.Set<Meeting>().CountAsync(m => m.EndedAt != null));
        await MeetingSummaries.RebuildAsync(db, default);
        (await SummariesAsync()).ShouldBe(loaded);

        async Task<List<string>> SummariesAsync() =>
            (
                await db.Set<MeetingSummary>()
                    .AsNoTracking()
                    .Include(s => s.FollowUps.OrderBy(f => f.DueOn))
                    .OrderBy(s => s.MeetingId)
                    .ToListAsync()
            ).ConvertAll(s => JsonSerializer.Serialize(s));
    }

    [EngineTheory]
    public async Task Each_decision_stands_in_a_staff_note_that_was_sent(Engine engine)
    {
        await using var database = await BenchDatabase.Seeded.CopyAsync(engine);
        await using var db = await BenchSeedTests.BenchAsync(database);

        var notes = await db.Set<StaffNote>().ToListAsync();
        notes.Count.ShouldBe(await db.Set<Decision>().CountAsync(d => d.EndedAt != null));
        notes.ShouldAllBe(n => n.SentAt != null && n.Kept.Any());
    }

    [EngineTheory]
    public async Task Decisions_are_shown_by_hands_and_one_of_each_team_waits_for_them(
        Engine engine
    )
    {
        await using var database = await BenchDatabase.Seeded.CopyAsync(engine);
        await using var db = await BenchSeedTests.BenchAsync(database);
        var decisions = await db.Set<Decision>()
            .Include(d => d.Hands)
            .Include(d => d.Tallies)
            .AsSplitQuery()
            .ToListAsync();
        var asking = decisions.Where(d => d.Status == DecisionStatus.HandsOpen).ToList();

        asking.Count.ShouldBe(BenchDatabase.Tiny.Schools);
        asking.ShouldAllBe(d => d.Hands.Count == BenchSize.Team && d.Hands.Any(h => !h.IsUp));
        decisions
            .Except(asking)
            .ShouldAllBe(d =>
                d.Status == DecisionStatus.Decided
                && d.Counts!.Sum() == BenchSize.Team
                && d.Hands.Count == 0
            );
    }

    [EngineTheory]
    public async Task Issues_have_votes_rocks_are_looked_at_in_each_meeting_and_norms_are_signed(
        Engine engine
    )
    {
        await using var database = await BenchDatabase.Seeded.CopyAsync(engine);
        await using var db = await BenchSeedTests.BenchAsync(database);
        var issues = await db.Set<Issue>().Include(i => i.Votes).ToListAsync();
        var rocks = await db.Set<Rock>().Include(r => r.Notes).ToListAsync();
        var editions = await db.Set<FoundingEdition>().Include(e => e.Signatures).ToListAsync();

        issues.ShouldAllBe(i => i.Votes.Count >= 1 && i.Votes.Count <= 8);
        issues.Where(i => i.IsListed).GroupBy(i => i.UnitId).Count().ShouldBe(3);
        rocks.Where(r => r.IsOpen).GroupBy(r => r.UnitId).Count().ShouldBe(3);
        foreach (var rock in rocks.Where(r => !r.IsOpen))
        {
            var checks = rock.Notes.Where(n => n.OnTrack is not null).ToList();
            checks.Count.ShouldBeInRange(7, 14);
            checks.Select(n => n.MeetingId).Distinct().Count().ShouldBe(checks.Count);
        }

        editions.Count.ShouldBe(BenchDatabase.Tiny.Schools * 2);
        editions.ShouldAllBe(e => e.Signatures.Count == BenchSize.Team);
    }

    /// <summary>Everything of meetings and work but ids, one line a row.</summary>
    internal static async Task<IEnumerable<string>> PrintAsync(ThroughlineDb db)
    {
        var slugs = await db.Set<Unit>().ToDictionaryAsync(u => u.Id, u => u.Slug);
        var emails = await db.Set<Person>().ToDictionaryAsync(p => p.Id, p => p.Email);
        var toDos = await db.Set<ToDo>().AsNoTracking().ToListAsync();
        var issues = await db.Set<Issue>().AsNoTracking().Include(i => i.Votes).ToListAsync();
        var decisions = await db.Set<Decision>()
            .AsNoTracking()
            .Include(d => d.Tallies)
            .ToListAsync();
        var rocks = await db.Set<RockNote>().AsNoTracking().ToListAsync();
        var meetings = await db.Set<Meeting>().AsNoTracking().Include(m => m.Items).ToListAsync();
        return
        [
            .. toDos.Select(t =>
                Line(slugs[t.UnitId], t.Number, t.Title, emails[t.OwnerId], t.DueOn, t.EndedAt)
            ),
            .. issues.Select(i =>
                Line(slugs[i.UnitId], i.Number, i.Title, i.Status, i.EndedAt, i.Votes.Count)
            ),
            .. decisions.Select(d =>
                Line(slugs[d.UnitId], d.Number, d.Title, d.Status, string.Join('-', d.Counts ?? []))
            ),
            .. rocks.Select(n => Line(n.At, n.OnTrack, n.Words, emails[n.ByPersonId])),
            .. meetings.Select(m =>
                Line(
                    slugs[m.UnitId],
                    m.Number,
                    m.Day,
                    m.State,
                    string.Join('-', m.Items.OrderBy(i => i.Number).Select(i => i.Title))
                )
            ),
        ];
    }

    private static string Line(params object?[] values) =>
        string.Join('|', values.Select(v => Convert.ToString(v, CultureInfo.InvariantCulture)));
}
