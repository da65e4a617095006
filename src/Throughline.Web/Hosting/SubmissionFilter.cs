using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.Routing;
using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Data.Platform;
using Throughline.Data.Saving;
using Throughline.Web.Access;

namespace Throughline.Web.Hosting;

/// <summary>
/// Makes one thing of a form that arrives twice. The form's key and a hash of its content are saved with what the post
/// does, in its transaction; a second post of both follows where the first one led.
/// </summary>
public sealed class SubmissionFilter(ThroughlineDb db, Here here, IUrlHelperFactory urls)
    : IAsyncPageFilter,
        IOrderedFilter
{
    /// <summary>The hidden field that carries the key.</summary>
    public const string Field = "_submission";

    private const int MostLooks = 20;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    private static readonly TimeSpan JustNow = TimeSpan.FromSeconds(5);

    /// <summary>After access.</summary>
    public int Order => 10;

    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) =>
        Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(
        PageHandlerExecutingContext context,
        PageHandlerExecutionDelegate next
    )
    {
        var request = context.HttpContext.Request;
        if (
            !here.IsSignedIn
            || context.HandlerMethod?.MethodInfo.IsDefined(
                typeof(LeavesNoSubmissionAttribute),
                inherit: false
            ) == true
            || !request.HasFormContentType
            || !Guid.TryParse(request.Form[Field], out var key)
            || HttpMethods.IsGet(request.Method)
        )
        {
            await next();
            return;
        }

        var hash = Hash(request);
        if (await FollowAsync(key, hash, request) is { } earlier)
        {
            context.Result = earlier;
            return;
        }

        var submission = new Submission
        {
            DistrictId = here.Viewer.DistrictId,
            PersonId = here.Viewer.PersonId,
            Key = key,
            ContentHash = hash,
            At = here.Now,
        };
        db.Add(submission);
        var done = await next();
        if (done.Exception is DbUpdateException failure && UniqueViolation.Is(failure))
        {
            // Both posts ran at once and the other one was first, or another unique key was broken: only the first is ours.
            db.ChangeTracker.Clear();
            if (await FollowAsync(key, hash, request) is { } first)
            {
                done.ExceptionHandled = true;
                done.Result = first;
            }
        }
        else if (
            done.Exception is null
            && done.Result is RedirectResult or RedirectToPageResult or LocalRedirectResult
        )
        {
            await RememberLocationAsync(submission, done);
        }
    }

    private Task<Submission?> FindAsync(Guid key, byte[] hash) =>
        db.Set<Submission>()
            .AsNoTracking()
            .SingleOrDefaultAsync(s =>
                s.PersonId == here.Viewer.PersonId && s.Key == key && s.ContentHash == hash
            );

    private async Task RememberLocationAsync(Submission submission, PageHandlerExecutedContext done)
    {
        var location = done.Result switch
        {
            RedirectResult redirect => redirect.Url,
            LocalRedirectResult redirect => redirect.Url,
            RedirectToPageResult redirect => urls.GetUrlHelper(done)
                .Page(redirect.PageName, redirect.PageHandler, redirect.RouteValues),
            _ => null,
        };
        if (location is { Length: <= 400 } && db.Entry(submission).State == EntityState.Unchanged)
        {
            await db.Set<Submission>()
                .Where(s =>
                    s.PersonId == submission.PersonId
                    && s.Key == submission.Key
                    && s.ContentHash == submission.ContentHash
                )
                .ExecuteUpdateAsync(s => s.SetProperty(x => x.Location, location));
        }
    }

    // Where the first post led; null when there was none. It may have saved just now and not yet said where it leads.
    private async Task<IActionResult?> FollowAsync(Guid key, byte[] hash, HttpRequest request)
    {
        for (var looked = 1; ; looked++)
        {
            if (await FindAsync(key, hash) is not { } first)
            {
                return null;
            }

            if (
                first.Location is not null
                || looked == MostLooks
                || first.At < here.Now - JustNow
                // Who asks for a word is led nowhere.
                || request.Headers.ContainsKey("HX-Request")
            )
            {
                return new LocalRedirectResult(
                    first.Location is { } place && place.StartsWith('/') ? place : request.Path
                );
            }

            await Task.Delay(Pause, request.HttpContext.RequestAborted);
        }
    }

    private static byte[] Hash(HttpRequest request)
    {
        using var sha = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Add(request.Path + request.QueryString);
        foreach (var (name, values) in request.Form.OrderBy(f => f.Key, StringComparer.Ordinal))
        {
            if (name != Field)
            {
                Add($"{name}={values.Count}");
                foreach (var value in values)
                {
                    Add(value ?? "");
                }
            }
        }

        foreach (var file in request.Form.Files)
        {
            Add($"{file.Name}/{file.FileName}/{file.Length}");
            using var content = file.OpenReadStream();
            sha.AppendData(SHA256.HashData(content));
        }

        return sha.GetHashAndReset();

        void Add(string part)
        {
            sha.AppendData(BitConverter.GetBytes(part.Length));
            sha.AppendData(Encoding.UTF8.GetBytes(part));
        }
    }
}

/// <summary>
/// For a handler whose posts are anonymous: neither key nor hash of them is kept. A hash tells as much as the content
/// where there are few contents to try, and the key leads to the person. Such a handler sees to it itself that the same
/// post twice does nothing twice.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class LeavesNoSubmissionAttribute : Attribute;
