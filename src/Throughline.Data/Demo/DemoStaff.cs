using Throughline.Domain.Teams;
using Throughline.Domain.Units;

namespace Throughline.Data.Demo;

/// <summary>How far a person has come with signing in, or why not.</summary>
internal enum DemoState
{
    /// <summary>Some have signed in, some were invited, some not yet: chosen by their place in the list.</summary>
    AsItComes,
    SignsIn,
    Invited,
    NotInvited,
    WithoutEmail,
    Left,
}

/// <summary>A person as the demo's lists name them. Who stands in two lists works in both places.</summary>
internal sealed record DemoStaff(string Name, params Role[] Roles)
{
    /// <summary>What stands before the @; null for given.family.</summary>
    public string? Mailbox { get; private init; }

    /// <summary>A role the roster proposes and nobody has confirmed.</summary>
    public Role? Proposed { get; private init; }
    public IReadOnlyList<string> Grades { get; private init; } = [];
    public IReadOnlyList<string> Subjects { get; private init; } = [];
    public IReadOnlyList<string> Teams { get; private init; } = [];
    public SeatKind? Seat { get; private init; }
    public string? SpeaksFor { get; private init; }
    public bool Facilitates { get; private init; }
    public DemoState State { get; private init; }

    public static DemoStaff Teacher(string name, string team, string[] grades, string[] subjects) =>
        new(name, Role.Teacher)
        {
            Teams = team.Length == 0 ? [] : [team],
            Grades = grades,
            Subjects = subjects,
        };

    /// <summary>A teacher of a class who teaches it most things.</summary>
    public static DemoStaff OfClass(string name, string team, params string[] grades) =>
        Teacher(name, team, grades, ["Language arts", "Mathematics", "Science", "Social studies"]);

    /// <summary>One of the people the sign-in page offers.</summary>
    public DemoStaff As(string mailbox) =>
        this with
        {
            Mailbox = mailbox,
            State = DemoState.SignsIn,
        };

    public DemoStaff In(string team) => this with { Teams = [.. Teams, team] };

    public DemoStaff Also(Role role) => this with { Roles = [.. Roles, role] };

    public DemoStaff ProposedAs(Role role) => this with { Proposed = role };

    public DemoStaff Sits(SeatKind seat) => this with { Seat = seat };

    public DemoStaff SpeaksForTeam(string team) =>
        this with
        {
            Seat = Seat ?? SeatKind.Representative,
            SpeaksFor = team,
        };

    public DemoStaff Facilitating() => this with { Facilitates = true };

    public DemoStaff But(DemoState state) => this with { State = state };
}

/// <summary>An instructional team as the demo's lists name it.</summary>
internal sealed record DemoTeam(InstructionalTeamKind Kind, string Name, bool Dissolved = false);

/// <summary>A school, or a district's own office, with everyone in it.</summary>
internal sealed record DemoPlace(
    string Slug,
    string Name,
    IReadOnlyList<DemoTeam> Teams,
    IReadOnlyList<DemoStaff> Staff
)
{
    /// <summary>False for a place that has not formed its ILT.</summary>
    public bool HasIlt => Staff.Any(s => s.Seat is not null);
}
