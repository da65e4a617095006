using Throughline.Data.Demo;
using Throughline.Domain.Meetings;

namespace Throughline.Data.Bench;

/// <summary>Three members say by name what went well and what to change; every fourth meeting leaves a theme, answered.</summary>
internal static class BenchFeedback
{
    private const int Givers = 3;
    private const int MeetingsATheme = 4;

    public static void Add(BenchTable table)
    {
        var (load, team, turn) = (table.Load, table.Team, table.Meeting.Number);
        for (var n = 0; n < Givers; n++)
        {
            load.Add(
                new NamedFeedback(
                    table.Meeting,
                    team.Member(turn + n),
                    FeedbackKind.PlusDelta,
                    [
                        new(FeedbackBox.Plus, BenchWords.Of(BenchWords.Plus, turn + n)),
                        new(FeedbackBox.Delta, BenchWords.Of(BenchWords.Delta, turn + n)),
                    ],
                    table.At(55)
                )
            );
        }

        if (turn % MeetingsATheme == 0)
        {
            load.Add(
                FeedbackTheme
                    .Note(
                        table.Meeting,
                        ++team.Numbers.Themes,
                        BenchWords.Of(BenchWords.Delta, turn),
                        BenchWords.Changed,
                        team.Member(turn),
                        table.At(70)
                    )
                    .Value
            );
        }
    }
}
