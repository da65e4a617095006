using Throughline.Domain.Shared;

namespace Throughline.Domain.Sharing;

/// <summary>How a team was told.</summary>
public enum ToldHow
{
    /// <summary>In a meeting of the team.</summary>
    TeamMeeting = 1,

    /// <summary>By talking to each between two lessons.</summary>
    InPassing = 2,

    /// <summary>By mail.</summary>
    Mail = 3,

    /// <summary>In writing otherwise: a note, a page, a board.</summary>
    Writing = 4,

    /// <summary>In another way, said in the note.</summary>
    Other = 5,
}

/// <summary>How far a team takes up what was decided.</summary>
public enum Uptake
{
    /// <summary>It has heard of it, no more.</summary>
    NotYet = 1,

    /// <summary>It is trying it.</summary>
    Trying = 2,

    /// <summary>It is in place.</summary>
    InPlace = 3,
}

/// <summary>How and when a team was told.</summary>
/// <param name="How">How; null when nothing was chosen.</param>
/// <param name="On">The day.</param>
/// <param name="Note">A word about it.</param>
public sealed record Telling(ToldHow? How, DateOnly? On, string? Note);

/// <summary>
/// A team that a decision is told to. It stands in no audit trail: what help a team needs is for the ILT, and the trail has
/// other readers. Who said last, and when, stands here.
/// </summary>
public sealed class RelayTeam : IDistrictOwned, IVersioned, INotAudited
{
    /// <summary>Longest note, in characters.</summary>
    public const int LongestNote = 500;

    /// <summary>Longest text of what help it takes, in characters.</summary>
    public const int LongestHelp = 1000;

    private RelayTeam() { }

    internal RelayTeam(Relay relay, Guid teamId) =>
        (RelayId, UnitId, DistrictId, TeamId) = (relay.Id, relay.UnitId, relay.DistrictId, teamId);

    /// <summary>The decision on its way.</summary>
    public Guid RelayId { get; private set; }

    /// <summary>The unit, kept here so that what a person is to tell is found without a join.</summary>
    public Guid UnitId { get; private set; }

    /// <inheritdoc/>
    public Guid DistrictId { get; private set; }

    /// <summary>The team.</summary>
    public Guid TeamId { get; private set; }

    /// <summary>The day on which it was told; null while it is not.</summary>
    public DateOnly? ToldOn { get; private set; }

    /// <summary>How; null while it is not.</summary>
    public ToldHow? ToldHow { get; private set; }

    /// <summary>Who told it, or said that it was told.</summary>
    public Guid? ToldById { get; private set; }

    /// <summary>When that was written down, UTC.</summary>
    public DateTime? ToldAt { get; private set; }

    /// <summary>A word about it; null for none.</summary>
    public string? Note { get; private set; }

    /// <summary>How far the team takes it up; null until someone says.</summary>
    public Uptake? Uptake { get; private set; }

    /// <summary>What help it takes; null for none.</summary>
    public string? Help { get; private set; }

    /// <summary>Who said last how far it is.</summary>
    public Guid? UptakeById { get; private set; }

    /// <summary>When, UTC.</summary>
    public DateTime? UptakeAt { get; private set; }

    /// <inheritdoc/>
    public int Version { get; private set; }

    // Refused without a way and a day, for a day to come or before that of the decision, and for “other” without a word.
    internal Result Tell(Telling telling, DateOnly decidedOn, Guid by, DateOnly today, DateTime now)
    {
        if (telling.How is not { } how || !Enum.IsDefined(how))
        {
            return Result.Refused("Choose how you told them.", "How");
        }

        if (telling.On is not { } on || on > today)
        {
            return Result.Refused(
                "Choose the day on which you told them: today or an earlier one.",
                "On"
            );
        }

        if (on < decidedOn)
        {
            return Result.Refused(
                string.Create(
                    System.Globalization.CultureInfo.InvariantCulture,
                    $"It was decided on {decidedOn:MMMM d}, and nobody could be told before. Choose that day or a later one."
                ),
                "On"
            );
        }

        var note = Text.Passage(telling.Note, "the note", LongestNote, "Note");
        if (!note.IsOk)
        {
            return note.Refusal!;
        }

        if (how == Sharing.ToldHow.Other && note.Value is null)
        {
            return Result.Refused("Say in the note how you told them.", "Note");
        }

        (ToldHow, ToldOn, Note, ToldById, ToldAt) = (how, on, note.Value, by, now);
        return Result.Ok();
    }

    // Refused once someone said how far the team is: what help it takes would be lost.
    internal Result TakeBack()
    {
        if (Uptake is not null)
        {
            return Result.Refused(
                "Someone has said how far this team is, so it was told. Correct how and when it was told instead."
            );
        }

        (ToldHow, ToldOn, Note, ToldById, ToldAt) = (null, null, null, null, null);
        return Result.Ok();
    }

    internal Result TakeUp(Uptake? uptake, string? help, Guid by, DateTime now)
    {
        if (uptake is not { } known || !Enum.IsDefined(known))
        {
            return Result.Refused("Choose how far the team is.", "Uptake");
        }

        var words = Text.Passage(help, "what help it takes", LongestHelp, "Help");
        if (!words.IsOk)
        {
            return words.Refusal!;
        }

        (Uptake, Help, UptakeById, UptakeAt) = (known, words.Value, by, now);
        return Result.Ok();
    }
}
