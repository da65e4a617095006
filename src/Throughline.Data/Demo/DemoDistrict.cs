namespace Throughline.Data.Demo;

/// <summary>What tests and the sign-in page name of the demo district.</summary>
public static class DemoDistrict
{
    /// <summary>The password of everyone in the demo who can sign in.</summary>
    public const string Password = "throughline-demo";

    /// <summary>The district: Riverbend Public Schools.</summary>
    public const string District = "riverbend";

    /// <summary>A full school in mid-year; most demo people work here.</summary>
    public const string Lincoln = "lincoln-elementary";

    /// <summary>A middle school organised by subject.</summary>
    public const string Tubman = "tubman-middle";

    /// <summary>A high school with departments and small learning communities.</summary>
    public const string High = "riverbend-high";

    /// <summary>A K–8 school whose ILT has too few members.</summary>
    public const string Roosevelt = "roosevelt-k8";

    /// <summary>A new school: a handful of staff, no instructional team, no ILT.</summary>
    public const string NewSchool = "prairie-view";

    /// <summary>A school that closed for good last year.</summary>
    public const string ClosedSchool = "meadowlark-elementary";

    /// <summary>The other district, which Riverbend's people must never see.</summary>
    public const string OtherDistrict = "stonecreek";

    /// <summary>The other district's school.</summary>
    public const string OtherSchool = "stonecreek-academy";

    /// <summary>An outside reviewer of Lincoln whose access ended yesterday.</summary>
    public const string EndedReviewer = "p.hollis@lakeview.example";

    /// <summary>The name of a program at Lincoln that nobody on the ILT speaks for.</summary>
    public const string UnspokenProgram = "Gifted and talented";

    /// <summary>Who can be chosen on the sign-in page, in its order.</summary>
    public static IReadOnlyList<DemoPersona> Personas { get; } =
    [
        new("district-leader", "Renata Okafor", "Chief academic officer of the district"),
        new("supervisor", "Walter Nakamura", "Supervises and coaches the principals"),
        new("principal", "Marisol Vega", "Principal of Lincoln Elementary"),
        new("facilitator", "Dana Whitehorse", "Coach, facilitates Lincoln's ILT"),
        new("member", "Theo Lindqvist", "Speaks for Grade 4 on Lincoln's ILT"),
        new("teacher", "Amara Osei", "Teaches Grade 4 at Lincoln, not on the ILT"),
        new("sit-member", "Joaquin Brandt", "On Lincoln's School Improvement Team"),
        new("outsider", "Ruth Castellano", "Leads another district"),
        new("admin", "Priscilla Amundsen", "Administrator of the district"),
        new("reviewer", "Ingrid Solberg", "Outside reviewer of a round at Lincoln, for a time"),
    ];

    /// <summary>The e-mail of a persona: <c>principal</c> → <c>principal@riverbend.example</c>.</summary>
    public static string Email(string persona) => $"{persona}@riverbend.example";
}

/// <summary>One of the people to try the demo as.</summary>
/// <param name="Key">The part of the e-mail before the @.</param>
/// <param name="Name">Given and family name.</param>
/// <param name="Part">What they do, in a few words.</param>
public sealed record DemoPersona(string Key, string Name, string Part)
{
    /// <summary>What they sign in with.</summary>
    public string Email => DemoDistrict.Email(Key);
}
