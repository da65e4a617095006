using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughline.Domain.Shared;

namespace Throughline.Web.Ui;

/// <summary>What every form page says when it has saved, refused, or met a newer version.</summary>
public static class PageModelExtensions
{
    /// <summary>The name under which the layout finds what was saved.</summary>
    public const string NoticeKey = "Notice";

    /// <summary>Says on the next page what was done: “Lincoln Elementary is saved.”</summary>
    public static void Say(this PageModel page, string done) => page.TempData[NoticeKey] = done;

    /// <summary>Shows the form again with what was typed and the reason, as 422.</summary>
    /// <param name="page">The page.</param>
    /// <param name="refusal">Why.</param>
    /// <param name="prefix">The input object's name, when the refusal names one of its fields.</param>
    public static PageResult Refuse(this PageModel page, Refusal refusal, string prefix = "Input")
    {
        page.ModelState.AddModelError(
            refusal.Field is null ? "" : $"{prefix}.{refusal.Field}",
            refusal.Message
        );
        return Again(page, StatusCodes.Status422UnprocessableEntity);
    }

    /// <summary>Shows the form again with what was typed, for errors that model binding found.</summary>
    public static PageResult Again(
        this PageModel page,
        int status = StatusCodes.Status422UnprocessableEntity
    )
    {
        page.Response.StatusCode = status;
        return page.Page();
    }

    /// <summary>
    /// Someone else saved since the form was opened: nothing is overwritten, both texts are shown, and saving again is a
    /// decision. As 409.
    /// </summary>
    /// <param name="page">The page.</param>
    /// <param name="fields">Each field's label, what stands now and what was typed.</param>
    public static PageResult Conflict(
        this PageModel page,
        params (string Label, string? Now, string? Typed)[] fields
    )
    {
        page.ViewData["Conflict"] = fields.Where(f => f.Now != f.Typed).ToList();
        // The form goes out with the newest version, so that saving again is possible.
        page.ModelState.Remove("Input.Version");
        return Again(page, StatusCodes.Status409Conflict);
    }
}
