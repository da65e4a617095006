using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Domain.Meetings;
using Throughline.Web.Ui;

namespace Throughline.Web.Features.Meetings;

/// <summary>A theme of feedback as it opens a meeting.</summary>
public sealed record OpeningTheme(int Number, string? Words, ThemeState State, string? Answer)
{
    /// <summary>As many as a meeting opens with; how many more there are is said.</summary>
    public const int Shown = 20;

    // A team with more has another trouble than what opens a meeting.
    private const int Most = 200;

    private static readonly DateTime NotStarted = new(9000, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    /// <summary>
    /// What opens a meeting that is to come or on: what has no answer yet, and what was answered since the one before
    /// started. Nothing for one that is over, and where the agenda has no place for it.
    /// </summary>
    public static async Task<IReadOnlyList<OpeningTheme>> OfAsync(
        ThroughlineDb db,
        Meeting meeting,
        CancellationToken cancel
    ) =>
        meeting.State is MeetingState.Planned or MeetingState.InProgress
        && meeting.Sections.Any(s => s.Kind == SectionKind.WhatChanged)
            ? await Themes
                .For(db)(db, meeting.UnitId, meeting.Id, meeting.StartedAt ?? NotStarted)
                .ToListAsync(cancel)
            : [];

    /// <summary>“2 themes answered, 1 not yet”, “1 theme without an answer”; null for nothing.</summary>
    public static string? InShort(IReadOnlyList<OpeningTheme> themes)
    {
        var open = themes.Count(t => t.State == ThemeState.Open);
        var ended = themes.Count - open;
        return themes.Count == 0 ? null
            : ended == 0 ? $"{Ui.Words.Count(open, "theme")} without an answer"
            : open == 0 ? $"{Ui.Words.Count(ended, "theme")} answered"
            : string.Create(
                CultureInfo.InvariantCulture,
                $"{Ui.Words.Count(ended, "theme")} answered, {open} not yet"
            );
    }

    // Every room asks this after every change in it.
    private static readonly HotQuery<
        Func<ThroughlineDb, Guid, Guid, DateTime, IAsyncEnumerable<OpeningTheme>>
    > Themes = new(() =>
        EF.CompileAsyncQuery(
            (ThroughlineDb db, Guid unit, Guid meeting, DateTime started) =>
                db.Set<FeedbackTheme>()
                    .Where(t => t.UnitId == unit && t.MeetingId != meeting)
                    .Where(t =>
                        t.EndedAt == null
                        || t.EndedAt
                            >= db.Set<Meeting>()
                                .Where(m =>
                                    m.UnitId == unit && m.Id != meeting && m.StartedAt < started
                                )
                                .OrderByDescending(m => m.Day)
                                .ThenByDescending(m => m.StartedAt)
                                .Select(m => m.StartedAt)
                                .FirstOrDefault()
                    )
                    .OrderBy(t => t.EndedAt != null)
                    .ThenBy(t => t.Number)
                    .Take(Most)
                    .Select(t => new OpeningTheme(t.Number, t.Words, t.State, t.Answer))
        )
    );
}
