using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;
using Throughline.Domain.Shared;

namespace Throughline.Bench.Floor;

/// <summary>Strings put together, and what stands around every page.</summary>
internal sealed class Html
{
    private readonly StringBuilder text = new(32 * 1024);

    public Html(string title, FloorPerson person, FloorUnit around, string path)
    {
        Raw(
                """
                <!doctype html>
                <html lang="en">
                <head>
                  <meta charset="utf-8">
                  <meta name="viewport" content="width=device-width, initial-scale=1">
                  <meta name="color-scheme" content="light dark">
                  <meta name="htmx-config" content='{"includeIndicatorCSS":false,"noSwap":[204,304,"5xx"]}'>
                  <title>
                """
            )
            .Say(title)
            .Raw(Head);
        Areas(person, around, path);
    }

    public Html Raw(string html)
    {
        text.Append(html);
        return this;
    }

    public Html Say(string words)
    {
        text.Append(HtmlEncoder.Default.Encode(words));
        return this;
    }

    public Html Say(int number)
    {
        text.Append(CultureInfo.InvariantCulture, $"{number}");
        return this;
    }

    /// <summary>Markup as it is, what stands in its holes as words.</summary>
    public Html Put([InterpolatedStringHandlerArgument("")] Markup markup) => markup.Of;

    /// <summary>A form that posts, with the key that keeps it from being taken twice.</summary>
    /// <param name="path">Where to.</param>
    /// <param name="more">More of its attributes.</param>
    public Html Form(string path, string more = "") =>
        Raw("<form method=\"post\" action=\"")
            .Raw(path)
            .Raw("\"")
            .Raw(more)
            .Raw("><input type=\"hidden\" name=\"_submission\" value=\"")
            .Raw(Ids.New(Clock.Now).ToString())
            .Raw("\">");

    public string End()
    {
        text.Append(Foot);
        return text.ToString();
    }

    private void Areas(FloorPerson person, FloorUnit around, string path)
    {
        var at = "/" + around.Slug;
        List<(string Label, string Path, (string Label, string Path)[] Pages)> areas = [];
        if (around.IsDistrict && person.SeesSchools)
        {
            areas.Add(("Schools", $"{at}/schools", [("Schools", $"{at}/schools")]));
        }

        areas.Add(
            (
                "Team",
                $"{at}/team",
                [
                    ("Team", $"{at}/team"),
                    ("Vision", $"{at}/team/vision"),
                    ("Design", $"{at}/team/design"),
                    ("Norms", $"{at}/team/norms"),
                    ("Other teams", $"{at}/team/other-teams"),
                ]
            )
        );
        areas.Add(
            (
                "Assess",
                $"{at}/assessments",
                person.SeesRounds(around)
                    ?
                    [
                        ("Rounds", $"{at}/assessments"),
                        ("Staff pulse", $"{at}/assessments/pulses"),
                        ("Instruments", $"{at}/assessments/instruments"),
                    ]
                    : [("Instruments", $"{at}/assessments/instruments")]
            )
        );
        if (person.SeesRounds(around))
        {
            areas.Add(
                (
                    "Meet",
                    $"{at}/meetings",
                    [
                        ("Meetings", $"{at}/meetings"),
                        ("Rhythm", $"{at}/meetings/rhythm"),
                        ("Agenda", $"{at}/meetings/agenda"),
                        ("Calendar", $"{at}/meetings/calendar"),
                    ]
                )
            );
            areas.Add(
                (
                    "Work",
                    $"{at}/work",
                    [
                        ("Action steps", $"{at}/work/actions"),
                        ("To-dos", $"{at}/work/todos"),
                        ("Rocks", $"{at}/work/rocks"),
                        ("Decisions", $"{at}/work/decisions"),
                        ("Issues", $"{at}/work/issues"),
                    ]
                )
            );
        }

        areas.Add(
            (
                "Settings",
                $"{at}/settings",
                person.Manages(around)
                    ?
                    [
                        ("General", $"{at}/settings"),
                        ("People", $"{at}/settings/people"),
                        ("Instructional teams", $"{at}/settings/teams"),
                        ("Calendar", $"{at}/settings/calendar"),
                        ("Who may do what", $"{at}/settings/access"),
                        ("What changed", $"{at}/settings/audit"),
                    ]
                    : [("Who may do what", $"{at}/settings/access")]
            )
        );

        void Lines()
        {
            Raw("      <ul>\n        <li><a href=\"/home\"")
                .Raw(path == "/home" ? " aria-current=\"page\">" : ">")
                .Raw("My day</a></li>\n");
            foreach (var area in areas)
            {
                Raw("          <li><a href=\"")
                    .Raw(area.Pages[0].Path)
                    .Raw(
                        path.StartsWith(area.Path, StringComparison.Ordinal)
                            ? "\" aria-current=\"true\">"
                            : "\">"
                    )
                    .Raw(area.Label)
                    .Raw("</a></li>\n");
            }

            Raw("      </ul>\n    </nav>\n");
        }

        Raw(
            "<header class=\"top\">\n  <a class=\"brand\" href=\"/home\">Throughline</a>\n    <nav aria-label=\"Main\" class=\"areas\">\n"
        );
        Lines();
        Raw("    <div class=\"who\">\n        <a class=\"unit\" href=\"")
            .Raw(at)
            .Raw("\">")
            .Say(around.Name)
            .Raw("</a>\n      <a href=\"/account\">")
            .Say(person.Name)
            .Raw(
                "</a>\n      <form method=\"post\" action=\"/sign-out\"><button class=\"quiet\">Sign out</button></form>\n    </div>\n</header>\n"
            );
        var pages = areas.Find(a => path.StartsWith(a.Path, StringComparison.Ordinal)).Pages ?? [];
        if (pages.Length > 1)
        {
            Raw("  <nav aria-label=\"In this area\" class=\"pages\">\n    <ul>\n");
            foreach (var (label, place) in pages)
            {
                Raw("        <li><a href=\"").Raw(place).Raw("\">").Raw(label).Raw("</a></li>\n");
            }

            Raw("    </ul>\n  </nav>\n");
        }

        Raw(
            "  <main id=\"main\" tabindex=\"-1\">\n    <div id=\"status\" class=\"status\" role=\"status\" aria-live=\"polite\">\n    </div>\n"
        );
        Foot = "  </main>\n" + FootBefore;
        var upTo = text.Length;
        Raw("  <nav aria-label=\"Main, at the bottom\" class=\"phone-bar\">\n");
        Lines();
        Foot += text.ToString(upTo, text.Length - upTo) + "</body>\n</html>\n";
        text.Length = upTo;
    }

