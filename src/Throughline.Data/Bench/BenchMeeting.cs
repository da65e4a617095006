using Throughline.Data.Demo;
using Throughline.Domain.Meetings;

namespace Throughline.Data.Bench;

/// <summary>How a meeting comes about: what members bring, who has which role, who comes, what is written down.</summary>
internal static class BenchMeeting
{
    // Data or learning, issues, what teachers raised.
    private const int FirstSectionWithItems = 4;
    private const int SectionsWithItems = 3;
    private const int FeedbackSection = 9;

    private static readonly MeetingRoleKind[] Kinds = Enum.GetValues<MeetingRoleKind>();

    /// <summary>The agenda, before the meeting.</summary>
    /// <param name="team">Whose.</param>
    /// <param name="meeting">The meeting, just planned.</param>
    /// <param name="items">How many items members bring.</param>
    /// <param name="at">When, UTC.</param>
    public static void Prepare(BenchTeam team, Meeting meeting, int items, DateTime at)
    {
        var turn = meeting.Number;
        meeting.BeginAgenda(team.Template).OrThrow();
        for (var n = 0; n < items; n++)
        {
            meeting
                .Submit(
                    new ItemPlan(
                        BenchWords.Of(BenchWords.Items, turn + n),
                        (ItemKind)(1 + (n % 3)),
                        3,
                        n % 3 == 0 ? BenchWords.ReadFirst : null
                    ),
                    FirstSectionWithItems + (n % SectionsWithItems),
                    team.Member(turn + n),
                    at
                )
                .OrThrow();
        }

        meeting.SendRegrets(team.Member(turn), comes: false, team.Members, at).OrThrow();
        foreach (var (n, kind) in Kinds.Index())
        {
            meeting.GiveRole(kind, team.Member(turn + 1 + n), team.Members).OrThrow();
        }
    }

    /// <summary>The meeting itself; one that is open has come to its second item.</summary>
    public static void Hold(BenchTable table)
    {
        var (team, meeting) = (table.Team, table.Meeting);
        foreach (var (n, member) in team.Members.Where(m => !meeting.IsAbsent(m)).Index())
        {
            // Now and then someone is late.
            meeting.Arrive(member, team.Members, table.At(n == 5 ? 6 : 0)).OrThrow();
        }

        for (var minute = 2; ; minute += 4)
        {
            Write(table, minute);
            if (
                (table.IsOpen && meeting.CurrentItem == 2)
                || !meeting.Next(meeting.CurrentSection, meeting.CurrentItem, table.At(minute)).IsOk
            )
            {
                break;
            }
        }

        if (!table.IsOpen)
        {
            meeting.End(table.At(meeting.Minutes)).OrThrow();
        }
    }

    /// <summary>Gives the rows of a meeting to the load.</summary>
    public static void Load(BulkLoad load, Meeting meeting)
    {
        load.Add(meeting);
        load.AddRange(meeting.Items);
        load.AddRange(meeting.Roles);
        load.AddRange(meeting.Attendances);
    }

    // Every second item and the feedback are written down.
    private static void Write(BenchTable table, int minute)
    {
        var meeting = table.Meeting;
        var words = meeting switch
        {
            { CurrentItem: { } item } when item % 2 == 0 => BenchWords.Of(
                BenchWords.Notes,
                meeting.Number + item
            ),
            { CurrentSection: FeedbackSection } => BenchWords.Feedback,
            _ => null,
        };
        if (words is not null)
        {
            var by = meeting.HolderOf(MeetingRoleKind.Recorder)!.Value;
            var at = table.At(minute);
            var note = MeetingNote.Of(
                meeting,
                meeting.CurrentSection!.Value,
                meeting.CurrentItem,
                by,
                at
            );
            note.Write(words, 0, by, at).OrThrow();
            table.Load.Add(note);
            table.Notes[meeting.CurrentStop!.Key] = words;
        }
    }
}
