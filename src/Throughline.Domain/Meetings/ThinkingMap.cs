using System.Security.Cryptography;
using System.Text;
using Throughline.Domain.Shared;
using Throughline.Domain.Units;

namespace Throughline.Domain.Meetings;

/// <summary>
/// A guided thinking map: in the middle what the team looks back on, around it branches with what each brings, written as an
/// outline and drawn as a picture (seed 004, objective 3: a longer way of looking back, held to regularly). Once the team is
/// done with it, it stays as it was. It leaves no audit row: what a team says of itself is the team's.
/// </summary>
public sealed class ThinkingMap : ILinkable, IVersioned, INotAudited
{
    /// <summary>Longest title and longest name of a branch, in characters.</summary>
    public const int LongestTitle = 120;

    /// <summary>Longest question in the middle and longest twig, in characters.</summary>
    public const int LongestLine = 200;

    /// <summary>Most branches.</summary>
    public const int MostBranches = 8;

    /// <summary>Most twigs of a branch.</summary>
    public const int MostTwigs = 12;

    private ThinkingMap() { }

    /// <inheritdoc/>
    public Guid Id { get; private set; }

    /// <inheritdoc/>
    public Guid DistrictId { get; private set; }

    /// <inheritdoc/>
    public Guid UnitId { get; private set; }

    /// <summary>Its number within the unit.</summary>
    public int Number { get; private set; }

    /// <summary>What it is called.</summary>
    public string Title { get; private set; } = "";

    /// <summary>The question in the middle.</summary>
    public string Question { get; private set; } = "";

    /// <summary>The branches in their order.</summary>
    public IReadOnlyList<MapBranch> Branches { get; private set; } = [];

    /// <summary>True once a line hangs on one of its branches: before that nobody has looked back on anything.</summary>
    public bool IsWritten { get; private set; }

    /// <summary>Who began it.</summary>
    public Guid BegunById { get; private set; }

    /// <summary>When it was begun, UTC.</summary>
    public DateTime BegunAt { get; private set; }

    /// <summary>When the team was done with it, UTC; null while it is written.</summary>
    public DateTime? ClosedAt { get; private set; }

    /// <inheritdoc/>
    public int Version { get; private set; }

    /// <summary>True while it can be written.</summary>
    public bool IsOpen => ClosedAt is null;

    /// <summary>Begins a map with the branches of the guide. Refused without a title or a question and for texts that are too long.</summary>
    /// <param name="unit">The unit whose team looks back.</param>
    /// <param name="number">The unit's next number.</param>
    /// <param name="title">What it is called.</param>
    /// <param name="question">The question in the middle.</param>
    /// <param name="by">Who begins it.</param>
    /// <param name="now">Now, UTC.</param>
    public static Result<ThinkingMap> Begin(
        Unit unit,
        int number,
        string? title,
        string? question,
        Guid by,
        DateTime now
    )
    {
        var map = new ThinkingMap
        {
            Id = Ids.New(now),
            DistrictId = unit.DistrictId,
            UnitId = unit.Id,
            Number = number,
            BegunById = by,
            BegunAt = now,
        };
        var written = map.Write(
            title,
            question,
            [.. MapGuide.Steps.Select(s => new MapBranch(s.Title, []))]
        );
        return written.IsOk ? Result.Ok(map) : written.Refusal!;
    }

    /// <summary>
    /// Makes this the map. A branch without a name and without twigs is none. Refused once the team is done, without a title
    /// or a question, for twigs without a branch's name, for more than <see cref="MostBranches"/> branches or
    /// <see cref="MostTwigs"/> twigs of one, and for texts that are too long.
    /// </summary>
    public Result Write(string? title, string? question, IReadOnlyList<MapBranch> branches)
    {
        if (!IsOpen)
        {
            return Result.Refused(
                "The team is done with this map; it stays as it was. Begin another one."
            );
        }

        var called = Text.Required(title, "what the map is called", LongestTitle, "Title");
        var asked = Text.Required(question, "the question in the middle", LongestLine, "Question");
        if ((called.Refusal ?? asked.Refusal) is { } refused)
        {
            return refused;
        }

        var clean = new List<MapBranch>();
        for (var n = 0; n < branches.Count; n++)
        {
            var branch = MapBranch.Check(branches[n], n);
            if (!branch.IsOk)
            {
                return branch.Refusal!;
            }

            if (branch.Value is { } kept)
            {
                clean.Add(kept);
            }
        }

        if (clean.Count > MostBranches)
        {
            return Result.Refused(
                $"At most {MostBranches} branches: a map is read at a glance. Join two of them."
            );
        }

        (Title, Question, Branches) = (called.Value, asked.Value, clean);
        IsWritten = clean.Exists(b => b.Twigs.Count > 0);
        return Result.Ok();
    }

