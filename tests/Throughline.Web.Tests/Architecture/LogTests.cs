using System.Text.RegularExpressions;
using Throughline.Web.Tests.Support;

namespace Throughline.Web.Tests.Architecture;

/// <summary>A log is read by people who may not know whom it is about.</summary>
public sealed partial class LogTests
{
    // Ids are fine: only who may look into the database learns from them.
    private static readonly Regex Personal = PersonalWord();

    [Fact]
    public void No_log_line_names_a_person_an_address_or_a_secret()
    {
        var templates = Templates().ToList();
        templates.Count.ShouldBeGreaterThan(2);
        templates
            .SelectMany(t =>
                Placeholder()
                    .Matches(t.Template)
                    .Select(p => p.Groups["name"].Value)
                    .Where(name =>
                        Personal.IsMatch(name) && !name.EndsWith("Id", StringComparison.Ordinal)
                    )
                    .Select(name => $"{t.Path}: {{{name}}} in “{t.Template}”")
            )
            .ShouldBeEmpty();
    }

    [Fact]
    public void No_log_line_is_put_together_before_it_is_logged() =>
        Sources()
            .Where(f => Interpolated().IsMatch(f.Text))
            .Select(f => $"{f.Path}: {Interpolated().Match(f.Text).Value}")
            .ShouldBeEmpty();

    private static IEnumerable<(string Path, string Template)> Templates() =>
        Sources()
            .SelectMany(f =>
                Call().Matches(f.Text).Select(call => (f.Path, call.Groups["template"].Value))
            );

    private static IReadOnlyList<(string Path, string Text)> Sources() =>
        SourceTree.Files("src", ".cs");

    [GeneratedRegex(
        """\.Log(?:Trace|Debug|Information|Warning|Error|Critical)\(\s*(?:[\w.]+,\s*){0,2}"(?<template>[^"]*)[\"]""",
        RegexOptions.None,
        1000
    )]
    private static partial Regex Call();

    [GeneratedRegex(
        """\.Log(?:Trace|Debug|Information|Warning|Error|Critical)\(\s*(?:[\w.]+,\s*){0,2}\$""",
        RegexOptions.None,
        1000
    )]
    private static partial Regex Interpolated();

    [GeneratedRegex("""\{@?(?<name>\w+)""", RegexOptions.None, 1000)]
    private static partial Regex Placeholder();

    [GeneratedRegex(
        "name|mail|password|token|link|url|address|phone|subject|body|text|note|query|recipient|^to$",
        RegexOptions.IgnoreCase,
        1000
    )]
    private static partial Regex PersonalWord();
}
