using System.Globalization;
using System.Text;
using Throughline.Domain.Meetings;

namespace Throughline.Web.Features.Meetings.Calendars;

/// <summary>A meeting as calendars take it.</summary>
/// <param name="Meeting">The meeting.</param>
/// <param name="Title">What it is called.</param>
/// <param name="Zone">The unit's time zone.</param>
/// <param name="Address">Where its page is.</param>
public sealed record CalendarEvent(
    Meeting Meeting,
    string Title,
    TimeZoneInfo Zone,
    string Address
);

/// <summary>
/// Writes iCalendar (RFC 5545): each meeting an event of its own with a stable id and a rising sequence, in local time with
/// the zone's clock changes written out, so that it is right on both sides of them.
/// </summary>
public static class CalendarText
{
    /// <summary>What calendars are told.</summary>
    public enum Method
    {
        /// <summary>Read by a calendar program.</summary>
        Publish = 1,

        /// <summary>An invitation, or a change of one.</summary>
        Request = 2,

        /// <summary>A meeting was called off.</summary>
        Cancel = 3,
    }

    // Mail programs match an invitation to its organizer; no mail is read at this address.
    private const string Organizer = "meetings@throughline.invalid";

    /// <summary>A calendar with these meetings.</summary>
    /// <param name="name">What the calendar is called.</param>
    /// <param name="events">The meetings.</param>
    /// <param name="method">What calendars are told.</param>
    /// <param name="now">Now, UTC.</param>
    /// <param name="attendee">Who is invited; null in a feed.</param>
    public static string Write(
        string name,
        IReadOnlyCollection<CalendarEvent> events,
        Method method,
        DateTime now,
        string? attendee = null
    )
    {
        var text = new StringBuilder();
        Line(text, "BEGIN:VCALENDAR");
        Line(text, "VERSION:2.0");
        Line(text, "PRODID:-//Throughline//Meetings//EN");
        Line(text, $"METHOD:{method.ToString().ToUpperInvariant()}");
        if (method == Method.Publish)
        {
            Line(text, $"X-WR-CALNAME:{Escaped(name)}");
        }

        if (events.Count == 0)
        {
            // The format asks for one part at least.
            WriteZone(text, TimeZoneInfo.Utc, now.Year, now.Year);
        }

        foreach (var zone in events.GroupBy(e => e.Zone.Id))
        {
            WriteZone(
                text,
                zone.First().Zone,
                zone.Min(e => e.Meeting.Day.Year) - 1,
                zone.Max(e => e.Meeting.Day.Year) + 1
            );
        }

        foreach (var e in events)
        {
            WriteEvent(text, e, method, now, attendee);
        }

        Line(text, "END:VCALENDAR");
        return text.ToString();
    }

    private static void WriteEvent(
        StringBuilder text,
        CalendarEvent e,
        Method method,
        DateTime now,
        string? attendee
    )
    {
        var meeting = e.Meeting;
        var start = meeting.Day.ToDateTime(meeting.StartsAt);
        Line(text, "BEGIN:VEVENT");
        Line(text, $"UID:{meeting.Id:D}@throughline.invalid");
        Line(text, $"SEQUENCE:{meeting.Sequence.ToString(CultureInfo.InvariantCulture)}");
        Line(text, $"DTSTAMP:{Utc(now)}");
        Line(text, $"DTSTART;TZID={e.Zone.Id}:{Local(start)}");
        Line(text, $"DTEND;TZID={e.Zone.Id}:{Local(start.AddMinutes(meeting.Minutes))}");
        Line(text, $"SUMMARY:{Escaped(e.Title)}");
        if ((meeting.Place ?? meeting.Link) is { } place)
        {
            Line(text, $"LOCATION:{Escaped(place)}");
        }

        var about = meeting.Link is null ? e.Address : $"{meeting.Link}\n{e.Address}";
        Line(text, $"DESCRIPTION:{Escaped($"Agenda, notes and what came of it: {about}")}");
        Line(text, $"URL:{e.Address}");
        Line(
            text,
            meeting.State == MeetingState.Cancelled ? "STATUS:CANCELLED" : "STATUS:CONFIRMED"
        );
        if (method != Method.Publish)
        {
            Line(text, $"ORGANIZER;CN=Throughline:mailto:{Organizer}");
        }

        if (attendee is not null)
        {
            Line(
                text,
                $"ATTENDEE;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=FALSE:mailto:{attendee}"
            );
        }

        Line(text, "END:VEVENT");
    }

    // Each change of the clocks in these years by itself: rules that change from year to year need no rule of ours.
    private static void WriteZone(
        StringBuilder text,
        TimeZoneInfo zone,
        int firstYear,
        int lastYear
    )
    {
        var from = new DateTime(firstYear, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        var until = new DateTime(lastYear + 1, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        Line(text, "BEGIN:VTIMEZONE");
        Line(text, $"TZID:{zone.Id}");
        WriteOffset(text, zone, from, zone.GetUtcOffset(from));
        for (var day = from; day < until; day = day.AddDays(1))
        {
            var before = zone.GetUtcOffset(day);
            if (before != zone.GetUtcOffset(day.AddDays(1)))
            {
                WriteOffset(text, zone, Change(zone, day, before), before);
            }
        }

        Line(text, "END:VTIMEZONE");
    }

    private static DateTime Change(TimeZoneInfo zone, DateTime day, TimeSpan before)
    {
        var (low, high) = (0, 24 * 60);
        while (low + 1 < high)
        {
            var middle = (low + high) / 2;
            (low, high) =
                zone.GetUtcOffset(day.AddMinutes(middle)) == before
                    ? (middle, high)
                    : (low, middle);
        }

        return day.AddMinutes(high);
    }

    private static void WriteOffset(
        StringBuilder text,
        TimeZoneInfo zone,
        DateTime at,
        TimeSpan before
    )
    {
        var kind = zone.IsDaylightSavingTime(at) ? "DAYLIGHT" : "STANDARD";
        Line(text, $"BEGIN:{kind}");
        Line(text, $"DTSTART:{Local(at + before)}");
        Line(text, $"TZOFFSETFROM:{Offset(before)}");
        Line(text, $"TZOFFSETTO:{Offset(zone.GetUtcOffset(at))}");
        Line(text, $"END:{kind}");
    }

    private static string Offset(TimeSpan offset) =>
        (offset < TimeSpan.Zero ? "-" : "+")
        + offset.ToString("hhmm", CultureInfo.InvariantCulture);

    private static string Local(DateTime local) =>
        local.ToString("yyyyMMdd'T'HHmmss", CultureInfo.InvariantCulture);

    private static string Utc(DateTime utc) => Local(utc) + "Z";

    private static string Escaped(string text) =>
        text.Replace("\\", "\\\\", StringComparison.Ordinal)
            .Replace(";", "\\;", StringComparison.Ordinal)
            .Replace(",", "\\,", StringComparison.Ordinal)
            .ReplaceLineEndings("\\n");

    // A line has at most 75 bytes; what is longer goes on in the next one, after a blank, and no character is torn apart.
    private static void Line(StringBuilder text, string line)
    {
        var bytes = 0;
        foreach (var rune in line.EnumerateRunes())
        {
            if (bytes + rune.Utf8SequenceLength > 75)
            {
                text.Append("\r\n ");
                bytes = 1;
            }

            text.Append(rune);
            bytes += rune.Utf8SequenceLength;
        }

        text.Append("\r\n");
    }
}
