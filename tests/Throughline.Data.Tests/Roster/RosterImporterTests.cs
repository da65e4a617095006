using Microsoft.EntityFrameworkCore;
using Throughline.Data.Platform;
using Throughline.Data.Roster;
using Throughline.Data.Tests.Engines;
using Throughline.Domain.Shared;
using Throughline.Domain.Teams;
using Throughline.Domain.Units;
using Throughline.Domain.Units.Roster;
using static Throughline.Data.Tests.Roster.RosterZipBuilder;

namespace Throughline.Data.Tests.Roster;

public sealed class RosterImporterTests
{
    [EngineTheory]
    public async Task A_roster_makes_schools_school_years_and_staff(Engine engine)
    {
        await using var district = await RosterDistrict.MakeAsync(engine);
        await district.ImportAsync(Valid());

        (
            await district.ReadAsync(db =>
                db.Set<Unit>().OrderBy(u => u.Slug).Select(u => u.Slug).ToListAsync()
            )
        ).ShouldBe(["hill-school", "lake-school", "solar"]);
        (await district.ReadAsync(db => db.Set<SchoolYear>().SingleAsync())).LastDay.ShouldBe(
            new(2027, 6, 30)
        );
        (await district.PersonAsync("t1")).Email.ShouldBe("ann@solar.example");
        (await district.RolesAsync("t1")).ShouldBe(["Teacher Lake School Active"]);
        var load = await district.ReadAsync(db => db.Set<TeachingLoad>().SingleAsync());
        (load.Grades, load.Subjects).ShouldBe(("04,05", "Mathematics|Science"));
        (await district.ReadAsync(db => db.Set<Person>().CountAsync())).ShouldBe(3);
    }

    [EngineTheory]
    public async Task An_import_makes_no_account_sends_no_mail_and_gives_no_leadership(
        Engine engine
    )
    {
        await using var district = await RosterDistrict.MakeAsync(engine);
        await district.ImportAsync(Valid());

        (await district.ReadAsync(db => db.Set<Account>().CountAsync())).ShouldBe(0);
        (await district.ReadAsync(db => db.Set<OutboxMail>().CountAsync())).ShouldBe(0);
        (await district.RolesAsync("a1")).ShouldBe([
            "Administrator Lake School Proposed",
            "Staff Lake School Active",
        ]);
    }

    [EngineTheory]
    public async Task A_roster_leaves_outside_reviewers_as_they_are(Engine engine)
    {
        await using var district = await RosterDistrict.MakeAsync(engine);
        // Hired since, and in the roster under the same address.
        var reviewer = Person
            .InviteReviewer(
                district.Id,
                "Ann",
                "Vance",
                "ann@solar.example",
                new DateOnly(2027, 2, 1),
                new DateOnly(2027, 1, 20),
                TestClock.Start
            )
            .Value;
        await district.ChangeAsync(db =>
        {
            db.Add(reviewer);
            return Task.CompletedTask;
        });

        var changes = await district.ImportAsync(Valid());

        changes.Warnings.ShouldContain(w =>
            w.Contains("ann@solar.example belongs to Ann Vance", StringComparison.Ordinal)
        );
        (await district.PersonAsync("t1")).Email.ShouldBeNull();
        var kept = await district.ReadAsync(db =>
            db.Set<Person>().SingleAsync(p => p.Id == reviewer.Id)
        );
        (kept.LeftOn, kept.AccessEndsOn, kept.SourcedId, kept.Version).ShouldBe(
            (null, new DateOnly(2027, 2, 1), null, 1)
        );
        (await district.ImportAsync(Valid())).IsEmpty.ShouldBeTrue();
    }

    [EngineTheory]
    public async Task The_same_roster_twice_writes_nothing(Engine engine)
    {
        await using var district = await RosterDistrict.MakeAsync(engine);
        await district.ImportAsync(Valid());
        var trail = await district.ReadAsync(db => db.Set<AuditEntry>().CountAsync());

        (await district.ImportAsync(Valid())).IsEmpty.ShouldBeTrue();
        (await district.ReadAsync(db => db.Set<AuditEntry>().CountAsync())).ShouldBe(trail);
    }

