using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Throughline.Web.Tests.Support;

namespace Throughline.Web.Tests.Meetings;

/// <summary>A calendar program of a make many districts have met: the npm package ical.js, which reads strictly.</summary>
internal static class CalendarProgram
{
    private static readonly JsonSerializerOptions Names = new(JsonSerializerDefaults.Web);

    /// <summary>What it understands of a calendar; fails where it refuses one.</summary>
    public static async Task<SeenCalendar> ReadAsync(string text)
    {
        using var node = Process.Start(
            new ProcessStartInfo(
                "node",
                [Path.Combine(SourceTree.Root, "tests", "peers", "calendar.js")]
            )
            {
                UseShellExecute = false,
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                StandardInputEncoding = new UTF8Encoding(false),
                StandardOutputEncoding = Encoding.UTF8,
            }
        )!;
        await node.StandardInput.WriteAsync(text);
        node.StandardInput.Close();
        var complaints = node.StandardError.ReadToEndAsync();
        var understood = await node.StandardOutput.ReadToEndAsync();
        await node.WaitForExitAsync();
        node.ExitCode.ShouldBe(0, await complaints);
        return JsonSerializer.Deserialize<SeenCalendar>(understood, Names)!;
    }
}

/// <summary>A calendar as the program understood it.</summary>
internal sealed record SeenCalendar(
    string Method,
    string? Name,
    string[] Parts,
    SeenZone[] Zones,
    SeenEvent[] Events
);

/// <summary>A time zone that the calendar brings, with each change of its clocks.</summary>
internal sealed record SeenZone(string Id, SeenRule[] Rules);

/// <summary>A change of the clocks, at a local time as it was before.</summary>
internal sealed record SeenRule(string Kind, string From, string To, string At);

/// <summary>An entry.</summary>
internal sealed record SeenEvent(
    string Uid,
    int Sequence,
    DateTime Stamp,
    string Summary,
    string? Location,
    string? Description,
    string? Url,
    string Status,
    string? Organizer,
    string[] Attendees,
    SeenMoment Start,
    SeenMoment End,
    string[] Properties
);

/// <summary>A moment by the zones of the calendar, and what a clock there shows then by the program's own rules.</summary>
internal sealed record SeenMoment(string Zone, string Local, DateTime Utc, string Wall);
