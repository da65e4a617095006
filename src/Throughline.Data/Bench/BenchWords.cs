namespace Throughline.Data.Bench;

/// <summary>What the teams of a made-up district say, in turn.</summary>
internal static class BenchWords
{
    public static readonly string[] Vision =
    [
        "Every student reads, talks and writes about texts of their grade each day, in every subject.",
        "This team looks at what students do, decides what to change in teaching, and helps teams to change it.",
        "By June every team looks at student work every two weeks and says what it changes.",
    ];

    public static readonly string[] Norms =
    [
        "We begin and end on time.",
        "We look at the work before we judge it.",
        "Everybody speaks before anybody speaks twice.",
        "We stay with instruction and send the rest to who handles it.",
        "We leave with a name and a day for everything we decide.",
    ];

    public static readonly string[] Items =
    [
        "Writing from two sources: six samples without names",
        "When do we plan with the multilingual teachers?",
        "What the reading screener says about vocabulary",
        "Pacing of the new math unit",
        "One way of annotating texts in all grades",
        "Dates of the next learning walks",
        "Talk in science: who speaks, and how long",
    ];

    public const string ReadFirst = "The two-page summary in the shared folder.";

    public static readonly string[] Notes =
    [
        "Most claims are there; evidence drops where the prompt has two texts. Next: a two-text prompt in each grade.",
        "Three grades can start now, Kindergarten needs an oral version. We come back to it in two meetings.",
        "Fluency is on course, vocabulary is not. Grade 2 tries word walls with pictures until the next screener.",
        "Nobody against. The dates go out with the weekly mail; the coach keeps the list.",
    ];

    public const string Feedback =
        "Plus: began on time, everyone spoke. Delta: send the samples a day earlier.";

    public static readonly string[] Plus =
    [
        "Everyone spoke before anyone spoke twice.",
        "We began on time and left with names and days.",
        "The samples of student work.",
    ];

    public static readonly string[] Delta =
    [
        "Send the samples a day earlier.",
        "Fewer items, more time for each.",
        "The clock was out of sight.",
    ];

    public const string Changed = "Samples go out two days before the meeting.";

    public static readonly string[] ToDos =
    [
        "Tell my team about the look-for of the month, and bring back what they ask",
        "Put the dates of the next walks on the calendar",
        "Bring three samples of student writing without names",
        "Ask the coach for an hour of planning together",
        "Draft two questions to ask students during the walk",
        "Find a room for the talk after the walk",
        "Write down what my team tried this week",
    ];

    public static readonly string[] Rocks =
    [
        "Every grade has had a learning walk and talked about it",
        "The schedule gives each team an hour together",
        "All teams use one protocol for looking at student work",
        "New teachers have seen two lessons of a partner",
    ];

    public const string WhyRock = "We mean the same by it only when we have seen the same lessons.";

    public static readonly string[] Milestones =
    [
        "Two teams have tried it",
        "All teams have tried it",
        "What we learned is told",
    ];

    public const string InTheWay = "The dates met with testing; the walk is a week late.";

    public static readonly string[] Issues =
    [
        "Small groups are the first to go on short days",
        "We mean different things by the same look-for",
        "Students new to English sit out the talk in science",
        "Teams hear of decisions by chance",
        "Intervention starts three weeks after the screener",
    ];

    public const string AboutIssue =
        "Three teams brought it up in the last two weeks, and it is the same in every grade.";

    public const string ReallyTheIssue =
        "Nobody decided that it comes last; it comes last because nothing else was said.";

    public const string WhatSolves =
        "We say it in one sentence, each team hears it this week, and we look again in a month.";

    public static readonly string[] Decisions =
    [
        "Each month has one look-for, and every team hears of it before the walk",
        "All grades use the same sentence starters for student talk",
        "Team meetings begin with student work",
        "The short schedule keeps small groups",
    ];

    public const string Background =
        "In September the teams read four look-fors at once and remembered none.";

    public const string Reasons = "People open their doors when they know what we look for.";

    public const string Concern = "I would like to try it in two grades first.";

    /// <summary>The nth of a list, round and round.</summary>
    public static string Of(string[] words, int n) => words[n % words.Length];
}