    [EngineTheory]
    public async Task The_name_typed_for_the_district_stays(Engine engine)
    {
        await using var district = await RosterDistrict.MakeAsync(engine, "Our Solar Schools");
        await district.ImportAsync(Valid());
        (await district.ImportAsync(Valid())).IsEmpty.ShouldBeTrue();

        var unit = await district.ReadAsync(db =>
            db.Set<Unit>().SingleAsync(u => u.Kind == UnitKind.District)
        );
        (unit.Name, unit.SourcedId).ShouldBe(("Our Solar Schools", "d"));
    }

    [EngineTheory]
    public async Task Who_leaves_keeps_the_record_and_who_returns_gets_the_role_back(Engine engine)
    {
        await using var district = await RosterDistrict.MakeAsync(engine);
        await district.ImportAsync(Valid());
        await district.ImportAsync(Valid().Replace("users.csv", "t2,,,true", "t2,,,false"));

        var left = await district.PersonAsync("t2");
        (left.FullName, left.LeftOn).ShouldBe(("Bob Moss", new DateOnly(2027, 1, 20)));
        (await district.RolesAsync("t2")).ShouldBe(["Teacher Hill School Ended"]);

        await district.ImportAsync(Valid());
        (await district.PersonAsync("t2")).LeftOn.ShouldBeNull();
        (await district.RolesAsync("t2")).ShouldBe([
            "Teacher Hill School Active",
            "Teacher Hill School Ended",
        ]);
        (await district.ImportAsync(Valid())).IsEmpty.ShouldBeTrue();
    }

    [EngineTheory]
    public async Task Who_left_and_comes_back_does_not_lead_again_unasked(Engine engine)
    {
        await using var district = await RosterDistrict.MakeAsync(engine);
        await district.ImportAsync(Valid());
        await district.ChangeAsync(async db =>
        {
            var bob = await db.Set<Person>().SingleAsync(p => p.SourcedId == "t2");
            var unit = await db.Set<Unit>().SingleAsync(u => u.SourcedId == "s2");
            db.Add(RoleAssignment.Give(bob.Id, unit, Role.Principal, TestClock.Start).Value);
        });

        await district.ImportAsync(Valid().Replace("users.csv", "t2,,,true", "t2,,,false"));
        await district.ImportAsync(Valid());

        (await district.RolesAsync("t2")).ShouldBe([
            "Principal Hill School Ended",
            "Teacher Hill School Active",
            "Teacher Hill School Ended",
        ]);
    }

    [EngineTheory]
    public async Task Who_leaves_sits_on_no_team_any_more(Engine engine)
    {
        await using var district = await RosterDistrict.MakeAsync(engine);
        await district.ImportAsync(Valid());
        await district.ChangeAsync(async db =>
        {
            var school = await db.Set<Unit>().SingleAsync(u => u.SourcedId == "s2");
            var bob = await db.Set<Person>().SingleAsync(p => p.SourcedId == "t2");
            var ann = await db.Set<Person>().SingleAsync(p => p.SourcedId == "t1");
            var team = InstructionalTeam
                .New(school, InstructionalTeamKind.GradeLevel, "Grade 4", TestClock.Start)
                .Value;
            team.SetMembers([ann.Id, bob.Id]);
            var ilt = Ilt.Form(school, TestClock.Start);
            ilt.Seat(bob.Id, SeatKind.Leader, null, TestClock.Start).IsOk.ShouldBeTrue();
            db.AddRange(team, ilt);
        });

        await district.ImportAsync(Valid().Replace("users.csv", "t2,,,true", "t2,,,false"));

        (await district.ReadAsync(db => db.Set<IltMembership>().SingleAsync())).Until.ShouldBe(
            TestClock.Start
        );
        (await district.ReadAsync(db => db.Set<InstructionalTeamMember>().CountAsync())).ShouldBe(
            1
        );
    }

