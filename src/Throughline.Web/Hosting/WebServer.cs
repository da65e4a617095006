using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.TagHelpers;
using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Data.Assessments;
using Throughline.Data.Platform;
using Throughline.Web.Access;
using Throughline.Web.Features.Assessments;
using Throughline.Web.Features.Home;
using Throughline.Web.Features.Meetings;
using Throughline.Web.Features.Meetings.Calendars;
using Throughline.Web.Features.Meetings.Feedback;
using Throughline.Web.Features.Sharing;
using Throughline.Web.Features.Teams;
using Throughline.Web.Features.Units.People;
using Throughline.Web.Features.Units.Roster;
using Throughline.Web.Features.Work;
using Throughline.Web.Live;

namespace Throughline.Web.Hosting;

/// <summary>Puts the program together. What each part is, stands in the part.</summary>
public static class WebServer
{
    public static WebApplicationBuilder CreateBuilder(string[] args)
    {
        var builder = WebApplication.CreateBuilder(
            new WebApplicationOptions { Args = args, ContentRootPath = ContentRoot() }
        );
        builder.Services.AddThroughline(builder.Configuration);
        // Its lines hold query strings, and with them the keys of set-password links, whatever level the settings ask for.
        builder.Logging.AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.Warning);
        return builder;
    }

    public static IServiceCollection AddThroughline(
        this IServiceCollection services,
        IConfiguration configuration
    )
    {
#pragma warning disable RS0030 // The one clock of the running program.
        services.AddSingleton(TimeProvider.System);
#pragma warning restore RS0030
        services.AddThroughlineStore(
            configuration.GetConnectionString("Throughline") ?? "Data Source=data/throughline.db"
        );
        services.AddScoped<DatabaseUpgrade>();
        services.AddSingleton(
            new InstrumentCatalog(Path.Combine(AppContext.BaseDirectory, "content", "instruments"))
        );
        services.AddScoped<Here>();
        services.AddAssessments();
        services.AddWork();
        services.AddSharing();
        services.AddMeetings();
        services.AddFeedback();
        services.AddTeams();
        services.AddSingleton<IDayRows, ProposalsInMyDay>();
        services.AddSingleton<IDaySource, RowsInMyDay>();
        services.AddRoster();
        services.AddPages();
        services.AddSignIn();
        services.AddMail(configuration);
        services.AddDigest(configuration);
        return services;
    }

    public static WebApplication UseThroughline(this WebApplication app)
    {
        app.UseExceptionHandler("/error/500");
        app.UseStatusCodePagesWithReExecute("/error/{0}");
        app.UseSecurityHeaders();
        app.UseUnreadableForms();
        app.UseCrossSiteGuard();
        app.UseRouting();
        app.UseAuthentication();
        app.UseKeptRooms();
        app.MapStaticAssets();
        app.MapRazorPages().WithStaticAssets();
        app.MapLive();
        app.MapCalendars();
        app.MapHealth();
        return app;
    }

    private static void AddPages(this IServiceCollection services)
    {
        services.AddScoped<AccessFilter>();
        services.AddScoped<SubmissionFilter>();
        services
            .AddRazorPages(options =>
            {
                options.RootDirectory = "/Features";
                // Cross-site posts are refused by the browser's own headers, see CrossSiteGuard.
                options.Conventions.ConfigureFilter(new IgnoreAntiforgeryTokenAttribute());
                options.Conventions.ConfigureFilter(
                    new ServiceFilterAttribute(typeof(AccessFilter))
                );
                options.Conventions.ConfigureFilter(
                    new ServiceFilterAttribute(typeof(SubmissionFilter))
                );
            })
            .AddRazorOptions(options => options.PageViewLocationFormats.Add("/Ui/{0}.cshtml"))
            .InitializeTagHelper<FormTagHelper>((form, _) => form.Antiforgery = false);
        services.Configure<RouteOptions>(options =>
        {
            options.LowercaseUrls = true;
            options.ConstraintMap["slug"] = typeof(SlugConstraint);
        });
    }

    private static void MapHealth(this WebApplication app)
    {
        app.MapGet("/healthz", () => "alive");
        app.MapGet(
            "/readyz",
            async (ThroughlineDb db, CancellationToken cancel) =>
                await db.Database.CanConnectAsync(cancel)
                && !(await db.Database.GetPendingMigrationsAsync(cancel)).Any()
                    ? Results.Text("ready")
                    : Results.Text("not ready", statusCode: StatusCodes.Status503ServiceUnavailable)
        );
    }

    // Build output run outside development answers static files with 0 bytes; published files lie beside the program.
    private static string? ContentRoot() =>
        Directory.Exists(Path.Combine(AppContext.BaseDirectory, "wwwroot"))
            ? AppContext.BaseDirectory
            : null;
}
