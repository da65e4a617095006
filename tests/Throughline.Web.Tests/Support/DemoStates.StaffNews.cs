using System.Globalization;
using Throughline.Data.Demo;
using static Throughline.Data.Demo.DemoDistrict;

namespace Throughline.Web.Tests.Support;

/// <content>What the staff are told: notes, wins, the calendar of communication; which mails one gets, and when.</content>
public static partial class DemoStates
{
    private static IReadOnlyList<DemoState> StaffNews { get; } =
    [
        new("staff notes, as a teacher", "teacher", $"/{Lincoln}/sharing/notes"),
        new("staff notes, with one to go on with", "facilitator", $"/{Lincoln}/sharing/notes"),
        new("staff notes, none yet", RooseveltPrincipal, $"/{Roosevelt}/sharing/notes"),
        new("staff notes, no earlier ones", "teacher", $"/{Lincoln}/sharing/notes?before=1"),
        new("staff note, sent and corrected", "teacher", Note(DemoNote.Corrected)),
        new("staff note, a correction", "member", Note(DemoNote.Correction)),
        new("staff note, to approve", "principal", Note(DemoNote.Asked)),
        new(
            "staff note, sending back refused",
            "principal",
            Note(DemoNote.Asked),
            Press: "Send it back"
        ),
        new("staff note, waiting for approval", "facilitator", Note(DemoNote.Asked)),
        new("staff note, sent back", TubmanMember, $"/{Tubman}/sharing/notes/{DemoNote.SentBack}"),
        new(
            "staff note, approved, with a count",
            HighPrincipal,
            $"/{High}/sharing/notes/{DemoNote.Approved}"
        ),
        new("staff note, being written", "facilitator", Note(DemoNote.Asked) + "/edit"),
        new(
            "staff note, being written, sent back",
            TubmanMember,
            $"/{Tubman}/sharing/notes/{DemoNote.SentBack}/edit"
        ),
        new("wins", "teacher", $"/{Lincoln}/sharing/wins"),
        new("wins, one taken out", "member", $"/{Lincoln}/sharing/wins"),
        new("wins, refused", "teacher", $"/{Lincoln}/sharing/wins", Press: "Add the win"),
        new("wins, none yet", RooseveltPrincipal, $"/{Roosevelt}/sharing/wins"),
        new("wins, no earlier ones", "teacher", $"/{Lincoln}/sharing/wins?before=1"),
        new("win, one's own", "teacher", OneWin(DemoWin.OfTeacher)),
        new("win, to take out", "principal", OneWin(DemoWin.OfTeacher)),
        new(
            "win, taking out refused",
            "principal",
            OneWin(DemoWin.OfTeacher),
            Press: "Take it out"
        ),
        new("calendar of communication", "facilitator", $"/{Lincoln}/sharing/calendar"),
        new("calendar of communication, as a member", "member", $"/{Lincoln}/sharing/calendar"),
        new(
            "calendar of communication, empty",
            RooseveltPrincipal,
            $"/{Roosevelt}/sharing/calendar"
        ),
        new("planning something to tell", "facilitator", $"/{Lincoln}/sharing/calendar/entry"),
        new(
            "planning something to tell, refused",
            "facilitator",
            $"/{Lincoln}/sharing/calendar/entry",
            Press: "Save"
        ),
        new("changing what is planned", "principal", $"/{Lincoln}/sharing/calendar/entry/1"),
        new("which mails come", "teacher", "/account/mail"),
        new("contract hours", "principal", $"/{Lincoln}/settings/hours"),
        new("contract hours of a district", "admin", $"/{District}/settings/hours"),
    ];

    private static string Note(int number) =>
        string.Create(CultureInfo.InvariantCulture, $"/{Lincoln}/sharing/notes/{number}");

    private static string OneWin(int number) =>
        string.Create(CultureInfo.InvariantCulture, $"/{Lincoln}/sharing/wins/{number}");
}
