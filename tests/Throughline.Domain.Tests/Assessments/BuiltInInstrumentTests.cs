using System.Text;
using Throughline.Domain.Assessments;

namespace Throughline.Domain.Tests.Assessments;

public class BuiltInInstrumentTests
{
    [Fact]
    public void Every_built_in_file_is_an_instrument_named_as_its_file()
    {
        var files = Directory.GetFiles(Repository.Instruments, "*.json");

        files
            .Select(Path.GetFileNameWithoutExtension)
            .ShouldBe(
                [
                    "district-ilt",
                    "ilt-continuum",
                    "member-qualities",
                    "pitfalls-check",
                    "principal-reflection",
                    "school-ilt",
                    "team-marks",
                    "team-reflection",
                ],
                ignoreOrder: true
            );
        foreach (var file in files)
        {
            var reading = InstrumentReader.Read(File.ReadAllBytes(file));

            reading.Errors.ShouldBeEmpty(file);
            reading.Instrument!.Key.ShouldBe(Path.GetFileNameWithoutExtension(file));
        }
    }

    [Fact]
    public void Every_built_in_file_stands_as_an_export_would_write_it()
    {
        foreach (var file in Directory.GetFiles(Repository.Instruments, "*.json"))
        {
            var text = File.ReadAllText(file);

            InstrumentWriter
                .Write(InstrumentReader.Read(text).Instrument!)
                .ShouldBe(text.ReplaceLineEndings("\n"));
        }
    }

    [Fact]
    public void The_continuum_has_five_essentials_with_a_descriptor_for_each_of_four_levels()
    {
        var continuum = Repository.Instrument("ilt-continuum");

        continuum.Kind.ShouldBe(InstrumentKind.Rubric);
        continuum.Audience.ShouldBe(InstrumentAudience.School);
        continuum.Levels.Select(l => l.Value).ShouldBe([1, 2, 3, 4]);
        continuum.Parts.Count.ShouldBe(1);
        continuum
            .Items.Select(i => i.Key)
            .ShouldBe([
                "common-understanding",
                "common-experience",
                "engagement",
                "school-culture",
                "effectiveness",
            ]);
        continuum.DescriptorCount.ShouldBe(20);
        foreach (var item in continuum.Items)
        {
            item.Extent.ShouldNotBeNull();
            item.Extent.ShouldStartWith("How far");
            item.Question.ShouldNotBeNull();
            item.Question.ShouldEndWith("?");
            item.Descriptors.Select(d => d.Level).ShouldBe([1, 2, 3, 4]);
        }
    }

    [Fact]
    public void Only_the_fourth_level_of_the_continuum_has_its_name_from_the_source()
    {
        var continuum = Repository.Instrument("ilt-continuum");

        continuum.Levels.Select(l => l.Ours).ShouldBe([true, true, true, false]);
        continuum.Levels[3].Label.ShouldBe("Exemplary practice");
        continuum.Levels.Take(3).Select(l => l.Label).ShouldBe(["Level 1", "Level 2", "Level 3"]);
        continuum.Scale!.Source!.Ours.ShouldNotBeNull();
    }

    [Theory]
    [InlineData("district-ilt", InstrumentAudience.District, new[] { 3, 3, 2, 2, 3 })]
    [InlineData("school-ilt", InstrumentAudience.School, new[] { 3, 4, 4, 5, 3 })]
    public void A_self_assessment_has_the_actions_of_its_source_in_five_focus_areas_on_0_to_3(
        string key,
        InstrumentAudience audience,
        int[] actions
    )
    {
        var instrument = Repository.Instrument(key);

        instrument.Kind.ShouldBe(InstrumentKind.RatingScale);
        instrument.Audience.ShouldBe(audience);
        instrument
            .Parts.Select(p => p.Key)
            .ShouldBe(["vision", "team", "monitoring", "learning", "inquiry"]);
        instrument.Parts.Select(p => p.Items.Count).ShouldBe(actions);
        instrument.Parts.ShouldAllBe(p => p.Description != null);
        instrument.Levels.Select(l => l.Value).ShouldBe([0, 1, 2, 3]);
        instrument.Levels.ShouldAllBe(l => l.Meaning != null);
    }

    [Theory]
    [InlineData("ilt-continuum", "000", 5)]
    [InlineData("district-ilt", "001", 13)]
    [InlineData("school-ilt", "001", 19)]
    public void Every_item_says_where_it_stands_in_its_source(
        string key,
        string document,
        int items
    )
    {
        var instrument = Repository.Instrument(key);

        instrument.Items.ShouldAllBe(i => i.Source!.Document == document && i.Source.Part != null);
        instrument
            .Items.Select(i => i.Source!.Position)
            .ShouldBe(Enumerable.Range(1, items).Cast<int?>());
    }

    [Theory]
    [InlineData("team-reflection", "003", 8, InstrumentAudience.Team)]
    [InlineData("principal-reflection", "004", 3, InstrumentAudience.Person)]
    public void Questions_to_think_about_have_the_count_of_their_source_and_no_scale(
        string key,
        string document,
        int questions,
        InstrumentAudience audience
    )
    {
        var instrument = Repository.Instrument(key);

        instrument.Kind.ShouldBe(InstrumentKind.Reflection);
        instrument.Audience.ShouldBe(audience);
        instrument.Scale.ShouldBeNull();
        instrument.Items.ShouldAllBe(i => i.Text.EndsWith('?'));
        Positions(instrument.Items, document).ShouldBe(Enumerable.Range(1, questions));
    }

