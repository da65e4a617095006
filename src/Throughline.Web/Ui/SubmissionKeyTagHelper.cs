using Microsoft.AspNetCore.Razor.TagHelpers;
using Throughline.Domain.Shared;
using Throughline.Web.Hosting;

namespace Throughline.Web.Ui;

/// <summary>Gives every form that posts its key, so that sending it twice makes one thing.</summary>
[HtmlTargetElement("form", Attributes = "[method=post]")]
public sealed class SubmissionKeyTagHelper(TimeProvider clock) : TagHelper
{
    public override void Process(TagHelperContext context, TagHelperOutput output) =>
        output.PreContent.AppendHtml(
            $"<input type=\"hidden\" name=\"{SubmissionFilter.Field}\" value=\"{Ids.New(clock.GetUtcNow().UtcDateTime)}\">"
        );
}
