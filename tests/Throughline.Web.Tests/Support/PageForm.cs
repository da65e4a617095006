using System.Net.Http.Headers;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Throughline.Web.Tests.Support;

/// <summary>
/// A form of a page, filled as a person fills it: by the labels, starting from what it shows. It sends what a browser
/// would send, so that a field missing from the page is missing from the post too.
/// </summary>
public sealed class PageForm
{
    private readonly TestBrowser browser;
    private readonly TestPage page;
    private readonly IHtmlFormElement form;
    private readonly IElement? button;
    private readonly List<(string Name, string Value)> values = [];
    private readonly List<(string Name, string FileName, byte[] Content)> files = [];

    private PageForm(TestBrowser browser, TestPage page, IHtmlFormElement form, IElement? button)
    {
        (this.browser, this.page, this.form, this.button) = (browser, page, form, button);
        foreach (var control in Controls)
        {
            values.AddRange(Shown(control));
        }

        if (button?.GetAttribute("name") is { Length: > 0 } name)
        {
            values.Add((name, button.GetAttribute("value") ?? ""));
        }
    }

    /// <summary>Where it goes.</summary>
    public string Action =>
        (button?.GetAttribute("formaction") ?? form.GetAttribute("action")) is { Length: > 0 } to
            ? to
            : page.Path;

    /// <summary>True for a form that posts.</summary>
    public bool Posts =>
        string.Equals(form.GetAttribute("method"), "post", StringComparison.OrdinalIgnoreCase);

    /// <summary>The names of what a person can fill in.</summary>
    public IReadOnlyList<string> Fields =>
        [
            .. Controls
                .Where(c => c.GetAttribute("type") is not "hidden")
                .Select(c => c.GetAttribute("name")!)
                .Distinct(StringComparer.Ordinal),
        ];

    /// <summary>What would be sent now.</summary>
    public IReadOnlyList<(string Name, string Value)> Values => values;

    /// <summary>The first value under a name.</summary>
    public string? this[string name] =>
        values.Where(v => v.Name == name).Select(v => v.Value).FirstOrDefault();

    internal static PageForm Find(TestBrowser browser, TestPage page, string button)
    {
        var buttons = page
            .Document.QuerySelectorAll("button, input[type=submit]")
            .Where(b => b.GetAttribute("type") != "button")
            .ToList();
        var found =
            buttons.Find(b => Says(b) == button)
            ?? throw new InvalidOperationException(
                $"{page.Path} ({(int)page.Status}) has no button “{button}”, only {string.Join(", ", buttons.Select(b => $"“{Says(b)}”"))}:\n{page.Text}"
            );
        var around =
            FormOf(page.Document, found)
            ?? throw new InvalidOperationException($"The button “{button}” is in no form.");
        return new PageForm(browser, page, around, found);
    }

    /// <summary>Every form of a page that posts, once per button.</summary>
    public static IReadOnlyList<PageForm> All(TestBrowser browser, TestPage page) =>
        [
            .. page
                .Document.QuerySelectorAll("button, input[type=submit]")
                .Where(b => b.GetAttribute("type") != "button")
                .Select(b => (Button: b, Form: FormOf(page.Document, b)))
                .Where(b => b.Form is not null)
                .Select(b => new PageForm(browser, page, b.Form!, b.Button))
                .Where(f => f.Posts),
        ];

    /// <summary>Types into a field, named by its label or its name; chooses in a select by text or value.</summary>
    public PageForm Fill(string field, string value)
    {
        var control = Control(field);
        var name = control.GetAttribute("name")!;
        if (control is IHtmlSelectElement select)
        {
            var option =
                select.Options.FirstOrDefault(o => o.Value == value || o.Text.Trim() == value)
                ?? throw new InvalidOperationException(
                    $"“{field}” does not offer “{value}”, only {string.Join(", ", select.Options.Select(o => $"“{o.Text.Trim()}”"))}."
                );
            value = option.Value;
        }

        return Set(name, value);
    }

    /// <summary>Sends another value under a name, whether or not the page offers it.</summary>
    public PageForm Set(string name, params string[] sent)
    {
        values.RemoveAll(v => v.Name == name);
        values.AddRange(sent.Select(value => (name, value)));
        return this;
    }

    /// <summary>Ticks a box, or chooses a radio button, by its label (or its name and value).</summary>
    public PageForm Tick(string label, string? value = null)
    {
        var control = value is null
            ? Control(label)
            : Controls.FirstOrDefault(c =>
                c.GetAttribute("name") == label && c.GetAttribute("value") == value
            )
                ?? throw new InvalidOperationException(
                    $"{page.Path} offers no {label} of value {value}."
                );
        var name = control.GetAttribute("name")!;
        var sent = control.GetAttribute("value") ?? "on";
        if (control.GetAttribute("type") == "radio")
        {
            values.RemoveAll(v => v.Name == name);
        }

        if (!values.Contains((name, sent)))
        {
            values.Add((name, sent));
        }

        return this;
    }