    [Fact]
    public void Ten_marks_speak_for_a_team_and_eight_against_it()
    {
        var marks = Repository.Instrument("team-marks");

        marks.Kind.ShouldBe(InstrumentKind.RatingScale);
        marks.Audience.ShouldBe(InstrumentAudience.Team);
        marks.Parts.Select(p => p.Key).ShouldBe(["effective", "least-effective"]);
        Positions(marks.Parts[0].Items, "002").ShouldBe(Enumerable.Range(1, 10));
        Positions(marks.Parts[1].Items, "002").ShouldBe(Enumerable.Range(1, 8));
        marks.Parts[0].Items.ShouldAllBe(i => !i.Reversed);
        marks.Parts[1].Items.ShouldAllBe(i => i.Reversed);
    }

    [Fact]
    public void Five_pitfalls_are_ticked_off_and_none_of_them_is_a_strength()
    {
        var pitfalls = Repository.Instrument("pitfalls-check");

        pitfalls.Kind.ShouldBe(InstrumentKind.Checklist);
        pitfalls.Audience.ShouldBe(InstrumentAudience.Team);
        pitfalls.Levels.Select(l => l.Label).ShouldBe(["Not us", "Partly", "Yes, us"]);
        Positions(pitfalls.Items, "003").ShouldBe(Enumerable.Range(1, 5));
        pitfalls.Items.ShouldAllBe(i => i.Reversed && i.Prompts.Count > 0);
    }

    [Fact]
    public void Members_look_at_six_qualities_in_themselves()
    {
        var qualities = Repository.Instrument("member-qualities");

        qualities.Kind.ShouldBe(InstrumentKind.RatingScale);
        qualities.Audience.ShouldBe(InstrumentAudience.Person);
        Positions(qualities.Items, "002").ShouldBe(Enumerable.Range(1, 6));
        qualities.Items.ShouldAllBe(i => !i.Reversed);
    }

    [Theory]
    [InlineData("team-marks")]
    [InlineData("pitfalls-check")]
    [InlineData("member-qualities")]
    public void A_scale_that_no_source_gives_says_that_it_is_ours(string key)
    {
        var scale = Repository.Instrument(key).Scale!;

        scale.Source!.Ours.ShouldNotBeNull();
        scale.Source.Document.ShouldBeNull();
        scale.Levels.ShouldAllBe(l => l.Ours && l.Meaning != null);
    }

    [Fact]
    public void A_shared_run_of_six_words_is_found_across_case_and_punctuation()
    {
        var source = Runs("The team, originates with a principal and a core group.");

        Runs("Here a TEAM originates with a “principal” and a core group.")
            .Overlaps(source)
            .ShouldBeTrue();
        Runs("Here a team begins with a principal and one core group.")
            .Overlaps(source)
            .ShouldBeFalse();
    }

    /// <summary>The sources lie beside the repository, not in it; where they are missing there is nothing to compare with.</summary>
    [Fact]
    public void No_run_of_six_words_is_copied_from_a_source()
    {
        var sources = Repository.Seeds.SelectMany(file => Runs(File.ReadAllText(file))).ToHashSet();

        foreach (var file in Directory.GetFiles(Repository.Instruments, "*.json"))
        {
            var instrument = InstrumentReader.Read(File.ReadAllBytes(file)).Instrument!;
            var texts = Texts(instrument).ToList();

            texts.Count.ShouldBeGreaterThan(instrument.Items.Count);
            texts.SelectMany(Runs).Where(sources.Contains).ShouldBeEmpty(file);
        }
    }

    private static IEnumerable<int> Positions(
        IReadOnlyList<InstrumentItem> items,
        string document
    ) =>
        items.Select(i =>
        {
            i.Source!.Document.ShouldBe(document);
            i.Source.Part.ShouldNotBeNull();
            return i.Source.Position!.Value;
        });

    private static IEnumerable<string> Texts(Instrument instrument) =>
        new[] { instrument.Title, instrument.Introduction }
            .Concat(instrument.Levels.SelectMany(l => new[] { l.Label, l.Meaning }))
            .Concat(instrument.Parts.SelectMany(p => new[] { p.Title, p.Description }))
            .Concat(
                instrument.Items.SelectMany(i =>
                    new[] { i.Text, i.Extent, i.Question }
                        .Concat(i.Prompts)
                        .Concat(i.Descriptors.Select(d => d.Text))
                )
            )
            .OfType<string>();

    private static HashSet<string> Runs(string text)
    {
        const int length = 6;
        var letters = new StringBuilder();
        foreach (var c in text.ToLowerInvariant().Where(c => c is not ('\'' or '’')))
        {
            letters.Append(char.IsLetterOrDigit(c) ? c : ' ');
        }

        var words = letters.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return
        [
            .. Enumerable
                .Range(0, Math.Max(0, words.Length - length + 1))
                .Select(i => string.Join(' ', words.AsSpan(i, length))),
        ];
    }
}
