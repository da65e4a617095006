using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Domain.Units;

namespace Throughline.Web.Access;

/// <summary>
/// Stands before every handler of every page. Nobody signed in: to sign-in and back. No such unit, or no permission:
/// 404, so that a stranger learns nothing. A former address leads to the current one.
/// </summary>
public sealed class AccessFilter(ThroughlineDb db, Here here, IEnumerable<IRelationCheck> checks)
    : IAsyncPageFilter
{
    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) =>
        Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(
        PageHandlerExecutingContext context,
        PageHandlerExecutionDelegate next
    )
    {
        context.Result = await RefuseAsync(context);
        if (context.Result is null)
        {
            await next();
        }
    }

    private async Task<IActionResult?> RefuseAsync(PageHandlerExecutingContext context)
    {
        var http = context.HttpContext;
        var permission = Needed(context);
        await SignInAsync(http);
        if (permission != Permission.Public && !here.IsSignedIn)
        {
            return http.Request.Headers.ContainsKey("HX-Request")
                ? new StatusCodeResult(StatusCodes.Status401Unauthorized)
                : new RedirectResult(
                    "/sign-in?returnUrl="
                        + Uri.EscapeDataString(http.Request.Path + http.Request.QueryString)
                );
        }

        if (context.RouteData.Values.TryGetValue("unit", out var slug))
        {
            var unit =
                (here.IsSignedIn ? here.Viewer.Own((string)slug!) : null)
                ?? await UnitAt.For(db)(db, (string)slug!, http.RequestAborted);
            if (unit is null)
            {
                return await FormerAddressAsync(http, (string)slug!);
            }

            here.At(unit);
        }

        if (!here.Can(permission) && !await HoldsForThingAsync(permission, context))
        {
            return new NotFoundResult();
        }

        return HandlerMissing(context);
    }

    /// <summary>The permission of the handler, else of the page. The start has made sure that there is one.</summary>
    public static Permission Needed(PageHandlerExecutingContext context) =>
        NeededBy(context.HandlerMethod?.MethodInfo, context.ActionDescriptor);

    /// <summary>See <see cref="Needed"/>.</summary>
    public static Permission NeededBy(
        System.Reflection.MethodInfo? handler,
        CompiledPageActionDescriptor page
    ) => (Attribute(handler) ?? Attribute(page.HandlerTypeInfo))!.Permission;

    internal static NeedsAttribute? Attribute(System.Reflection.MemberInfo? member) =>
        member is null
            ? null
            : (NeedsAttribute?)System.Attribute.GetCustomAttribute(member, typeof(NeedsAttribute));

    private static readonly HotQuery<
        Func<ThroughlineDb, string, CancellationToken, Task<Unit?>>
    > UnitAt = new(() =>
        EF.CompileAsyncQuery(
            (ThroughlineDb db, string slug, CancellationToken cancel) =>
                db.Set<Unit>().AsNoTracking().SingleOrDefault(u => u.Slug == slug)
        )
    );

    private async Task SignInAsync(HttpContext http)
    {
        if (SignInCookie.Of(http) is { } cookie)
        {
            db.Scope.Enter(cookie.DistrictId, cookie.PersonId);
            if (await Viewer.LoadAsync(db, cookie, here.Now, http.RequestAborted) is { } viewer)
            {
                here.SignedIn(viewer);
            }
            else
            {
                // The person left, their access is over, or they ended their sessions: the cookie must not open anything any more.
                await http.SignOutAsync();
            }
        }
    }

    private async Task<IActionResult> FormerAddressAsync(HttpContext http, string slug)
    {
        var current = await db.Set<UnitAddress>()
            .Where(a => a.Slug == slug)
            .Join(db.Set<Unit>(), a => a.UnitId, u => u.Id, (_, u) => u.Slug)
            .SingleOrDefaultAsync(http.RequestAborted);
        if (current is null || !HttpMethods.IsGet(http.Request.Method))
        {
            return new NotFoundResult();
        }

        var rest = http.Request.Path.Value![(slug.Length + 1)..];
        return new RedirectResult($"/{current}{rest}{http.Request.QueryString}", permanent: true);
    }

    private async Task<bool> HoldsForThingAsync(
        Permission permission,
        PageHandlerExecutingContext context
    )
    {
        if (!here.IsSignedIn || !here.HasUnit)
        {
            return false;
        }

        foreach (var relation in AccessTable.Rules[permission].Relations)
        {
            foreach (var check in checks.Where(c => c.Relation == relation))
            {
                if (
                    await check.HoldsAsync(
                        here,
                        context.RouteData.Values,
                        context.HttpContext.RequestAborted
                    )
                )
                {
                    return true;
                }
            }
        }

        return false;
    }

    // Razor Pages would answer a post to an unknown handler with the page and 200, and a lost write would look like success.
    private static IActionResult? HandlerMissing(PageHandlerExecutingContext context)
    {
        var request = context.HttpContext.Request;
        var named = request.Query["handler"].ToString();
        var found = context.HandlerMethod?.Name ?? "";
        // A post to an unknown name would run the page's main handler. The page that tells of a failure keeps the
        // address of the page that failed, name and all.
        var unknown =
            !string.Equals(named, found, StringComparison.OrdinalIgnoreCase)
            && context.HttpContext.Features.Get<IExceptionHandlerFeature>() is null;
        return unknown ? new NotFoundResult()
            : context.HandlerMethod is not null ? null
            : HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) ? null
            : new StatusCodeResult(StatusCodes.Status405MethodNotAllowed);
    }
}

/// <summary>Looks up a relation to the thing an address names, such as being a rater of this round.</summary>
public interface IRelationCheck
{
    Relation Relation { get; }

    Task<bool> HoldsAsync(Here here, RouteValueDictionary address, CancellationToken cancel);
}
