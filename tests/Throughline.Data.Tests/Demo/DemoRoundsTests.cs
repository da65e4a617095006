using Microsoft.EntityFrameworkCore;
using Throughline.Data.Demo;
using Throughline.Data.Tests.Engines;
using Throughline.Domain.Assessments;
using Throughline.Domain.Assessments.Statistics;
using Throughline.Domain.Units;

namespace Throughline.Data.Tests.Demo;

public sealed class DemoRoundsTests
{
    private static readonly DateOnly Today = DateOnly.FromDateTime(TestClock.Start);

    [EngineTheory]
    public async Task In_the_open_round_people_are_at_different_points(Engine engine)
    {
        await using var database = await DemoDatabase.Seeded.CopyAsync(engine);
        await using var db = database.Open();
        var round = await RoundAsync(db, DemoRounds.Open);
        round.StateOn(Today).ShouldBe(RoundState.Open);

        (await ProgressAsync(db, round, "member")).ShouldBe("12 of 19");
        (await ProgressAsync(db, round, "facilitator")).ShouldBe("19 of 19");
        (await ProgressAsync(db, round, "principal")).ShouldBe("0 of 19");
        var member = await PersonAsync(db, "member");
        var mine = await db.Set<Rating>()
            .Where(r => r.RoundId == round.Id && r.PersonId == member)
            .ToListAsync();
        mine.Count(r => r.NotSeen).ShouldBeGreaterThanOrEqualTo(2);
        var notes = await db.Set<RatingNote>()
            .Where(n => n.RoundId == round.Id && n.PersonId == member)
            .Select(n => n.ShareWithTeam)
            .ToListAsync();
        notes.ShouldBe([true, false], ignoreOrder: true);
        (await db.Set<PublishedResult>().AnyAsync(p => p.RoundId == round.Id)).ShouldBeFalse();
    }

    [EngineTheory]
    public async Task There_is_a_round_in_every_state(Engine engine)
    {
        await using var database = await DemoDatabase.Seeded.CopyAsync(engine);
        await using var db = database.Open();

        (await RoundAsync(db, DemoRounds.ClosedLastYear)).IsClosed.ShouldBeTrue();
        (await RoundAsync(db, DemoRounds.Upcoming)).StateOn(Today).ShouldBe(RoundState.NotYetOpen);
        var fresh = await RoundAsync(db, DemoRounds.Fresh);
        fresh.StateOn(Today).ShouldBe(RoundState.Open);
        fresh.Raters.ShouldAllBe(r => !r.HasBegun);
        var late = await RoundAsync(db, DemoRounds.PastLastDay);
        late.StateOn(Today).ShouldBe(RoundState.PastLastDay);
        late.Log.ShouldContain(e => e.Kind == RoundEventKind.LateAnswer);
        var other = await RoundAsync(db, DemoRounds.InOtherDistrict);
        other.StateOn(Today).ShouldBe(RoundState.Open);
    }

    [EngineTheory]
    public async Task Results_show_every_state_they_can_be_in(Engine engine)
    {
        await using var database = await DemoDatabase.Seeded.CopyAsync(engine);
        await using var db = database.Open();

        var continuum = (await ResultsAsync(db, DemoRounds.ClosedContinuum)).Single().Read().Team;
        continuum.Items.ShouldAllBe(i => i.Figures != null);
        continuum.Notes.Sum(n => n.Texts!.Count).ShouldBe(7);
        var lastYear = (await ResultsAsync(db, DemoRounds.ClosedLastYear)).Single().Read().Team;
        lastYear.Items.Count(i => i.IsTooFew).ShouldBe(1);
        var tooFew = (await ResultsAsync(db, DemoRounds.TooFewAnswers)).Single().Read();
        tooFew.Sides.ShouldAllBe(s => s.IsTooFew);
        var stays = (await ResultsAsync(db, DemoRounds.EarlierResultStays)).MaxBy(r => r.Closing)!;
        stays.EarlierStays(stays.Read().Team).ShouldBeTrue();
        var reflection = (await ResultsAsync(db, DemoRounds.ClosedReflection)).Single().Read().Team;
        reflection.Items.ShouldBeEmpty();
        reflection.NotesTo("harder")!.Texts!.Count.ShouldBe(3);

        var reopened = await RoundAsync(db, DemoRounds.Reopened);
        reopened.StateOn(Today).ShouldBe(RoundState.Open);
        (await ResultsAsync(db, DemoRounds.Reopened)).Count.ShouldBe(1);
    }

    [EngineTheory]
    public async Task Two_perspectives_and_splits_show_every_state_they_can_be_in(Engine engine)
    {
        await using var database = await DemoDatabase.Seeded.CopyAsync(engine);
        await using var db = database.Open();

        var two = (await ResultsAsync(db, DemoRounds.TwoPerspectives)).Single().Read();
        (two.Team.Answered, two.Outside!.Answered).ShouldBe((11, 4));
        var gaps = two.Team.Items.Select(i => two.GapOf(i.ItemKey)).OfType<Gap>().ToList();
        gaps.ShouldContain(g => g.Size == DifferenceSize.Large && g.Delta > 0);
        gaps.ShouldContain(g => g.Size == DifferenceSize.Large && g.Delta < 0);
        // Two coaches and two leaders are too few to split a team of twelve.
        two.Team.Items.ShouldAllBe(i => i.Split == null);
        two.Outside.Notes.Sum(n => n.Texts?.Count ?? 0).ShouldBe(2);

        var few = (await ResultsAsync(db, DemoRounds.OutsideTooFew)).Single().Read();
        (few.Team.IsTooFew, few.Outside!.IsTooFew).ShouldBe((false, true));

        var district = (await ResultsAsync(db, DemoRounds.ClosedDistrict)).Single().Read();
        (district.Team.Answered, district.Outside!.Answered).ShouldBe((9, 7));
        district.Team.Items.ShouldAllBe(i => i.Split == null);
        district.Outside.Items.ShouldContain(i => i.Split != null);

        var high = (await ResultsAsync(db, DemoRounds.EarlierResultStays))[0].Read();
        high.Team.Items.ShouldContain(i => i.Split != null && i.Split.Count == 3);
    }