    [EngineTheory]
    public async Task A_school_that_is_missing_closes_and_opens_again(Engine engine)
    {
        await using var district = await RosterDistrict.MakeAsync(engine);
        var withoutHill = Valid()
            .Replace("orgs.csv", "s2,,,Hill School,school,,d\n", "")
            .Replace("users.csv", "true,s2", "true,s1");
        await district.ImportAsync(Valid());
        await district.ImportAsync(withoutHill);

        (await SchoolAsync()).ClosedOn.ShouldBe(new DateOnly(2027, 1, 20));
        (await district.RolesAsync("t2")).ShouldBe([
            "Teacher Lake School Active",
            "Teacher Hill School Ended",
        ]);

        await district.ImportAsync(Valid());
        (await SchoolAsync()).ClosedOn.ShouldBeNull();

        Task<Unit> SchoolAsync() =>
            district.ReadAsync(db => db.Set<Unit>().SingleAsync(u => u.SourcedId == "s2"));
    }

    [EngineTheory]
    public async Task People_and_roles_made_in_the_app_are_untouched(Engine engine)
    {
        await using var district = await RosterDistrict.MakeAsync(engine);
        await district.ImportAsync(Valid());
        await district.ChangeAsync(async db =>
        {
            var school = await db.Set<Unit>().SingleAsync(u => u.SourcedId == "s1");
            var made = Person
                .New(district.Id, "Made", "Here", "made@solar.example", TestClock.Start)
                .Value;
            db.Add(made);
            db.Add(RoleAssignment.Give(made.Id, school, Role.Principal, TestClock.Start).Value);
            var teacher = await db.Set<Person>().SingleAsync(p => p.SourcedId == "t1");
            db.Add(RoleAssignment.Give(teacher.Id, school, Role.Coach, TestClock.Start).Value);
        });

        var changes = await district.ImportAsync(
            Valid()
                .Replace("users.csv", Teacher("t2", "Bob", "Moss", "s2") + "\n", "")
                .Rows("users.csv", "t9,,,true,s1,teacher,,,Made,Here,,,made@solar.example,,,,,")
        );

        changes.Warnings.ShouldHaveSingleItem().ShouldContain("made@solar.example");
        (await district.PersonAsync("t9")).Email.ShouldBeNull();
        var other = await district.ReadAsync(db =>
            db.Set<Person>().SingleAsync(p => p.SourcedId == null)
        );
        (other.Email, other.LeftOn).ShouldBe(("made@solar.example", null));
        (await district.RolesAsync("t1")).ShouldContain("Coach Lake School Active");
    }

    [EngineTheory]
    public async Task What_was_corrected_by_hand_stays(Engine engine)
    {
        await using var district = await RosterDistrict.MakeAsync(engine);
        await district.ImportAsync(Valid());
        await district.ChangeAsync(async db =>
        {
            var ann = await db.Set<Person>().SingleAsync(p => p.SourcedId == "t1");
            ann.Correct("Annie", "Lee", "annie@solar.example").IsOk.ShouldBeTrue();
            var lake = await db.Set<Unit>().SingleAsync(u => u.SourcedId == "s1");
            lake.Rename("Lakeside").IsOk.ShouldBeTrue();
        });

        var changes = await district.ImportAsync(Valid());

        changes.IsEmpty.ShouldBeTrue();
        changes
            .KeptByHand.Select(k => k.Kept)
            .ShouldBe(["annie@solar.example", "Annie Lee", "Lakeside"]);
    }

    [EngineTheory]
    public async Task Two_people_swap_their_addresses(Engine engine)
    {
        await using var district = await RosterDistrict.MakeAsync(engine);
        await district.ImportAsync(Valid());
        await district.ImportAsync(
            Valid()
                .Replace("users.csv", "ann@solar.example", "swap@solar.example")
                .Replace("users.csv", "bob@solar.example", "ann@solar.example")
                .Replace("users.csv", "swap@solar.example", "bob@solar.example")
        );

        (await district.PersonAsync("t1")).Email.ShouldBe("bob@solar.example");
        (await district.PersonAsync("t2")).Email.ShouldBe("ann@solar.example");
    }

    [EngineTheory]
    public async Task Schools_of_the_same_name_get_addresses_of_their_own(Engine engine)
    {
        await using var district = await RosterDistrict.MakeAsync(engine);
        var other = Unit.NewDistrict(
            "Lake School",
            "lake-school",
            "America/Chicago",
            TestClock.Start
        ).Value;
        await using (var db = district.Database.Open(other.Id))
        {
            db.Add(other);
            await db.SaveChangesAsync();
        }

        await district.ImportAsync(Valid().Replace("orgs.csv", "Hill School", "Lake School"));

        (
            await district.ReadAsync(db =>
                db.Set<Unit>().OrderBy(u => u.Slug).Select(u => u.Slug).ToListAsync()
            )
        ).ShouldBe(["lake-school-2", "lake-school-3", "solar"]);
    }

