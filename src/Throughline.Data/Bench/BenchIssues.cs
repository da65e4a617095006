using Throughline.Data.Demo;
using Throughline.Domain.Work;

namespace Throughline.Data.Bench;

/// <summary>An issue every two weeks, with votes; most are solved within a few months, some stay parked.</summary>
internal static class BenchIssues
{
    private const int LongestWeeks = 16;

    public static Issue Add(BenchTable table)
    {
        var (load, team) = (table.Load, table.Team);
        var number = ++team.Numbers.Issues;
        var by = team.Member(number * 5);
        var issue = Issue
            .Raise(
                team.School.Unit,
                number,
                new IssueWords(
                    BenchWords.Of(BenchWords.Issues, number),
                    number % 2 == 0 ? BenchWords.AboutIssue : null
                ),
                by,
                table.At(4),
                null,
                table.Meeting.Id
            )
            .Value;
        for (var vote = table.Chance.Next(8); vote >= 0; vote--)
        {
            issue.Vote(team.Member(number + vote)).OrThrow();
        }

        issue.Write(IssueStage.Identify, BenchWords.ReallyTheIssue, by, table.At(9)).OrThrow();
        Move(table, issue, by);
        load.Add(issue);
        load.AddRange(issue.Votes);
        load.AddRange(issue.Texts);
        load.AddRange(issue.Events);
        return issue;
    }

    private static void Move(BenchTable table, Issue issue, Guid by)
    {
        if (issue.Number % 10 == 0)
        {
            issue.Park("After the testing window.", null, by, table.Day, table.At(12)).OrThrow();
        }
        else if (table.After(1 + table.Chance.Next(LongestWeeks)) is { } at)
        {
            issue.Write(IssueStage.Solve, BenchWords.WhatSolves, by, at).OrThrow();
            issue.Spend(10).OrThrow();
            issue.Solve(BenchWords.WhatSolves, by, at).OrThrow();
        }
    }
}
