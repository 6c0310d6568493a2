using Dashboard.Domain.Changes;

namespace Dashboard.Data;

/// <summary>
/// What one write works on, inside the ledger's transaction: the database to check against and to change, and the log to
/// record in. It is gone when the write's work returns.
/// </summary>
public sealed class LedgerPage
{
    private readonly LogAppender _log;

    internal LedgerPage(DashboardDb db, LogAppender log, string account, string? reason)
    {
        Db = db;
        _log = log;
        Account = account;
        Reason = reason;
    }

    /// <summary>The database. What is added to it or changed in it is saved when the work returns.</summary>
    public DashboardDb Db { get; }

    /// <summary>Name of the account that writes.</summary>
    public string Account { get; }

    /// <summary>Why, where it was said.</summary>
    public string? Reason { get; }

    /// <summary>
    /// Adds the entry of one change and returns its sequence number. <paramref name="before"/> and
    /// <paramref name="after"/> are whole rows as <c>LogPayload</c> writes them.
    /// </summary>
    public long Record(Subject subject, int? committee, string key, string? before, string? after) =>
        _log.Append(Account, subject, committee, key, before, after, Reason);
}
