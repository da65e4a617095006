using System.Globalization;

namespace Throughline.Data.Bench;

/// <summary>Names enough for a large district. Who is who follows from the place in the list alone.</summary>
internal static class BenchNames
{
    private static readonly string[] Given =
    [
        "Ada",
        "Benjamin",
        "Carmen",
        "Dmitri",
        "Esther",
        "Farid",
        "Grace",
        "Hector",
        "Imani",
        "Jonas",
        "Keiko",
        "Leon",
        "Maya",
        "Nadia",
        "Omar",
        "Paula",
        "Quentin",
        "Rosa",
        "Samuel",
        "Tamika",
        "Usha",
        "Victor",
        "Wanda",
        "Xavier",
        "Yusuf",
        "Zoe",
    ];

    private static readonly string[] Family =
    [
        "Abbott",
        "Baptiste",
        "Chen",
        "Delgado",
        "Eriksen",
        "Ferraro",
        "Goldberg",
        "Haddad",
        "Ivanov",
        "Jackson",
        "Kowalski",
        "Lopez",
        "Mbeki",
        "Nguyen",
        "O’Connor",
        "Petrov",
        "Quispe",
        "Rahman",
        "Santos",
        "Tanaka",
        "Ueda",
        "Vargas",
        "Williams",
        "Xu",
        "Young",
        "Zhao",
        "Brennan",
        "Castro",
        "Dubois",
    ];

    private static readonly string[] Places =
    [
        "Alder",
        "Birchwood",
        "Cedar Hill",
        "Dogwood",
        "Eastbrook",
        "Fairview",
        "Greenfield",
        "Harbor",
        "Ironwood",
        "Juniper",
        "Kingsway",
        "Lakeside",
        "Meadow",
        "Northgate",
        "Oak Grove",
        "Pinecrest",
        "Quarry",
        "Riverside",
        "Stonebridge",
        "Tallwood",
        "Union",
        "Valley",
        "Westfield",
    ];

    /// <summary>The nth person's given and family name.</summary>
    public static (string Given, string Family) Person(int n) =>
        (Given[n % Given.Length], Family[n / Given.Length % Family.Length]);

    /// <summary>The nth school's name, which no other has.</summary>
    public static string School(int n) =>
        string.Create(CultureInfo.InvariantCulture, $"{Places[n % Places.Length]} School {n + 1}");

    /// <summary>The nth person's address, which no other has.</summary>
    public static string Email(int n) =>
        string.Create(CultureInfo.InvariantCulture, $"staff{n + 1}@bench.example");
}
