using Microsoft.AspNetCore.Http.Features;

namespace Throughline.Web.Hosting;

/// <summary>
/// Answers a form that cannot be read: characters that no text holds, a broken upload, more than is taken at once. The
/// error page could not read it either, so the answer is a plain line.
/// </summary>
public static class UnreadableForms
{
    public static IApplicationBuilder UseUnreadableForms(this IApplicationBuilder app) =>
        app.Use(
            async (http, next) =>
            {
                try
                {
                    await next(http);
                }
                catch (Exception failure)
                    when (!http.Response.HasStarted && StatusOf(failure, http) is { })
                {
                    http.Response.Clear();
                    http.Response.StatusCode = StatusOf(failure, http)!.Value;
                    http.Response.ContentType = "text/plain; charset=utf-8";
                    await http.Response.WriteAsync(
                        http.Response.StatusCode == StatusCodes.Status413PayloadTooLarge
                            ? "That is too large. Go back and send a smaller file, or less text at once. Nothing was saved."
                            : "This form holds characters that cannot be read. Go back, take them out and send it again. Nothing was saved."
                    );
                }
            }
        );

    private static int? StatusOf(Exception failure, HttpContext http) =>
        failure switch
        {
            BadHttpRequestException bad => bad.StatusCode,
            // The same exception from a handler, of a form that was read, is a fault of ours.
            InvalidDataException
                when http.Request.HasFormContentType
                    && http.Features.Get<IFormFeature>()?.Form is null =>
                StatusCodes.Status400BadRequest,
            _ => null,
        };
}
