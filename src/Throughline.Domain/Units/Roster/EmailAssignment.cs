namespace Throughline.Domain.Units.Roster;

/// <summary>
/// Decides which address each person of a roster gets, so that no two people of a district have the same one. A person
/// is imported without an address rather than not at all; the outcome does not depend on the order of rows, and
/// running again on its outcome changes nothing.
/// </summary>
internal sealed class EmailAssignment(
    RosterSnapshot incoming,
    RosterState existing,
    List<string> warnings
)
{
    private readonly Dictionary<string, string> owners = new(
        existing.OtherEmails,
        StringComparer.Ordinal
    );

    private readonly Dictionary<string, string?> assigned = new(StringComparer.Ordinal);

    private readonly Dictionary<string, KnownStaff> known = existing.Staff.ToDictionary(
        s => s.SourcedId,
        StringComparer.Ordinal
    );

    /// <summary>The address by sourcedId, for every person in the roster.</summary>
    public IReadOnlyDictionary<string, string?> Run()
    {
        var open = new List<RosterStaff>();
        var named = incoming.Staff.Rows.ToDictionary(s => s.SourcedId, StringComparer.Ordinal);
        foreach (var person in existing.Staff.Where(p => Stays(p, named)))
        {
            Give(person.SourcedId, person.Name.Email, LabelOf(person.Name));
        }

        foreach (var person in incoming.Staff.Rows.Where(p => !assigned.ContainsKey(p.SourcedId)))
        {
            var wanted = person.Name?.Email;
            if (wanted is null || known.GetValueOrDefault(person.SourcedId)?.Name.Email == wanted)
            {
                Give(person.SourcedId, wanted, LabelOf(person.Name));
            }
            else
            {
                open.Add(person);
            }
        }

        var refused = new List<RosterStaff>();
        foreach (var person in open.OrderBy(p => p.SourcedId, StringComparer.Ordinal))
        {
            if (owners.ContainsKey(person.Name!.Email!))
            {
                refused.Add(person);
            }
            else
            {
                Give(person.SourcedId, person.Name.Email, LabelOf(person.Name));
            }
        }

        refused.ForEach(Refuse);
        return assigned;
    }

    // Who is not in the file, or whose address was set by hand or is not said, keeps it: nobody else can have it.
    private static bool Stays(KnownStaff person, Dictionary<string, RosterStaff> named) =>
        !named.TryGetValue(person.SourcedId, out var row)
        || row.Name is null
        || person.SetByHand.HasFlag(PersonFields.Email);

    private void Refuse(RosterStaff person)
    {
        var wanted = person.Name!.Email!;
        var old = known.GetValueOrDefault(person.SourcedId)?.Name.Email;
        var keeps = old is not null && !owners.ContainsKey(old) ? old : null;
        warnings.Add(
            $"{LabelOf(person.Name)} ({person.SourcedId}): {wanted} belongs to {owners[wanted]}, so "
                + (keeps is null ? "they come in without an e-mail address. " : $"{keeps} stays. ")
                + "Correct the address of one of them in the source or in the app."
        );
        Give(person.SourcedId, keeps, LabelOf(person.Name));
    }

    private void Give(string sourcedId, string? email, string label)
    {
        assigned[sourcedId] = email;
        if (email is not null)
        {
            owners.TryAdd(email, label);
        }
    }

    private static string LabelOf(RosterName? name) =>
        name is null ? "" : $"{name.Given} {name.Family}";
}
