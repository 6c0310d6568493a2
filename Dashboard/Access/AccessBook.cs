using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Threading.Channels;
using Dashboard.Data;
using Dashboard.Domain.Changes;
using Dashboard.Live;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Access;

/// <summary>
/// Every account with its grants, open sessions and tokens, in memory: each request, each event of an open page and each
/// push asks here. It follows the change log, so that what is taken away is gone within moments, wherever it was written.
/// </summary>
public sealed partial class AccessBook(
    IDbContextFactory<DashboardDb> databases, Ledger ledger, LiveFigures figures, TimeProvider time, ILogger<AccessBook> logger) : IHostedService, IDisposable
{
    private static readonly TimeSpan BeforeTryingAgain = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<string, AccessEntry> _accounts = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, string> _sessions = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, string> _tokens = new(StringComparer.Ordinal);
    private readonly Channel<string> _changed = Channel.CreateUnbounded<string>(new UnboundedChannelOptions { SingleReader = true });
    private readonly SemaphoreSlim _loading = new(1, 1);
    private readonly PeriodicTimer _clock = new(TimeSpan.FromSeconds(30), time);
    private Task _following = Task.CompletedTask;

    /// <summary>Something about the account of that name has changed: its grants, its sessions, its tokens. Told after it is in force here.</summary>
    public event Action<string>? Changed;

    /// <summary>The accounts, in the order of their names.</summary>
    public IEnumerable<Account> Accounts => _accounts.Values.Select(e => e.Account).OrderBy(a => a.Name, StringComparer.Ordinal);

    /// <summary>The account of that name, or null.</summary>
    public Account? Find(string? name) => name is not null && _accounts.TryGetValue(name, out AccessEntry? entry) ? entry.Account : null;

    /// <summary>Stamp of an account's secrets, which its new sessions take over; empty where it has none.</summary>
    public string StampOf(string account) => _accounts.TryGetValue(account, out AccessEntry? entry) ? entry.Stamp : "";

    /// <summary>Whether an account signs in by a password.</summary>
    public bool HasPassword(string account) => _accounts.TryGetValue(account, out AccessEntry? entry) && entry.HasPassword;

    /// <summary>Whether an account is asked for a second factor when it signs in.</summary>
    public bool HasSecondFactor(string account) => _accounts.TryGetValue(account, out AccessEntry? entry) && entry.IsTwoFactor;

    /// <summary>Open sessions of an account, the latest used first.</summary>
    public IReadOnlyList<Session> SessionsOf(string account) =>
        _accounts.TryGetValue(account, out AccessEntry? entry) ? [.. entry.Sessions.Values.Where(s => IsOpen(s, entry)).OrderByDescending(s => s.SeenAt)] : [];

    /// <summary>Tokens of an account that were not taken back, the youngest first.</summary>
    public IReadOnlyList<AccessToken> TokensOf(string account) =>
        _accounts.TryGetValue(account, out AccessEntry? entry) ? [.. entry.Tokens.Values.OrderByDescending(t => t.CreatedAt)] : [];

    /// <summary>What the holder of a session's secret may do now; null when the session is over.</summary>
    public Rights? OfSession(string? secret) => FindSession(secret) is { } session && _accounts.TryGetValue(session.Account, out AccessEntry? entry) ? entry.Rights(session.Limit) : null;

    /// <summary>The open session with a secret, or null.</summary>
    public Session? FindSession(string? secret)
    {
        if (secret is null || !_sessions.TryGetValue(RandomSecret.HashOf(secret), out string? account) || !_accounts.TryGetValue(account, out AccessEntry? entry))
        {
            return null;
        }

        return entry.Sessions.TryGetValue(RandomSecret.HashOf(secret), out Session? session) && IsOpen(session, entry) ? session : null;
    }

    /// <summary>What the holder of a token may do now, and the token; null when it is unknown, taken back or over.</summary>
    public (Rights Rights, AccessToken Token)? OfToken(string token)
    {
        string hash = RandomSecret.HashOf(token);
        return _tokens.TryGetValue(hash, out string? account) && _accounts.TryGetValue(account, out AccessEntry? entry) && entry.Account.ClosedAt is null
            && entry.Tokens.TryGetValue(hash, out AccessToken? known) && (known.ExpiresAt is null || known.ExpiresAt > Now)
            ? (entry.Rights(known.Limit), known)
            : null;
    }

    /// <summary>Takes in what the database holds about an account, at once.</summary>
    public async Task RefreshAsync(string name, CancellationToken cancellationToken = default)
    {
        await _loading.WaitAsync(cancellationToken);
        try
        {
            await using DashboardDb db = await databases.CreateDbContextAsync(cancellationToken);
            await LoadAsync(db, name, cancellationToken);
        }
        finally
        {
            _loading.Release();
        }

        Tell(name);
    }

    /// <inheritdoc />
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        ledger.Committed += Hear;
        figures.TakenIn += Hear;
        await LoadAllAsync(cancellationToken);
        _following = Task.WhenAll(Task.Run(FollowAsync, CancellationToken.None), Task.Run(WatchExpiryAsync, CancellationToken.None));
    }

    /// <inheritdoc />
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        ledger.Committed -= Hear;
        figures.TakenIn -= Hear;
        _changed.Writer.TryComplete();
        _clock.Dispose();
        await _following.WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    /// <inheritdoc />
    public void Dispose()
    {
        _clock.Dispose();
        _loading.Dispose();
    }

    private DateTime Now => time.GetUtcNow().UtcDateTime;

    private bool IsOpen(Session session, AccessEntry entry) =>
        session.EndedAt is null && session.ExpiresAt > Now && session.Stamp == entry.Stamp && entry.Account.ClosedAt is null;

    private void Hear(IReadOnlyList<LogEntry> entries)
    {
        foreach (string account in entries.Where(e => e.Subject is Subject.Account or Subject.SignIn).Select(e => e.Key).Distinct())
        {
            _changed.Writer.TryWrite(account);
        }
    }

    /// <summary>A listener that fails keeps neither the others from hearing nor the writer from going on.</summary>
    private void Tell(string account)
    {
        foreach (Action<string> handler in Changed?.GetInvocationList().Cast<Action<string>>() ?? [])
        {
            try
            {
                handler(account);
            }
            catch (Exception exception)
            {
                LogListenerFailed(account, exception);
            }
        }
    }

    private async Task FollowAsync()
    {
        await foreach (string account in _changed.Reader.ReadAllAsync())
        {
            try
            {
                await RefreshAsync(account);
            }
            catch (Exception exception)
            {
                LogRefreshFailed(account, exception);
                Forget(account);
                Tell(account);
                _ = TryAgainAsync(account);
            }
        }
    }

    private async Task TryAgainAsync(string account)
    {
        await Task.Delay(BeforeTryingAgain, time);
        _changed.Writer.TryWrite(account);
    }

    /// <summary>A session that runs out is no entry of the log: open pages hear of it from here.</summary>
    private async Task WatchExpiryAsync()
    {
        while (await _clock.WaitForNextTickAsync())
        {
            foreach (AccessEntry entry in _accounts.Values.Where(e => e.Sessions.Values.Any(s => s.ExpiresAt <= Now)))
            {
                _changed.Writer.TryWrite(entry.Account.Name);
            }
        }
    }

    private async Task LoadAllAsync(CancellationToken cancellationToken)
    {
        DateTime now = Now;
        await using DashboardDb db = await databases.CreateDbContextAsync(cancellationToken);
        List<Account> accounts = await db.Accounts.AsNoTracking().ToListAsync(cancellationToken);
        Dictionary<string, Credential> credentials = await db.Credentials.AsNoTracking().ToDictionaryAsync(c => c.Account, cancellationToken);
        ILookup<string, Session> sessions = (await db.Sessions.AsNoTracking().Where(s => s.EndedAt == null && s.ExpiresAt > now).ToListAsync(cancellationToken)).ToLookup(s => s.Account);
        ILookup<string, AccessToken> tokens = (await db.Tokens.AsNoTracking().Where(t => t.RevokedAt == null).ToListAsync(cancellationToken)).ToLookup(t => t.Account);
        foreach (Account account in accounts)
        {
            Take(account, credentials.GetValueOrDefault(account.Name), sessions[account.Name], tokens[account.Name]);
        }
    }

    private async Task LoadAsync(DashboardDb db, string name, CancellationToken cancellationToken)
    {
        Account? account = await db.Accounts.AsNoTracking().SingleOrDefaultAsync(a => a.Name == name, cancellationToken);
        if (account is null)
        {
            Forget(name);
            return;
        }

        DateTime now = Now;
        Credential? credential = await db.Credentials.AsNoTracking().SingleOrDefaultAsync(c => c.Account == name, cancellationToken);
        List<Session> sessions = await db.Sessions.AsNoTracking().Where(s => s.Account == name && s.EndedAt == null && s.ExpiresAt > now).ToListAsync(cancellationToken);
        List<AccessToken> tokens = await db.Tokens.AsNoTracking().Where(t => t.Account == name && t.RevokedAt == null).ToListAsync(cancellationToken);
        Take(account, credential, sessions, tokens);
    }

    private void Take(Account account, Credential? credential, IEnumerable<Session> sessions, IEnumerable<AccessToken> tokens)
    {
        var entry = new AccessEntry(account, credential?.Stamp ?? "", credential?.PasswordHash is not null, credential?.IsTwoFactor ?? false, sessions.ToImmutableDictionary(s => s.Hash), tokens.ToImmutableDictionary(t => t.Hash));
        _accounts.TryGetValue(account.Name, out AccessEntry? before);
        _accounts[account.Name] = entry;
        foreach (string hash in entry.Sessions.Keys)
        {
            _sessions[hash] = account.Name;
        }

        foreach (string hash in entry.Tokens.Keys)
        {
            _tokens[hash] = account.Name;
        }

        Drop(before?.Sessions.Keys.Except(entry.Sessions.Keys), before?.Tokens.Keys.Except(entry.Tokens.Keys));
    }

    private void Forget(string name)
    {
        if (_accounts.TryRemove(name, out AccessEntry? entry))
        {
            Drop(entry.Sessions.Keys, entry.Tokens.Keys);
        }
    }

    private void Drop(IEnumerable<string>? sessions, IEnumerable<string>? tokens)
    {
        foreach (string hash in sessions ?? [])
        {
            _sessions.TryRemove(hash, out _);
        }

        foreach (string hash in tokens ?? [])
        {
            _tokens.TryRemove(hash, out _);
        }
    }

    [LoggerMessage(LogLevel.Error, "Somebody who was told that account {Account} has changed failed.")]
    private partial void LogListenerFailed(string account, Exception exception);

    [LoggerMessage(LogLevel.Error, "What account {Account} may do could not be read again; it may do nothing until it can.")]
    private partial void LogRefreshFailed(string account, Exception exception);
}
