using System.Data.Common;
using Dashboard.Domain;
using Dashboard.Domain.Changes;
using Dashboard.Domain.Indicators;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Data;

/// <summary>
/// What one write works on, inside the ledger's transaction: the database to check against and to change, and the log to
/// record in. It is gone when the write's work returns.
/// </summary>
public sealed class LedgerPage
{
    private static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Ho_Chi_Minh");

    private readonly LogAppender _log;
    private readonly LedgerShelf _shelf;
    private readonly Dictionary<int, string> _codes = [];

    internal LedgerPage(DashboardDb db, LogAppender log, LedgerShelf shelf, string account, string? reason)
    {
        Db = db;
        _log = log;
        _shelf = shelf;
        Account = account;
        Reason = reason;
    }

    /// <summary>The database. What is added to it or changed in it is saved when the work returns.</summary>
    public DashboardDb Db { get; }

    /// <summary>Name of the account that writes.</summary>
    public string Account { get; }

    /// <summary>When, UTC: the instant of every entry of this write.</summary>
    public DateTime At => _log.At;

    /// <summary>The calendar day of <see cref="At"/> where the committees are.</summary>
    public DateOnly Today => DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(At, Zone));

    /// <summary>Why, where it was said.</summary>
    public string? Reason { get; }

    /// <summary>
    /// Adds the entry of one change and returns its sequence number. <paramref name="before"/> and
    /// <paramref name="after"/> are whole rows as <see cref="LogPayload"/> writes them.
    /// </summary>
    public long Record(Subject subject, int? committee, string key, string? before, string? after)
    {
        _shelf.Indicators.Hear(subject);
        return _log.Append(Account, subject, committee, key, before, after, Reason);
    }

    /// <summary>Sequence number of the last entry so far.</summary>
    internal long LastSequence => _log.LastSequence;

    /// <summary>Code of the committee with a number.</summary>
    /// <exception cref="BrokenRuleException">There is none (<c>structure.unknown</c>).</exception>
    internal async Task<string> CodeOfCommitteeAsync(int number, CancellationToken cancellationToken)
    {
        if (_codes.TryGetValue(number, out string? known))
        {
            return known;
        }

        // Asked by almost every write, and by itself: a whole entity costs ten times as much as its code. One that this write has
        // only just added is not in the table yet.
        string code = Db.Committees.Local.FindEntry(number)?.Entity.Code ?? await StoredCodeAsync(number, cancellationToken)
            ?? throw new BrokenRuleException("structure.unknown", $"No committee has the number {number}.", number);
        _codes.Add(number, code);
        return code;
    }

    private async Task<string?> StoredCodeAsync(int number, CancellationToken cancellationToken)
    {
        DbCommand command = Command("""SELECT "Code" FROM "Committees" WHERE "Number" = @number""", "number");
        CommandShelf.Set(command, number);
        return await command.ExecuteScalarAsync(cancellationToken) as string;
    }

    /// <summary>A command in this write's transaction, prepared by an earlier write perhaps.</summary>
    internal DbCommand Command(string sql, params ReadOnlySpan<string> parameters) => _shelf.Commands.Of(sql, parameters);

    /// <summary>The indicator with a number.</summary>
    /// <exception cref="BrokenRuleException">There is none (<c>indicator.unknown</c>).</exception>
    internal async Task<Indicator> IndicatorAsync(int number, CancellationToken cancellationToken)
    {
        if (_shelf.Indicators.Find(number) is { } known)
        {
            return known;
        }

        Indicator indicator = await Db.Indicators.FindAsync([number], cancellationToken)
            ?? throw new BrokenRuleException("indicator.unknown", $"No indicator has the number {number}.", number);
        _shelf.Indicators.Keep(indicator);
        return indicator;
    }

    /// <summary>
    /// Adds a row, or replaces the one with the same <paramref name="id"/>, and records the change. A row that says what held
    /// already changes nothing.
    /// </summary>
    internal async Task<bool> PutAsync<T>(T row, object[] id, Subject subject, int? committee, string key, Func<T, string> write, CancellationToken cancellationToken)
        where T : class
    {
        T? known = await Db.FindAsync<T>(id, cancellationToken);
        string? before = known is null ? null : write(known);
        string after = write(row);
        if (before == after)
        {
            return false;
        }

        if (known is null)
        {
            Db.Add(row);
        }
        else
        {
            Db.Entry(known).CurrentValues.SetValues(row);
        }

        Record(subject, committee, key, before, after);
        return true;
    }
}
