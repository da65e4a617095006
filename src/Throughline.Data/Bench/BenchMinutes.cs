using Throughline.Domain.Meetings;

namespace Throughline.Data.Bench;

/// <summary>The minutes of a meeting, confirmed by who recorded it the next morning.</summary>
internal static class BenchMinutes
{
    public static void Confirm(BenchTable table, TimeZoneInfo zone)
    {
        var (team, meeting) = (table.Team, table.Meeting);
        var recorder = meeting.HolderOf(MeetingRoleKind.Recorder)!.Value;
        var at = table.At(23 * 60);
        var edition = meeting
            .ConfirmMinutes(
                Draft(table, zone),
                [],
                waiting: 0,
                recorder,
                NameOf(team, recorder),
                table.Day.AddDays(1),
                at
            )
            .Value;
        table.Load.Add(edition);
    }

    // Who people are is loaded and forgotten: names as long as theirs.
    public static string NameOf(BenchTeam team, Guid person)
    {
        var (given, family) = BenchNames.Person(
            team.Members.Index().First(m => m.Item == person).Index
        );
        return $"{given} {family}";
    }

    private static MinutesRecord Draft(BenchTable table, TimeZoneInfo zone)
    {
        var (team, meeting) = (table.Team, table.Meeting);
        string Name(Guid person) => NameOf(team, person);
        return MinutesRecord.Begin(
            meeting,
            team.School.Unit.Name,
            zone,
            Name,
            stop => table.Notes.GetValueOrDefault(stop.Key),
            _ => []
        ) with
        {
            Vision = BenchWords.Vision[0],
            Present = [.. meeting.Present.Select(p => Name(p.PersonId))],
            Regrets = [.. team.Members.Where(meeting.IsAbsent).Select(Name)],
            CameLate = 1,
            Roles = [.. meeting.Roles.Select(r => new MinutesRole(r.Kind, Name(r.PersonId)))],
            Decisions = table.Decision is { } decision
                ?
                [
                    new(
                        decision.Number,
                        decision.Title,
                        decision.DecidedAs,
                        IsWithdrawn: false,
                        decision.Outcome,
                        decision.Reasons,
                        [],
                        team.Members.Count,
                        [0, 0, 2, 3, 4, 2],
                        null,
                        decision.Outcome
                    ),
                ]
                : [],
            ToDos =
            [
                .. table.ToDos.Select(t => new MinutesToDo(
                    t.Number,
                    t.Title,
                    Name(t.OwnerId),
                    t.DueOn
                )),
            ],
            Issues = table.Issue is { } issue ? [new(issue.Number, issue.Title, issue.Status)] : [],
            Rocks =
            [
                .. team.Rocks.Select(r => new MinutesRock(
                    r.Number,
                    r.Title,
                    Name(r.OwnerId),
                    OnTrack: true
                )),
            ],
        };
    }
}
