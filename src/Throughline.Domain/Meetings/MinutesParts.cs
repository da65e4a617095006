using Throughline.Domain.Work;

namespace Throughline.Domain.Meetings;

/// <summary>Who had a role.</summary>
/// <param name="Kind">Which.</param>
/// <param name="Who">By name.</param>
public sealed record MinutesRole(MeetingRoleKind Kind, string Who);

/// <summary>A part of the agenda as the team went through it.</summary>
/// <param name="Key">As the part stands in addresses: “s3” a section, “i5” an item.</param>
/// <param name="Title">What it is called.</param>
/// <param name="Kind">What the team was asked to do; null for a section.</param>
/// <param name="State">How far it came.</param>
/// <param name="Given">Minutes given to it.</param>
/// <param name="Took">Minutes it took.</param>
/// <param name="BroughtBy">Who brought it, by name; null for a section.</param>
/// <param name="Serves">What it was brought for, in words.</param>
/// <param name="Note">What was written down; null for nothing.</param>
/// <param name="Findings">What was written down in the steps of a protocol, in order; null for none.</param>
public sealed record MinutesPart(
    string Key,
    string Title,
    ItemKind? Kind,
    StopState State,
    int Given,
    int Took,
    string? BroughtBy,
    IReadOnlyList<string> Serves,
    string? Note,
    IReadOnlyList<MinutesFinding>? Findings = null
);

/// <summary>A line that was written down in a step of a protocol.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Words">What was written.</param>
public sealed record MinutesFinding(OutputKind Kind, string Words);

/// <summary>What was proposed or decided.</summary>
/// <param name="Number">The decision's number.</param>
/// <param name="Title">What was proposed.</param>
/// <param name="As">Who decided; null for what was not decided.</param>
/// <param name="IsWithdrawn">True for what was withdrawn.</param>
/// <param name="Outcome">What was decided, in the words that are told.</param>
/// <param name="Reasons">Why.</param>
/// <param name="Teams">The instructional teams it touches; none means all.</param>
/// <param name="Asked">How many hands were asked for; 0 for none.</param>
/// <param name="Fingers">People by fingers, the fist first: counts, never who; empty where no hands were shown.</param>
/// <param name="NotHeard">Who had no voice, in words.</param>
/// <param name="ToTell">What the teams are told of it; null for what is not to be told.</param>
public sealed record MinutesDecision(
    int Number,
    string Title,
    DecidedAs? As,
    bool IsWithdrawn,
    string? Outcome,
    string? Reasons,
    IReadOnlyList<string> Teams,
    int Asked,
    IReadOnlyList<int> Fingers,
    string? NotHeard,
    string? ToTell = null
);

/// <summary>A to-do that was taken.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Title">What will be done.</param>
/// <param name="Who">Who carries it, by name.</param>
/// <param name="DueOn">By when.</param>
public sealed record MinutesToDo(int Number, string Title, string Who, DateOnly DueOn);

/// <summary>An issue that was raised.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Title">What is in the way.</param>
/// <param name="Status">Where it stood.</param>
public sealed record MinutesIssue(int Number, string Title, IssueStatus Status);

/// <summary>A rock that was asked for.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Title">What it is.</param>
/// <param name="Who">Who carries it, by name.</param>
/// <param name="OnTrack">What was said of it; null for nothing.</param>
public sealed record MinutesRock(int Number, string Title, string Who, bool? OnTrack);
