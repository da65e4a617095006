using Throughline.Domain.Shared;

namespace Throughline.Domain.Meetings;

/// <summary>What a section of the agenda is for (product M2; seeds 002, 003 and 004). The numbers are stored.</summary>
public enum SectionKind
{
    /// <summary>The vision is read again (seed 004, “Develop routines”).</summary>
    Vision = 1,

    /// <summary>The norms are read again (seed 004, “Craft agreements and norms”).</summary>
    Norms = 2,

    /// <summary>What last time's feedback changed (seed 004, “Include short-term feedback mechanisms”).</summary>
    WhatChanged = 3,

    /// <summary>Rocks: on track or off track (seed 003, pitfall 2).</summary>
    Rocks = 4,

    /// <summary>Looking at data or student work, or professional learning (seeds 002 and 004).</summary>
    Learning = 5,

    /// <summary>Issues: identify, discuss, solve (seed 003, pitfall 2).</summary>
    Issues = 6,

    /// <summary>Time for what teachers raised (seed 002, “Characteristics of effective ILTs”).</summary>
    FromTeachers = 7,

    /// <summary>To-dos are read back (seeds 002 and 003).</summary>
    ToDos = 8,

    /// <summary>What each member tells their team (seed 002, “Teacher”).</summary>
    Messages = 9,

    /// <summary>Plus and delta (seed 004).</summary>
    Feedback = 10,

    /// <summary>The next agenda is begun (seed 002, “Agendas are developed at the end of one meeting”).</summary>
    NextAgenda = 11,

    /// <summary>A section of the team's own.</summary>
    Other = 12,
}

/// <summary>How far a part of the agenda is.</summary>
public enum StopState
{
    /// <summary>It has not been reached.</summary>
    Ahead = 1,

    /// <summary>The team is at it.</summary>
    Now = 2,

    /// <summary>It is done.</summary>
    Done = 3,

    /// <summary>It was left out for want of time.</summary>
    Cut = 4,

    /// <summary>It was parked: it goes on the next agenda.</summary>
    Parked = 5,
}

/// <summary>A section of a meeting's agenda, as it stands in this meeting: a later change of the template does not touch it.</summary>
/// <param name="Kind">What it is for.</param>
/// <param name="Title">What it is called.</param>
/// <param name="Minutes">Minutes given to it.</param>
/// <param name="State">How far it is.</param>
/// <param name="Seconds">Seconds spent on it so far, those of its items not included.</param>
/// <param name="IsNoted">True once something was written at it.</param>
/// <param name="LeftAs">What the end of the meeting found it as; see <see cref="AgendaItem.LeftAs"/>.</param>
public sealed record AgendaSection(
    SectionKind Kind,
    string Title,
    int Minutes,
    StopState State = StopState.Ahead,
    int Seconds = 0,
    bool IsNoted = false,
    StopState? LeftAs = null
)
{
    /// <summary>Longest title, in characters.</summary>
    public const int LongestTitle = 80;

    /// <summary>Most sections of an agenda.</summary>
    public const int Most = 20;

    /// <summary>Most minutes of a section.</summary>
    public const int LongestMinutes = MeetingRhythm.Longest;

    /// <summary>
    /// Cleans a list of sections. Refuses none and more than <see cref="Most"/>, an unknown kind, an empty or overlong
    /// title, and minutes below 0 or above <see cref="LongestMinutes"/>.
    /// </summary>
    public static Result<IReadOnlyList<AgendaSection>> Check(IReadOnlyList<AgendaSection> sections)
    {
        if (sections.Count is 0 or > Most)
        {
            return Result.Refused<IReadOnlyList<AgendaSection>>(
                $"An agenda has 1 to {Most} sections; this one has {sections.Count}."
            );
        }

        var clean = new List<AgendaSection>();
        foreach (var (section, i) in sections.Select((s, i) => (s, i)))
        {
            var title = Text.Required(
                section.Title,
                "the section's name",
                LongestTitle,
                $"Sections[{i}].Title"
            );
            if (!title.IsOk)
            {
                return title.Refusal!;
            }

            if (!Enum.IsDefined(section.Kind))
            {
                return Result.Refused<IReadOnlyList<AgendaSection>>(
                    "Choose what the section is for.",
                    $"Sections[{i}].Kind"
                );
            }

            if (section.Minutes is < 0 or > LongestMinutes)
            {
                return Result.Refused<IReadOnlyList<AgendaSection>>(
                    $"A section has 0 to {LongestMinutes} minutes.",
                    $"Sections[{i}].Minutes"
                );
            }

            clean.Add(new AgendaSection(section.Kind, title.Value, section.Minutes));
        }

        return Result.Ok<IReadOnlyList<AgendaSection>>(clean);
    }
}
