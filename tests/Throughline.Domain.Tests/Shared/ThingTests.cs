using FsCheck;
using FsCheck.Fluent;
using Throughline.Domain.Shared;
using static Throughline.Domain.Tests.Units.Places;

namespace Throughline.Domain.Tests.Shared;

public class ThingTests
{
    [Fact]
    public void A_thing_cannot_come_from_itself_or_from_another_district()
    {
        var one = new Sample(SomeId(1), District.Id);
        var other = new Sample(SomeId(2), SomeId(9));

        Should.Throw<ArgumentException>(() => ThingLink.CameFrom(one, one, Now));
        Should.Throw<ArgumentException>(() => ThingLink.CameFrom(one, other, Now));
        Should.Throw<ArgumentException>(() => ThingLink.CameFrom(one, RowOf(one), Now));
        Should.Throw<ArgumentException>(() => ThingLink.CameFrom(one, RowOf(other), Now));
    }

    [Fact]
    public void The_row_of_a_thing_is_found_by_the_things_own_identity_and_place()
    {
        var sample = new Sample(SomeId(1), District.Id);

        var thing = Thing.Of(sample, sample.AsThing());

        (thing.Id, thing.DistrictId, thing.UnitId).ShouldBe((sample.Id, District.Id, School.Id));
        (thing.Kind, thing.Number, thing.Title, thing.Status).ShouldBe(
            (ThingKind.ActionStep, 1, "Sample", ThingStatus.Open)
        );
    }

    [Fact]
    public void A_link_points_up_the_line()
    {
        var (origin, thing) = (
            new Sample(SomeId(1), District.Id),
            new Sample(SomeId(2), District.Id)
        );
        var link = ThingLink.CameFrom(thing, origin, Now);
        (link.ThingId, link.OriginId, link.Kind, link.DistrictId).ShouldBe(
            (thing.Id, origin.Id, LinkKind.CameFrom, District.Id)
        );
    }

    [Fact]
    public void A_row_is_as_good_an_origin_as_its_thing()
    {
        var origin = new Sample(SomeId(1), District.Id);
        var thing = new Sample(SomeId(2), District.Id);
        var link = ThingLink.CameFrom(thing, RowOf(origin), Now);
        (link.ThingId, link.OriginId, link.At).ShouldBe((thing.Id, origin.Id, Now));
    }

    private static Thing RowOf(Sample sample) => Thing.Of(sample, sample.AsThing());

    [Fact]
    public void A_removed_thing_keeps_its_name_and_the_day_it_went()
    {
        var sample = new Sample(SomeId(1), District.Id);
        var thing = Thing.Of(sample, sample.AsThing());
        thing.Remove(Now);
        thing.Remove(Now.AddDays(1));
        (thing.Title, thing.RemovedAt).ShouldBe(("Sample", Now));
    }

    [Fact]
    public void A_title_is_cut_to_what_the_line_shows_and_never_inside_a_character() =>
        Prop.ForAll(
                Gen.Elements("a", "é", "数", "😀", " ")
                    .ListOf()
                    .Select(parts => string.Concat(parts))
                    .ToArbitrary(),
                Gen.Choose(2, 40).ToArbitrary(),
                (text, longest) =>
                {
                    var cut = Text.Shorten(text, longest);
                    return cut.Length <= longest
                        && (text.Length > longest || cut == text)
                        && !cut.Where(
                                (c, i) =>
                                    char.IsHighSurrogate(c)
                                    && (i + 1 == cut.Length || !char.IsLowSurrogate(cut[i + 1]))
                            )
                            .Any();
                }
            )
            .QuickCheckThrowOnFailure();

    private sealed record Sample(Guid Id, Guid DistrictId) : ILinkable
    {
        public Guid UnitId => School.Id;

        public ThingFace AsThing() => new(ThingKind.ActionStep, 1, "Sample", ThingStatus.Open);
    }
}
