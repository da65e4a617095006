using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Domain.Meetings;
using Throughline.Domain.Shared;
using Throughline.Domain.Work;
using Throughline.Web.Access;
using Throughline.Web.Features.Teams;
using Throughline.Web.Features.Work;
using Throughline.Web.Ui;

namespace Throughline.Web.Features.Meetings;

/// <summary>
/// What the room shows. Nothing in it depends on who looks but for <see cref="Conducts"/>: so that it is rendered once for
/// all who may do the same.
/// </summary>
/// <param name="View">The meeting.</param>
/// <param name="Conducts">True for who runs the clock and the agenda.</param>
/// <param name="At">The address of the meeting.</param>
/// <param name="Clock">The clock at the moment of looking.</param>
public sealed record RoomView(MeetingView View, bool Conducts, string At, MeetingClock Clock)
{
    public Meeting Meeting => View.Meeting;

    /// <summary>The team's vision, norms and who keeps them; null where a page does not show them.</summary>
    public TeamHead? Head { get; private init; }

    /// <summary>What is open and what came out of it; empty where a page does not show it.</summary>
    public IReadOnlyList<WorkAtMeeting> Work { get; private init; } = [];

    /// <summary>What opens the meeting: what changed since the last one, and what was said and has no answer yet.</summary>
    public IReadOnlyList<OpeningTheme> Opening { get; private init; } = [];

    /// <summary>The decision whose hands were shown last, with how many showed what; null while there is none.</summary>
    public (int Number, ShownHands Hands)? Shown { get; private init; }

    /// <summary>What the meeting's items serve.</summary>
    public IReadOnlyList<WorkAtMeeting> Serves { get; private init; } = [];

    /// <summary>The protocol by which the team goes through the current item; null for none.</summary>
    public ProtocolRun? Protocol { get; private init; }

    /// <summary>Of a kind, in the order in which the team goes through them.</summary>
    public IEnumerable<WorkAtMeeting> WorkOf(ThingKind kind) => Work.Where(w => w.Kind == kind);

    /// <summary>What a section goes through, in a line: “3 rocks, 1 off track”; null for nothing.</summary>
    public string? InShort(SectionKind kind, DateOnly today)
    {
        if (kind == SectionKind.WhatChanged)
        {
            return OpeningTheme.InShort(Opening);
        }

        var issues = WorkOf(ThingKind.Issue).Where(i => i.Status == (int)IssueStatus.Open).ToList();
        var rocks = WorkOf(ThingKind.Rock)
            .Where(r => r.Status == (int)WorkStatus.UnderWay)
            .ToList();
        var toDos = WorkOf(ThingKind.ToDo)
            .Where(t => t.Status == (int)WorkStatus.NotStarted)
            .ToList();
        var (all, some, words) = kind switch
        {
            SectionKind.Rocks => (
                Words.Count(rocks.Count, "rock"),
                rocks.Count(r => r.Track == Track.Off),
                "off track"
            ),
            SectionKind.Issues => (Words.Count(issues.Count, "open issue"), 0, ""),
            SectionKind.FromTeachers => (
                Words.Count(issues.Count(i => i.RaisedAs.Length > 0), "issue"),
                0,
                ""
            ),
            SectionKind.ToDos => (
                Words.Count(toDos.Count, "open to-do"),
                toDos.Count(t => t.IsOverdueOn(today)),
                "overdue"
            ),
            _ => ("0", 0, ""),
        };
        return all.StartsWith('0') ? null
            : some > 0 ? string.Create(CultureInfo.InvariantCulture, $"{all}, {some} {words}")
            : all;
    }

    /// <summary>What came out of this meeting, of a kind.</summary>
    public IEnumerable<WorkAtMeeting> TakenHere(ThingKind kind) =>
        WorkOf(kind).Where(w => w.IsFromHere);

    /// <summary>Stops the team has been through, or left out.</summary>
    public IEnumerable<AgendaStop> Behind =>
        Meeting.Stops().TakeWhile(s => !IsNow(s)).Where(s => Meeting.CurrentStop is not null);

    /// <summary>Stops that come after the current one.</summary>
    public IEnumerable<AgendaStop> Ahead =>
        Meeting.CurrentStop is null
            ? Meeting.Stops()
            : Meeting.Stops().SkipWhile(s => !IsNow(s)).Skip(1);

