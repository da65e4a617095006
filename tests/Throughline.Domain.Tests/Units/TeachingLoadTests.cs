using Throughline.Domain.Units;
using static Throughline.Domain.Tests.Units.Places;

namespace Throughline.Domain.Tests.Units;

public sealed class TeachingLoadTests
{
    [Fact]
    public void A_load_keeps_each_grade_and_subject_once_in_order()
    {
        var person = SomeId();
        var load = TeachingLoad.New(
            person,
            School,
            ["05", "04", "05"],
            ["Science", "Art, Visual", "Science"],
            Now
        );

        load.Id.ShouldNotBe(Guid.Empty);
        (load.DistrictId, load.UnitId, load.PersonId).ShouldBe((District.Id, School.Id, person));
        load.Grades.ShouldBe("04,05");
        load.Subjects.ShouldBe("Art, Visual|Science");
    }

    [Fact]
    public void Setting_a_load_anew_replaces_it_and_proposals_read_it_back()
    {
        var load = TeachingLoad.New(SomeId(), School, ["05"], ["Art"], Now);

        load.Set(["KG", "01"], []);

        var teaching = Teaching.Of(load);
        teaching.PersonId.ShouldBe(load.PersonId);
        teaching.Grades.ShouldBe(["01", "KG"]);
        teaching.Subjects.ShouldBeEmpty();
    }
}
