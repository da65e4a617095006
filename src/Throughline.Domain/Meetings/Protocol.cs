using Throughline.Domain.Shared;

namespace Throughline.Domain.Meetings;

/// <summary>What a line that is written down in a protocol is. The numbers are stored.</summary>
public enum OutputKind
{
    /// <summary>What can be seen, without a reason for it.</summary>
    Observation = 1,

    /// <summary>What it could mean.</summary>
    Inference = 2,

    /// <summary>What the team holds to be behind it.</summary>
    RootCause = 3,

    /// <summary>What is to be done next.</summary>
    NextStep = 4,
}

/// <summary>A step of a protocol.</summary>
/// <param name="Title">What it is called.</param>
/// <param name="Minutes">Minutes given to it.</param>
/// <param name="Who">Who speaks.</param>
/// <param name="Prompts">What the team asks itself, a line each.</param>
/// <param name="Collects">What is written down in it; null for nothing.</param>
/// <param name="DescribeOnly">True where only what can be seen is said: see <see cref="Interpretation"/>.</param>
public sealed record ProtocolStep(
    string Title,
    int Minutes,
    string Who,
    string Prompts,
    OutputKind? Collects = null,
    bool DescribeOnly = false
)
{
    /// <summary>Longest title, in characters.</summary>
    public const int LongestTitle = 80;

    /// <summary>Most minutes of a step.</summary>
    public const int LongestMinutes = 120;

    /// <summary>Longest words on who speaks, in characters.</summary>
    public const int LongestWho = 160;

    /// <summary>Longest prompts, all lines together, in characters.</summary>
    public const int LongestPrompts = 1000;
}

/// <summary>
/// A protocol: an agreed way through a talk, in steps with clocks, so that a team sees before it explains and explains before
/// it acts (seed 004, “data protocols” and “consultancy”; seed 002, “Looking at Student Work”).
/// </summary>
/// <param name="Title">What it is called.</param>
/// <param name="Purpose">What it is good for.</param>
/// <param name="GroupSize">For how many people, in words.</param>
/// <param name="Roles">Who does what, a line each; null for none.</param>
/// <param name="Bring">What to bring; null for nothing.</param>
/// <param name="Steps">The steps in order.</param>
public sealed record Protocol(
    string Title,
    string Purpose,
    string? GroupSize,
    string? Roles,
    string? Bring,
    IReadOnlyList<ProtocolStep> Steps
)
{
    /// <summary>Longest title, in characters.</summary>
    public const int LongestTitle = 80;

    /// <summary>Longest text of purpose, roles and what to bring, in characters.</summary>
    public const int LongestText = 1000;

    /// <summary>Longest words on the size of the group, in characters.</summary>
    public const int LongestGroupSize = 120;

    /// <summary>Most steps.</summary>
    public const int MostSteps = 15;

    /// <summary>Minutes of all steps.</summary>
    public int Minutes => Steps.Sum(s => s.Minutes);

    /// <summary>
    /// Cleans a protocol. Refuses an empty or overlong title or purpose, overlong texts, no steps and more than
    /// <see cref="MostSteps"/>, and of a step: an empty or overlong title, minutes below 1 or above
    /// <see cref="ProtocolStep.LongestMinutes"/>, nobody who speaks, no prompt, an unknown kind of line, and a step that only
    /// describes and collects anything but observations.
    /// </summary>
    public static Result<Protocol> Check(Protocol typed)
    {
        var title = Text.Required(typed.Title, "the protocol’s name", LongestTitle, "Title");
        var purpose = Text.Passage(
            typed.Purpose,
            "what the protocol is good for",
            LongestText,
            "Purpose"
        );
        var size = Text.Passage(
            typed.GroupSize,
            "the size of the group",
            LongestGroupSize,
            "GroupSize"
        );
        var roles = Text.Passage(typed.Roles, "the roles", LongestText, "Roles");
        var bring = Text.Passage(typed.Bring, "what to bring", LongestText, "Bring");
        if (
            (title.Refusal ?? purpose.Refusal ?? size.Refusal ?? roles.Refusal ?? bring.Refusal) is
            { } wrong
        )
        {
            return wrong;
        }

        if (purpose.Value is not { } good)
        {
            return Result.Refused<Protocol>(
                "Say what the protocol is good for: a sentence is enough.",
                "Purpose"
            );
        }

        if (typed.Steps.Count is 0 or > MostSteps)
        {
            return Result.Refused<Protocol>(
                $"A protocol has 1 to {MostSteps} steps; this one has {typed.Steps.Count}."
            );
        }

        var steps = new List<ProtocolStep>();
        foreach (var (step, at) in typed.Steps.Select((s, at) => (s, at)))
        {
            var clean = CheckStep(step, at);
            if (!clean.IsOk)
            {
                return clean.Refusal!;
            }

            steps.Add(clean.Value);
        }

        return Result.Ok(
            new Protocol(title.Value, good, size.Value, roles.Value, bring.Value, steps)
        );
    }

    private static Result<ProtocolStep> CheckStep(ProtocolStep step, int at)
    {
        var title = Text.Required(
            step.Title,
            $"the name of step {at + 1}",
            ProtocolStep.LongestTitle,
            Field(nameof(step.Title))
        );
        var who = Text.Required(
            step.Who,
            $"who speaks in step {at + 1}",
            ProtocolStep.LongestWho,
            Field(nameof(step.Who))
        );
        var prompts = Text.Passage(
            step.Prompts,
            $"the prompts of step {at + 1}",
            ProtocolStep.LongestPrompts,
            Field(nameof(step.Prompts))
        );
        if ((title.Refusal ?? who.Refusal ?? prompts.Refusal) is { } wrong)
        {
            return wrong;
        }

        if (prompts.Value is not { } asked)
        {
            return Result.Refused<ProtocolStep>(
                $"Enter what the team asks itself in step {at + 1}.",
                Field(nameof(step.Prompts))
            );
        }

        if (step.Minutes is < 1 or > ProtocolStep.LongestMinutes)
        {
            return Result.Refused<ProtocolStep>(
                $"Step {at + 1} takes 1 to {ProtocolStep.LongestMinutes} minutes.",
                Field(nameof(step.Minutes))
            );
        }

        if (step.Collects is { } kind && !Enum.IsDefined(kind))
        {
            return Result.Refused<ProtocolStep>(
                $"Choose what is written down in step {at + 1}.",
                Field(nameof(step.Collects))
            );
        }

        return step.DescribeOnly && step.Collects is not (null or OutputKind.Observation)
            ? Result.Refused<ProtocolStep>(
                $"Step {at + 1} only describes: it can collect observations, or nothing.",
                Field(nameof(step.Collects))
            )
            : Result.Ok(step with { Title = title.Value, Who = who.Value, Prompts = asked });

        string Field(string name) => $"Steps[{at}].{name}";
    }
}
