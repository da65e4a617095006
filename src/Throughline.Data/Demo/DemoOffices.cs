using Throughline.Domain.Teams;
using static Throughline.Data.Demo.DemoStaff;
using static Throughline.Domain.Units.InstructionalTeamKind;
using static Throughline.Domain.Units.Role;

namespace Throughline.Data.Demo;

/// <summary>The places that are no full school: the district's office, a new school, a closed one, the other district.</summary>
internal static class DemoOffices
{
    /// <summary>The district: its ILT brings its leaders, its coaches and the principals together.</summary>
    public static DemoPlace District { get; } =
        new(
            DemoDistrict.District,
            "Riverbend Public Schools",
            [
                new(Department, "Curriculum and instruction"),
                new(Program, "Multilingual learners"),
                new(Program, "Special education"),
            ],
            [
                new DemoStaff("Renata Okafor", DistrictLeader)
                    .As("district-leader")
                    .Sits(SeatKind.Leader)
                    .Facilitating(),
                new DemoStaff("Walter Nakamura", Supervisor)
                    .As("supervisor")
                    .Sits(SeatKind.Administrator),
                new DemoStaff("Priscilla Amundsen", Administrator).As("admin"),
                new DemoStaff("Bernice Tolliver", Coach)
                    .In("Curriculum and instruction")
                    .Sits(SeatKind.Coach)
                    .SpeaksForTeam("Curriculum and instruction"),
                new DemoStaff("Arjun Mehta", Coach)
                    .In("Curriculum and instruction")
                    .Sits(SeatKind.Coach),
                new DemoStaff("Silvia Menendez", Staff)
                    .In("Multilingual learners")
                    .SpeaksForTeam("Multilingual learners"),
                new DemoStaff("Howard Brandvold", Staff)
                    .In("Special education")
                    .SpeaksForTeam("Special education"),
                new DemoStaff("Cecily Marsh", Staff).ProposedAs(Supervisor),
                new DemoStaff("Ned Whitaker", Observer),
                new DemoStaff("Marisol Vega").Sits(SeatKind.Administrator),
                new DemoStaff("Gregory Baptiste").Sits(SeatKind.Administrator),
                new DemoStaff("Lorraine Sandoval").Sits(SeatKind.Administrator),
                new DemoStaff("Alonzo Pickett").Sits(SeatKind.Administrator),
            ]
        );

    /// <summary>Opened this year: what a page shows before anything is there.</summary>
    public static DemoPlace NewSchool { get; } =
        new(
            DemoDistrict.NewSchool,
            "Prairie View Elementary",
            [],
            [
                new DemoStaff("Nathan Okoye", Principal).But(DemoState.SignsIn),
                OfClass("Camille Rousseau", "", "KG"),
                OfClass("Travis Boone", "", "01"),
                OfClass("Soledad Rivas", "", "02"),
                new DemoStaff("Edith Vanderberg", Staff).ProposedAs(Administrator),
            ]
        );

    /// <summary>Closed when last year ended.</summary>
    public static DemoPlace ClosedSchool { get; } =
        new(DemoDistrict.ClosedSchool, "Meadowlark Elementary", [], []);

    /// <summary>The other district, with words of its own.</summary>
    public static DemoPlace OtherDistrict { get; } =
        new(
            DemoDistrict.OtherDistrict,
            "Stonecreek School District",
            [],
            [
                new DemoStaff("Ruth Castellano", DistrictLeader, Administrator)
                    .As("outsider")
                    .Sits(SeatKind.Leader)
                    .Facilitating(),
                new DemoStaff("Leonard Fitch", Supervisor).Sits(SeatKind.Administrator),
            ]
        );

    /// <summary>The other district's school.</summary>
    public static DemoPlace OtherSchool { get; } =
        new(
            DemoDistrict.OtherSchool,
            "Stonecreek Academy",
            [new(Department, "Humanities"), new(Department, "Mathematics and science")],
            [
                new DemoStaff("Owen Trask", Principal).Sits(SeatKind.Leader).Facilitating(),
                new DemoStaff("Belinda Cross", Administrator),
                new DemoStaff("Farah Aziz", Coach).Sits(SeatKind.Coach),
                Teacher("Max Heller", "Humanities", ["09", "10"], ["English", "World history"])
                    .SpeaksForTeam("Humanities"),
                Teacher("Dolores Pacheco", "Humanities", ["11", "12"], ["English"]),
                Teacher(
                        "Kofi Asante",
                        "Mathematics and science",
                        ["09", "10"],
                        ["Algebra I", "Biology"]
                    )
                    .SpeaksForTeam("Mathematics and science"),
                Teacher("June Tomlinson", "Mathematics and science", ["11", "12"], ["Physics"]),
            ]
        );
}
