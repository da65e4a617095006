using Throughline.Domain.Meetings;
using Throughline.Domain.Shared;
using Throughline.Domain.Units;
using Throughline.Domain.Work;
using Throughline.Web.Features.Links;
using Throughline.Web.Features.Meetings.Protocols;
using Throughline.Web.Features.Work;
using Throughline.Web.Features.Work.Issues;
using Throughline.Web.Ui;
using Throughline.Web.Ui.Papers;

namespace Throughline.Web.Features.Meetings.Minutes;

/// <summary>
/// Minutes as a paper: what was decided and who does what first, since that is what most look for. Whoever may read less
/// gets a record that holds less; nothing is left out here.
/// </summary>
public static class MinutesPaper
{
    /// <summary>The paper of a record.</summary>
    /// <param name="record">What this reader may read.</param>
    /// <param name="unit">Where; for its words and addresses.</param>
    /// <param name="grounds">Why words are covered in it.</param>
    public static Paper Of(MinutesRecord record, Unit unit, IReadOnlyList<string> grounds) =>
        new(
            $"ILT meeting {record.Meeting}, {Days.Long(record.Day)}",
            [
                new PaperFacts([.. Head(record)]),
                .. Decisions(record, unit),
                .. ToDos(record, unit),
                .. Rocks(record, unit),
                .. Issues(record, unit),
                .. Parts(record),
                .. People(record),
                .. grounds.Count == 0
                    ? Enumerable.Empty<PaperBlock>()
                    :
                    [
                        new PaperHeading(2, "Words that are covered"),
                        .. grounds.Select(g => new PaperPassage(g)),
                    ],
            ]
        );

    private static IEnumerable<(string, string)> Head(MinutesRecord record)
    {
        yield return (
            "Where",
            record.Place is null ? record.Unit : $"{record.Unit}, {record.Place}"
        );
        yield return (
            "When",
            $"{Days.Full(record.Day)}, {MeetingWords.Time(record.Began)} – {MeetingWords.Time(record.Ended)}, {MeetingWords.Minutes(record.Minutes)}"
        );
        if (record.InstructionalMinutes < record.Minutes)
        {
            yield return (
                "About teaching and learning",
                $"{record.InstructionalMinutes} of {MeetingWords.Minutes(record.Minutes)}"
            );
        }

        yield return (
            "Minutes",
            record.Edition is { } edition
                ? $"final{(edition > 1 ? $", edition {edition}" : "")}, confirmed by {record.ConfirmedBy}, {Days.Full(record.ConfirmedOn!.Value)}"
                : "DRAFT, not confirmed yet"
        );
        if (record.Vision is { } vision)
        {
            yield return ("Our vision", vision);
        }
    }

    private static IEnumerable<PaperBlock> Decisions(MinutesRecord record, Unit unit)
    {
        if (record.Decisions.Count == 0)
        {
            yield break;
        }

        yield return new PaperHeading(2, "Decisions");
        foreach (var decision in record.Decisions)
        {
            yield return new PaperHeading(
                3,
                decision.Title,
                decision.As is { } how ? DecisionWords.Of(how, unit)
                    : decision.IsWithdrawn ? "withdrawn"
                    : "proposed, not decided"
            );
            foreach (var (label, words) in Said(decision))
            {
                yield return new PaperPassage(words, label);
            }
        }
    }

    private static IEnumerable<(string? Label, string Words)> Said(MinutesDecision decision)
    {
        if (decision.Outcome is { } outcome)
        {
            yield return (null, outcome);
        }

        if (decision.Reasons is { } reasons)
        {
            yield return ("Why", reasons);
        }

        if (decision.ToTell is { } message)
        {
            yield return ("To tell the teams", message);
        }

        yield return (
            "Touches",
            decision.Teams.Count == 0
                ? "all instructional teams"
                : string.Join(", ", decision.Teams)
        );
        if (decision.Fingers.Count > 0)
        {
            yield return ("Hands", DecisionWords.Sum(decision.Fingers, decision.Asked));
        }

        if (decision.NotHeard is { } notHeard)
        {
            yield return ("Not heard", string.Join(", ", notHeard.Split('\n')));
        }
    }