    /// <summary>The item the team is at; null at a section without one.</summary>
    public AgendaItem? Item =>
        Meeting.Items.FirstOrDefault(i => i.Number == Meeting.CurrentStop?.Item);

    /// <summary>See <see cref="MeetingView.Conductors"/>.</summary>
    public IReadOnlySet<Guid> Conductors => View.Conductors;

    /// <summary>What kind of section a stop stands in.</summary>
    public SectionKind KindOf(AgendaStop stop) => Meeting.Sections[stop.Section].Kind;

    private static bool IsNow(AgendaStop stop) => stop.State == StopState.Now;

    public static async Task<RoomView?> LoadAsync(
        ThroughlineDb db,
        Here here,
        int number,
        CancellationToken cancel
    ) => await MeetingView.LoadAsync(db, here, number, cancel) is { } view ? Of(here, view) : null;

    private static RoomView Of(Here here, MeetingView view)
    {
        var room = new RoomView(
            view,
            here.Can(Permission.ConductMeeting),
            string.Create(
                CultureInfo.InvariantCulture,
                $"/{here.Unit.Slug}/meetings/{view.Meeting.Number}"
            ),
            view.Meeting.Clock(here.Zone, here.Now)
        );
        return room with
        {
            Conducts = room.Conducts || room.Conductors.Contains(here.Viewer.PersonId),
        };
    }

    /// <summary>The same with all that the meeting's own page shows: the team's head, its work, and what its items serve.</summary>
    public static async Task<RoomView?> LoadWholeAsync(
        ThroughlineDb db,
        Here here,
        int number,
        CancellationToken cancel
    )
    {
        if (await MeetingView.FindAsync(db, here, number, cancel) is not { } meeting)
        {
            return null;
        }

        return await WholeAsync(db, here, meeting, cancel);
    }

    /// <summary>The same of a meeting that was found.</summary>
    public static async Task<RoomView> WholeAsync(
        ThroughlineDb db,
        Here here,
        Meeting meeting,
        CancellationToken cancel
    )
    {
        var room = Of(here, await MeetingView.OfAsync(db, meeting, cancel));
        var work = await WorkAtMeeting.ListAsync(db, room.Meeting, cancel);
        return room with
        {
            Head = await TeamHead.LoadAsync(db, here.Unit.Id, room.Meeting.Day, cancel),
            Work = [.. work.Where(w => w.Item == 0)],
            Serves = [.. work.Where(w => w.Item != 0)],
            Shown = await ShownAsync(db, work, cancel),
            Opening = await OpeningTheme.OfAsync(db, room.Meeting, cancel),
            Protocol = await ProtocolAsync(db, room.Item, cancel),
        };
    }

    /// <summary>The same with the notes as they are now. One query.</summary>
    public async Task<RoomView> WithNotesOfNowAsync(ThroughlineDb db, CancellationToken cancel) =>
        this with
        {
            View = View with { Notes = await MeetingView.NotesAsync(db, Meeting.Id, cancel) },
        };

    /// <summary>True when, of the notes, those of every part but the current one are as in a later look at the same room.</summary>
    public bool DiffersAtMostInNoteFrom(RoomView later) =>
        NotesBesideNow().SequenceEqual(later.NotesBesideNow());

    private IEnumerable<(int, int, int, int)> NotesBesideNow()
    {
        var now = Meeting.CurrentStop is { } stop ? View.NoteOf(stop) : null;
        // Editions count what is written and what is joined.
        return View
            .Notes.Where(n => n != now)
            .Select(n => (n.Section, n.Item, n.Edition, n.Kept.Count))
            .Order();
    }

    // Only while the team is at an item.
    private static async Task<ProtocolRun?> ProtocolAsync(
        ThroughlineDb db,
        AgendaItem? item,
        CancellationToken cancel
    ) =>
        item is null
            ? null
            : await db.Set<ProtocolRun>()
                .AsNoTracking()
                .SingleOrDefaultAsync(r => r.ItemId == item.Id, cancel);

    private static async Task<(int, ShownHands)?> ShownAsync(
        ThroughlineDb db,
        IReadOnlyList<WorkAtMeeting> work,
        CancellationToken cancel
    ) =>
        work.LastOrDefault(w =>
            w is { Kind: ThingKind.Decision, IsFromHere: true }
            && w.Status == (int)DecisionStatus.Shown
        )
            is { } shown
            ? (shown.Number, await ShownHands.LoadAsync(db, shown.Id, cancel))
            : null;
}
