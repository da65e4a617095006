using System.Globalization;
using System.Text;
using System.Text.Json;
using Throughline.Data.Platform;
using Throughline.Domain.Shared;
using Throughline.Web.Access;
using Throughline.Web.Ui;

namespace Throughline.Web.Features.Units.Settings;

/// <summary>Says in plain words what the audit trail keeps as names of the program. What it has no words for is taken apart into words, so that a new kind of thing reads well from its first day.</summary>
internal static class AuditWords
{
    private static readonly Dictionary<string, string> Kinds = new(StringComparer.Ordinal)
    {
        ["ActionStep"] = "action step",
        ["CalendarDay"] = "day in the calendar",
        ["Decision"] = "decision",
        ["DecisionTeam"] = "team a decision touches",
        ["Disclosure"] = "record given to others",
        ["Evidence"] = "evidence",
        ["FirstMonthSkip"] = "skipped step of the first month",
        ["FoundingEdition"] = "adopted edition",
        ["FoundingText"] = "text of the ILT",
        ["Ilt"] = "ILT",
        ["IltMembership"] = "seat on the ILT",
        ["InstructionalTeam"] = "instructional team",
        ["InstructionalTeamMember"] = "member of an instructional team",
        ["InstrumentVersion"] = "instrument",
        ["LegalHold"] = "legal hold",
        ["NormsKeeperTerm"] = "term as norms keeper",
        ["OtherTeam"] = "other team",
        ["Person"] = "person",
        ["PlannedTelling"] = "entry of the calendar of communication",
        ["Pulse"] = "staff pulse",
        ["Relay"] = "decision to tell",
        ["ResponsibilityEdition"] = "responsibilities of a seat",
        ["RetentionRule"] = "rule for how long minutes are kept",
        ["RoleAssignment"] = "role",
        ["Rock"] = "rock",
        ["RockMilestone"] = "milestone of a rock",
        ["RosterImport"] = "roster",
        ["Round"] = "round",
        ["SchoolYear"] = "school year",
        ["SharedFigure"] = "figure shown to the district",
        ["StudentGroup"] = "student group",
        ["TeachingLoad"] = "teaching load",
        ["ThingLink"] = "link of the line",
        ["ToDo"] = "to-do",
        ["ToldDay"] = "day on which something was told",
        ["Unit"] = "school or district",
        ["UnitAddress"] = "address",
        ["Win"] = "win",
    };

    private static readonly Dictionary<string, string> Fields = new(StringComparer.Ordinal)
    {
        ["PersonId"] = "person",
        ["TeamId"] = "team",
        ["SpeaksForTeamId"] = "speaks for",
        ["SourcedId"] = "id in the roster",
        ["Slug"] = "address",
        ["TimeZoneId"] = "time zone",
        ["Plan"] = "word for the plan",
        ["PlanShort"] = "short word for the plan",
        ["Leader"] = "word for who leads",
        ["Email"] = "e-mail",
        ["Facilitates"] = "facilitates",
        ["AgreedItemId"] = "about",
        ["OriginId"] = "came from",
        ["OwnerId"] = "who carries it",
        ["DueOn"] = "by when",
        ["SpeakerId"] = "who speaks for it",
        ["RaisedLimit"] = "most members",
        ["RaisedBecause"] = "why more members",
        ["TextId"] = "text",
        ["AddedById"] = "added by",
        ["ProposedById"] = "proposed by",
        ["DecidedById"] = "recorded by",
        ["RockId"] = "rock",
        ["DecisionId"] = "decision",
        ["BegunById"] = "said by",
        ["EndedById"] = "ended by",
        ["ById"] = "said by",
        ["DecidedAs"] = "how it was decided",
        ["NotHeard"] = "teams not heard",
        ["WriterId"] = "who writes it",
        ["TakenOutById"] = "taken out by",
        ["EntryId"] = "entry",
    };

    // Marks for the program itself, or said by the line already.
    private static readonly HashSet<string> Unsaid = new(StringComparer.Ordinal)
    {
        "Id",
        "UnitId",
        "IltId",
        "FromRoster",
        "NameSetByHand",
        "SetByHand",
        "InstrumentVersionId",
        "Document",
        "QuestionsVersion",
        "AnsweredCount",
        "Batch",
    };

