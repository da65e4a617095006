using Throughline.Data;
using Throughline.Domain.Shared;
using Throughline.Domain.Sharing;
using Throughline.Domain.Units;
using Throughline.Web.Access;
using Throughline.Web.Features.Home;
using static System.FormattableString;

namespace Throughline.Web.Features.Sharing.Notes;

/// <summary>A staff note that waits for who leads to approve it, one that was sent back to its writer, and one that was approved for them.</summary>
public sealed class NotesInMyDay : IDayRows
{
    private const int TitleShown = 120;

    public IQueryable<Guid> PeopleWithSomething(ThroughlineDb db, DateTime now) =>
        DayPeople
            .WhoMay(Permission.ApproveStaffNotes, db, Asked(db).Select(n => n.UnitId))
            .Concat(Back(db).Select(n => n.WriterId));

    public IQueryable<DayRow>? RowsOf(Viewer viewer, ThroughlineDb db, DateTime now, int source)
    {
        var roles = AccessTable.Rules[Permission.ApproveStaffNotes].AtUnit;
        var units = viewer.Roles.Where(r => roles.Contains(r.Role)).Select(r => r.UnitId).ToArray();
        if (units.Length == 0 && viewer.Seats.Count == 0)
        {
            return null;
        }

        var me = viewer.PersonId;
        return db.Set<StaffNote>()
            .Where(n => n.SentAt == null)
            .Where(n =>
                (n.State == NoteState.Asked && units.Contains(n.UnitId))
                || (
                    n.WriterId == me
                    && (
                        n.State == NoteState.SentBack
                        || (n.State == NoteState.Approved && n.GoesAt == null)
                    )
                )
            )
            .Join(
                db.Set<Unit>(),
                n => n.UnitId,
                u => u.Id,
                (n, u) =>
                    new DayRow
                    {
                        Due = DayRow.NoDay,
                        Source = source,
                        // What it asks for, beside its number.
                        Number = (n.Number * 10) + (int)n.State,
                        Title = n.Title,
                        Unit = u.Name,
                        Slug = u.Slug,
                        Since = n.ApprovedAt ?? n.SentBackAt ?? n.AskedAt ?? n.DraftedAt,
                    }
            );
    }

    public DayItem Item(DayRow row)
    {
        var (what, action) = (NoteState)(row.Number % 10) switch
        {
            NoteState.Asked => ("Staff note · waits for your approval", "Read and approve"),
            NoteState.SentBack => ("Staff note · sent back to you", "Change it"),
            _ => ("Staff note · approved", "Send it"),
        };
        return new(
            what,
            Text.Shorten(row.Title, TitleShown),
            row.Unit,
            Due: null,
            action,
            Invariant($"/{row.Slug}/sharing/notes/{row.Number / 10}")
        );
    }

    private static IQueryable<StaffNote> Asked(ThroughlineDb db) =>
        db.Set<StaffNote>().Where(n => n.SentAt == null && n.State == NoteState.Asked);

    private static IQueryable<StaffNote> Back(ThroughlineDb db) =>
        db.Set<StaffNote>()
            .Where(n => n.SentAt == null)
            .Where(n =>
                n.State == NoteState.SentBack || (n.State == NoteState.Approved && n.GoesAt == null)
            );
}
