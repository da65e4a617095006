using System.Globalization;
using Throughline.Domain.Meetings;
using Throughline.Domain.Teams;
using Throughline.Domain.Units;

namespace Throughline.Web.Features.Meetings.Health;

/// <summary>Whose voice was heard in a term.</summary>
/// <param name="Term">The term.</param>
/// <param name="Meetings">How many meetings were held.</param>
/// <param name="BySeat">By kind of seat.</param>
/// <param name="ByTeam">Of the representatives, by kind of the team they speak for.</param>
public sealed record TermVoice(
    Term Term,
    int Meetings,
    IReadOnlyList<VoiceShare<SeatKind>> BySeat,
    IReadOnlyList<VoiceShare<InstructionalTeamKind>> ByTeam
)
{
    /// <summary>Works it out from the counts of each meeting.</summary>
    public static TermVoice Of(
        Term term,
        IReadOnlyList<IReadOnlyList<VoiceCount>> meetings,
        IReadOnlyDictionary<Guid, InstructionalTeamKind> kinds
    )
    {
        var early = meetings.Count < TeamHealth.FewestMeetings;
        var bySeat = early ? [] : VoiceShares.Of(Groups(meetings, _ => true, v => v.Seat));
        // Only representatives, and all of them: the two splits lie within each other, and nobody is left between them.
        var ofTeams = Groups(
            meetings,
            v => v.Seat == SeatKind.Representative,
            v => v.TeamId is { } team ? kinds.GetValueOrDefault(team) : default
        );
        return new(
            term,
            meetings.Count,
            bySeat,
            VoiceShares.Within(bySeat, SeatKind.Representative, ofTeams)
        );
    }

    private static List<VoiceGroup<TKey>> Groups<TKey>(
        IReadOnlyList<IReadOnlyList<VoiceCount>> meetings,
        Func<VoiceCount, bool> counts,
        Func<VoiceCount, TKey> key
    )
        where TKey : struct, Enum =>
        [
            .. meetings
                .SelectMany((voices, at) => voices.Where(counts).Select(v => (Voice: v, at)))
                .GroupBy(v => key(v.Voice))
                .OrderBy(g => g.Key)
                .Select(g => new VoiceGroup<TKey>(
                    g.Key,
                    g.GroupBy(v => v.at).Min(m => m.Sum(v => v.Voice.Seats)),
                    g.Select(v => v.Voice)
                        .Select(v => new VoiceSum(v.Seats, v.Raised, v.Proposed, v.Carried))
                        .Aggregate((a, b) => a + b)
                )),
        ];
}

/// <summary>A split as its table shows it.</summary>
/// <param name="Caption">What is split.</param>
/// <param name="Head">What a line is.</param>
/// <param name="Lines">Each line's name and sums.</param>
public sealed record VoiceTable(
    string Caption,
    string Head,
    IReadOnlyList<(string Name, VoiceSum Sum)> Lines
)
{
    private const int About = 10;

    private VoiceSum All { get; } = Lines.Select(l => l.Sum).Aggregate((a, b) => a + b);

    /// <summary>By kind of seat.</summary>
    public static VoiceTable Of(IEnumerable<VoiceShare<SeatKind>> shares, UnitWords words) =>
        new(
            "By seat",
            "Seats",
            [.. shares.Select(s => (Together(s.Keys.Select(k => NameOf(k, words))), s.Sum))]
        );

    /// <summary>By kind of team.</summary>
    public static VoiceTable Of(IEnumerable<VoiceShare<InstructionalTeamKind>> shares) =>
        new(
            "Of the representatives, by kind of team",
            "They speak for",
            [.. shares.Select(s => (Together(s.Keys.Select(NameOf)), s.Sum))]
        );

    /// <summary>The share of the seats.</summary>
    public string Seats(VoiceSum of) => Percent(of.Seats, All.Seats) ?? "–";

    /// <summary>A share with its count, and how it stands to the share of the seats.</summary>
    public string Share(VoiceSum of, Func<VoiceSum, int> what)
    {
        var (part, whole) = (what(of), what(All));
        if (Percent(part, whole) is not { } percent)
        {
            return "none yet";
        }

        var apart = (100.0 * part / whole) - (All.Seats == 0 ? 0 : 100.0 * of.Seats / All.Seats);
        var stands =
            apart > About ? "▲ more than their seats"
            : apart < -About ? "▼ less than their seats"
            : "● about as their seats";
        return string.Create(CultureInfo.InvariantCulture, $"{percent} ({part}) {stands}");
    }

    private static string? Percent(int part, int whole) =>
        whole == 0
            ? null
            : string.Create(
                CultureInfo.InvariantCulture,
                $"{(int)Math.Round(100.0 * part / whole)}%"
            );

    private static string Together(IEnumerable<string> names)
    {
        var all = names.ToList();
        return all.Count == 1
            ? all[0]
            : $"{string.Join(", ", all.SkipLast(1))} and {all[^1].ToLowerInvariant()} together";
    }

    private static string NameOf(SeatKind seat, UnitWords words) =>
        seat switch
        {
            SeatKind.Leader => Ui.RoleWords.Capital(words.Leader),
            SeatKind.Administrator => "Other administrators",
            SeatKind.Coach => "Coaches",
            SeatKind.Representative => "Representatives of teams",
            _ => throw new ArgumentOutOfRangeException(nameof(seat)),
        };

    private static string NameOf(InstructionalTeamKind kind) =>
        kind switch
        {
            InstructionalTeamKind.GradeLevel => "Grade levels",
            InstructionalTeamKind.Subject => "Subjects",
            InstructionalTeamKind.Cluster => "Clusters",
            InstructionalTeamKind.Department => "Departments",
            InstructionalTeamKind.SmallLearningCommunity => "Small learning communities",
            InstructionalTeamKind.Program => "Programs",
            _ when !Enum.IsDefined(kind) => "Other teams",
            _ => throw new ArgumentOutOfRangeException(nameof(kind)),
        };
}
