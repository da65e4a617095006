namespace Throughline.Domain.Work;

/// <summary>
/// A rock that other teams have done, offered when a new one begins: three that seed 003 names as examples, in our own
/// words. What a team makes of it is its own.
/// </summary>
/// <param name="Key">By which an address names it.</param>
/// <param name="Title">What will be done.</param>
/// <param name="Why">What other teams did it for.</param>
/// <param name="Milestones">Steps on the way, to change.</param>
/// <param name="Source">Where it comes from.</param>
public sealed record StarterRock(
    string Key,
    string Title,
    string Why,
    IReadOnlyList<string> Milestones,
    string Source
)
{
    /// <summary>All of them, in the order of their source.</summary>
    public static IReadOnlyList<StarterRock> All { get; } =
    [
        new(
            "schedule",
            "Build next year’s master schedule together",
            "When teachers and leaders make it together, planning time and support lie where instruction needs them, and nobody is surprised.",
            [
                "Each team has said what the schedule must protect",
                "Two drafts are on the wall, with what each costs",
                "All teams have answered the drafts",
                "The schedule stands, and staff know why",
            ],
            "“How ILTs Are Bringing Change”, examples of rocks, 1"
        ),
        new(
            "meetings",
            "Look at all our meetings and give time back",
            "Meetings that cover the same ground take time from planning and from students. Seen side by side, some can be joined or dropped.",
            [
                "Every standing meeting is listed: who, how long, what for",
                "Overlaps are marked",
                "We have agreed what is joined, shortened or dropped",
                "The new week has run for two weeks",
            ],
            "“How ILTs Are Bringing Change”, examples of rocks, 2"
        ),
        new(
            "curriculum",
            "Plan how the new curriculum comes into classrooms",
            "A new curriculum works when everyone knows what comes when, what help there is, and how we see whether it takes hold.",
            [
                "We know what changes for whom",
                "Professional learning is on the calendar",
                "Materials are in every classroom",
                "First lessons are visited and talked about",
            ],
            "“How ILTs Are Bringing Change”, examples of rocks, 3"
        ),
    ];
}
