using Throughline.Domain.Meetings;
using Throughline.Domain.Work;

namespace Throughline.Data.Bench;

/// <summary>The ILT of a school through the years: with what it meets, and what it still carries.</summary>
/// <param name="School">Its school.</param>
/// <param name="Series">Its regular meetings.</param>
/// <param name="Template">Its agenda.</param>
internal sealed record BenchTeam(BenchSchool School, MeetingSeries Series, AgendaTemplate Template)
{
    /// <summary>The next number of each kind of thing in the school.</summary>
    public BenchNumbers Numbers { get; } = new();

    /// <summary>Rocks under way: what becomes of them is said at each meeting.</summary>
    public List<Rock> Rocks { get; } = [];

    public IReadOnlyList<Guid> Members { get; } = [.. School.Raters.Select(r => r.PersonId)];

    /// <summary>A member, in turn.</summary>
    public Guid Member(int turn) => Members[turn % Members.Count];

    /// <summary>The same as who may be asked to carry something.</summary>
    public WorkOwner Owner(int turn) => new(Member(turn), "A member", IsHere: true, HasLeft: false);
}

/// <summary>Numbers within a school.</summary>
internal sealed class BenchNumbers
{
    public int Meetings { get; set; }
    public int ToDos { get; set; }
    public int Rocks { get; set; }
    public int Issues { get; set; }
    public int Decisions { get; set; }
    public int Themes { get; set; }
    public int StaffNotes { get; set; }
}

/// <summary>A meeting that is being held, and what is needed to hold it.</summary>
/// <param name="Load">Takes the rows.</param>
/// <param name="Team">Whose it is.</param>
/// <param name="Meeting">The meeting, begun.</param>
/// <param name="LastDay">The last day of all that is over: the day of the meeting that is open.</param>
/// <param name="Chance">What is left to chance.</param>
internal sealed record BenchTable(
    BulkLoad Load,
    BenchTeam Team,
    Meeting Meeting,
    DateOnly LastDay,
    Random Chance
)
{
    public DateOnly Day => Meeting.Day;

    /// <summary>What was written down, by the part it was written at.</summary>
    public Dictionary<string, string> Notes { get; } = new(StringComparer.Ordinal);

    /// <summary>The decision that was taken; null for none.</summary>
    public Decision? Decision { get; set; }

    /// <summary>The issue that was raised; null for none.</summary>
    public Issue? Issue { get; set; }

    /// <summary>The to-dos that were taken.</summary>
    public List<ToDo> ToDos { get; } = [];

    /// <summary>True for the meeting that nobody has ended yet.</summary>
    public bool IsOpen => Day == LastDay;

    /// <summary>A moment of the meeting, UTC.</summary>
    public DateTime At(int minute) => Meeting.StartedAt!.Value.AddMinutes(minute);

    /// <summary>The same time some weeks later; null when that is still to come.</summary>
    public DateTime? After(int weeks) =>
        Day.AddDays(7 * weeks) <= LastDay ? At(0).AddDays(7 * weeks) : null;
}
