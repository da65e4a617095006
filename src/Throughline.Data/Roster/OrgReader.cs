using Throughline.Domain.Units.Roster;

namespace Throughline.Data.Roster;

/// <summary>Reads orgs.csv and says to which school, or to the district, an organisation belongs.</summary>
internal sealed class OrgReader(RosterSource source, RosterState existing)
{
    private const int LongestName = 120;
    private static readonly RosterColumns Columns = new(
        ["sourcedId", "name", "type"],
        ["status", "dateLastModified", "identifier", "parentSourcedId"]
    );

    private static readonly string[] Types =
    [
        "department",
        "school",
        "district",
        "local",
        "state",
        "national",
    ];

    private readonly Dictionary<string, Org> orgs = new(StringComparer.Ordinal);
    private readonly HashSet<string> knownSchools = existing
        .Schools.Select(s => s.SourcedId)
        .ToHashSet(StringComparer.Ordinal);
    private readonly HashSet<string> gone = new(StringComparer.Ordinal);

    // A refused row is one error, not one more for everybody who belongs to it.
    private readonly HashSet<string> refused = new(StringComparer.Ordinal);
    private RosterMode mode;

    private sealed record Org(string Type, string Name, string? Parent, bool Active);

    /// <summary>The district's row, or null when the file has none.</summary>
    public (string SourcedId, string Name)? District { get; private set; }

    public RosterPart<RosterSchool> Read()
    {
        mode = source.ModeOf("orgs");
        if (mode == RosterMode.Absent)
        {
            return RosterPart<RosterSchool>.Absent;
        }

        source.Each("orgs", Columns, ReadRow);
        WarnAboutParents();
        return new(
            mode,
            [
                .. orgs.Where(o => o.Value is { Type: "school", Active: true })
                    .Select(o => new RosterSchool(o.Key, o.Value.Name))
                    .OrderBy(s => s.SourcedId, StringComparer.Ordinal),
            ],
            [.. gone.Where(knownSchools.Contains).Order(StringComparer.Ordinal)]
        );
    }

    /// <summary>True when the organisation is in the file or in the app.</summary>
    public bool Knows(string sourcedId) =>
        orgs.ContainsKey(sourcedId)
        || knownSchools.Contains(sourcedId)
        || refused.Contains(sourcedId)
        || sourcedId == existing.DistrictSourcedId;

    /// <summary>The sourcedId of the school an organisation is or lies in, or null for the district.</summary>
    /// <param name="sourcedId">An organisation that is known.</param>
    /// <param name="isExact">False when it is neither a school nor a district, so that the place was inferred.</param>
    public string? SchoolOf(string sourcedId, out bool isExact)
    {
        isExact = true;
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var id = sourcedId; id is not null && seen.Add(id); )
        {
            if (!orgs.TryGetValue(id, out var org))
            {
                return knownSchools.Contains(id) ? id : null;
            }

            if (org is { Type: "school", Active: true })
            {
                return id;
            }

            if (org.Type == "district")
            {
                return null;
            }

            isExact = false;
            id = org.Parent;
        }

        return null;
    }

    private void ReadRow(RosterTable row)
    {
        if (row.IsFaulty)
        {
            return;
        }

        if (row.IsMisshapen)
        {
            row.RefuseShape();
            return;
        }

        var status = RosterWords.StatusOf(row, mode);
        var id = row.TakeId();
        if (status == RosterStatus.Gone && mode == RosterMode.Delta)
        {
            gone.Add(id ?? "");
            return;
        }

        var type = row.Take("type", required: true, 40)?.ToLowerInvariant();
        if (type is not null && !Types.Contains(type, StringComparer.Ordinal))
        {
            row.Refuse("type", string.Join(", ", Types) + ".");
        }

        var name = row.Take("name", required: type is "school" or "district", LongestName);
        var parent = row.Take("parentSourcedId", required: false, 255);
        if (row.IsMisshapen)
        {
            row.RefuseShape();
        }

        if (row.IsFaulty || id is null || type is null)
        {
            refused.Add(id ?? "");
            return;
        }

        var org = new Org(type, name ?? "", parent, status == RosterStatus.Active);
        if (!orgs.TryAdd(id, org))
        {
            Repeat(row, orgs[id] == org);
        }
        else if (org is { Type: "district", Active: true })
        {
            TakeDistrict(row, id, org.Name);
        }
    }

    private void TakeDistrict(RosterTable row, string id, string name)
    {
        if (District is not null)
        {
            row.Refuse("type", "One district in a file. Export each district by itself.");
        }
        else if (
            mode == RosterMode.Delta
            && existing.DistrictSourcedId is not null
            && existing.DistrictSourcedId != id
        )
        {
            // A list of changes to another system's rows fits nothing here; a complete file is asked about before applying.
            row.Refuse(
                "sourcedId",
                $"The district {existing.DistrictName} has {existing.DistrictSourcedId} here. Is this the file of another district?"
            );
        }

        District ??= (id, name);
    }

    private void WarnAboutParents()
    {
        foreach (var (id, org) in orgs.Where(o => o.Value.Parent is { } p && !Knows(p)))
        {
            source.Log.Warn(
                source.NameOf("orgs"),
                null,
                $"The parent of the {org.Type} {id} is not in the file: it was taken to belong to the district."
            );
        }
    }

    /// <summary>Refuses a second row of an id, unless it says the same.</summary>
    public static void Repeat(RosterTable row, bool isSame)
    {
        if (isSame)
        {
            row.Warn("A row is in the file twice; it was taken once.");
        }
        else
        {
            row.Refuse(
                "sourcedId",
                "Each id once; an earlier row with this id says something else."
            );
        }
    }
}
