using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Identity;
using Throughline.Data;
using Throughline.Data.Platform;
using Throughline.Web.Features.SignIn;

namespace Throughline.Web.Hosting;

/// <summary>Accounts, the sign-in cookie and the keys that protect both.</summary>
public static class SignInRegistration
{
    public static IServiceCollection AddSignIn(this IServiceCollection services)
    {
        services.AddHttpContextAccessor();
        services.AddScoped<PublicAddress>();
        services.AddScoped<SetPasswordLinks>();
        services.AddScoped<Invitations>();
        services.AddScoped<PasswordCheck>();
        services.AddScoped<DemoMode>();
        services.AddSingleton<TryLimits>();
        services
            .AddIdentityCore<Account>(options =>
            {
                options.User.RequireUniqueEmail = true;
                // An address may hold more than the framework's letters: o'brien@….
                options.User.AllowedUserNameCharacters = "";
                options.Password.RequiredLength = PasswordRules.Shortest;
                options.Password.RequireDigit = false;
                options.Password.RequireLowercase = false;
                options.Password.RequireUppercase = false;
                options.Password.RequireNonAlphanumeric = false;
            })
            .AddEntityFrameworkStores<ThroughlineDb>()
            .AddTokenProvider<InvitationTokens>(InvitationTokens.Provider)
            .AddTokenProvider<ResetTokens>(ResetTokens.Provider);
        services.AddDataProtection().SetApplicationName("Throughline");
        services
            .AddOptions<KeyManagementOptions>()
            .Configure<IServiceScopeFactory>(
                (keys, scopes) => keys.XmlRepository = new DataProtectionKeyStore(scopes)
            );
        services
            .AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme)
            .AddCookie(cookie =>
            {
                cookie.Cookie.Name = "throughline";
                cookie.Cookie.SameSite = SameSiteMode.Lax;
                cookie.Cookie.HttpOnly = true;
                cookie.LoginPath = "/sign-in";
                cookie.ExpireTimeSpan = TimeSpan.FromDays(14);
                cookie.SlidingExpiration = true;
            });
        return services;
    }
}