    [EngineTheory]
    public async Task Riverbend_has_instruments_of_its_own_one_of_them_in_two_versions(
        Engine engine
    )
    {
        await using var database = await DemoDatabase.Seeded.CopyAsync(engine);
        await using var db = database.Open();
        await EnterAsync(db, DemoDistrict.District);
        var versions = await db.Set<InstrumentVersion>().ToListAsync();

        versions
            .Where(v => v.Origin == InstrumentOrigin.Uploaded)
            .Select(v => (v.Key, v.Version))
            .ShouldBe(
                [
                    ("riverbend-meeting-check", 1),
                    ("riverbend-meeting-check", 2),
                    ("riverbend-term-reflection", 1),
                    ("riverbend-visit-checklist", 1),
                ],
                ignoreOrder: true
            );
        versions.Count(v => v.Origin == InstrumentOrigin.BuiltIn).ShouldBeGreaterThanOrEqualTo(3);
        versions.ShouldContain(v => v.FirstUsedAt == null);
    }

    [Theory]
    [InlineData("2026-01-01T05:30")]
    [InlineData("2026-03-08T08:30")]
    [InlineData("2026-07-05T12:00")]
    [InlineData("2026-08-31T23:50")]
    [InlineData("2026-11-01T06:30")]
    [InlineData("2028-02-29T18:00")]
    public async Task On_any_day_the_demo_can_be_made_and_its_rounds_are_in_their_states(
        string text
    )
    {
        var now = DateTime.SpecifyKind(
            DateTime.Parse(text, System.Globalization.CultureInfo.InvariantCulture),
            DateTimeKind.Utc
        );
        var today = DateOnly.FromDateTime(
            TimeZoneInfo.ConvertTimeFromUtc(
                now,
                TimeZoneInfo.FindSystemTimeZoneById("America/Chicago")
            )
        );
        await using var database = await TestDatabase.MigratedAsync(Engine.Sqlite);
        await using var db = database.Open();

        (await DemoDatabase.Seed(db).RunAsync(now)).IsOk.ShouldBeTrue();

        (await RoundAsync(db, DemoRounds.Open)).StateOn(today).ShouldBe(RoundState.Open);
        (await RoundAsync(db, DemoRounds.Fresh)).StateOn(today).ShouldBe(RoundState.Open);
        (await RoundAsync(db, DemoRounds.Reopened)).StateOn(today).ShouldBe(RoundState.Open);
        (await RoundAsync(db, DemoRounds.Upcoming)).StateOn(today).ShouldBe(RoundState.NotYetOpen);
        (await RoundAsync(db, DemoRounds.PastLastDay))
            .StateOn(today)
            .ShouldBe(RoundState.PastLastDay);
        (await db.Set<RatingHistory>().IgnoreQueryFilters().MaxAsync(h => h.At)).ShouldBeLessThan(
            now
        );
        (await db.Set<RoundEvent>().IgnoreQueryFilters().MaxAsync(e => e.At)).ShouldBeLessThan(now);
    }

    private static async Task<Round> RoundAsync(ThroughlineDb db, DemoRoundAddress address)
    {
        await EnterAsync(db, address.Unit);
        return await db.Set<Round>()
            .Include(r => r.Raters)
            .Include(r => r.Log)
            .AsSplitQuery()
            .SingleAsync(r =>
                r.Number == address.Number
                && db.Set<Unit>().Any(u => u.Id == r.UnitId && u.Slug == address.Unit)
            );
    }

    private static async Task<List<PublishedResult>> ResultsAsync(
        ThroughlineDb db,
        DemoRoundAddress address
    )
    {
        var round = await RoundAsync(db, address);
        return await db.Set<PublishedResult>().Where(p => p.RoundId == round.Id).ToListAsync();
    }

    private static async Task EnterAsync(ThroughlineDb db, string slug) =>
        db.Scope.Enter(
            await db.Set<Unit>()
                .IgnoreQueryFilters()
                .Where(u => u.Slug == slug)
                .Select(u => u.DistrictId)
                .SingleAsync()
        );

    private static async Task<string> ProgressAsync(ThroughlineDb db, Round round, string persona)
    {
        var person = await PersonAsync(db, persona);
        return round.ProgressOf(round.Raters.Single(r => r.PersonId == person)).ToString();
    }

    private static Task<Guid> PersonAsync(ThroughlineDb db, string persona) =>
        db.Set<Person>()
            .Where(p => p.Email == DemoDistrict.Email(persona))
            .Select(p => p.Id)
            .SingleAsync();
}
