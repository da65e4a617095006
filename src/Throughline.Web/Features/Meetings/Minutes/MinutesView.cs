using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Domain.Meetings;
using Throughline.Web.Access;
using Throughline.Web.Ui.Papers;

namespace Throughline.Web.Features.Meetings.Minutes;

/// <summary>Minutes as their page shows them, and what this reader may do with them.</summary>
/// <param name="Reading">What is read.</param>
/// <param name="Paper">The same as a paper; null once it was destroyed.</param>
/// <param name="At">The meeting's address.</param>
public sealed record MinutesView(MinutesReading Reading, Paper? Paper, string At)
{
    public Meeting Meeting => Reading.Meeting;

    public bool IsDestroyed => Paper is null;

    public bool IsDraft => Reading.Shown is null && !IsDestroyed;

    /// <summary>True for who confirms and reopens.</summary>
    public bool MayConfirm { get; private init; }

    /// <summary>True for who may correct the notes of a draft.</summary>
    public bool MayCorrect { get; private init; }

    /// <summary>True for who may cover words.</summary>
    public bool MayRedact { get; private init; }

    /// <summary>Who recorded, by name; null where nobody did.</summary>
    public string? Recorder =>
        Reading.Record?.Roles.FirstOrDefault(r => r.Kind == MeetingRoleKind.Recorder)?.Who;

    /// <summary>Where what is read is saved for Word.</summary>
    public string WordPath =>
        $"{At}/minutes?handler=Word{(Reading.Shown is { } edition ? string.Create(CultureInfo.InvariantCulture, $"&edition={edition.Number}") : "")}";

    public static async Task<MinutesView> OfAsync(
        ThroughlineDb db,
        Here here,
        MinutesReading reading,
        CancellationToken cancel
    )
    {
        var number = reading.Meeting.Number;
        var member = here.Can(Permission.TakePartInMeetings);
        return new MinutesView(
            reading,
            reading.PaperAt(here),
            string.Create(CultureInfo.InvariantCulture, $"/{here.Unit.Slug}/meetings/{number}")
        )
        {
            MayCorrect = member && reading is { Shown: null, Record: not null },
            MayRedact = here.Can(Permission.RedactMinutes),
            MayConfirm =
                here.Can(Permission.ConfirmMinutes)
                || (
                    member
                    && (
                        reading.Conductors?.Contains(here.Viewer.PersonId)
                        ?? await RoleInMeeting.HoldsAsync(db, here, number, cancel)
                    )
                ),
        };
    }
}
