using System.Globalization;
using Throughline.Domain.Assessments;
using Throughline.Domain.Teams;
using Throughline.Domain.Units;

namespace Throughline.Data.Bench;

/// <summary>What the rounds and meetings of a school need of it; the rest is loaded and forgotten.</summary>
/// <param name="Unit">The school.</param>
/// <param name="Raters">Its ILT: the leader first.</param>
/// <param name="Height">How high its answers lie, as a part of the scale.</param>
/// <param name="Ilt">Its ILT.</param>
/// <param name="Teams">Its instructional teams.</param>
internal sealed record BenchSchool(
    Unit Unit,
    IReadOnlyList<Asked> Raters,
    double Height,
    Ilt Ilt,
    IReadOnlyList<Guid> Teams
)
{
    private static readonly string[] Grades = ["KG", "01", "02", "03", "04", "05", "06", "07"];

    private static readonly string[] Subjects =
    [
        "Language arts",
        "Mathematics",
        "Science",
        "Social studies",
    ];

    /// <summary>Makes a school: 48 staff, eight grade-level teams, an ILT of 12 with a representative of each team.</summary>
    public static BenchSchool Add(
        BulkLoad load,
        BenchTime time,
        BenchDistrict district,
        int number,
        Random chance
    )
    {
        var name = BenchNames.School(number);
        var unit = Unit.NewSchool(
            district.Unit,
            name,
            Slug.From(name),
            time.Before,
            string.Create(CultureInfo.InvariantCulture, $"bench-school-{number + 1}")
        ).Value;
        load.Add(unit);
        load.AddRange(unit.Addresses);
        var (leaders, teachers) = AddStaff(load, time, district, unit);
        var teams = AddTeams(load, time, unit, teachers);

        var ilt = Ilt.Form(unit, time.Before);
        foreach (var (person, seat) in leaders)
        {
            _ = ilt.Seat(person, seat, null, time.Before).Value;
        }

        foreach (var (n, team) in teams.Index())
        {
            _ = ilt.Seat(teachers[n], SeatKind.Representative, team, time.Before).Value;
        }

        ilt.LetFacilitate(leaders[2].Person);
        load.Add(ilt);
        load.AddRange(ilt.Memberships);
        return new BenchSchool(
            unit,
            [
                .. ilt.Memberships.Select(m => new Asked(
                    m.PersonId,
                    Perspective.Team,
                    RaterGroups.Of(m.Kind)
                )),
            ],
            0.3 + (chance.NextDouble() * 0.4),
            ilt,
            teams
        );
    }

    private static ((Guid Person, SeatKind Seat)[] Leaders, List<Guid> Teachers) AddStaff(
        BulkLoad load,
        BenchTime time,
        BenchDistrict district,
        Unit unit
    )
    {
        (Guid, SeatKind)[] leaders =
        [
            (district.AddPerson(unit, Role.Principal).Id, SeatKind.Leader),
            (district.AddPerson(unit, Role.Administrator).Id, SeatKind.Administrator),
            (district.AddPerson(unit, Role.Coach).Id, SeatKind.Coach),
            (district.AddPerson(unit, Role.Coach).Id, SeatKind.Coach),
        ];
        List<Guid> teachers = [];
        while (teachers.Count < BenchSize.Staff - leaders.Length)
        {
            var teacher = district.AddPerson(unit, Role.Teacher).Id;
            var grade = Grades[teachers.Count % Grades.Length];
            load.Add(TeachingLoad.New(teacher, unit, [grade], Subjects, time.Before));
            teachers.Add(teacher);
        }

        return (leaders, teachers);
    }

    private static List<Guid> AddTeams(
        BulkLoad load,
        BenchTime time,
        Unit unit,
        List<Guid> teachers
    )
    {
        List<Guid> teams = [];
        foreach (var (n, grade) in Grades.Index())
        {
            var team = InstructionalTeam
                .New(unit, InstructionalTeamKind.GradeLevel, $"Grade {grade}", time.Before)
                .Value;
            team.SetMembers(teachers.Where((_, place) => place % Grades.Length == n));
            load.Add(team);
            load.AddRange(team.Members);
            teams.Add(team.Id);
        }

        return teams;
    }
}
