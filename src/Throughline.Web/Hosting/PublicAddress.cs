namespace Throughline.Web.Hosting;

/// <summary>
/// Makes the links that stand in mails. The setting <c>PublicUrl</c> says where people open Throughline; without it the
/// address of the request is taken, which is right on one machine and no more.
/// </summary>
public sealed class PublicAddress(IConfiguration configuration, IHttpContextAccessor http)
{
    /// <summary>The setting.</summary>
    public const string Setting = "PublicUrl";

    // Where ./run serves, for a link that a command prints.
    private const string OfRun = "http://127.0.0.1:5080";

    /// <summary>The whole address of a path such as <c>/home</c>.</summary>
    public string Of(string path) => Start().TrimEnd('/') + path;

    private string Start()
    {
        if (configuration[Setting] is { Length: > 0 } set)
        {
            return set;
        }

        return http.HttpContext?.Request is { } request
            ? $"{request.Scheme}://{request.Host}{request.PathBase}"
            : BoundAddresses.Configured(configuration).FirstOrDefault(BoundAddresses.IsLoopback)
                ?? OfRun;
    }
}
