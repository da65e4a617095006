using Throughline.Domain.Meetings;
using Throughline.Domain.Shared;
using Throughline.Domain.Work;
using Throughline.Web.Features.Meetings;
using Throughline.Web.Features.Work;
using Throughline.Web.Ui;

namespace Throughline.Bench.Floor;

/// <summary>What a section of the agenda goes through; in the room with what can be done about it.</summary>
internal sealed class FloorSectionWork(FloorRoom room, bool live)
{
    private const int MostIssues = 8;

    private readonly Html html = room.Html;
    private readonly string work = $"/{room.Unit.Slug}/work";

    /// <summary>“3 rocks, 1 off track”; null for nothing.</summary>
    public string? InShort(SectionKind kind)
    {
        var (all, some, one, words) = kind switch
        {
            SectionKind.Rocks => (
                Rocks.Count,
                Rocks.Count(r => r.Track == Track.Off),
                "rock",
                "off track"
            ),
            SectionKind.Issues => (Issues.Count, 0, "open issue", ""),
            SectionKind.FromTeachers => (Raised.Count, 0, "issue", ""),
            SectionKind.ToDos => (
                ToDos.Count,
                ToDos.Count(t => t.IsOverdueOn(room.Today)),
                "open to-do",
                "overdue"
            ),
            _ => (0, 0, "", ""),
        };
        return all == 0 ? null
            : some > 0
                ? string.Create(
                    System.Globalization.CultureInfo.InvariantCulture,
                    $"{Words.Count(all, one)}, {some} {words}"
                )
            : Words.Count(all, one);
    }

    public void Show(SectionKind kind)
    {
        switch (kind)
        {
            case SectionKind.Rocks:
                ShowRocks();
                break;
            case SectionKind.Issues:
                ShowIssues(Issues);
                break;
            case SectionKind.FromTeachers:
                ShowIssues(Raised);
                break;
            case SectionKind.ToDos:
                ShowToDos();
                break;
            // The open meeting of the data set is at an item, so no other section is shown by itself.
            default:
                break;
        }
    }

    private List<FloorWorkAtMeeting> Rocks { get; } =
    [.. room.WorkOf(ThingKind.Rock).Where(r => r.Status == (int)WorkStatus.UnderWay)];

    private List<FloorWorkAtMeeting> Issues { get; } =
    [.. room.WorkOf(ThingKind.Issue).Where(i => i.Status == (int)IssueStatus.Open)];

    private List<FloorWorkAtMeeting> Raised => Issues.FindAll(i => i.RaisedAs.Length > 0);

    private List<FloorWorkAtMeeting> ToDos { get; } =
    [.. room.WorkOf(ThingKind.ToDo).Where(t => t.Status == (int)WorkStatus.NotStarted)];

    private void ShowRocks()
    {
        html.Raw("  <ul class=\"plain rows\">\n");
        foreach (var rock in Rocks)
        {
            var (tag, words) = RockWords.Tag(
                (WorkStatus)rock.Status,
                rock.Track == Track.Unsaid ? null : rock.Track == Track.On
            );
            html.Put(
                $"    <li>\n      <div class=\"row\">\n        <span class=\"grow\"><a href=\"{work}/rocks/{rock.Number}\">{rock.Title}</a><br><span class=\"small muted\">{rock.Who}, {WorkWords.Due(rock.DueOn, room.Today)}"
            );
            if (rock.Of > 0)
            {
                html.Put($"{$" · {rock.Count} of {Words.Count(rock.Of, "milestone")}"}");
            }

            html.Put(
                $"</span></span>\n        <span class=\"tag {tag}\">{words}</span>\n      </div>\n"
            );
            if (live)
            {
                Check(rock);
            }

            html.Raw("    </li>\n");
        }

        html.Raw("</ul>\n\n");
    }

    private void Check(FloorWorkAtMeeting rock)
    {
        var check = $"{work}/rocks/{rock.Number}?handler=Check";
        html.Raw("        <div class=\"row no-screen\" data-members>\n          ")
            .Form(check, $" data-room id=\"on-track-{rock.Number}\"")
            .Put(
                $"<input type=\"hidden\" name=\"Rock.From\" value=\"{room.Meeting.Id}\"><input type=\"hidden\" name=\"Rock.OnTrack\" value=\"true\"><button class=\"quiet\">On track<span class=\"visually-hidden\">: {rock.Title}</span></button></form>\n          <details id=\"off-track-{rock.Number}\">\n            <summary>Off track<span class=\"visually-hidden\">: {rock.Title}</span></summary>\n            "
            )
            .Form(check, $" data-room id=\"off-track-form-{rock.Number}\" class=\"gap\"")
            .Put(
                $"\n              <input type=\"hidden\" name=\"Rock.From\" value=\"{room.Meeting.Id}\">\n              <input type=\"hidden\" name=\"Rock.OnTrack\" value=\"false\">\n              <div class=\"field\">\n                <label for=\"way-{rock.Number}\">What is in the way</label>\n                <input id=\"way-{rock.Number}\" name=\"Rock.Words\" required maxlength=\"{WorkNote.Longest}\" autocomplete=\"off\">\n              </div>\n              <button>It is off track</button>\n            </form>\n          </details>\n        </div>\n"
            );
    }

