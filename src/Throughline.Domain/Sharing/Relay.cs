using Throughline.Domain.Shared;
using Throughline.Domain.Units;
using Throughline.Domain.Work;

namespace Throughline.Domain.Sharing;

/// <summary>
/// A decision on its way to the teams it touches: what they are told, which were told when and how, and how far they take
/// it up (seed 002, “Responsibilities of the ILT”; seed 003, pitfall 5). One a decision. Each team's part has a version of its own, so
/// that two representatives never meet.
/// </summary>
public sealed class Relay : IDistrictOwned, IVersioned
{
    /// <summary>School days after the close within which a team is told.</summary>
    public const int SchoolDaysToTell = 5;

    /// <summary>Longest reason why a decision is no longer to tell, in characters.</summary>
    public const int LongestReason = 500;

    private readonly List<RelayTeam> teams = [];

    private Relay() { }

    /// <summary>Identity.</summary>
    public Guid Id { get; private set; }

    /// <inheritdoc/>
    public Guid DistrictId { get; private set; }

    /// <summary>The unit whose team decided.</summary>
    public Guid UnitId { get; private set; }

    /// <summary>The decision.</summary>
    public Guid DecisionId { get; private set; }

    /// <summary>The decision's number, by which people know it.</summary>
    public int Number { get; private set; }

    /// <summary>What a representative says.</summary>
    public string Message { get; private set; } = "";

    /// <summary>The day it was said to be told, from which the five school days are counted; the day of the close where that was decided there.</summary>
    public DateOnly From { get; private set; }

    /// <summary>The day of the decision: whoever was there may have told their team at once, before anyone said that it is to be told.</summary>
    public DateOnly DecidedOn { get; private set; }

    /// <summary>The last day on which a team is told in time; null where the calendar ends before.</summary>
    public DateOnly? DueOn { get; private set; }

    /// <summary>When it was said to be told, UTC.</summary>
    public DateTime BegunAt { get; private set; }

    /// <summary>Who said so.</summary>
    public Guid BegunById { get; private set; }

    /// <summary>Why it is no longer to tell; null while it is.</summary>
    public string? EndReason { get; private set; }

    /// <summary>The day on which that was said; null while it is to tell.</summary>
    public DateOnly? EndedOn { get; private set; }

    /// <summary>Who said it.</summary>
    public Guid? EndedById { get; private set; }

    /// <summary>The teams that are told.</summary>
    public IReadOnlyList<RelayTeam> Teams => teams;

    /// <inheritdoc/>
    public int Version { get; private set; }

    /// <summary>
    /// How its teams count once its last day is over: all of them, and those told in time. None where it has no such day,
    /// and where it was no longer to tell before that day was over; later it is too late to take a missed team back.
    /// </summary>
    public ToldShare Tally =>
        DueOn is not { } due || EndedOn <= due
            ? new(0, 0)
            : new(teams.Count, teams.Count(t => t.ToldOn <= due));

    /// <summary>
    /// Says that a decision is to be told. Refused for one that is not decided, and where it touches no team that there is.
    /// </summary>
    /// <param name="decision">The decision.</param>
    /// <param name="message">What is told; see <see cref="RelayMessage.Draft"/>.</param>
    /// <param name="open">Every open instructional team and program of the unit.</param>
    /// <param name="calendar">The unit's calendar.</param>
    /// <param name="by">Who says so.</param>
    /// <param name="decidedOn">The day of the decision in the unit's time zone.</param>
    /// <param name="today">The day it is there.</param>
    /// <param name="now">Now, UTC.</param>
    public static Result<Relay> Begin(
        Decision decision,
        string? message,
        IEnumerable<Guid> open,
        SchoolCalendar calendar,
        Guid by,
        DateOnly decidedOn,
        DateOnly today,
        DateTime now
    )
    {
        if (decision.Status != DecisionStatus.Decided)
        {
            return Result.Refused<Relay>("Only what is decided is told. Take the decision first.");
        }

        var touched = decision.Teams.Select(t => t.TeamId).ToHashSet();
        var relay = new Relay
        {
            Id = Ids.New(now),
            DistrictId = decision.DistrictId,
            UnitId = decision.UnitId,
            DecisionId = decision.Id,
            Number = decision.Number,
            From = today,
            DecidedOn = decidedOn,
            BegunAt = now,
            BegunById = by,
        };
        relay.teams.AddRange(
            open.Distinct()
                .Where(id => touched.Count == 0 || touched.Contains(id))
                .Select(id => new RelayTeam(relay, id))
        );
        if (relay.teams.Count == 0)
        {
            return Result.Refused<Relay>(
                "It touches no instructional team that there is now, so there is nobody to tell."
            );
        }

        relay.Recount(calendar);
        var put = relay.Put(message);
        return put.IsOk ? Result.Ok(relay) : put.Refusal!;
    }

