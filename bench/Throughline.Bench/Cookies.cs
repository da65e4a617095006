using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Throughline.Data.Platform;
using Throughline.Web.Access;

namespace Throughline.Bench;

/// <summary>Sign-in cookies by the program's own code and keys: a thousand people need no thousand slow passwords.</summary>
internal sealed class Cookies(WebApplication program)
{
    private const string Name = "throughline";

    /// <summary>What the browser of this person would send.</summary>
    public async Task<string> WriteAsync(Account account)
    {
        await using var scope = program.Services.CreateAsyncScope();
        var http = new DefaultHttpContext { RequestServices = scope.ServiceProvider };
        await SignInCookie.WriteAsync(http, account);
        return http.Response.Headers.SetCookie.ToString().Split(';')[0];
    }

    /// <summary>How the floor reads one: decrypts it and takes the claims, without the framework's handlers around it.</summary>
    public Func<HttpContext, SignInCookie?> Reader()
    {
        var format = program
            .Services.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>()
            .Get(CookieAuthenticationDefaults.AuthenticationScheme)
            .TicketDataFormat;
        return http =>
        {
            if (
                http.Request.Cookies[Name] is not { } value
                || format.Unprotect(value) is not { } ticket
            )
            {
                return null;
            }

            http.User = ticket.Principal;
            return SignInCookie.Of(http);
        };
    }
}
