using Throughline.Domain.Meetings;

namespace Throughline.Web.Features.Meetings;

/// <summary>What is typed about when and where a meeting is held.</summary>
public sealed class MeetingForm
{
    public DateOnly? Day { get; set; }
    public TimeOnly? StartsAt { get; set; }
    public int? Minutes { get; set; }
    public string? Place { get; set; }
    public string? Link { get; set; }
    public int? Version { get; set; }

    internal static MeetingForm Of(Meeting meeting) =>
        new()
        {
            Day = meeting.Day,
            StartsAt = meeting.StartsAt,
            Minutes = meeting.Minutes,
            Place = meeting.Place,
            Link = meeting.Link,
            Version = meeting.Version,
        };

    internal MeetingTime AsTime() =>
        new(Day ?? default, StartsAt ?? default, Minutes.GetValueOrDefault(), Place, Link);
}

/// <summary>The form that plans a meeting and the one that moves it look alike.</summary>
public interface IMeetingForm
{
    MeetingForm Input { get; }

    /// <summary>What the button says.</summary>
    string Saves { get; }

    /// <summary>Where one goes without saving.</summary>
    string Back { get; }
}