    private string Foot { get; set; } = "";

    private const string FootBefore = """
          <div id="offline" class="toast" role="alert" hidden>
            <span>Not saved. Check your connection, then retry. What you typed is still here.</span>
            <button type="button" class="quiet" data-retry>Retry</button>
          </div>

        """;

    // As long as the product's, fingerprints included.
    private const string Head = """
         · Throughline</title>
          <link rel="icon" href="/icon.svg" type="image/svg+xml">
          <link rel="stylesheet" href="/css/tokens.css?v=0000000000">
          <link rel="stylesheet" href="/css/base.css?v=0000000000">
          <link rel="stylesheet" href="/css/layout.css?v=0000000000">
          <link rel="stylesheet" href="/css/parts.css?v=0000000000">
          <link rel="stylesheet" href="/css/rate.css?v=0000000000">
          <link rel="stylesheet" href="/css/results.css?v=0000000000">
          <link rel="stylesheet" href="/css/agreement.css?v=0000000000">
          <link rel="stylesheet" href="/css/room.css?v=0000000000">
          <link rel="stylesheet" href="/css/team.css?v=0000000000">
          <link rel="stylesheet" href="/css/print.css?v=0000000000">
          <script src="/lib/htmx.min.js?v=0000000000" defer></script>
          <script src="/js/throughline.js?v=0000000000" type="module"></script>
        </head>
        <body>
          <a class="skip" href="#main">Skip to content</a>

        """;
}

/// <summary>Puts an interpolated string together in the page itself.</summary>
[InterpolatedStringHandler]
internal readonly ref struct Markup
{
    public Markup(int literalLength, int formattedCount, Html html) => Of = html;

    public Html Of { get; }

    public void AppendLiteral(string markup) => Of.Raw(markup);

    public void AppendFormatted(string? words) => Of.Say(words ?? "");

    public void AppendFormatted(int number) => Of.Say(number);

    public void AppendFormatted(long number) =>
        Of.Raw(number.ToString(CultureInfo.InvariantCulture));

    public void AppendFormatted(Guid id) => Of.Raw(id.ToString());
}
