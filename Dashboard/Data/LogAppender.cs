using System.Data;
using System.Data.Common;
using Dashboard.Domain.Changes;

namespace Dashboard.Data;

/// <summary>
/// Adds entries to the log within one transaction, each with the hash of the one before. It reads where the log ends
/// inside the transaction, because another process may have written since the last one.
/// </summary>
internal sealed class LogAppender
{
    /// <summary>A transaction with more entries than this is announced from the log instead of from memory.</summary>
    public const int MostKept = 10_000;

    private const string EndSql = """SELECT "Sequence", "Hash", "At" FROM "Changes" ORDER BY "Sequence" DESC LIMIT 1""";

    private const string InsertSql =
        """
        INSERT INTO "Changes" ("Sequence", "At", "Account", "Subject", "Committee", "Key", "Before", "After", "Reason", "Hash")
        VALUES (@sequence, @at, @account, @subject, @committee, @key, @before, @after, @reason, @hash)
        """;

    private readonly DbCommand _insert;
    private readonly List<LogEntry> _kept = [];
    private string _hash;

    public LogAppender(CommandShelf commands, DateTime now)
    {
        (LastSequence, _hash, DateTime lastAt) = ReadEnd(commands.Of(EndSql));
        FirstSequence = LastSequence + 1;
        // A clock that was set back must not put a later entry before an earlier one.
        At = now < lastAt ? lastAt : InstantConverter.FromMilliseconds(InstantConverter.ToMilliseconds(now));
        _insert = commands.Of(InsertSql, "sequence", "at", "account", "subject", "committee", "key", "before", "after", "reason", "hash");
    }

    /// <summary>Instant of all entries of this transaction, UTC.</summary>
    public DateTime At { get; }

    /// <summary>Sequence number that this transaction's first entry gets.</summary>
    public long FirstSequence { get; }

    /// <summary>Sequence number of the last entry in the log.</summary>
    public long LastSequence { get; private set; }

    /// <summary>The last entry in the log, and by its hash all before it.</summary>
    public (long Sequence, string Hash) End => (LastSequence, _hash);

    /// <summary>Whether <see cref="Kept"/> lacks entries because there were too many.</summary>
    public bool HasOverflowed { get; private set; }

    /// <summary>The entries of this transaction, in order.</summary>
    public IReadOnlyList<LogEntry> Kept => _kept;

    public long Append(string account, Subject subject, int? committee, string key, string? before, string? after, string? reason)
    {
        LogEntry entry = HashChain.Seal(
            new LogEntry
            {
                Sequence = LastSequence + 1,
                At = At,
                Account = account,
                Subject = subject,
                Committee = committee,
                Key = key,
                Before = before,
                After = after,
                Reason = reason,
            },
            _hash);
        Insert(entry);
        LastSequence = entry.Sequence;
        _hash = entry.Hash;
        HasOverflowed = HasOverflowed || _kept.Count >= MostKept;
        if (!HasOverflowed)
        {
            _kept.Add(entry);
        }

        return entry.Sequence;
    }

    /// <summary>Where the log stands now, to come back to when a write fails.</summary>
    public Mark Here() => new(LastSequence, _hash, _kept.Count, HasOverflowed);

    /// <summary>Forgets the entries made since <paramref name="mark"/>; the savepoint takes them out of the table.</summary>
    public void Return(Mark mark)
    {
        (LastSequence, _hash, int kept, HasOverflowed) = mark;
        _kept.RemoveRange(kept, _kept.Count - kept);
    }

    private static (long Sequence, string Hash, DateTime At) ReadEnd(DbCommand end)
    {
        using DbDataReader reader = end.ExecuteReader(CommandBehavior.SingleRow);
        return reader.Read()
            ? (reader.GetInt64(0), reader.GetString(1), InstantConverter.FromMilliseconds(reader.GetInt64(2)))
            : (0, HashChain.Genesis, DateTime.MinValue);
    }

    private void Insert(LogEntry entry)
    {
        CommandShelf.Set(
            _insert, entry.Sequence, InstantConverter.ToMilliseconds(entry.At), entry.Account, Words.Of(entry.Subject), entry.Committee,
            entry.Key, entry.Before, entry.After, entry.Reason, entry.Hash);
        _insert.ExecuteNonQuery();
    }

    internal readonly record struct Mark(long Sequence, string Hash, int Kept, bool HasOverflowed);
}