    /// <summary>Clears a box.</summary>
    public PageForm Untick(string label, string? value = null)
    {
        var control = value is null ? Control(label) : null;
        var name = control?.GetAttribute("name") ?? label;
        values.Remove((name, value ?? control!.GetAttribute("value") ?? "on"));
        return this;
    }

    /// <summary>Chooses a file.</summary>
    public PageForm Attach(string field, string fileName, byte[] content)
    {
        var name = Control(field).GetAttribute("name")!;
        values.RemoveAll(v => v.Name == name);
        files.Add((name, fileName, content));
        return this;
    }

    /// <summary>Presses the button.</summary>
    public Task<TestPage> SubmitAsync()
    {
        if (Posts)
        {
            return browser.SendAsync(HttpMethod.Post, Action, Content());
        }

        var query = string.Join(
            '&',
            values.Select(v => $"{Uri.EscapeDataString(v.Name)}={Uri.EscapeDataString(v.Value)}")
        );
        return browser.GetAsync($"{Action.Split('?')[0]}?{query}");
    }

    private IEnumerable<IElement> Controls =>
        page
            .Document.QuerySelectorAll("input, select, textarea")
            .Where(c => FormOf(page.Document, c) == form)
            .Where(c => c.GetAttribute("name") is { Length: > 0 } && !c.HasAttribute("disabled"));

    private IElement Control(string field) =>
        Controls.FirstOrDefault(c => c.GetAttribute("name") == field)
        ?? Controls.FirstOrDefault(c => Labels(c).Contains(field, StringComparer.Ordinal))
        ?? throw new InvalidOperationException(
            $"The form has no field “{field}”, only {string.Join(", ", Controls.Select(c => $"“{Labels(c).FirstOrDefault() ?? c.GetAttribute("name")}”"))}."
        );

    private List<string> Labels(IElement control)
    {
        var byFor = control.Id is { Length: > 0 } id
            ? page.Document.QuerySelectorAll("label").Where(l => l.GetAttribute("for") == id)
            : [];
        return
        [
            .. byFor
                .Concat(control.Closest("label") is { } around ? [around] : [])
                .Select(l =>
                    TestPage.Words(l).Replace(" (optional)", "", StringComparison.Ordinal)
                ),
            .. control.GetAttribute("aria-label") is { } said ? new[] { said } : [],
        ];
    }

    private static IHtmlFormElement? FormOf(IDocument document, IElement control) =>
        control.GetAttribute("form") is { Length: > 0 } id
            ? document.GetElementById(id) as IHtmlFormElement
            : control.Closest("form") as IHtmlFormElement;

    private static string Says(IElement button) =>
        button.GetAttribute("aria-label")
        ?? (button is IHtmlInputElement input ? input.Value : TestPage.Words(button));

    private static IEnumerable<(string, string)> Shown(IElement control)
    {
        var name = control.GetAttribute("name")!;
        switch (control)
        {
            case IHtmlInputElement { Type: "checkbox" or "radio" } box:
                return box.IsChecked ? [(name, box.GetAttribute("value") ?? "on")] : [];
            case IHtmlInputElement { Type: "submit" or "button" or "image" or "file" }:
                return [];
            case IHtmlInputElement input:
                return [(name, input.Value)];
            case IHtmlTextAreaElement area:
                return [(name, area.Value)];
            case IHtmlSelectElement select:
                var chosen = select.Options.Where(o => o.IsSelected).ToList();
                return select.IsMultiple ? chosen.Select(o => (name, o.Value))
                    : chosen.Count > 0 ? [(name, chosen[0].Value)]
                    : select.Options.Take(1).Select(o => (name, o.Value));
            default:
                return [];
        }
    }

    private HttpContent Content()
    {
        var pairs = values.Select(v => new KeyValuePair<string, string>(v.Name, v.Value));
        if (form.GetAttribute("enctype") != "multipart/form-data")
        {
            return new FormUrlEncodedContent(pairs);
        }

        var content = new MultipartFormDataContent();
        foreach (var (name, value) in values)
        {
            content.Add(new StringContent(value), name);
        }

        foreach (var (name, fileName, bytes) in files)
        {
            var part = new ByteArrayContent(bytes);
            part.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
            content.Add(part, name, fileName);
        }

        return content;
    }
}
