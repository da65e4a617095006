using System.Collections.Concurrent;
using System.Data.Common;
using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Logging;

namespace Throughline.Web.Tests.Support;

/// <summary>Notes which database commands each request takes.</summary>
public sealed class CommandLog : DbCommandInterceptor, IStartupFilter
{
    private const string Header = "X-Test-Request";
    private static readonly AsyncLocal<ConcurrentQueue<string>?> Current = new();
    private readonly ConcurrentDictionary<string, ConcurrentQueue<string>> requests = new(
        StringComparer.Ordinal
    );
    private int count;

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) =>
        app =>
        {
            app.Use(
                (http, then) =>
                {
                    var id = Interlocked
                        .Increment(ref count)
                        .ToString(CultureInfo.InvariantCulture);
                    requests[id] = Current.Value = [];
                    http.Response.Headers[Header] = id;
                    // An error page clears the headers of the page that failed.
                    http.Response.OnStarting(() =>
                    {
                        http.Response.Headers[Header] = id;
                        return Task.CompletedTask;
                    });
                    return then(http);
                }
            );
            next(app);
        };

    /// <summary>The commands that an answer took.</summary>
    public IReadOnlyList<string> Of(HttpResponseMessage response) =>
        response.Headers.TryGetValues(Header, out var id)
        && requests.TryRemove(id.First(), out var commands)
            ? [.. commands]
            : [];

    public override InterceptionResult<DbDataReader> ReaderExecuting(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<DbDataReader> result
    ) => Note(command, result);

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<DbDataReader> result,
        CancellationToken cancellationToken = default
    ) => ValueTask.FromResult(Note(command, result));

    public override InterceptionResult<int> NonQueryExecuting(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<int> result
    ) => Note(command, result);

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<int> result,
        CancellationToken cancellationToken = default
    ) => ValueTask.FromResult(Note(command, result));

    public override InterceptionResult<object> ScalarExecuting(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<object> result
    ) => Note(command, result);

    public override ValueTask<InterceptionResult<object>> ScalarExecutingAsync(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<object> result,
        CancellationToken cancellationToken = default
    ) => ValueTask.FromResult(Note(command, result));

    private static T Note<T>(DbCommand command, T result)
    {
        Current.Value?.Enqueue(command.CommandText);
        return result;
    }
}

/// <summary>A line of the log.</summary>
public sealed record LogLine(LogLevel Level, string Category, string Message, Exception? Failure);

/// <summary>Keeps what the program logs.</summary>
public sealed class LogCollector : ILoggerProvider
{
    private readonly ConcurrentQueue<LogLine> lines = [];

    public IReadOnlyCollection<LogLine> Lines => lines;

    /// <summary>Errors, with their exceptions.</summary>
    public IEnumerable<string> Failures =>
        lines
            .Where(l => l.Level >= LogLevel.Error)
            .Select(l => $"{l.Category}: {l.Message}\n{l.Failure}");

    public ILogger CreateLogger(string categoryName) => new Collector(this, categoryName);

    public void Dispose() { }

    private sealed class Collector(LogCollector log, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter
        ) => log.lines.Enqueue(new(logLevel, category, formatter(state, exception), exception));
    }
}
