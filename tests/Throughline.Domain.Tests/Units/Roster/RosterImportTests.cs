using Throughline.Domain.Units.Roster;
using static Throughline.Domain.Tests.Units.Places;

namespace Throughline.Domain.Tests.Units.Roster;

public class RosterImportTests
{
    private static readonly byte[] Snapshot = [1];
    private static readonly byte[] Report = [2];
    private static readonly Guid By = SomeId();

    private static RosterImport Begun(string? fileName = "fall.zip") =>
        RosterImport.Begin(District.Id, By, fileName, Now);

    private static RosterImport Previewed()
    {
        var import = Begun();
        import.Preview(Snapshot, Report);
        return import;
    }

    [Fact]
    public void An_import_begins_by_reading_and_knows_who_brought_it_in()
    {
        var import = Begun();

        import.Id.ShouldNotBe(Guid.Empty);
        (import.DistrictId, import.ById, import.At).ShouldBe((District.Id, By, Now));
        import.Status.ShouldBe(RosterImportStatus.Reading);
        import.FileName.ShouldBe("fall.zip");
        import.Outcome.ShouldBeEmpty();
    }

    [Fact]
    public void A_files_name_is_cleaned_and_kept_to_120_characters()
    {
        Begun(" fall\n.zip ").FileName.ShouldBe("fall .zip");
        Begun("  ").FileName.ShouldBe("roster");
        Begun(null).FileName.ShouldBe("roster");
        Begun(new('x', 120)).FileName.ShouldBe(new('x', 120));
        Begun(new('x', 121)).FileName.ShouldBe(new string('x', 119) + "…");
        // Half of an emoji is no character: no database would take it.
        Begun(new string('x', 118) + "😀.zip").FileName.ShouldBe(new string('x', 118) + "…");
    }

    [Fact]
    public void A_file_with_errors_is_refused_with_its_report_and_never_previewed()
    {
        var import = Begun();

        import.Refuse(3, Report);
        import.Preview(Snapshot, [9]);

        import.Status.ShouldBe(RosterImportStatus.Refused);
        import.ErrorCount.ShouldBe(3);
        import.Report.ShouldBe(Report);
        import.Snapshot.ShouldBeNull();
    }

    [Fact]
    public void A_preview_can_be_worked_out_anew_while_it_waits()
    {
        var import = Previewed();
        import.Status.ShouldBe(RosterImportStatus.Ready);

        import.Preview(Snapshot, [9]);

        import.Status.ShouldBe(RosterImportStatus.Ready);
        import.Snapshot.ShouldBe(Snapshot);
        import.Report.ShouldBe([9]);
    }

    // Both come from the reader, which may be late: what a person already sees does not turn into a refusal.
    [Fact]
    public void A_preview_that_waits_is_neither_refused_nor_interrupted()
    {
        var import = Previewed();

        import.Refuse(3, [9]);
        import.Interrupt();

        import.Status.ShouldBe(RosterImportStatus.Ready);
        (import.ErrorCount, import.Report).ShouldBe((0, Report));
    }

    [Fact]
    public void An_interrupted_import_cannot_be_applied()
    {
        var import = Begun();

        import.Interrupt();

        import.Status.ShouldBe(RosterImportStatus.Interrupted);
        import.Apply("", By, Now).IsOk.ShouldBeFalse();
        import.Status.ShouldBe(RosterImportStatus.Interrupted);
    }

    [Fact]
    public void What_was_applied_keeps_its_outcome_and_nothing_of_the_file()
    {
        var import = Previewed();

        import.Apply("staff: 3 added", By, Now.AddHours(1)).IsOk.ShouldBeTrue();

        import.Status.ShouldBe(RosterImportStatus.Applied);
        import.Outcome.ShouldBe("staff: 3 added");
        (import.EndedById, import.EndedAt).ShouldBe((By, Now.AddHours(1)));
        import.Snapshot.ShouldBeNull();
        import.Report.ShouldBeNull();
    }

    [Fact]
    public void A_roster_is_applied_once()
    {
        var import = Previewed();
        import.Apply("first", By, Now);

        import
            .Apply("second", By, Now.AddHours(1))
            .Refusal!.Message.ShouldContain("Bring the file in again");

        (import.Outcome, import.EndedAt).ShouldBe(("first", Now));
    }

    [Fact]
    public void What_was_thrown_away_holds_nothing_of_the_file_and_is_not_applied()
    {
        var import = Previewed();

        import.Discard(By, Now);
        import.Apply("late", By, Now).IsOk.ShouldBeFalse();

        import.Status.ShouldBe(RosterImportStatus.Discarded);
        (import.EndedById, import.EndedAt, import.Outcome).ShouldBe((By, Now, ""));
        import.Snapshot.ShouldBeNull();
        import.Report.ShouldBeNull();
    }

    [Fact]
    public void Throwing_away_what_is_over_changes_nothing()
    {
        var import = Previewed();
        import.Apply("first", By, Now);

        import.Discard(null, Now.AddHours(1));

        import.Status.ShouldBe(RosterImportStatus.Applied);
        (import.EndedById, import.EndedAt).ShouldBe((By, Now));
    }
}
