using System.Text;
using Throughline.Data.Teams;
using Throughline.Data.Tests.Demo;
using Throughline.Domain.Teams;

namespace Throughline.Data.Tests.Teams;

/// <summary>The steps of the first month that come with the product (product T12; seed 004), and a file that is none.</summary>
public sealed class BuiltInFirstMonthTests
{
    private static readonly FirstMonthCatalog Built = FirstMonthCatalog.Of(
        Path.Combine(DemoDatabase.Content, "first-month")
    );

    [Fact]
    public void They_go_from_purpose_to_adjusting_as_the_guide_does() =>
        Built
            .Parts.Select(p => (p.Title, p.Steps.Count))
            .ShouldBe([
                ("Purpose and goals", 5),
                ("Where you are, and where you need to go", 3),
                ("Structures, systems and agreements", 5),
                ("Driving improvement", 2),
                ("Reflecting and adjusting", 2),
            ]);

    [Fact]
    public void Each_thing_that_shows_a_step_done_has_its_step()
    {
        Built
            .Steps.Select(s => s.Done)
            .Order()
            .ShouldBe(
                Enum.GetValues<FirstMonthFact>().Where(f => f != FirstMonthFact.Everything).Order()
            );
        Built.Steps[0].Done.ShouldBe(FirstMonthFact.IltFormed);
    }

    [Fact]
    public void Each_says_why_in_one_sentence_and_where_it_comes_from()
    {
        foreach (var step in Built.Steps)
        {
            step.Why.ShouldEndWith(".", Case.Sensitive, step.Title);
            step.Why.TrimEnd('.').ShouldNotContain(". ", Case.Sensitive, step.Title);
            step.Source.Document.ShouldBeOneOf("002", "003", "004");
            step.Source.Note.ShouldNotBeEmpty(step.Title);
        }
    }

    [Theory]
    [InlineData("", "school.json")]
    [InlineData("{\"parts\": []}", "school.json has no steps.")]
    [InlineData("{\"parts\": [], \"more\": 1}", "school.json, $.more")]
    public void A_file_that_is_none_names_what_is_wrong(string json, string says)
    {
        var why = Should
            .Throw<InvalidDataException>(() =>
                new FirstMonthCatalog("school.json", Encoding.UTF8.GetBytes(json))
            )
            .Message;
        why.ShouldContain(says);
    }

    [Theory]
    [InlineData("everything")]
    [InlineData("iltFormed")]
    public void A_step_without_a_thing_of_its_own_stops_the_start(string done)
    {
        const string Step =
            """{"title":"A","why":"B.","page":"team","opens":"C","done":"{0}","source":{"document":"004","part":"D","note":"E"}}""";
        var first = Step.Replace("{0}", "iltFormed", StringComparison.Ordinal);
        var second = Step.Replace("{0}", done, StringComparison.Ordinal);
        Should
            .Throw<InvalidDataException>(() =>
                new FirstMonthCatalog(
                    "school.json",
                    Encoding.UTF8.GetBytes(
                        $$"""{"parts":[{"title":"P","steps":[{{first}},{{second}}]}]}"""
                    )
                )
            )
            .Message.ShouldContain("name a thing of its own");
    }
}
