using System.Text.Json;
using Dashboard.Data;
using Dashboard.Domain.Changes;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Accounts;

/// <summary>Reads from the log since when an account has its grants, and from whom.</summary>
public sealed class GrantHistory(IDbContextFactory<DashboardDb> databases)
{
    /// <summary>The entry by which each of the account's present grants came; a grant of before the log is not there.</summary>
    public async Task<IReadOnlyDictionary<Grant, LogEntry>> ReadAsync(string account, CancellationToken cancellationToken = default)
    {
        var since = new Dictionary<Grant, LogEntry>();
        await using DashboardDb db = await databases.CreateDbContextAsync(cancellationToken);
        IQueryable<LogEntry> entries = db.Changes.AsNoTracking().Where(e => e.Subject == Subject.Account && e.Key == account && e.Committee == null).OrderBy(e => e.Sequence);
        await foreach (LogEntry entry in entries.AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            if (GrantsIn(entry.After) is not { } held)
            {
                continue;
            }

            foreach (Grant gone in since.Keys.Except(held).ToArray())
            {
                since.Remove(gone);
            }

            foreach (Grant grant in held)
            {
                since.TryAdd(grant, entry);
            }
        }

        return since;
    }

    // Entries about a password, a token or a session have the same key and hold no grants.
    private static Grant[]? GrantsIn(string? json)
    {
        if (json is null)
        {
            return null;
        }

        using JsonDocument document = JsonDocument.Parse(json);
        return document.RootElement.TryGetProperty("displayName", out _) && document.RootElement.TryGetProperty("grants", out JsonElement grants)
            ? [.. grants.EnumerateArray().Select(g => new Grant(Words.Read<AccountRole>(g.GetProperty("role").GetString()!), g.GetProperty("committee").GetString()))]
            : null;
    }
}
