using Throughline.Domain.Teams;
using Throughline.Domain.Units;

namespace Throughline.Data.Demo;

/// <summary>
/// What makes Lincoln's map of voices: groups of students with one unheard, terms that run, end soon and are over, seats
/// whose responsibilities most have accepted, and the other teams of the building.
/// </summary>
internal sealed class DemoVoices(ThroughlineDb db, DemoTime time, DemoPeople people)
{
    /// <summary>A group of students at Lincoln whom nobody speaks for.</summary>
    public const string UnheardGroup = "Students in temporary housing";

    // Holds a seat of which the team has made an edition of its own, and has not accepted it.
    private static readonly string[] NotAccepted = ["Ben Yazzie", "Gloria Petrenko"];

    public void Add(Unit school, Ilt ilt)
    {
        AddGroups(ilt);
        AddTerms(ilt);
        AddResponsibilities(ilt);
        AddTeams(school);
    }

    private void AddGroups(Ilt ilt)
    {
        (string Name, string? Speaker)[] groups =
        [
            ("Multilingual learners", "Thuy Pham"),
            ("Students with disabilities", "Eileen Murphy"),
            ("Students new to the school", "Hannah Moskowitz"),
            (UnheardGroup, null),
        ];
        foreach (var (name, speaker) in groups)
        {
            db.Add(
                StudentGroup
                    .Add(ilt, name, speaker is null ? null : people[speaker].Id, time.Ago(39, 10))
                    .Value
            );
        }
    }

    private void AddTerms(Ilt ilt)
    {
        foreach (
            var (name, days) in new[]
            {
                ("Gloria Petrenko", -6),
                ("Kwame Mensah", 30),
                ("Theo Lindqvist", 200),
                ("Thuy Pham", 200),
            }
        )
        {
            // Set when it was still to come.
            ilt.SetTerm(people[name].Id, time.Today.AddDays(days), time.Today.AddDays(-35))
                .OrThrow();
        }
    }

    private void AddResponsibilities(Ilt ilt)
    {
        var builtIn = Responsibilities.BuiltIn(SeatKind.Representative);
        var own = ResponsibilityEdition
            .After(
                ilt,
                builtIn,
                string.Join('\n', builtIn.Items)
                    + "\nBring one piece of student work from your team each month.",
                time.Ago(34, 16)
            )
            .Value;
        db.Add(own);
        var notYet = NotAccepted.Select(n => people[n].Id).ToHashSet();
        foreach (var seat in ilt.Sitting.Where(m => !notYet.Contains(m.PersonId)))
        {
            var inForce =
                seat.Kind == SeatKind.Representative
                    ? own.AsResponsibilities
                    : Responsibilities.BuiltIn(seat.Kind);
            db.Add(
                ResponsibilityAcceptance.By(seat, inForce, inForce.Edition, time.Ago(33, 8)).Value
            );
        }

        ilt.ReviewResponsibilities(time.WeekdayAhead(30), time.Today).OrThrow();
    }

    private void AddTeams(Unit school)
    {
        List(
            school,
            new(
                "Administrative team",
                "Schedules, duty rosters, coverage and the master calendar",
                "Beverly Karlsson",
                null
            )
        );
        List(
            school,
            new(
                "Operations",
                "The building, supplies, technology and meals",
                null,
                "operations@riverbend.example"
            )
        );
        List(
            school,
            new(
                "PTA liaison",
                "What families raise, events, volunteers",
                "Judith Okonkwo",
                "pta@riverbend.example"
            )
        );
        List(
            school,
            new(
                "Student support team",
                "Attendance, behavior and students who need more than the classroom gives",
                "Eileen Murphy",
                null
            )
        );
        List(
                school,
                new("Bell schedule committee", "The new bell schedule", "Desmond Achebe", null)
            )
            .Dissolve(time.Ago(20, 15));
    }

    private OtherTeam List(Unit unit, OtherTeamEntry entry) =>
        List(db, unit, entry, time.Ago(36, 9));

    /// <summary>The district's own directory.</summary>
    public static void AddOtherTeams(ThroughlineDb db, DemoTime time, Unit district)
    {
        List(
            db,
            district,
            new("Transportation", "Buses, routes and field trips", null, "buses@riverbend.example"),
            time.Ago(36, 9)
        );
        List(
            db,
            district,
            new("Human resources", "Hiring, contracts and leave", "Priscilla Amundsen", null),
            time.Ago(36, 9)
        );
    }

    private static OtherTeam List(ThroughlineDb db, Unit unit, OtherTeamEntry entry, DateTime at)
    {
        var team = OtherTeam.Add(unit, entry, at).Value;
        db.Add(team);
        return team;
    }
}
