using Throughline.Domain.Teams;
using static Throughline.Data.Demo.DemoStaff;
using static Throughline.Domain.Units.InstructionalTeamKind;
using static Throughline.Domain.Units.Role;

namespace Throughline.Data.Demo;

/// <summary>Tubman Middle School: organised by subject; an ILT of eleven.</summary>
internal static class DemoTubman
{
    private const string English = "English language arts";
    private const string Multilingual = "Multilingual learners";
    private const string SpecialEducation = "Special education";
    private const string Arts = "Arts and technology";
    private const string Advisory = "Advisory leads";
    private static readonly string[] Six = ["06"];
    private static readonly string[] Seven = ["07"];
    private static readonly string[] Eight = ["08"];
    private static readonly string[] All = ["06", "07", "08"];

    public static DemoPlace Place { get; } =
        new(
            DemoDistrict.Tubman,
            "Tubman Middle School",
            [
                new(Subject, English),
                new(Subject, "Mathematics"),
                new(Subject, "Science"),
                new(Subject, "Social studies"),
                new(Department, Arts),
                new(Cluster, Advisory),
                new(Program, Multilingual),
                new(Program, SpecialEducation),
            ],
            [
                new DemoStaff("Gregory Baptiste", Principal).Sits(SeatKind.Leader),
                new DemoStaff("Noor Siddiqui", Administrator)
                    .Sits(SeatKind.Administrator)
                    .SpeaksForTeam(Advisory),
                new DemoStaff("Patty Lundgren", Administrator).But(DemoState.SignsIn),
                new DemoStaff("Elena Marchetti", Coach).Sits(SeatKind.Coach).Facilitating(),
                new DemoStaff("Curtis Holloway", Coach).Sits(SeatKind.Coach),
                Teacher("Monique Trudeau", English, Six, ["English language arts"])
                    .SpeaksForTeam(English),
                Teacher("Jacob Feldman", English, Seven, ["English language arts"]),
                Teacher("Tamika Rollins", English, Eight, ["English language arts"]).In(Advisory),
                Teacher("Siobhan Keane", English, All, ["Reading"]),
                Teacher("Vikram Desai", "Mathematics", Six, ["Mathematics"])
                    .SpeaksForTeam("Mathematics"),
                Teacher("Laura Pettersen", "Mathematics", Seven, ["Mathematics"]),
                Teacher("Omar Farouk", "Mathematics", Eight, ["Algebra I", "Mathematics"]),
                Teacher("Cheryl Bowman", "Mathematics", All, ["Mathematics"]),
                Teacher("Diego Santillan", "Science", Six, ["Science"]).SpeaksForTeam("Science"),
                Teacher("Anneke de Vries", "Science", Seven, ["Science"]).In(Advisory),
                Teacher("Brandon Little Elk", "Science", Eight, ["Science"]),
                Teacher("Ruthanne Goss", "Social studies", Six, ["Geography"]),
                Teacher("Imani Jefferson", "Social studies", Seven, ["World history"])
                    .SpeaksForTeam("Social studies"),
                Teacher("Peter Kowalczyk", "Social studies", Eight, ["American history"]),
                Teacher("Hiroshi Tanabe", Arts, All, ["Instrumental music"]).SpeaksForTeam(Arts),
                Teacher("Claire Beaumont", Arts, All, ["Visual arts"]),
                Teacher("Zeke Morrow", Arts, All, ["Technology and design"]).In(Advisory),
                Teacher("Latoya Griggs", Arts, All, ["Physical education"]),
                Teacher("Marta Quintero", Multilingual, All, ["English language development"])
                    .SpeaksForTeam(Multilingual),
                Teacher("Ahmed Warsame", Multilingual, All, ["English language development"]),
                Teacher("Colleen Fitzgerald", SpecialEducation, Six, ["Learning support"]),
                Teacher("Darnell Upshaw", SpecialEducation, All, ["Learning support"])
                    .SpeaksForTeam(SpecialEducation),
                new DemoStaff("Wilma Sorensen", Staff).But(DemoState.WithoutEmail),
                new DemoStaff("Ephraim Adler", Staff, SchoolImprovementTeamMember),
                new DemoStaff("Yesenia Robles", Staff),
                new DemoStaff("Stuart Pennington", Staff).ProposedAs(Principal),
                Teacher("Gail Osterman", "Science", Seven, ["Science"]).But(DemoState.Left),
            ]
        );
}
