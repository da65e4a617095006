using System.Globalization;
using Throughline.Domain.Shared;
using Throughline.Domain.Units;

namespace Throughline.Domain.Assessments;

/// <summary>Where a staff pulse stands on a given day.</summary>
public enum PulseState
{
    /// <summary>Staff answer.</summary>
    Open = 1,

    /// <summary>The last day is over and nobody has closed it yet: answers still count.</summary>
    PastLastDay = 2,

    /// <summary>Closed, for good.</summary>
    Closed = 3,
}

/// <summary>
/// A few closed questions to the staff of a unit who are not on its ILT: what they know of it and whether it hears them
/// (seed 002: all faculty must be informed; seed 003, pitfall 5). It is anonymous: what people answer is kept as counts
/// alone, shown after it is closed, and only when at least five answered.
/// </summary>
/// <remarks>
/// <see cref="AnsweredCount"/> and the tallies rise in the store, not here: an answer never stands in memory beside a
/// person, and it raises no version and leaves no audit row.
/// </remarks>
public sealed class Pulse : IDistrictOwned, IVersioned
{
    /// <summary>Fewest who must be asked, and fewest who must have answered before anything is shown.</summary>
    public const int Fewest = 5;

    /// <summary>Most days from the opening to the last day.</summary>
    public const int LongestDays = 60;

    private readonly List<PulseInvitation> invitations = [];
    private readonly List<PulseTally> tallies = [];

    private Pulse() { }

    /// <summary>Identity of the pulse.</summary>
    public Guid Id { get; private set; }

    /// <inheritdoc/>
    public Guid DistrictId { get; private set; }

    /// <summary>The school, or the district for its offices.</summary>
    public Guid UnitId { get; private set; }

    /// <summary>Its number within the unit: staff pulse 2.</summary>
    public int Number { get; private set; }

    /// <summary>The version of its questions, see <see cref="PulseQuestions.Of"/>.</summary>
    public int QuestionsVersion { get; private set; }

    /// <summary>When it was opened, UTC.</summary>
    public DateTime OpenedAt { get; private set; }

    /// <summary>Last day on which staff are asked to answer, included, in the unit's time zone.</summary>
    public DateOnly ClosesOn { get; private set; }

    /// <summary>When it was closed, UTC; null while it is not.</summary>
    public DateTime? ClosedAt { get; private set; }

    /// <summary>How many were asked.</summary>
    public int AskedCount { get; private set; }

    /// <summary>How many have answered.</summary>
    public int AnsweredCount { get; private set; }

    /// <summary>Who is asked: the staff as they were at the opening.</summary>
    public IReadOnlyList<PulseInvitation> Invitations => invitations;

    /// <summary>The counts. They are the only trace of an answer.</summary>
    public IReadOnlyList<PulseTally> Tallies => tallies;

    /// <inheritdoc/>
    public int Version { get; private set; }

    /// <summary>True once closed.</summary>
    public bool IsClosed => ClosedAt is not null;

    /// <summary>The questions.</summary>
    public PulseQuestions Questions => PulseQuestions.Of(QuestionsVersion);

    /// <summary>
    /// True for a role whose holder works here and can say what staff know. Who leads the unit asks and is not asked; an
    /// observer has no part in it.
    /// </summary>
    public static bool Asks(Role role) =>
        role is not (Role.Observer or Role.Principal or Role.DistrictLeader);

    /// <summary>
    /// Opens a pulse and asks the staff. Refused for a unit without ILT, while another one is open, for a last day gone by
    /// or too far off, and for fewer than five staff, because nothing could ever be shown.
    /// </summary>
    /// <param name="unit">The school or district.</param>
    /// <param name="number">The unit's next number.</param>
    /// <param name="now">Now, UTC.</param>
    /// <param name="today">The day it is in the unit's time zone.</param>
    /// <param name="closesOn">Last day, included.</param>
    /// <param name="setting">What the unit is like now.</param>
    public static Result<Pulse> Open(
        Unit unit,
        int number,
        PulseSetting setting,
        DateOnly closesOn,
        DateOnly today,
        DateTime now
    )
    {
        if (WhyNotOpened(setting) is { } reason)
        {
            return reason;
        }

        if (closesOn < today)
        {
            return Result.Refused<Pulse>(
                "The last day has gone by. Choose today or a later day.",
                "ClosesOn"
            );
        }

        if (closesOn.DayNumber - today.DayNumber > LongestDays)
        {
            return Result.Refused<Pulse>(
                $"Choose a last day within {LongestDays} days; two weeks are plenty for {PulseQuestions.Latest.All.Count} questions.",
                "ClosesOn"
            );
        }

        var pulse = new Pulse
        {
            Id = Ids.New(now),
            DistrictId = unit.DistrictId,
            UnitId = unit.Id,
            Number = number,
            QuestionsVersion = PulseQuestions.Latest.Version,
            OpenedAt = now,
            ClosesOn = closesOn,
        };
        pulse.invitations.AddRange(
            setting.Staff.Distinct().Order().Select(p => new PulseInvitation(pulse, p))
        );
        pulse.tallies.AddRange(
            PulseQuestions
                .Latest.All.SelectMany(q => q.Choices)
                .Select(c => new PulseTally(pulse, c))
        );
        pulse.AskedCount = pulse.invitations.Count;
        return Result.Ok(pulse);
    }

