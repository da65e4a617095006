namespace Throughline.Data.Demo;

/// <summary>What Tubman's ILT wrote when it looked back on a term.</summary>
internal static class DemoReflections
{
    public static IReadOnlyList<(string Name, string Item, string Text, bool Share)> All { get; } =
    [
        (
            "Elena Marchetti",
            "changed",
            "Sixth-grade teachers now plan one discussion task a week together, and use it.",
            true
        ),
        (
            "Vikram Desai",
            "changed",
            "Exit tickets in mathematics ask for a reason, not only an answer.",
            true
        ),
        (
            "Monique Trudeau",
            "changed",
            "I see fewer worksheets. I cannot prove that it was us.",
            true
        ),
        ("Diego Santillan", "changed", "Lab reports are shorter and better.", true),
        ("Noor Siddiqui", "harder", "Finding 40 minutes in which every subject can meet.", true),
        (
            "Curtis Holloway",
            "harder",
            "Giving feedback that is about the lesson and not about the person.",
            true
        ),
        (
            "Marta Quintero",
            "harder",
            "Being asked for a quick opinion on multilingual learners at minute 85.",
            true
        ),
        ("Darnell Upshaw", "harder", "We set four goals. Two would have been plenty.", false),
        (
            "Imani Jefferson",
            "next",
            "Keep the walk in pairs. Stop reading announcements aloud.",
            true
        ),
        (
            "Hiroshi Tanabe",
            "next",
            "Start with student work, end with announcements, if there is time.",
            true
        ),
        ("Vikram Desai", "next", "Keep notes where everyone can find them.", true),
        ("Elena Marchetti", "next", "Start telling teams what we decided on the same day.", true),
    ];
}
