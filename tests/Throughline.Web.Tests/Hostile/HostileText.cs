using Throughline.Data.Tests.Engines;

namespace Throughline.Web.Tests.Hostile;

/// <summary>What nobody should type, and somebody will.</summary>
public static class HostileText
{
    /// <summary>Would run if a page let it through.</summary>
    public const string Script =
        "\"'><script>fuzz()</script><img src=x onerror=fuzz()>{{7*7}}@(1+1)";

    private const string LongText = "100,000 characters";
    private const string ControlCharacters = "control characters";

    public static IReadOnlyList<(string Kind, string Value)> All { get; } =
    [
        ("empty", ""),
        ("blanks", " \t \r\n "),
        (LongText, new string('x', 100_000)),
        ("another type", "not-a-number"),
        ("a number too large", "-99999999999999999999999999"),
        ("a day that is none", "2027-02-30"),
        (ControlCharacters, "a\0b\u0007c\u001b[31md\u007f\u0085e"),
        ("turned reading direction", "\u202egnp.exe\u2066\u200f"),
        ("a script", Script),
    ];

    /// <summary>
    /// What a field is filled with. The pages' own rules are the same on both engines: on PostgreSQL each field gets what
    /// that engine itself may refuse, and one other in turn.
    /// </summary>
    public static IEnumerable<(string Kind, string Value)> For(Engine engine, int field) =>
        All.Where(
            (text, place) =>
                engine == Engine.Sqlite
                || text.Kind is LongText or ControlCharacters
                || place == field % All.Count
        );

    public static IReadOnlyList<(string Kind, byte[] Content)> Files { get; } =
    [
        ("an empty file", []),
        ("a program named as something else", [0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0, 0, 255, 254]),
        ("a broken archive", [0x50, 0x4b, 3, 4, 20, 0, 0, 0, 8, 0, 1, 2, 3]),
        ("a text of one line", System.Text.Encoding.UTF8.GetBytes(Script)),
    ];

    /// <summary>True when a page holds the script as markup instead of as text.</summary>
    public static bool Runs(string html) =>
        html.Contains("<script>fuzz", StringComparison.OrdinalIgnoreCase)
        || html.Contains("<img src=x", StringComparison.OrdinalIgnoreCase);
}
