using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Dashboard.Tests.Testing;

/// <summary>Keeps what a host logs as an error or with an exception (a page that broke is a warning to the framework), so that a test can ask whether anything went wrong behind the page.</summary>
public sealed class FaultLog : ILoggerProvider, ILogger
{
    private readonly ConcurrentQueue<string> _faults = new();

    /// <summary>Whether every line is kept and not only those about something that went wrong.</summary>
    public bool KeepsAll { get; set; }

    /// <summary>Everything since the last time, and forgets it.</summary>
    public IReadOnlyList<string> Take()
    {
        var taken = new List<string>();
        while (_faults.TryDequeue(out string? fault))
        {
            taken.Add(fault);
        }

        return taken;
    }

    /// <inheritdoc />
    public ILogger CreateLogger(string categoryName) => this;

    /// <inheritdoc />
    public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

    /// <inheritdoc />
    public bool IsEnabled(LogLevel logLevel) => KeepsAll || logLevel >= LogLevel.Warning;

    /// <inheritdoc />
    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (KeepsAll || logLevel >= LogLevel.Error || (logLevel == LogLevel.Warning && exception is not null))
        {
            _faults.Enqueue($"{formatter(state, exception)} {exception}");
        }
    }

    /// <inheritdoc />
    public void Dispose()
    {
    }
}
