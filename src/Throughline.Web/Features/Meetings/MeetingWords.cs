using System.Globalization;
using Throughline.Domain.Meetings;
using Throughline.Web.Ui;

namespace Throughline.Web.Features.Meetings;

/// <summary>What the parts and states of a meeting are called.</summary>
public static class MeetingWords
{
    private static readonly CultureInfo American = CultureInfo.GetCultureInfo("en-US");

    public static string Of(MeetingRoleKind kind) =>
        kind switch
        {
            MeetingRoleKind.Facilitator => "Facilitator",
            MeetingRoleKind.Recorder => "Recorder",
            MeetingRoleKind.Timekeeper => "Timekeeper",
            MeetingRoleKind.NormsKeeper => "Norms keeper",
            _ => throw new ArgumentOutOfRangeException(nameof(kind)),
        };

    /// <summary>What someone with the role does, in a line.</summary>
    public static string Does(MeetingRoleKind kind) =>
        kind switch
        {
            MeetingRoleKind.Facilitator => "leads through the agenda",
            MeetingRoleKind.Recorder => "writes down what is said and decided",
            MeetingRoleKind.Timekeeper => "watches the clock",
            MeetingRoleKind.NormsKeeper => "keeps the talk to the norms and to instruction",
            _ => throw new ArgumentOutOfRangeException(nameof(kind)),
        };

    public static string Of(ItemKind kind) =>
        kind switch
        {
            ItemKind.Inform => "inform",
            ItemKind.Discuss => "discuss",
            ItemKind.Decide => "decide",
            _ => throw new ArgumentOutOfRangeException(nameof(kind)),
        };

    public static string Of(SectionKind kind) =>
        kind switch
        {
            SectionKind.Vision => "vision",
            SectionKind.Norms => "norms",
            SectionKind.WhatChanged => "what feedback changed",
            SectionKind.Rocks => "rocks",
            SectionKind.Learning => "data or professional learning",
            SectionKind.Issues => "issues",
            SectionKind.FromTeachers => "what teachers raised",
            SectionKind.ToDos => "to-dos",
            SectionKind.Messages => "messages to carry",
            SectionKind.Feedback => "feedback",
            SectionKind.NextAgenda => "next agenda",
            SectionKind.Other => "something of our own",
            _ => throw new ArgumentOutOfRangeException(nameof(kind)),
        };

    /// <summary>A meeting's state as a tag: its colour class, mark and words.</summary>
    public static (string Class, string Words) Tag(MeetingState state, bool isGoneBy) =>
        state switch
        {
            MeetingState.Planned when isGoneBy => ("watch", "not held"),
            MeetingState.Planned => ("", "planned"),
            MeetingState.InProgress => ("good", "● in progress"),
            MeetingState.Ended => ("", "✓ over"),
            MeetingState.Cancelled => ("watch", "called off"),
            _ => throw new ArgumentOutOfRangeException(nameof(state)),
        };

    /// <summary>“3:15 PM”.</summary>
    public static string Time(TimeOnly time) => time.ToString("h:mm tt", American);

    /// <summary>“3:15 PM”, of a time that is local already.</summary>
    public static string Time(DateTime local) => local.ToString("h:mm tt", American);

    /// <summary>“3:15 – 4:45 PM”.</summary>
    public static string Span(TimeOnly from, int minutes)
    {
        var until = from.AddMinutes(minutes);
        return from.Hour < 12 == until.Hour < 12
            ? $"{from.ToString("h:mm", American)} – {Time(until)}"
            : $"{Time(from)} – {Time(until)}";
    }

    /// <summary>Left of a meeting that nobody ended, in seconds: by how much it is over says nothing any more.</summary>
    public const int LongOver = -3 * 60 * 60;

    /// <summary>“31:04”, “1:24:00”, “−2:10” past the end, and “over” long past it.</summary>
    public static string Clock(int seconds)
    {
        var left = TimeSpan.FromSeconds(Math.Abs(seconds));
        var shown =
            left.TotalHours >= 1
                ? string.Create(
                    CultureInfo.InvariantCulture,
                    $"{(int)left.TotalHours}:{left:mm\\:ss}"
                )
                : left.ToString("m\\:ss", CultureInfo.InvariantCulture);
        return seconds < LongOver ? "over"
            : seconds < 0 ? "−" + shown
            : shown;
    }

    /// <summary>“every two weeks, Tuesdays”.</summary>
    public static string Rhythm(MeetingRhythm rhythm) =>
        $"{(rhythm.EveryWeeks == 1 ? "every week" : "every two weeks")}, on {string.Join(" and ", rhythm.Days.Select(d => $"{American.DateTimeFormat.GetDayName(d)}s"))}";

    /// <summary>“10 minutes”, “1 minute”.</summary>
    public static string Minutes(int minutes) => Words.Count(minutes, "minute");

    /// <summary>How far a part is, in a word or two; with the minutes it took.</summary>
    public static string State(AgendaStop stop) =>
        stop.State switch
        {
            StopState.Ahead => $"{stop.Minutes} min",
            StopState.Now => $"{stop.Minutes} min · now",
            StopState.Done => $"{stop.Minutes} min · done in {(stop.Seconds + 30) / 60}",
            StopState.Cut => "left out",
            StopState.Parked => "parked: on the next agenda",
            _ => throw new ArgumentOutOfRangeException(nameof(stop)),
        };
}