    /// <summary>Why no pulse can be opened in such a unit now, or null when one can.</summary>
    public static Refusal? WhyNotOpened(PulseSetting setting)
    {
        var staff = setting.Staff.Distinct().Count();
        return !setting.HasIlt
                ? new Refusal(
                    "There is no ILT here yet, so staff cannot say what they know of it. Form the team first."
                )
            : setting.OneIsOpen
                ? new Refusal(
                    "A staff pulse is open already. Close it before you open another one."
                )
            : staff < Fewest
                ? new Refusal(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"A staff pulse needs at least {Fewest} people who are not on the ILT, or answers could be told apart. Here it is {staff}."
                    )
                )
            : null;
    }

    /// <summary>Closes the pulse for good; its counts are shown from then on if enough answered. Refused when it is closed already.</summary>
    public Result Close(DateTime now)
    {
        if (IsClosed)
        {
            return Result.Refused("This staff pulse is closed already. Reload the page.");
        }

        ClosedAt = now;
        return Result.Ok();
    }

    /// <summary>Where the pulse stands.</summary>
    /// <param name="today">The day it is in the unit's time zone.</param>
    public PulseState StateOn(DateOnly today) => StateOn(today, ClosesOn, IsClosed);

    /// <summary>The same for a pulse of which only these are at hand, as in a list.</summary>
    /// <param name="today">The day it is in the unit's time zone.</param>
    /// <param name="closesOn">Last day.</param>
    /// <param name="isClosed">True once closed.</param>
    public static PulseState StateOn(DateOnly today, DateOnly closesOn, bool isClosed) =>
        isClosed ? PulseState.Closed
        : today > closesOn ? PulseState.PastLastDay
        : PulseState.Open;
}

/// <summary>What a unit is like when a staff pulse is to be opened.</summary>
/// <param name="HasIlt">Whether anyone sits on its ILT.</param>
/// <param name="OneIsOpen">Whether a pulse is open there.</param>
/// <param name="Staff">The staff who are not on the ILT.</param>
public sealed record PulseSetting(bool HasIlt, bool OneIsOpen, IReadOnlyCollection<Guid> Staff);

/// <summary>
/// Someone who is asked, and whether they have answered while the pulse is open: so that nobody answers twice and
/// reminders stop. It tells no time, leaves no audit row, and the mark is taken off again when the pulse closes.
/// </summary>
public sealed class PulseInvitation : IDistrictOwned, INotAudited
{
    private PulseInvitation() { }

    internal PulseInvitation(Pulse pulse, Guid personId) =>
        (PulseId, PersonId, DistrictId) = (pulse.Id, personId, pulse.DistrictId);

    /// <summary>The pulse. With <see cref="PersonId"/> it identifies the row.</summary>
    public Guid PulseId { get; private set; }

    /// <summary>Who.</summary>
    public Guid PersonId { get; private set; }

    /// <inheritdoc/>
    public Guid DistrictId { get; private set; }

    /// <summary>True from the answer to the closing.</summary>
    public bool HasAnswered { get; private set; }
}

/// <summary>How many chose one answer. It rises in the store and holds nothing else.</summary>
public sealed class PulseTally : IDistrictOwned, INotAudited
{
    /// <summary>Longest <see cref="Choice"/>, in characters.</summary>
    public const int LongestChoice = 60;

    private PulseTally() { }

    internal PulseTally(Pulse pulse, PulseChoice choice) =>
        (PulseId, Choice, DistrictId) = (pulse.Id, choice.Key, pulse.DistrictId);

    /// <summary>The pulse. With <see cref="Choice"/> it identifies the row.</summary>
    public Guid PulseId { get; private set; }

    /// <summary>The choice's key.</summary>
    public string Choice { get; private set; } = "";

    /// <inheritdoc/>
    public Guid DistrictId { get; private set; }

    /// <summary>How many chose it.</summary>
    public int People { get; private set; }
}