    private static IEnumerable<PaperBlock> ToDos(MinutesRecord record, Unit unit) =>
        Table(
            "To-dos",
            ["What", "Who", "By when"],
            record.ToDos.Select(t => new PaperRow(
                [t.Title, t.Who, Days.Full(t.DueOn)],
                ThingPlaces.PathOf(ThingKind.ToDo, t.Number, unit.Slug)
            ))
        );

    private static IEnumerable<PaperBlock> Rocks(MinutesRecord record, Unit unit) =>
        Table(
            "Rocks that were asked for",
            ["Rock", "Who", "Track"],
            record.Rocks.Select(r => new PaperRow(
                [
                    r.Title,
                    r.Who,
                    r.OnTrack switch
                    {
                        true => "on track",
                        false => "off track",
                        null => "not said",
                    },
                ],
                ThingPlaces.PathOf(ThingKind.Rock, r.Number, unit.Slug)
            ))
        );

    private static IEnumerable<PaperBlock> Issues(MinutesRecord record, Unit unit) =>
        Table(
            "Issues that were raised",
            ["Issue", "Where it stood"],
            record.Issues.Select(i => new PaperRow(
                [i.Title, IssueWording.Tag(i.Status).Words],
                ThingPlaces.PathOf(ThingKind.Issue, i.Number, unit.Slug)
            ))
        );

    private static IEnumerable<PaperBlock> Table(
        string heading,
        IReadOnlyList<string> columns,
        IEnumerable<PaperRow> rows
    )
    {
        var all = rows.ToList();
        return all.Count == 0
            ? []
            : [new PaperHeading(2, heading), new PaperTable(heading, columns, all)];
    }

    private static IEnumerable<PaperBlock> Parts(MinutesRecord record)
    {
        if (record.Parts.Count == 0)
        {
            yield break;
        }

        yield return new PaperHeading(2, "What was said");
        foreach (var part in record.Parts.Where(HasWords))
        {
            yield return new PaperHeading(3, part.Title, Aside(part), part.Key);
            if (part.Serves.Count > 0)
            {
                yield return new PaperPassage(string.Join("; ", part.Serves), "For");
            }

            if (part.Note is { } note)
            {
                yield return new PaperPassage(note);
            }

            foreach (var found in (part.Findings ?? []).GroupBy(f => f.Kind))
            {
                yield return new PaperPassage(
                    string.Concat(found.Select(f => $"\n– {f.Words}")),
                    ProtocolWords.Many(found.Key)
                );
            }
        }

        // A heading each for what nothing was written at would be most of the page.
        var silent = record.Parts.Where(p => !HasWords(p)).ToList();
        if (silent.Count > 0)
        {
            yield return new PaperPassage(
                string.Join("; ", silent.Select(p => $"{p.Title} ({Aside(p)})")),
                "Without notes"
            );
        }
    }

    private static bool HasWords(MinutesPart part) =>
        part.Note is not null || part.Serves.Count > 0 || part.Findings is not null;

    private static string Aside(MinutesPart part) =>
        string.Join(
            " · ",
            new[]
            {
                part.Kind is { } kind ? MeetingWords.Of(kind) : null,
                part.BroughtBy,
                part.State switch
                {
                    StopState.Done => $"{part.Took} of {part.Given} min",
                    StopState.Parked => "parked: on the next agenda",
                    _ => "left out",
                },
            }.OfType<string>()
        );

    private static IEnumerable<PaperBlock> People(MinutesRecord record)
    {
        var rows = new[]
        {
            ("Here", string.Join(", ", record.Present)),
            ("Visitors", string.Join(", ", record.Visitors)),
            ("Sent regrets", string.Join(", ", record.Regrets)),
            (
                "Came after the start",
                record.CameLate == 0 ? "" : Words.Count(record.CameLate, "member")
            ),
        }
            .Concat(record.Roles.Select(r => (MeetingWords.Of(r.Kind), r.Who)))
            .Where(r => r.Item2.Length > 0)
            .ToList();
        return rows.Count == 0 ? [] : [new PaperHeading(2, "Who was there"), new PaperFacts(rows)];
    }
}
