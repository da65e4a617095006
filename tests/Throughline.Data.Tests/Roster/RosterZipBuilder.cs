using System.IO.Compression;
using System.Text;

namespace Throughline.Data.Tests.Roster;

/// <summary>Writes roster zips in memory: a valid small district unless a test says otherwise.</summary>
public sealed class RosterZipBuilder
{
    public const string OrgHeader =
        "sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId";
    public const string SessionHeader =
        "sourcedId,status,dateLastModified,title,type,startDate,endDate,parentSourcedId,schoolYear";
    public const string UserHeader11 =
        "sourcedId,status,dateLastModified,enabledUser,orgSourcedIds,role,username,userIds,givenName,familyName,middleName,identifier,email,sms,phone,agentSourcedIds,grades,password";
    public const string UserHeader12 =
        "sourcedId,status,dateLastModified,enabledUser,username,userIds,givenName,familyName,middleName,identifier,email,sms,phone,agentSourcedIds,grades,password,userMasterIdentifier,preferredGivenName,preferredMiddleName,preferredFamilyName,primaryOrgSourcedId,pronouns";
    public const string RoleHeader =
        "sourcedId,status,dateLastModified,userSourcedId,roleType,role,beginDate,endDate,orgSourcedId,userProfileSourcedId";
    public const string ClassHeader =
        "sourcedId,status,dateLastModified,title,grades,courseSourcedId,classCode,classType,location,schoolSourcedId,termSourcedIds,subjects,subjectCodes,periods";
    public const string EnrollmentHeader =
        "sourcedId,status,dateLastModified,classSourcedId,schoolSourcedId,userSourcedId,role,primary,beginDate,endDate";

    private readonly List<(string Name, byte[] Content)> entries = [];

    /// <summary>District d, schools s1 and s2, a school year, teachers t1 and t2, administrator a1, a student and a parent.</summary>
    public static RosterZipBuilder Valid() =>
        new RosterZipBuilder()
            .Manifest("1.1", "orgs", "academicSessions", "users", "classes", "enrollments")
            .File(
                "orgs.csv",
                OrgHeader,
                "d,,,Solar District,district,,",
                "s1,,,Lake School,school,,d",
                "s2,,,Hill School,school,,d"
            )
            .File(
                "academicSessions.csv",
                SessionHeader,
                "y1,,,2026-2027,schoolYear,2026-08-16,2027-06-30,,2027",
                "m1,,,Autumn,term,2026-08-16,2026-12-20,y1,2027"
            )
            .File(
                "users.csv",
                UserHeader11,
                Teacher("t1", "Ann", "Lee", "s1"),
                Teacher("t2", "Bob", "Moss", "s2"),
                "a1,,,true,s1,administrator,,,Cy,Nord,,,cy@solar.example,,,,,",
                "k1,,,true,s1,student,kidname,,Secretchild,Hidden,,,kid@solar.example,,,,04,pass1word",
                "p1,,,true,s1,parent,,,Secretparent,Hidden,,,parent@solar.example,,,,,"
            )
            .File(
                "classes.csv",
                ClassHeader,
                "c1,,,Mathematics 4,\"04,5\",,,scheduled,,s1,,\"Mathematics, Science\",,"
            )
            .File(
                "enrollments.csv",
                EnrollmentHeader,
                "e1,,,c1,s1,t1,teacher,true,,",
                "e2,,,c1,s1,k1,student,,,"
            );

    /// <summary>The same in OneRoster 1.2, as changes or complete.</summary>
    public static RosterZipBuilder Valid12(string mode = "bulk")
    {
        var stamp = mode == "delta" ? "active,2026-09-01T00:00:00Z" : ",";
        return new RosterZipBuilder()
            .File(
                "manifest.csv",
                "propertyName,value",
                "manifest.version,1.0",
                "oneroster.version,1.2",
                $"file.orgs,{mode}",
                $"file.users,{mode}",
                $"file.roles,{mode}"
            )
            .File(
                "orgs.csv",
                OrgHeader,
                $"d,{stamp},Solar District,district,,",
                $"s1,{stamp},Lake School,school,,d"
            )
            .File(
                "users.csv",
                UserHeader12,
                $"t1,{stamp},true,,,Ann,Lee,,,ann@solar.example,,,,,,,Annie,,,,",
                $"k1,{stamp},true,,,Secretchild,Hidden,,,kid@solar.example,,,,,pass1word,,,,,,"
            )
            .File(
                "roles.csv",
                RoleHeader,
                $"r1,{stamp},t1,primary,teacher,,,s1,",
                $"r2,{stamp},k1,primary,student,,,s1,"
            );
    }

    public static string Teacher(string id, string given, string family, string org) =>
        $"{id},,,true,{org},teacher,,,{given},{family},,,{given.ToLowerInvariant()}@solar.example,,,,,";

    public RosterZipBuilder Manifest(string version, params string[] bulk) =>
        File(
            "manifest.csv",
            [
                "propertyName,value",
                "manifest.version,1.0",
                $"oneroster.version,{version}",
                .. bulk.Select(f => $"file.{f},bulk"),
            ]
        );

    public RosterZipBuilder File(string name, params string[] lines) =>
        Bytes(name, Encoding.UTF8.GetBytes(string.Join("\n", lines) + "\n"));

    public RosterZipBuilder Bytes(string name, byte[] content)
    {
        entries.RemoveAll(e => e.Name == name);
        entries.Add((name, content));
        return this;
    }

    /// <summary>Adds rows to a file that is there.</summary>
    public RosterZipBuilder Rows(string name, params string[] lines) =>
        Bytes(name, [.. Content(name), .. Encoding.UTF8.GetBytes(string.Join("\n", lines) + "\n")]);

    /// <summary>Changes the text of a file that is there; a text that is not found is a mistake in the test.</summary>
    public RosterZipBuilder Replace(string name, string old, string @new)
    {
        var text = Encoding.UTF8.GetString(Content(name));
        if (!text.Contains(old, StringComparison.Ordinal))
        {
            throw new InvalidOperationException($"{name} does not contain {old}.");
        }

        return Bytes(
            name,
            Encoding.UTF8.GetBytes(text.Replace(old, @new, StringComparison.Ordinal))
        );
    }

    public RosterZipBuilder Rename(string name, string to)
    {
        var content = Content(name);
        entries.RemoveAll(e => e.Name == name);
        return Bytes(to, content);
    }

    public RosterZipBuilder Without(string name)
    {
        entries.RemoveAll(e => e.Name == name);
        return this;
    }

    public RosterZipBuilder Each(Func<string, byte[], (string, byte[])> change)
    {
        var changed = entries.Select(e => change(e.Name, e.Content)).ToList();
        entries.Clear();
        entries.AddRange(changed);
        return this;
    }

    public byte[] Content(string name) => entries.Single(e => e.Name == name).Content;

    public byte[] Build()
    {
        var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in entries)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(content);
            }
        }

        return stream.ToArray();
    }
}
