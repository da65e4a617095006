namespace Throughline.Web.Hosting;

/// <summary>
/// Refuses a post that another site made the browser send. By the browser's own word (Sec-Fetch-Site, Origin) and not by
/// a token in the form: a tab that was open overnight, or a second sign-in, never costs a text. Clients that are no
/// browsers send neither header and carry no cookie either.
/// </summary>
public static class CrossSiteGuard
{
    public static IApplicationBuilder UseCrossSiteGuard(this IApplicationBuilder app) =>
        app.Use(
            (http, next) =>
            {
                if (!IsSafe(http.Request.Method) && IsForeign(http.Request))
                {
                    http.Response.StatusCode = StatusCodes.Status403Forbidden;
                    return http.Response.WriteAsync(
                        "This form was sent from another site. Open Throughline and try again there."
                    );
                }

                return next(http);
            }
        );

    private static bool IsSafe(string method) =>
        HttpMethods.IsGet(method) || HttpMethods.IsHead(method) || HttpMethods.IsOptions(method);

    internal static bool IsForeign(HttpRequest request)
    {
        if (request.Headers["Sec-Fetch-Site"] is [{ Length: > 0 } site])
        {
            return site is not ("same-origin" or "none");
        }

        return request.Headers.Origin is [{ Length: > 0 } origin]
            && (
                !Uri.TryCreate(origin, UriKind.Absolute, out var from)
                || !string.Equals(
                    from.Authority,
                    request.Host.Value,
                    StringComparison.OrdinalIgnoreCase
                )
            );
    }
}
