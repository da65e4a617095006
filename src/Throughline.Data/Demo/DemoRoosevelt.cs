using Throughline.Domain.Teams;
using static Throughline.Data.Demo.DemoStaff;
using static Throughline.Domain.Units.InstructionalTeamKind;
using static Throughline.Domain.Units.Role;

namespace Throughline.Data.Demo;

/// <summary>Roosevelt K–8: clusters of grades, and an ILT of five, which is too few to carry it.</summary>
internal static class DemoRoosevelt
{
    private const string Primary = "Primary cluster (K–2)";
    private const string Intermediate = "Intermediate cluster (3–5)";
    private const string Upper = "Upper cluster (6–8)";
    private const string Multilingual = "Multilingual learners";
    private const string SpecialEducation = "Special education";
    private static readonly string[] UpperGrades = ["06", "07", "08"];

    public static DemoPlace Place { get; } =
        new(
            DemoDistrict.Roosevelt,
            "Roosevelt K–8 School",
            [
                new(Cluster, Primary),
                new(Cluster, Intermediate),
                new(Cluster, Upper),
                new(Program, Multilingual),
                new(Program, SpecialEducation),
            ],
            [
                new DemoStaff("Alonzo Pickett", Principal).Sits(SeatKind.Leader).Facilitating(),
                new DemoStaff("Marjorie Staub", Administrator).But(DemoState.SignsIn),
                new DemoStaff("Xiomara Peña", Coach).Sits(SeatKind.Coach),
                OfClass("Delia Armstrong", Primary, "KG"),
                OfClass("Shawn Ridgeway", Primary, "01"),
                OfClass("Olga Sidorova", Primary, "01").SpeaksForTeam(Primary),
                OfClass("Felicia Barnes", Primary, "02"),
                OfClass("Nathaniel Voss", Intermediate, "03"),
                OfClass("Chloe Desrosiers", Intermediate, "03", "04"),
                OfClass("Isaiah Cobb", Intermediate, "04").SpeaksForTeam(Intermediate),
                OfClass("Madhuri Iyer", Intermediate, "05"),
                Teacher("Warren Estep", Upper, UpperGrades, ["Mathematics"]),
                Teacher("Kirsten Aldous", Upper, UpperGrades, ["English language arts"])
                    .SpeaksForTeam(Upper),
                Teacher("Bashir Elmi", Upper, UpperGrades, ["Science"]),
                Teacher("Joyce Tillman", Upper, UpperGrades, ["Social studies"]),
                Teacher("Paulo Reis", Primary, ["04", "05", "06"], ["Music"]),
                Teacher("Hector Arreola", Intermediate, ["03", "05", "07"], ["Physical education"]),
                Teacher(
                    "Vanessa Corrigan",
                    Multilingual,
                    ["02", "04", "06"],
                    ["English language development"]
                ),
                Teacher(
                    "Neil Sundaram",
                    SpecialEducation,
                    ["01", "03", "05"],
                    ["Learning support"]
                ),
                Teacher("Pauline Hatch", SpecialEducation, UpperGrades, ["Learning support"]),
                new DemoStaff("Gus Lindemann", Staff),
                new DemoStaff("Ivy Caldwell", Staff, SchoolImprovementTeamMember),
            ]
        );
}
