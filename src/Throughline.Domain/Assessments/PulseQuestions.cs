namespace Throughline.Domain.Assessments;

/// <summary>How a choice of the staff pulse stands to what the question asks about.</summary>
public enum PulseStanding
{
    /// <summary>It is so.</summary>
    Yes = 1,

    /// <summary>It is so in part.</summary>
    Partly = 2,

    /// <summary>It is not so.</summary>
    No = 3,

    /// <summary>It says neither: nothing to bring, or would rather not say.</summary>
    Aside = 4,
}

/// <summary>One of the answers a question offers.</summary>
/// <param name="Key">Names it among all choices of a set of questions, such as <c>purpose.partly</c>.</param>
/// <param name="Text">What stands on the page.</param>
/// <param name="Standing">How it stands to the question.</param>
public sealed record PulseChoice(string Key, string Text, PulseStanding Standing);

/// <summary>An item of a self-assessment that is about the same matter as a question.</summary>
/// <param name="InstrumentKey">The instrument.</param>
/// <param name="ItemKey">The item in it.</param>
public sealed record PulseMatter(string InstrumentKey, string ItemKey);

/// <summary>A closed question of the staff pulse. There is no free text: it would tell who wrote it.</summary>
/// <param name="Key">Names it within its set.</param>
/// <param name="Title">The matter in a few words.</param>
/// <param name="Text">The question.</param>
/// <param name="Choices">What one can answer; the last one is always that one would rather not say.</param>
/// <param name="SameMatter">Items with which an ILT rates itself on the same matter; empty where there is none.</param>
/// <param name="Source">Where in the sources the matter comes from.</param>
public sealed record PulseQuestion(
    string Key,
    string Title,
    string Text,
    IReadOnlyList<PulseChoice> Choices,
    IReadOnlyList<PulseMatter> SameMatter,
    string Source
);

/// <summary>
/// The questions of the staff pulse, in versions: a pulse keeps the version it was opened with, so that a later release
/// never changes what was asked. The words are ours; seeds 002 and 003 say what staff should know.
/// </summary>
public sealed class PulseQuestions
{
    private const string School = "school-ilt";
    private const string Continuum = "ilt-continuum";
    private const string District = "district-ilt";

    private static readonly PulseQuestions First = new(
        1,
        [
            Question(
                "purpose",
                "What the ILT is for",
                "Do you know what our Instructional Leadership Team (ILT) is for?",
                "002, Overview; 003, pitfall 5",
                [
                    new(School, "team-purpose-and-norms"),
                    new(Continuum, "common-understanding"),
                    new(District, "team-purpose-told"),
                ],
                ("yes", "Yes, I could explain it to a new colleague", PulseStanding.Yes),
                ("partly", "Roughly", PulseStanding.Partly),
                ("no", "No", PulseStanding.No)
            ),
            Question(
                "voice",
                "Who speaks for me",
                "Do you know who on the ILT speaks for you and your team?",
                "002, Responsibilities of Each Member: Teacher; 003, pitfall 3",
                [new(School, "team-shared-leadership")],
                ("yes", "Yes, and we talk about what the ILT does", PulseStanding.Yes),
                ("partly", "I know who, but we do not talk about it", PulseStanding.Partly),
                ("no", "No", PulseStanding.No)
            ),
            Question(
                "decision",
                "The last decision",
                "Think of the last thing the ILT decided. What do you know about it?",
                "002, Responsibilities of Each Member: Teacher",
                [new(Continuum, "school-culture")],
                ("yes", "What was decided, and why", PulseStanding.Yes),
                ("partly", "What was decided, not why", PulseStanding.Partly),
                ("no", "Nothing", PulseStanding.No)
            ),
            Question(
                "heard",
                "Was I heard",
                "When you or your team have something to say about teaching here, does it reach the ILT?",
                "002, Characteristics of effective ILTs: time for issues raised by teachers",
                [new(School, "team-shared-leadership"), new(District, "vision-shared-priorities")],
                ("yes", "Yes, and I hear what became of it", PulseStanding.Yes),
                ("partly", "It gets there, but I hear nothing back", PulseStanding.Partly),
                ("no", "It does not get there", PulseStanding.No),
                ("nothing", "I have had nothing to bring", PulseStanding.Aside)
            ),
            Question(
                "expected",
                "What is expected of teaching",
                "Do you know what is expected of teaching here, and which priorities come first?",
                "001, A shared picture of good teaching; 002, Responsibilities of the ILT",
                [
                    new(School, "vision-all-teachers-understand"),
                    new(School, "vision-shared-expectations"),
                    new(District, "vision-clear-vision"),
                ],
                ("yes", "Yes, and I could say what it means for my own work", PulseStanding.Yes),
                (
                    "partly",
                    "I know it, but not what it means for my own work",
                    PulseStanding.Partly
                ),
                ("no", "No", PulseStanding.No)
            ),
            Question(
                "progress",
                "What the ILT works on",
                "Do you know what the ILT is working on this year, and how far it has come?",
                "003, pitfall 5",
                [new(School, "vision-school-goals"), new(Continuum, "effectiveness")],
                ("yes", "Yes, both", PulseStanding.Yes),
                ("partly", "I know what, not how far", PulseStanding.Partly),
                ("no", "No", PulseStanding.No)
            ),
        ]
    );

    private PulseQuestions(int version, IReadOnlyList<PulseQuestion> all) =>
        (Version, All) = (version, all);

    /// <summary>The set that new pulses ask.</summary>
    public static PulseQuestions Latest => First;

    /// <summary>Its number.</summary>
    public int Version { get; }

    /// <summary>The questions, in the order in which they are asked.</summary>
    public IReadOnlyList<PulseQuestion> All { get; }

    /// <summary>The set of a pulse.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such set.</exception>
    public static PulseQuestions Of(int version) =>
        version == First.Version
            ? First
            : throw new ArgumentOutOfRangeException(nameof(version), version, "No such questions.");

    /// <summary>The questions that an answer sheet leaves open, or answers with something they do not offer.</summary>
    /// <param name="chosen">Question → choice, by their keys.</param>
    public IReadOnlyList<PulseQuestion> Missing(IReadOnlyDictionary<string, string?> chosen) =>
        [.. All.Where(q => q.Choices.All(c => c.Key != chosen.GetValueOrDefault(q.Key)))];

    private static PulseQuestion Question(
        string key,
        string title,
        string text,
        string source,
        PulseMatter[] sameMatter,
        params (string Key, string Text, PulseStanding Standing)[] choices
    ) =>
        new(
            key,
            title,
            text,
            [
                .. choices.Select(c => new PulseChoice($"{key}.{c.Key}", c.Text, c.Standing)),
                // So that nobody has to leave a question out, and every question has as many answers as the others.
                new($"{key}.unsaid", "I would rather not say", PulseStanding.Aside),
            ],
            sameMatter,
            source
        );
}
