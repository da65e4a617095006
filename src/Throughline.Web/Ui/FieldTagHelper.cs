using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Throughline.Web.Ui;

/// <summary>
/// One form field: label, hint, control and error, tied together for screen readers, showing again what was typed.
/// <c>&lt;field for="Input.Name" label="Name" hint="…"/&gt;</c>
/// </summary>
[HtmlTargetElement("field", TagStructure = TagStructure.WithoutEndTag)]
public sealed class FieldTagHelper : TagHelper
{
    /// <summary>The bound property.</summary>
    public ModelExpression For { get; set; } = null!;

    public string Label { get; set; } = "";

    /// <summary>What to enter, in one line under the label.</summary>
    public string? Hint { get; set; }

    /// <summary>text, email, password, date, time, file, textarea, select or checkbox.</summary>
    public string Type { get; set; } = "text";

    /// <summary>What a select offers; items that follow each other with the same group stand under its name.</summary>
    public IEnumerable<SelectListItem>? Options { get; set; }

    public bool Required { get; set; }

    /// <summary>True for a field of a row that may stay empty as a whole: alone it is not optional, and not required either.</summary>
    public bool Unmarked { get; set; }

    public string? Autocomplete { get; set; }

    public int? Maxlength { get; set; }

    public int Rows { get; set; } = 4;

    /// <summary>File types a file field takes, as in HTML.</summary>
    public string? Accept { get; set; }

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext View { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var name = View.ViewData.TemplateInfo.GetFullHtmlFieldName(For.Name);
        var id = TagBuilder.CreateSanitizedId(name, "_");
        var entry = View.ModelState.TryGetValue(name, out var found) ? found : null;
        var error = entry?.Errors.FirstOrDefault()?.ErrorMessage;
        var typed = entry?.AttemptedValue ?? Format(For.Model);

        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute(
            "class",
            error is null ? $"field {Type}" : $"field {Type} wrong"
        );

        var control = Control(name, id, typed);
        var described = string.Join(
            ' ',
            new[]
            {
                Hint is null ? null : $"{id}-hint",
                error is null ? null : $"{id}-error",
            }.OfType<string>()
        );
        if (described.Length > 0)
        {
            control.Attributes["aria-describedby"] = described;
        }

        if (error is not null)
        {
            control.Attributes["aria-invalid"] = "true";
        }

        if (Required)
        {
            control.Attributes["required"] = "required";
        }

        if (Type == "checkbox")
        {
            output.Content.AppendHtml(control).AppendHtml(LabelFor(id));
            AppendNotes(output, id, error);
        }
        else
        {
            output.Content.AppendHtml(LabelFor(id));
            AppendNotes(output, id, error);
            output.Content.AppendHtml(control);
        }
    }

    private TagBuilder LabelFor(string id)
    {
        var label = new TagBuilder("label");
        label.Attributes["for"] = id;
        label.InnerHtml.Append(Label);
        if (!Required && !Unmarked && Type != "checkbox" && Options is null)
        {
            label.InnerHtml.AppendHtml(" <span class=\"optional\">(optional)</span>");
        }

        return label;
    }

    private void AppendNotes(TagHelperOutput output, string id, string? error)
    {
        if (Hint is not null)
        {
            output.Content.AppendHtml(Note(id + "-hint", "hint", Hint));
        }

        if (error is not null)
        {
            output.Content.AppendHtml(Note(id + "-error", "error", error));
        }
    }

    private TagBuilder Control(string name, string id, string? typed)
    {
        var control = new TagBuilder(
            Type switch
            {
                "textarea" => "textarea",
                "select" => "select",
                _ => "input",
            }
        );
        control.Attributes["id"] = id;
        control.Attributes["name"] = name;
        if (Autocomplete is not null)
        {
            control.Attributes["autocomplete"] = Autocomplete;
        }

        if (Maxlength is { } most)
        {
            control.Attributes["maxlength"] = most.ToString(CultureInfo.InvariantCulture);
        }

        switch (Type)
        {
            case "textarea":
                control.Attributes["rows"] = Rows.ToString(CultureInfo.InvariantCulture);
                // The first line break after the tag is dropped by browsers: give one, so that a typed one stays.
                control.InnerHtml.AppendHtml("\n").Append(typed ?? "");
                break;
            case "select":
                AppendOptions(control, typed);
                break;
            case "checkbox":
                control.TagRenderMode = TagRenderMode.SelfClosing;
                control.Attributes["type"] = "checkbox";
                control.Attributes["value"] = "true";
                if (typed?.Contains("true", StringComparison.OrdinalIgnoreCase) == true)
                {
                    control.Attributes["checked"] = "checked";
                }

                break;
            default:
                control.TagRenderMode = TagRenderMode.SelfClosing;
                control.Attributes["type"] = Type;
                if (Accept is not null)
                {
                    control.Attributes["accept"] = Accept;
                }

                // A password is never sent back.
                if (Type is not ("password" or "file") && typed is not null)
                {
                    control.Attributes["value"] = typed;
                }

                break;
        }

        return control;
    }

    private void AppendOptions(TagBuilder select, string? typed)
    {
        TagBuilder? group = null;
        foreach (var item in Options ?? [])
        {
            if (group?.Attributes["label"] != item.Group?.Name)
            {
                group = item.Group is null ? null : new TagBuilder("optgroup");
                group?.Attributes.Add("label", item.Group!.Name);
                if (group is not null)
                {
                    select.InnerHtml.AppendHtml(group);
                }
            }

            var option = new TagBuilder("option");
            option.Attributes["value"] = item.Value;
            if (string.Equals(item.Value, typed, StringComparison.Ordinal))
            {
                option.Attributes["selected"] = "selected";
            }

            option.InnerHtml.Append(item.Text);
            (group ?? select).InnerHtml.AppendHtml(option);
        }
    }

    private static TagBuilder Note(string id, string kind, string text)
    {
        var note = new TagBuilder("p");
        note.Attributes["id"] = id;
        note.AddCssClass(kind);
        note.InnerHtml.Append(text);
        return note;
    }

    private static string? Format(object? value) =>
        value switch
        {
            null => null,
            DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            TimeOnly time => time.ToString("HH:mm", CultureInfo.InvariantCulture),
            Enum known => Convert
                .ToInt32(known, CultureInfo.InvariantCulture)
                .ToString(CultureInfo.InvariantCulture),
            bool flag => flag ? "true" : "false",
            _ => Convert.ToString(value, CultureInfo.InvariantCulture),
        };
}
