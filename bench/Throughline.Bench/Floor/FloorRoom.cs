using System.Data.Common;
using System.Globalization;
using Throughline.Domain.Meetings;
using Throughline.Domain.Shared;
using Throughline.Domain.Work;
using Throughline.Web.Features.Links;
using Throughline.Web.Features.Meetings;
using Throughline.Web.Features.Work;
using Throughline.Web.Features.Work.Issues;
using Throughline.Web.Ui;

namespace Throughline.Bench.Floor;

/// <summary>A meeting's page, and what it shows before, during and after.</summary>
internal sealed class FloorRoom(FloorPerson person, FloorUnit unit, FloorMeeting meeting)
{
    public Html Html { get; } =
        new($"Meeting {meeting.Number} · {unit.Name}", person, unit, At(unit, meeting));

    public FloorPerson Person => person;

    public FloorUnit Unit => unit;

    public FloorMeeting Meeting => meeting;

    /// <summary>Where it stands.</summary>
    public string Path { get; } = At(unit, meeting);

    public DateOnly Today { get; } = unit.Today();

    /// <summary>Runs the clock and the agenda.</summary>
    public bool Conducts { get; } = person.LeadsMeetings(unit) || meeting.IsRunBy(person.Id);

    public FloorMember? Mine => meeting.Members.Find(m => m.Id == person.Id && m.Sits);

    public static async Task<string?> RenderAsync(
        Store store,
        DbConnection connection,
        FloorPerson person,
        FloorUnit unit,
        string number
    )
    {
        if (
            !person.SeesRounds(unit)
            || !int.TryParse(number, CultureInfo.InvariantCulture, out var which)
            || await FloorMeeting.FindAsync(store, connection, unit, which) is not { } meeting
        )
        {
            return null;
        }

        var room = new FloorRoom(person, unit, meeting);
        return meeting.State switch
        {
            MeetingState.InProgress => new FloorDuring(room).Render(),
            MeetingState.Planned => new FloorBefore(room).Render(),
            // What is over is read as minutes, and the data set has none that was called off.
            _ => null,
        };
    }

    public IEnumerable<FloorWorkAtMeeting> WorkOf(ThingKind kind) =>
        meeting.Work.Where(w => w.Kind == kind && w.Item == 0);

    public int Regrets => meeting.Members.Count(m => m.IsAbsent);

    public int Present => meeting.Members.Count(m => m.CameAt is not null);

    public int Sitting => meeting.Members.Count(m => m.Sits);

    /// <summary>How many came after the start.</summary>
    public int Late =>
        meeting.Members.Count(m =>
            m.CameAt > meeting.StartedAt?.AddMinutes(Domain.Meetings.Meeting.GraceMinutes)
        );

    /// <summary>The vision and the norms.</summary>
    public void Head()
    {
        if (meeting.Vision is null && meeting.Norms.Count == 0)
        {
            return;
        }

        Html.Raw("  <div class=\"team-head\">\n");
        if (meeting.Vision is { } vision)
        {
            Html.Put(
                $"      <p class=\"vision\">{vision}</p>\n      <p class=\"small no-screen no-print\"><a href=\"/{unit.Slug}/team/vision\">Purpose and goals</a></p>\n"
            );
        }

        if (meeting.Norms.Count > 0)
        {
            Html.Put(
                $"      <details id=\"team-norms\" class=\"small\">\n        <summary>{Words.Count(meeting.Norms.Count, "norm")}{(meeting.Keeper is { } keeper ? $", kept by {keeper}" : "")}</summary>\n        <ol>\n"
            );
            meeting.Norms.ForEach(norm => Html.Put($"            <li>{norm}</li>\n"));
            Html.Raw("        </ol>\n      </details>\n");
        }

        Html.Raw("  </div>\n\n");
    }

    /// <summary>What came out of it.</summary>
    public void Taken()
    {
        Html.Raw("<div class=\"card stack\">\n  <h2>What came out of it</h2>\n");
        if (!meeting.Work.Any(w => w.IsFromHere))
        {
            Html.Raw("    <p class=\"muted\">")
                .Raw(
                    meeting.State == MeetingState.InProgress
                        ? "To-dos, decisions and issues you add stand here."
                        : "No to-do, decision or issue was added."
                )
                .Raw("</p>\n");
        }

        Taken(
            ThingKind.ToDo,
            "to-do",
            "",
            w =>
                $"{w.Who}, {(w.Status == (int)WorkStatus.NotStarted ? WorkWords.Due(w.DueOn, Today) : WorkWords.Of((WorkStatus)w.Status, w.Kind))}"
        );
        Taken(
            ThingKind.Decision,
            "decision",
            "",
            w =>
                DecisionWords
                    .Tag((DecisionStatus)w.Status, w.Decided == 0 ? null : (DecidedAs)w.Decided)
                    .Words
        );
        Taken(ThingKind.Issue, "issue", "", w => IssueWording.Tag((IssueStatus)w.Status).Words);
        Taken(
            ThingKind.Rock,
            "rock",
            " asked for",
            w => w.Track == Track.On ? "✓ on track" : "◆ off track"
        );
        Html.Raw("</div>\n\n");
    }

    /// <summary>Who has which role.</summary>
    public void Holders()
    {
        Html.Raw("      <dl class=\"pairs\">\n");
        foreach (var holder in meeting.People.Where(p => p.Role is not null).OrderBy(p => p.Role))
        {
            Html.Put(
                $"          <div><dt>{MeetingWords.Of(holder.Role!.Value)}</dt><dd>{holder.Name}</dd></div>\n"
            );
        }

        Html.Raw("      </dl>\n");
    }

    /// <summary>What an item serves.</summary>
    public IEnumerable<(string Path, string Words)> ServedBy(AgendaStop stop) =>
        meeting
            .Work.Where(w => w.Item != 0 && w.Item == stop.Item)
            .Select(w =>
                (
                    ThingPlaces.PathOf(w.Kind, w.Number, unit.Slug),
                    $"{ThingWords.What(w.Kind, w.Number)}: {w.Title}"
                )
            );

    private void Taken(
        ThingKind kind,
        string what,
        string more,
        Func<FloorWorkAtMeeting, string> words
    )
    {
        var taken = WorkOf(kind).Where(w => w.IsFromHere).ToList();
        if (taken.Count == 0)
        {
            return;
        }

        var list = ThingPlaces.ListOf(kind, unit.Slug);
        Html.Put($"    <div>\n      <h3>{Words.Count(taken.Count, what)}{more}</h3>\n      <ul>\n");
        foreach (var work in taken)
        {
            Html.Put(
                $"          <li><a href=\"{list}/{work.Number}\">{work.Title}</a> <span class=\"small muted\">{words(work)}</span></li>\n"
            );
        }

        Html.Raw("      </ul>\n    </div>\n");
    }

    private static string At(FloorUnit unit, FloorMeeting meeting) =>
        string.Create(CultureInfo.InvariantCulture, $"/{unit.Slug}/meetings/{meeting.Number}");
}