    private void ShowIssues(List<FloorWorkAtMeeting> issues)
    {
        if (issues.Count == 0)
        {
            html.Raw("  <p class=\"muted small\">Nothing is open here.</p>\n");
            return;
        }

        html.Raw("  <ol class=\"plain rows\">\n");
        foreach (var issue in issues.Take(MostIssues))
        {
            html.Put(
                $"    <li>\n      <div class=\"row\">\n        <span class=\"grow\"><a href=\"{work}/issues/{issue.Number}\">{issue.Title}</a><br><span class=\"small muted\">{Words.Count(issue.Count, "vote")}{(issue.RaisedAs.Length > 0 ? $" · {issue.RaisedAs}" : "")}</span></span>\n"
            );
            if (live)
            {
                Press(issue);
            }

            html.Raw("      </div>\n    </li>\n");
        }

        html.Raw("</ol>\n");
        if (issues.Count > MostIssues)
        {
            html.Put($"  <p class=\"small\"><a href=\"{work}/issues\">All open issues</a></p>\n");
        }

        html.Raw("\n");
    }

    private void Press(FloorWorkAtMeeting issue)
    {
        var at = $"{work}/issues/{issue.Number}?handler=";
        html.Raw("          ")
            .Form($"{at}Vote", $" data-room data-members id=\"vote-{issue.Number}\"")
            .Put(
                $"<button class=\"quiet\">Vote<span class=\"visually-hidden\">: {issue.Title}</span></button></form>\n          "
            )
            .Form(
                $"{at}Flag",
                $" data-room data-members data-says=\"Flagged. Who keeps the norms decides; only they see that it was you.\" id=\"flag-{issue.Number}\""
            )
            .Put(
                $"<button class=\"quiet\">Not instructional<span class=\"visually-hidden\">: {issue.Title}</span></button></form>\n"
            );
        if (room.Conducts)
        {
            html.Raw("            ")
                .Form(
                    $"{room.Path}/clock?handler=TakeUp",
                    $" data-room id=\"take-up-{issue.Number}\""
                )
                .Put(
                    $"<input type=\"hidden\" name=\"Input.Issue\" value=\"{issue.Number}\"><button>Talk about it<span class=\"visually-hidden\">: {issue.Title}</span></button></form>\n"
                );
        }
    }

    private void ShowToDos()
    {
        foreach (var here in new[] { true, false })
        {
            var some = ToDos.FindAll(t => t.IsFromHere == here);
            if (some.Count == 0)
            {
                continue;
            }

            if (live)
            {
                html.Raw("    <h3>")
                    .Raw(here ? "Taken today: read them back" : "Open from before")
                    .Raw("</h3>\n");
            }

            html.Raw("    <ul class=\"plain rows\">\n");
            some.ForEach(ToDo);
            html.Raw("  </ul>\n");
        }

        html.Raw("\n");
    }

    private void ToDo(FloorWorkAtMeeting toDo)
    {
        html.Put(
                $"      <li>\n        <div class=\"row\">\n          <span class=\"grow\"><a href=\"{work}/todos/{toDo.Number}\">{toDo.Title}</a><br><span class=\"small muted\">{toDo.Who}, {WorkWords.Due(toDo.DueOn, room.Today)}</span>\n"
            )
            .Raw(
                toDo.IsOverdueOn(room.Today)
                    ? "              <span class=\"tag watch\">▲ overdue</span>\n"
                    : ""
            )
            .Raw("          </span>\n");
        if (live)
        {
            html.Raw("            ")
                .Form(
                    $"{work}/todos/{toDo.Number}?handler=Move",
                    $" data-room data-members id=\"done-{toDo.Number}\" class=\"no-screen\""
                )
                .Put(
                    $"<input type=\"hidden\" name=\"Input.To\" value=\"{(int)WorkStatus.Done}\"><input type=\"hidden\" name=\"Input.Version\" value=\"{toDo.Version}\"><button class=\"quiet\">Done<span class=\"visually-hidden\">: {toDo.Title}</span></button></form>\n"
                );
        }

        html.Raw("        </div>\n      </li>\n");
    }
}
