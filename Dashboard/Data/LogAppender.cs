using System.Data;
using System.Data.Common;
using Dashboard.Domain.Changes;

namespace Dashboard.Data;

/// <summary>
/// Adds entries to the log within one transaction, each with the hash of the one before. It reads where the log ends
/// inside the transaction, because another process may have written since the last one.
/// </summary>
internal sealed class LogAppender : IDisposable
{
    /// <summary>A transaction with more entries than this is announced from the log instead of from memory.</summary>
    public const int MostKept = 10_000;

    private const string InsertSql =
        """
        INSERT INTO "Changes" ("Sequence", "At", "Account", "Subject", "Committee", "Key", "Before", "After", "Reason", "Hash")
        VALUES (@sequence, @at, @account, @subject, @committee, @key, @before, @after, @reason, @hash)
        """;

    private readonly DbCommand _insert;
    private readonly List<LogEntry> _kept = [];
    private string _hash;

    public LogAppender(DbConnection connection, DbTransaction transaction, DateTime now)
    {
        (LastSequence, _hash, DateTime lastAt) = ReadEnd(connection, transaction);
        FirstSequence = LastSequence + 1;
        // A clock that was set back must not put a later entry before an earlier one.
        At = now < lastAt ? lastAt : InstantConverter.FromMilliseconds(InstantConverter.ToMilliseconds(now));
        _insert = connection.CreateCommand();
        _insert.Transaction = transaction;
        _insert.CommandText = InsertSql;
        foreach (string name in new[] { "sequence", "at", "account", "subject", "committee", "key", "before", "after", "reason", "hash" })
        {
            DbParameter parameter = _insert.CreateParameter();
            parameter.ParameterName = "@" + name;
            _insert.Parameters.Add(parameter);
        }
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

    public void Dispose() => _insert.Dispose();

    private static (long Sequence, string Hash, DateTime At) ReadEnd(DbConnection connection, DbTransaction transaction)
    {
        using DbCommand command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = """SELECT "Sequence", "Hash", "At" FROM "Changes" ORDER BY "Sequence" DESC LIMIT 1""";
        using DbDataReader reader = command.ExecuteReader(CommandBehavior.SingleRow);
        return reader.Read()
            ? (reader.GetInt64(0), reader.GetString(1), InstantConverter.FromMilliseconds(reader.GetInt64(2)))
            : (0, HashChain.Genesis, DateTime.MinValue);
    }

    private void Insert(LogEntry entry)
    {
        DbParameterCollection values = _insert.Parameters;
        values[0].Value = entry.Sequence;
        values[1].Value = InstantConverter.ToMilliseconds(entry.At);
        values[2].Value = entry.Account;
        values[3].Value = Words.Of(entry.Subject);
        values[4].Value = (object?)entry.Committee ?? DBNull.Value;
        values[5].Value = entry.Key;
        values[6].Value = (object?)entry.Before ?? DBNull.Value;
        values[7].Value = (object?)entry.After ?? DBNull.Value;
        values[8].Value = (object?)entry.Reason ?? DBNull.Value;
        values[9].Value = entry.Hash;
        _insert.ExecuteNonQuery();
    }

    internal readonly record struct Mark(long Sequence, string Hash, int Kept, bool HasOverflowed);
}