    /// <summary>The kinds one can ask for, by their words.</summary>
    public static IEnumerable<(string Kind, string Words)> All =>
        Kinds.Select(k => (k.Key, k.Value)).OrderBy(k => k.Value, StringComparer.OrdinalIgnoreCase);

    public static string Kind(string kind) => Kinds.GetValueOrDefault(kind) ?? Apart(kind);

    public static string Did(AuditAction action) =>
        action switch
        {
            AuditAction.Added => "added",
            AuditAction.Changed => "changed",
            AuditAction.Removed => "removed",
            _ => throw new ArgumentOutOfRangeException(nameof(action)),
        };

    /// <summary>The ids a trail's row names, to be looked up.</summary>
    public static IEnumerable<Guid> Ids(AuditEntry entry)
    {
        foreach (var id in new[] { entry.ThingId, entry.PersonId, entry.UnitId }.OfType<Guid>())
        {
            yield return id;
        }

        foreach (var (_, before, after) in Read(entry.Changes))
        {
            foreach (var value in new[] { before, after })
            {
                if (
                    value is { ValueKind: JsonValueKind.String }
                    && value.Value.TryGetGuid(out var id)
                )
                {
                    yield return id;
                }
            }
        }
    }

    /// <summary>Each field with what stood there before and after.</summary>
    public static IReadOnlyList<AuditedField> Changed(
        AuditEntry entry,
        IReadOnlyDictionary<Guid, string> names,
        Here here
    )
    {
        // “Added seat on the ILT: Oscar Bellamy” has said whose it is, “added round: Fall” its title.
        var thing = entry.ThingId is { } id ? names.GetValueOrDefault(id) : null;
        return
        [
            .. Read(entry.Changes)
                .Where(c =>
                    !Unsaid.Contains(c.Field) && !(c.Field == "PersonId" && thing is not null)
                )
                .Select(c => new AuditedField(
                    RoleWords.Capital(Fields.GetValueOrDefault(c.Field) ?? Apart(c.Field)),
                    Said(c.Before, names, here),
                    Said(c.After, names, here)
                ))
                .Where(f => entry.Action != AuditAction.Added || f.After != thing),
        ];
    }

    private static IEnumerable<(string Field, JsonElement? Before, JsonElement? After)> Read(
        string changes
    )
    {
        using var document = JsonDocument.Parse(changes);
        foreach (var field in document.RootElement.EnumerateObject().ToList())
        {
            var pair = field.Value.Clone();
            yield return (field.Name, pair[0], pair[1]);
        }
    }

    private static string? Said(
        JsonElement? value,
        IReadOnlyDictionary<Guid, string> names,
        Here here
    ) =>
        value?.ValueKind switch
        {
            JsonValueKind.True => "yes",
            JsonValueKind.False => "no",
            JsonValueKind.Number => value.Value.GetRawText(),
            JsonValueKind.String => SaidText(value.Value.GetString()!, names, here),
            _ => null,
        };

    private static string SaidText(string text, IReadOnlyDictionary<Guid, string> names, Here here)
    {
        if (Guid.TryParse(text, out var id))
        {
            return names.GetValueOrDefault(id) ?? "one that is gone";
        }

        if (Days.FromIso(text) is { } day)
        {
            return Days.Full(day);
        }

        if (
            text.Length > 10
            && text[10] == 'T'
            && DateTime.TryParse(
                text,
                CultureInfo.InvariantCulture,
                DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal,
                out var time
            )
        )
        {
            return Days.Time(here.Local(time));
        }

        // A value of an enumeration is one word of the program: HalfDay.
        return text.Length < 40 && text.All(char.IsAsciiLetter) && text.Skip(1).Any(char.IsUpper)
            ? Apart(text)
            : text;
    }

    // SpeaksForTeamId → speaks for team
    private static string Apart(string name)
    {
        var words = new StringBuilder();
        foreach (var c in name.EndsWith("Id", StringComparison.Ordinal) ? name[..^2] : name)
        {
            if (char.IsUpper(c) && words.Length > 0)
            {
                words.Append(' ');
            }

            words.Append(char.ToLowerInvariant(c));
        }

        return words.ToString();
    }
}

/// <summary>A field that changed; null stands for nothing.</summary>
public sealed record AuditedField(string Name, string? Before, string? After);
