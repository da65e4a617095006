using Throughline.Data.Demo;
using Throughline.Domain.Sharing;

namespace Throughline.Data.Bench;

/// <summary>A staff note after each decision, with two lines of its own, approved by who leads and sent at once.</summary>
internal static class BenchStaffNotes
{
    public static void Add(BenchTable table)
    {
        if (table.Decision is not { } decision)
        {
            return;
        }

        var (team, at) = (table.Team, table.At(3 * 60));
        var number = ++team.Numbers.StaffNotes;
        var writer = team.Member(2);
        var leader = team.Member(0);
        var note = StaffNote
            .Begin(
                team.School.Unit,
                number,
                $"Staff note {number}",
                at.AddDays(-14),
                [
                    new(
                        NoteLineKind.Decision,
                        decision.Id,
                        RelayMessage.Draft(decision, "principal")
                    ),
                    .. team.Rocks.Select(r => new NoteNews(NoteLineKind.Rock, r.Id, r.Title)),
                ],
                writer,
                at
            )
            .Value;
        note.Approve(leader, at).OrThrow();
        note.GoAt(at, at).OrThrow();
        note.Send(
                team.School.Unit.Name,
                BenchMinutes.NameOf(team, writer),
                BenchMinutes.NameOf(team, leader),
                at
            )
            .OrThrow();
        table.Load.Add(note);
    }
}
