using Throughline.Domain.Teams;
using static Throughline.Data.Demo.DemoStaff;
using static Throughline.Domain.Units.InstructionalTeamKind;
using static Throughline.Domain.Units.Role;

namespace Throughline.Data.Demo;

/// <summary>Lincoln Elementary: an ILT of twelve in mid-year; nobody speaks for the gifted and talented program.</summary>
internal static class DemoLincoln
{
    private const string Specials = "Specials";
    private const string Multilingual = "Multilingual learners";
    private const string SpecialEducation = "Special education";

    public static DemoPlace Place { get; } =
        new(
            DemoDistrict.Lincoln,
            "Lincoln Elementary",
            [
                new(GradeLevel, "Kindergarten"),
                new(GradeLevel, "Grade 1"),
                new(GradeLevel, "Grade 2"),
                new(GradeLevel, "Grade 3"),
                new(GradeLevel, "Grade 4"),
                new(GradeLevel, "Grade 5"),
                new(Cluster, Specials),
                new(Program, Multilingual),
                new(Program, SpecialEducation),
                new(Program, DemoDistrict.UnspokenProgram),
                new(Program, "Reading recovery", Dissolved: true),
            ],
            [
                new DemoStaff("Marisol Vega", Principal).As("principal").Sits(SeatKind.Leader),
                new DemoStaff("Desmond Achebe", Administrator)
                    .Sits(SeatKind.Administrator)
                    .SpeaksForTeam(Specials),
                new DemoStaff("Beverly Karlsson", Administrator).But(DemoState.SignsIn),
                new DemoStaff("Dana Whitehorse", Coach)
                    .As("facilitator")
                    .Sits(SeatKind.Coach)
                    .Facilitating(),
                new DemoStaff("Luis Carranza", Coach).Sits(SeatKind.Coach),
                OfClass("Hannah Moskowitz", "Kindergarten", "KG").SpeaksForTeam("Kindergarten"),
                OfClass("Priya Raman", "Kindergarten", "KG"),
                OfClass("Keisha Bell", "Kindergarten", "KG"),
                OfClass("Tom Eriksen", "Grade 1", "01").SpeaksForTeam("Grade 1"),
                OfClass("Yolanda Cruz", "Grade 1", "01"),
                OfClass("Mai Xiong", "Grade 1", "01").But(DemoState.Invited),
                OfClass("Gloria Petrenko", "Grade 2", "02").SpeaksForTeam("Grade 2"),
                OfClass("Andre Fontaine", "Grade 2", "02"),
                OfClass("Sofia Delgado", "Grade 2", "02").In(Multilingual),
                OfClass("Kwame Mensah", "Grade 3", "03").SpeaksForTeam("Grade 3"),
                OfClass("Rachel Lindholm", "Grade 3", "03").In(DemoDistrict.UnspokenProgram),
                OfClass("Ana Lucía Ferreira", "Grade 3", "03").But(DemoState.NotInvited),
                OfClass("Theo Lindqvist", "Grade 4", "04").As("member").SpeaksForTeam("Grade 4"),
                OfClass("Amara Osei", "Grade 4", "04").As("teacher"),
                OfClass("Carol Jensen", "Grade 4", "04").Also(SchoolImprovementTeamMember),
                OfClass("Nadia Haddad", "Grade 4", "04"),
                OfClass("Ben Yazzie", "Grade 5", "05").SpeaksForTeam("Grade 5"),
                OfClass("Ingrid Solheim", "Grade 5", "05"),
                OfClass("Marcus Tate", "Grade 5", "05").In(DemoDistrict.UnspokenProgram),
                OfClass("Harold Simms", "Grade 5", "05")
                    .SpeaksForTeam("Grade 5")
                    .But(DemoState.Left),
                Teacher("Paulo Reis", Specials, ["KG", "01", "02", "03"], ["Music"]),
                Teacher("Fern Abernathy", Specials, ["03", "04", "05"], ["Visual arts"]),
                Teacher("Cody Blackbear", Specials, ["KG", "03", "05"], ["Physical education"]),
                Teacher(
                        "Thuy Pham",
                        Multilingual,
                        ["01", "02", "03"],
                        ["English language development"]
                    )
                    .SpeaksForTeam(Multilingual),
                Teacher(
                    "Rosa Ibarra",
                    Multilingual,
                    ["04", "05"],
                    ["English language development"]
                ),
                Teacher("Eileen Murphy", SpecialEducation, ["KG", "01", "02"], ["Learning support"])
                    .SpeaksForTeam(SpecialEducation),
                Teacher(
                    "Jamal Whitfield",
                    SpecialEducation,
                    ["03", "04", "05"],
                    ["Learning support"]
                ),
                new DemoStaff("Greta Nowak", Staff)
                    .In(SpecialEducation)
                    .But(DemoState.WithoutEmail),
                new DemoStaff("Judith Okonkwo", Staff).In(Specials),
                new DemoStaff("Joaquin Brandt", Staff, SchoolImprovementTeamMember).As(
                    "sit-member"
                ),
                new DemoStaff("Valerie Dupree", Staff)
                    .ProposedAs(Administrator)
                    .But(DemoState.NotInvited),
                new DemoStaff("Lena Fischer", Observer).But(DemoState.SignsIn),
            ]
        );
}