    [EngineTheory]
    public async Task The_first_district_of_an_installation_comes_from_the_file(Engine engine)
    {
        await using var database = await TestDatabase.MigratedAsync(engine);
        await using (var db = database.Open())
        {
            var done = await new RosterImporter(db, new TestClock()).ApplyToNewDistrictAsync(
                Valid().Read().Accepted(),
                (_, _) => Task.FromResult(Result.Ok()),
                default
            );
            RosterTally.Of(done.Value.Staff).Added.ShouldBe(3);
        }

        await using var all = database.Open();
        var district = await all.Set<Unit>()
            .IgnoreQueryFilters()
            .SingleAsync(u => u.Kind == UnitKind.District);
        (district.Name, district.Slug, district.SourcedId).ShouldBe(
            ("Solar District", "solar-district", "d")
        );
    }

    [EngineTheory]
    public async Task Nothing_is_kept_of_an_import_that_is_not_agreed_to(Engine engine)
    {
        await using var district = await RosterDistrict.MakeAsync(engine);
        await using var db = district.Open();

        var refused = await new RosterImporter(db, new TestClock()).ApplyAsync(
            Valid().Read().Accepted(),
            _ => Result.Refused("Look again."),
            (_, _) => Task.FromResult(Result.Ok()),
            default
        );

        refused.Refusal!.Message.ShouldBe("Look again.");
        (await district.ReadAsync(d => d.Set<Unit>().CountAsync())).ShouldBe(1);
    }

    [EngineTheory]
    public async Task Nothing_is_kept_of_an_import_that_breaks_at_the_end(Engine engine)
    {
        await using var district = await RosterDistrict.MakeAsync(engine);
        await using var db = district.Open();

        var refused = await new RosterImporter(db, new TestClock()).ApplyAsync(
            Valid().Read().Accepted(),
            _ => Result.Ok(),
            async (_, stop) =>
            {
                // Everything is written, and then somebody else turns out to have taken an address.
                await db.SaveChangesAsync(stop);
                db.Add(
                    Person
                        .New(district.Id, "Other", "Ann", "ann@solar.example", TestClock.Start)
                        .Value
                );
                return Result.Ok();
            },
            default
        );

        refused.Refusal!.Message.ShouldContain("Nothing was imported");
        (await district.ReadAsync(d => d.Set<Unit>().CountAsync())).ShouldBe(1);
        (await district.ReadAsync(d => d.Set<Person>().CountAsync())).ShouldBe(0);
    }

    [EngineTheory]
    public async Task A_sheet_reaches_a_school_made_in_the_app_by_its_name(Engine engine)
    {
        await using var district = await RosterDistrict.MakeAsync(engine);
        await district.ChangeAsync(async db =>
        {
            var unit = await db.Set<Unit>().SingleAsync();
            db.Add(Unit.NewSchool(unit, "Own School", "own-school", TestClock.Start).Value);
        });
        const string Sheet =
            "Given name,Family name,E-mail,School,Role\nAnn,Lee,ann@x.org,Own School,teacher\nBob,Moss,bob@x.org,New School,teacher\n";

        for (var turn = 0; turn < 2; turn++)
        {
            await using var db = district.Open();
            var state = (await DistrictRoster.LoadAsync(db, forChange: false, default)).State;
            var read = RosterReads
                .Read(System.Text.Encoding.UTF8.GetBytes(Sheet), state)
                .Accepted();
            var done = await new RosterImporter(db, new TestClock()).ApplyAsync(
                read,
                _ => Result.Ok(),
                (_, _) => Task.FromResult(Result.Ok()),
                default
            );
            RosterTally.Of(done.Value.Staff).Added.ShouldBe(turn == 0 ? 2 : 0);
            done.Value.IsEmpty.ShouldBe(turn == 1);
        }

        (await district.RolesAsync("sheet:ann@x.org")).ShouldBe(["Teacher Own School Active"]);
        (await district.RolesAsync("sheet:bob@x.org")).ShouldBe(["Teacher New School Active"]);
    }
}