    /// <summary>The team is done with it. Refused when it is, and while nothing is written.</summary>
    public Result Close(DateTime now)
    {
        if (!IsOpen)
        {
            return Result.Refused("The team is done with this map already.");
        }

        if (!IsWritten)
        {
            return Result.Refused(
                "Nothing is written yet. Write what the team thinks, then close it."
            );
        }

        ClosedAt = now;
        return Result.Ok();
    }

    /// <summary>
    /// By what a branch or a twig is known elsewhere: made of its words, so that it means the same line wherever that is moved
    /// by someone else, and no other one that takes its place.
    /// </summary>
    public static string PartId(string words) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(words)))[..12];

    /// <summary>What the branch or twig of this id says; null where there is none any more.</summary>
    public string? Part(string id) =>
        Branches.SelectMany(b => b.Twigs.Prepend(b.Title)).FirstOrDefault(w => PartId(w) == id);

    /// <inheritdoc/>
    public ThingFace AsThing() =>
        new(ThingKind.ThinkingMap, Number, Title, IsOpen ? ThingStatus.UnderWay : ThingStatus.Done);
}

/// <summary>A branch of a thinking map.</summary>
/// <param name="Title">Its name.</param>
/// <param name="Twigs">What hangs on it, in its order.</param>
public sealed record MapBranch(string Title, IReadOnlyList<string> Twigs)
{
    /// <inheritdoc/>
    public bool Equals(MapBranch? other) =>
        other is not null && Title == other.Title && Twigs.SequenceEqual(other.Twigs);

    /// <inheritdoc/>
    public override int GetHashCode() =>
        Twigs.Aggregate(StringComparer.Ordinal.GetHashCode(Title), HashCode.Combine);

    internal static Result<MapBranch?> Check(MapBranch typed, int place)
    {
        var twigs = typed.Twigs.Select(Text.CleanLine).OfType<string>().ToList();
        if (Text.CleanLine(typed.Title) is null && twigs.Count == 0)
        {
            return Result.Ok<MapBranch?>(null);
        }

        var title = Text.Required(
            typed.Title,
            "the branch’s name",
            ThinkingMap.LongestTitle,
            $"Branches[{place}].Title"
        );
        if (!title.IsOk)
        {
            return title.Refusal!;
        }

        return twigs.Count > ThinkingMap.MostTwigs
                ? Result.Refused<MapBranch?>(
                    $"“{title.Value}” has {twigs.Count} lines; {ThinkingMap.MostTwigs} fit. Join some, or begin another branch.",
                    $"Branches[{place}].Twigs"
                )
            : twigs.Find(t => t.Length > ThinkingMap.LongestLine) is { } tooLong
                ? Result.Refused<MapBranch?>(
                    $"Shorten “{Text.Shorten(tooLong, 40)}” to {ThinkingMap.LongestLine} characters.",
                    $"Branches[{place}].Twigs"
                )
            : Result.Ok<MapBranch?>(new MapBranch(title.Value, twigs));
    }
}

/// <summary>A step of the guide: a branch to begin with.</summary>
/// <param name="Title">The branch.</param>
/// <param name="Asks">What to think about.</param>
public sealed record MapStep(string Title, string Asks);

/// <summary>
/// What a thinking map begins with, in our own words (seed 004, objective 3: a long-term way of feedback such as a thinking
/// map; seed 003, “Opportunities for Reflection”, for what to ask).
/// </summary>
public static class MapGuide
{
    /// <summary>Questions for the middle.</summary>
    public static IReadOnlyList<string> Questions { get; } =
    [
        "What did our work as a team change for students this term?",
        "How well do we work together as a team?",
        "Did our meetings move us toward our goals?",
    ];

    /// <summary>The branches to begin with.</summary>
    public static IReadOnlyList<MapStep> Steps { get; } =
    [
        new("What worked", "What would you do again just so? What did you see that tells you?"),
        new("What did not", "What cost time or strength and brought little?"),
        new("Why", "What lies behind it? Ask “why” once more than is comfortable."),
        new("What we will do", "What changes next term, who begins, and how will we notice?"),
    ];

    /// <summary>What to think about at a branch; null for one of the team's own.</summary>
    public static string? AsksAt(string title) => Steps.FirstOrDefault(s => s.Title == title)?.Asks;
}
