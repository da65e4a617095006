using Throughline.Domain.Shared;

namespace Throughline.Domain.Meetings;

/// <summary>A step as it stands in a run.</summary>
/// <param name="Step">What it says, as it was when the protocol was chosen.</param>
/// <param name="Seconds">Seconds spent on it so far, the current stay not included.</param>
public sealed record RunStep(ProtocolStep Step, int Seconds = 0);

/// <summary>
/// A protocol at an item of an agenda: the steps as they were when it was chosen, where the team is in them, and how long
/// each took. Its clock is that of the item: it stands while the team is at another part, and after the meeting.
/// </summary>
public sealed class ProtocolRun : IDistrictOwned, IVersioned, INotAudited
{
    private ProtocolRun() { }

    /// <summary>Identity of the run.</summary>
    public Guid Id { get; private set; }

    /// <inheritdoc/>
    public Guid DistrictId { get; private set; }

    /// <summary>The unit: who looks at its meeting hears of each step.</summary>
    public Guid UnitId { get; private set; }

    /// <summary>The item; it has at most one.</summary>
    public Guid ItemId { get; private set; }

    /// <summary>The address of the protocol; it may have been changed or removed since.</summary>
    public string Slug { get; private set; } = "";

    /// <summary>What it was called when it was chosen.</summary>
    public string Title { get; private set; } = "";

    /// <summary>What to bring, as it was then; null for nothing.</summary>
    public string? Bring { get; private set; }

    /// <summary>The steps as they were then.</summary>
    public IReadOnlyList<RunStep> Steps { get; private set; } = [];

    /// <summary>The place of the step the team is at, from 0; null before it has begun and once it is through.</summary>
    public int? Current { get; private set; }

    /// <summary>What the item's clock showed, in seconds, when the current stay began; null while the step's clock is paused.</summary>
    public int? Since { get; private set; }

    /// <summary>True once the team has been through all steps, and until it goes back to one.</summary>
    public bool IsThrough { get; private set; }

    /// <inheritdoc/>
    public int Version { get; private set; }

    /// <summary>True from the first step on.</summary>
    public bool HasBegun => Current is not null || IsThrough;

    /// <summary>The step the team is at; null for none.</summary>
    public ProtocolStep? Now => Current is { } at ? Steps[at].Step : null;

    /// <summary>True while the current step's clock was stopped by hand.</summary>
    public bool IsPaused => Current is not null && Since is null;

    /// <summary>Minutes of all steps.</summary>
    public int Minutes => Steps.Sum(s => s.Step.Minutes);

    /// <summary>Chooses a protocol for an item. Refused once the team is through with the item.</summary>
    /// <param name="item">The item.</param>
    /// <param name="slug">The protocol's address.</param>
    /// <param name="protocol">The protocol; its steps are the run's own from here on.</param>
    /// <param name="now">Now, UTC.</param>
    public static Result<ProtocolRun> Choose(
        AgendaItem item,
        string slug,
        Protocol protocol,
        DateTime now
    )
    {
        if (item.State is not (StopState.Ahead or StopState.Now))
        {
            return Result.Refused<ProtocolRun>(
                "The team has been through this item. Use the protocol at another one.",
                "Protocol"
            );
        }

        var run = new ProtocolRun
        {
            Id = Ids.New(now),
            DistrictId = item.DistrictId,
            UnitId = item.UnitId,
            ItemId = item.Id,
        };
        run.Take(slug, protocol);
        return Result.Ok(run);
    }

    /// <summary>
    /// The same protocol, not begun, at the item that carries an unfinished one to the next agenda; with the steps as they
    /// were chosen. Null once the team has begun it: what it said stands where it was said.
    /// </summary>
    public ProtocolRun? CarryTo(AgendaItem item, DateTime now) =>
        HasBegun
            ? null
            : new ProtocolRun
            {
                Id = Ids.New(now),
                DistrictId = item.DistrictId,
                UnitId = item.UnitId,
                ItemId = item.Id,
                Slug = Slug,
                Title = Title,
                Bring = Bring,
                Steps = Steps,
            };

    /// <summary>Takes another protocol in its place. Refused once the team has begun it.</summary>
    public Result Exchange(string slug, Protocol protocol)
    {
        if (HasBegun)
        {
            return Result.Refused(HasSteps, "Protocol");
        }

        Take(slug, protocol);
        return Result.Ok();
    }

    /// <summary>Whether the item can be without a protocol again. Refused once the team has begun it.</summary>
    public Result TakeOff() => HasBegun ? Result.Refused(HasSteps, "Protocol") : Result.Ok();

