using System.Globalization;

namespace Throughline.Domain.Units;

/// <summary>Grades as rosters write them (PK, KG, 01 … 12) and as people say them.</summary>
public static class Grades
{
    /// <summary>“Grade 4” for 04, “Kindergarten” for KG; a code no standard knows is kept as it is.</summary>
    public static string NameOf(string code) =>
        code.ToUpperInvariant() switch
        {
            "IT" => "Infants and toddlers",
            "PR" => "Preschool",
            "PK" => "Pre-K",
            "TK" => "Transitional kindergarten",
            "KG" or "K" => "Kindergarten",
            "UG" => "Ungraded",
            _ => Number(code) is { } number
                ? string.Create(CultureInfo.InvariantCulture, $"Grade {number}")
                : code,
        };

    /// <summary>Youngest first; what is no grade comes last.</summary>
    public static int OrderOf(string code) =>
        code.ToUpperInvariant() switch
        {
            "IT" => -5,
            "PR" => -4,
            "PK" => -3,
            "TK" => -2,
            "KG" or "K" => 0,
            _ => Number(code) ?? 100,
        };

    /// <summary>
    /// The same for the name of a team, so that lists run Pre-K, Kindergarten, Grade 1 … Grade 10; what names no grade
    /// comes last.
    /// </summary>
    public static int OrderOfName(string name) =>
        Named.TryGetValue(name, out var order) ? order
        : name.StartsWith("Grade ", StringComparison.OrdinalIgnoreCase)
            ? Number(name[6..].Split(' ')[0]) ?? 100
        : 100;

    private static readonly Dictionary<string, int> Named = new(StringComparer.OrdinalIgnoreCase)
    {
        [NameOf("IT")] = OrderOf("IT"),
        [NameOf("PR")] = OrderOf("PR"),
        [NameOf("PK")] = OrderOf("PK"),
        [NameOf("TK")] = OrderOf("TK"),
        [NameOf("KG")] = OrderOf("KG"),
    };

    private static int? Number(string code) =>
        int.TryParse(code, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && number is > 0 and < 100
            ? number
            : null;
}