    /// <summary>
    /// Who may speak to a team: whoever speaks for it on the ILT; for a team that nobody speaks for, who leads or
    /// facilitates.
    /// </summary>
    /// <param name="team">The team.</param>
    /// <param name="by">Who wants to.</param>
    /// <param name="leads">True for who leads the unit or facilitates its ILT.</param>
    public static bool MaySpeakTo(MappedTeam team, Guid by, bool leads) =>
        team.Speakers.Contains(by) || (leads && team.Speakers.Count == 0);

    /// <summary>Works out the last day anew, as after a day without school was entered. What was ended stays as it was.</summary>
    public void Recount(SchoolCalendar calendar)
    {
        if (EndedOn is null)
        {
            DueOn = calendar.AddSchoolDays(From, SchoolDaysToTell);
        }
    }

    /// <summary>Puts the message into other words. Refused without words, for more than 1,000 characters, and when it is no longer to tell.</summary>
    public Result Put(string? message)
    {
        if (EndedOn is not null)
        {
            return Over;
        }

        var words = Text.Passage(message, "the message", RelayMessage.Longest, "Message");
        if (!words.IsOk || words.Value is null)
        {
            return words.Refusal ?? new Refusal("Write what the teams are told.", "Message");
        }

        Message = words.Value;
        return Result.Ok();
    }

    /// <summary>It is no longer to tell. Refused without a reason, and when it was so already.</summary>
    public Result End(string? reason, Guid by, DateOnly today)
    {
        if (EndedOn is not null)
        {
            return Over;
        }

        var words = Text.Required(reason, "why it is no longer to tell", LongestReason, "Reason");
        if (!words.IsOk)
        {
            return words.Refusal!;
        }

        (EndReason, EndedOn, EndedById) = (words.Value, today, by);
        return Result.Ok();
    }

    /// <summary>
    /// A team was told. Refused when it is no longer to tell, for a team that is not among those told, when it was told
    /// already, and for what <see cref="RelayTeam"/> refuses.
    /// </summary>
    public Result Tell(Guid teamId, Telling telling, Guid by, DateOnly today, DateTime now)
    {
        var team = Find(teamId);
        return !team.IsOk ? team.Refusal!
            : team.Value.ToldOn is not null
                ? Result.Refused(
                    "This team was told already. What is wrong about it you correct on the team’s own page."
                )
            : team.Value.Tell(telling, DecidedOn, by, today, now);
    }

    /// <summary>Corrects how and when a team was told. Refused like <see cref="Tell"/>, and when it was not told yet.</summary>
    public Result Correct(Guid teamId, Telling telling, Guid by, DateOnly today, DateTime now)
    {
        var team = Find(teamId);
        return !team.IsOk ? team.Refusal!
            : team.Value.ToldOn is null ? NotToldYet
            : team.Value.Tell(telling, DecidedOn, by, today, now);
    }

    /// <summary>
    /// A team was not told after all: it is to be told again. Refused when it is no longer to tell, when it was not told, for
    /// everyone but who said it and who leads or facilitates, and once someone has said how far the team is.
    /// </summary>
    /// <param name="teamId">The team.</param>
    /// <param name="by">Who takes it back.</param>
    /// <param name="leads">True for who leads the unit or facilitates its ILT.</param>
    public Result TakeBack(Guid teamId, Guid by, bool leads)
    {
        var team = Find(teamId);
        return !team.IsOk ? team.Refusal!
            : team.Value.ToldOn is null ? NotToldYet
            : team.Value.ToldById != by && !leads
                ? Result.Refused(
                    "Only who said that they were told can take it back, or who leads or facilitates."
                )
            : team.Value.TakeBack();
    }

    /// <summary>
    /// Says how far a team takes it up, and what help that takes. Refused when it is no longer to tell, before the team was
    /// told, and without a choice.
    /// </summary>
    public Result TakeUp(Guid teamId, Uptake? uptake, string? help, Guid by, DateTime now)
    {
        var team = Find(teamId);
        return !team.IsOk ? team.Refusal!
            : team.Value.ToldOn is null ? NotToldYet
            : team.Value.TakeUp(uptake, help, by, now);
    }

    private static readonly Refusal Over = new(
        "This decision is no longer to tell. Nothing was changed."
    );

    private static readonly Refusal NotToldYet = new("Tell the team first.");

    private Result<RelayTeam> Find(Guid teamId) =>
        EndedOn is not null ? Over
        : teams.Find(t => t.TeamId == teamId) is { } team ? Result.Ok(team)
        : new Refusal("This decision does not touch that team. Choose another one.", "Teams");
}
