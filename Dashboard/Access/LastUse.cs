using System.Collections.Concurrent;
using Dashboard.Data;

namespace Dashboard.Access;

/// <summary>Keeps when tokens and sessions were last used, to about a minute: one small write a minute each, behind the answer.</summary>
public sealed partial class LastUse(TokenRegister tokens, SessionRegister sessions, TimeProvider time, ILogger<LastUse> logger)
{
    private static readonly TimeSpan Between = TimeSpan.FromMinutes(1);
    private readonly ConcurrentDictionary<string, DateTime> _noted = new(StringComparer.Ordinal);

    /// <summary>A token is being used.</summary>
    public void Note(AccessToken token) => Note(token.Hash, now => tokens.UsedAsync(token.Hash, now));

    /// <summary>A session is being used.</summary>
    public void Note(Session session) => Note(session.Hash, now => sessions.SeenAsync([session.Hash], now));

    private void Note(string hash, Func<DateTime, Task> write)
    {
        DateTime now = time.GetUtcNow().UtcDateTime;
        DateTime last = _noted.GetOrAdd(hash, DateTime.MinValue);
        if (now - last >= Between && _noted.TryUpdate(hash, now, last))
        {
            _ = WriteAsync(write, now);
        }
    }

    private async Task WriteAsync(Func<DateTime, Task> write, DateTime now)
    {
        try
        {
            await write(now);
        }
        catch (Exception exception)
        {
            LogNotNoted(exception);
        }
    }

    [LoggerMessage(LogLevel.Warning, "When a session or token was last used could not be kept.")]
    private partial void LogNotNoted(Exception exception);
}