    /// <summary>Goes to the first step. Refused when it has begun, and while the team is not at the item.</summary>
    /// <param name="meeting">The meeting.</param>
    /// <param name="item">The item.</param>
    /// <param name="now">Now, UTC.</param>
    public Result Begin(Meeting meeting, AgendaItem item, DateTime now)
    {
        if (NotAt(item) is { } elsewhere)
        {
            return elsewhere;
        }

        if (HasBegun)
        {
            return Result.Refused("It has begun already.");
        }

        Come(0, meeting.SecondsAt(item, now));
        return Result.Ok();
    }

    /// <summary>
    /// Goes on to the next step; after the last one the team is through. Two who press at once go on by one step: who saw
    /// another step than the current one changes nothing.
    /// </summary>
    /// <param name="from">The step that was seen.</param>
    /// <param name="meeting">The meeting.</param>
    /// <param name="item">The item.</param>
    /// <param name="now">Now, UTC.</param>
    public Result Next(int from, Meeting meeting, AgendaItem item, DateTime now)
    {
        if ((NotAt(item) ?? NotBegun()) is { } refused)
        {
            return refused;
        }

        if (Current != from)
        {
            return Result.Ok();
        }

        var clock = meeting.SecondsAt(item, now);
        Leave(clock);
        if (from + 1 < Steps.Count)
        {
            Come(from + 1, clock);
        }
        else
        {
            (Current, Since, IsThrough) = (null, null, true);
        }

        return Result.Ok();
    }

    /// <summary>Goes to any step, also back to one. Refused for one that is not there, before the first and while the team is not at the item.</summary>
    public Result GoTo(int step, Meeting meeting, AgendaItem item, DateTime now)
    {
        if ((NotAt(item) ?? NotBegun()) is { } refused)
        {
            return refused;
        }

        if (step < 0 || step >= Steps.Count)
        {
            return Result.Refused("There is no such step. Look at the steps as they are now.");
        }

        if (step != Current)
        {
            var clock = meeting.SecondsAt(item, now);
            Leave(clock);
            Come(step, clock);
        }

        return Result.Ok();
    }

    /// <summary>Stops the current step's clock, for an interruption. Nothing happens when it stands. Refused where the team is at no step.</summary>
    public Result Pause(Meeting meeting, AgendaItem item, DateTime now)
    {
        if ((NotAt(item) ?? NotAtStep()) is { } refused)
        {
            return refused;
        }

        Leave(meeting.SecondsAt(item, now));
        return Result.Ok();
    }

    /// <summary>Lets the current step's clock run on. Nothing happens when it runs. Refused where the team is at no step.</summary>
    public Result GoOn(Meeting meeting, AgendaItem item, DateTime now)
    {
        if ((NotAt(item) ?? NotAtStep()) is { } refused)
        {
            return refused;
        }

        Since ??= meeting.SecondsAt(item, now);
        return Result.Ok();
    }

    /// <summary>Seconds spent on a step, the current stay included; never negative, also where a server's clock was set back.</summary>
    /// <param name="step">Its place.</param>
    /// <param name="clock">What the item's clock shows: <see cref="Meeting.SecondsAt"/>.</param>
    public int SecondsOf(int step, int clock) =>
        Steps[step].Seconds
        + (step == Current && Since is { } since ? Math.Max(0, clock - since) : 0);

    /// <summary>The place of the step in which an explanation is written down: the next one after a step, else the first; null for a protocol without one.</summary>
    public int? StepForInferences(int after)
    {
        var places = Steps
            .Select((s, at) => (s.Step.Collects, at))
            .Where(s => s.Collects == OutputKind.Inference)
            .Select(s => (int?)s.at)
            .ToList();
        return places.Find(at => at > after) ?? places.FirstOrDefault();
    }

    private const string HasSteps =
        "The team has begun this protocol: its steps stay as they are used. Bring another item for another one.";

    private void Take(string slug, Protocol protocol) =>
        (Slug, Title, Bring, Steps) = (
            slug,
            protocol.Title,
            protocol.Bring,
            [.. protocol.Steps.Select(s => new RunStep(s))]
        );

    private void Come(int step, int clock) => (Current, Since, IsThrough) = (step, clock, false);

    private void Leave(int clock)
    {
        if (Current is { } at)
        {
            var spent = SecondsOf(at, clock);
            Steps = [.. Steps.Select((s, i) => i == at ? s with { Seconds = spent } : s)];
            Since = null;
        }
    }

    private static Refusal? NotAt(AgendaItem item) =>
        item.State == StopState.Now
            ? null
            : new Refusal("The team is at another part of the agenda. Go to this item first.");

    private Refusal? NotBegun() => HasBegun ? null : new Refusal("Begin the protocol first.");

    private Refusal? NotAtStep() =>
        Current is null ? new Refusal("The team is at no step. Go to one first.") : null;
}
