using System.Globalization;
using Throughline.Domain.Sharing;
using Throughline.Domain.Units;

namespace Throughline.Web.Features.Sharing.Planned;

/// <summary>How the calendar of communication is said.</summary>
public static class CalendarWords
{
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-US");

    public static string Of(Audience audience) =>
        audience switch
        {
            Audience.AllStaff => "All staff",
            Audience.Families => "Families",
            Audience.SchoolImprovementTeam => "School Improvement Team",
            Audience.District => "The district",
            Audience.Other => "Others, in your own words",
            _ => throw new ArgumentOutOfRangeException(nameof(audience)),
        };

    public static string Of(Channel channel) =>
        channel switch
        {
            Channel.MailAndPage => "mail and page",
            Channel.StaffMeeting => "staff meeting",
            Channel.TeamMeetings => "instructional team meetings",
            Channel.Newsletter => "newsletter",
            Channel.Conversation => "conversation",
            Channel.Other => "otherwise, in your own words",
            _ => throw new ArgumentOutOfRangeException(nameof(channel)),
        };

    /// <summary>How often, as a choice.</summary>
    public static string Of(TellingRhythm rhythm) =>
        rhythm switch
        {
            TellingRhythm.Once => "once",
            TellingRhythm.Weekly => "every week",
            TellingRhythm.EveryTwoWeeks => "every two weeks",
            TellingRhythm.Monthly => "every month",
            _ => throw new ArgumentOutOfRangeException(nameof(rhythm)),
        };

    /// <summary>How often, with its weekday: “every second Friday”, “the third Friday of a month”.</summary>
    public static string When(TellingRhythm rhythm, DateOnly from)
    {
        var weekday = from.ToString("dddd", English);
        return rhythm switch
        {
            TellingRhythm.Once => "once",
            TellingRhythm.Weekly => $"every {weekday}",
            TellingRhythm.EveryTwoWeeks => $"every second {weekday}",
            _ => $"the {Nth[(from.Day - 1) / 7]} {weekday} of a month",
        };
    }

    /// <summary>Whom: the audience, or the school's own words.</summary>
    public static string Whom(Audience audience, string? own) => own ?? Of(audience);

    /// <summary>Through what: the channel, or the school's own words.</summary>
    public static string Through(Channel channel, string? own) => own ?? Of(channel);

    private static readonly string[] Nth = ["first", "second", "third", "fourth", "last"];
}
