using Throughline.Data.Roster;
using Throughline.Domain.Units.Roster;

namespace Throughline.Data.Tests.Roster;

/// <summary>
/// The sample files that lie beside the repository on a developer's machine. Without them these tests pass without
/// having read anything; the quirks they have are covered by <see cref="TolerantRosterTests"/>.
/// </summary>
public class GivenZipTests
{
    private static string? Find(string name)
    {
        for (
            var folder = new DirectoryInfo(AppContext.BaseDirectory);
            folder is not null;
            folder = folder.Parent
        )
        {
            var path = Path.Combine(folder.FullName, "shared", "data", "oneroster", name);
            if (File.Exists(path))
            {
                return path;
            }
        }

        return null;
    }

    [Theory]
    [InlineData("v1p1-22-schools.zip", 22, 915, 16552)]
    [InlineData("v1p1-bulk-small.zip", 0, 2, 3)]
    [InlineData("v1p2-delta-small.zip", 1, 0, 1)]
    public void Sample_files_are_read_without_their_students(
        string name,
        int schools,
        int staff,
        int students
    )
    {
        if (Find(name) is not { } path)
        {
            return;
        }

        var reading = RosterFile.Read(path, RosterReads.Nothing, RosterReads.Today);

        var read = reading.Accepted();
        read.Schools.Rows.Count.ShouldBe(schools);
        read.Staff.Rows.Count.ShouldBe(staff);
        reading.LeftOut.ShouldContain(new RosterLeftOut("students", students));
    }
}
