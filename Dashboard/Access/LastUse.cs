using System.Collections.Concurrent;
using Dashboard.Data;

namespace Dashboard.Access;

/// <summary>
/// Keeps when tokens and sessions were last used, to about a minute: one small write a minute each, behind the answer. A screen
/// that was let in for longer than some days goes on for as long as it is used; one that nobody turned on for
/// <see cref="Lasting"/> ends, and its account or who administers its committee may end it at any time.
/// </summary>
public sealed partial class LastUse(TokenRegister tokens, SessionRegister sessions, TimeProvider time, ILogger<LastUse> logger)
{
    /// <summary>How long a screen lasts that is not used, once its first term is over.</summary>
    public static readonly TimeSpan Lasting = TimeSpan.FromDays(30);

    private static readonly TimeSpan Between = TimeSpan.FromMinutes(1);
    // The longest day of a change of clocks, and some.
    private static readonly TimeSpan ADay = TimeSpan.FromDays(2);

    private readonly ConcurrentDictionary<string, DateTime> _noted = new(StringComparer.Ordinal);

    /// <summary>A token is being used.</summary>
    public void Note(AccessToken token) => Note(token.Hash, now => tokens.UsedAsync(token.Hash, now));

    /// <summary>A session is being used.</summary>
    public void Note(Session session) => Note(session.Hash, async now =>
    {
        await sessions.SeenAsync([session.Hash], now);
        if (Lasts(session) && session.ExpiresAt - now < Lasting / 2)
        {
            await sessions.ProlongAsync(session.Account, session.Account, s => s.Hash == session.Hash, now + Lasting);
        }
    });

    /// <summary>Whether a session goes on for as long as it is used: a screen that was let in for more than the day.</summary>
    public static bool Lasts(Session session) => session.Kind == SessionKind.Screen && session.ExpiresAt - session.StartedAt > ADay;

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
