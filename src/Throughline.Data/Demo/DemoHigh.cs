using Throughline.Domain.Teams;
using static Throughline.Data.Demo.DemoStaff;
using static Throughline.Domain.Units.InstructionalTeamKind;
using static Throughline.Domain.Units.Role;

namespace Throughline.Data.Demo;

/// <summary>Riverbend High School: departments and small learning communities; an ILT of thirteen.</summary>
internal static class DemoHigh
{
    private const string Freshman = "Ninth-grade academy";
    private const string Health = "Health sciences pathway";
    private const string Languages = "World languages";
    private const string Careers = "Career and technical education";
    private const string Multilingual = "Multilingual learners";
    private const string SpecialEducation = "Special education";
    private static readonly string[] Lower = ["09", "10"];
    private static readonly string[] Upper = ["11", "12"];
    private static readonly string[] All = ["09", "10", "11", "12"];

    public static DemoPlace Place { get; } =
        new(
            DemoDistrict.High,
            "Riverbend High School",
            [
                new(Department, "English"),
                new(Department, "Mathematics"),
                new(Department, "Science"),
                new(Department, "Social studies"),
                new(Department, Languages),
                new(Department, "Fine arts"),
                new(Department, Careers),
                new(SmallLearningCommunity, Freshman),
                new(SmallLearningCommunity, Health),
                new(Program, Multilingual),
                new(Program, SpecialEducation),
                new(Program, "Credit recovery"),
            ],
            [
                new DemoStaff("Lorraine Sandoval", Principal).Sits(SeatKind.Leader),
                new DemoStaff("Everett Cho", Administrator).Sits(SeatKind.Administrator),
                new DemoStaff("Simone Arceneaux", Administrator)
                    .Sits(SeatKind.Administrator)
                    .SpeaksForTeam(Freshman),
                new DemoStaff("Darlene Hoffmann", Administrator).But(DemoState.SignsIn),
                new DemoStaff("Rafael Montoya", Coach).Sits(SeatKind.Coach).Facilitating(),
                new DemoStaff("Katherine Bly", Coach).Sits(SeatKind.Coach),
                Teacher("Julian Ashworth", "English", Lower, ["English 9", "English 10"])
                    .In(Freshman),
                Teacher("Bernadette Rowe", "English", Upper, ["English 11", "English 12"])
                    .SpeaksForTeam("English"),
                Teacher("Sunita Kapoor", "English", All, ["Journalism", "English 10"]),
                Teacher("Malcolm Dubose", "English", Lower, ["English 9"]).In(Freshman),
                Teacher("Grace Onyango", "Mathematics", Lower, ["Algebra I", "Geometry"])
                    .SpeaksForTeam("Mathematics"),
                Teacher("Viktor Hansen", "Mathematics", Upper, ["Algebra II", "Calculus"]),
                Teacher("Teresa Mullins", "Mathematics", Lower, ["Algebra I"]).In(Freshman),
                Teacher("Dmitri Volkov", "Mathematics", All, ["Statistics", "Geometry"]),
                Teacher("Alicia Begay", "Science", Lower, ["Biology"])
                    .SpeaksForTeam("Science")
                    .In(Freshman),
                Teacher("Edmund Farrell", "Science", Upper, ["Chemistry"]),
                Teacher("Leila Mansour", "Science", Upper, ["Anatomy", "Chemistry"]).In(Health),
                Teacher("Roy Castleberry", "Science", Upper, ["Physics"]),
                Teacher("Denise Calloway", "Social studies", Lower, ["World history"]),
                Teacher("Samuel Iverson", "Social studies", Upper, ["American history", "Civics"])
                    .SpeaksForTeam("Social studies"),
                Teacher("Miriam Goldfarb", "Social studies", All, ["Economics", "Psychology"]),
                Teacher("Pilar Escobar", Languages, All, ["Spanish"]).SpeaksForTeam(Languages),
                Teacher("Jean-Luc Toussaint", Languages, All, ["French"]),
                Teacher("Wendy Zhao", Languages, All, ["Mandarin"]).But(DemoState.Invited),
                Teacher("Oscar Bellamy", "Fine arts", All, ["Band"]).SpeaksForTeam("Fine arts"),
                Teacher("Freya Lockhart", "Fine arts", All, ["Drawing", "Ceramics"]),
                Teacher("Nick Papadakis", Careers, Upper, ["Construction trades"]),
                Teacher("Shanice Moody", Careers, Upper, ["Nursing assistant"])
                    .In(Health)
                    .SpeaksForTeam(Health),
                Teacher("Hugo Valdivia", Careers, All, ["Business", "Marketing"])
                    .SpeaksForTeam(Careers),
                Teacher("Fatima Noorzai", Multilingual, All, ["English language development"])
                    .SpeaksForTeam(Multilingual),
                Teacher("Erin Gallagher", SpecialEducation, Lower, ["Learning support"]),
                Teacher("Tyrone Maddox", SpecialEducation, Upper, ["Learning support"]),
                Teacher("Barbara Stolz", SpecialEducation, All, ["Transition"]),
                Teacher("Kenji Morita", "Credit recovery", All, ["Credit recovery"])
                    .Also(Coach)
                    .Sits(SeatKind.Coach),
                new DemoStaff("Rosalind Pike", Staff, SchoolImprovementTeamMember),
                new DemoStaff("Emmett Sawyer", Staff),
                new DemoStaff("Consuelo Ortega", Staff).But(DemoState.NotInvited),
                new DemoStaff("Linus Berg", Observer),
            ]
        );
}
