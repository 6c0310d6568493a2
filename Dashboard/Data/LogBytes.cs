using System.Text;
using Dashboard.Domain.Changes;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Dashboard.Data;

/// <summary>Walks the change log of a SQLite file as the bytes that lie in it.</summary>
public static class LogBytes
{
    private const string Sql = """SELECT "Sequence", "At", "Account", "Subject", "Committee", "Key", "Before", "After", "Reason", "Hash" FROM "Changes" NOT INDEXED ORDER BY "Sequence" """;
    private const int RowsBetweenLooks = 65_536;

    private static readonly Dictionary<string, Subject>.AlternateLookup<ReadOnlySpan<char>> Subjects =
        Enum.GetValues<Subject>().ToDictionary(Words.Of, StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Takes <paramref name="walk"/> along the log; true when it came to the end, false when the entry after the last one followed is wrong.</summary>
    /// <param name="database">The file.</param>
    /// <param name="walk">Remembers how far it came.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static bool Walk(SqliteDatabase database, ChainWalk walk, CancellationToken cancellationToken = default)
    {
        using var connection = new SqliteConnection(database.ConnectionString);
        connection.Open();
        return Walk(connection, walk, cancellationToken);
    }

    /// <summary>The same over an open connection, as its transaction sees the log.</summary>
    public static bool Walk(SqliteConnection connection, ChainWalk walk, CancellationToken cancellationToken = default)
    {
        int result = raw.sqlite3_prepare_v2(connection.Handle, Sql, out sqlite3_stmt statement);
        using (statement)
        {
            if (result != raw.SQLITE_OK)
            {
                throw new SqliteException(raw.sqlite3_errmsg(connection.Handle).utf8_to_string(), result);
            }

            return Walk(statement, walk, cancellationToken);
        }
    }

    private static bool Walk(sqlite3_stmt statement, ChainWalk walk, CancellationToken cancellationToken)
    {
        while (true)
        {
            if (walk.Sequence % RowsBetweenLooks == 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
            }

            switch (raw.sqlite3_step(statement))
            {
                case raw.SQLITE_ROW when Follow(statement, walk):
                    continue;
                case raw.SQLITE_DONE:
                    return true;
                case raw.SQLITE_BUSY or raw.SQLITE_LOCKED:
                    throw new IOException("The database is locked.");
                default:
                    // A wrong entry, or a page of the file that SQLite cannot read: the log breaks here either way.
                    return false;
            }
        }
    }

    private static bool Follow(sqlite3_stmt row, ChainWalk walk)
    {
        if (!HasKinds(row) || !TryReadSubject(raw.sqlite3_column_blob(row, 3), out Subject subject))
        {
            return false;
        }

        return walk.Follow(new EntryBytes
        {
            Sequence = raw.sqlite3_column_int64(row, 0),
            UnixMilliseconds = raw.sqlite3_column_int64(row, 1),
            Account = raw.sqlite3_column_blob(row, 2),
            Subject = subject,
            Committee = IsNull(row, 4) ? null : raw.sqlite3_column_int64(row, 4),
            Key = raw.sqlite3_column_blob(row, 5),
            Before = Text(row, 6),
            After = Text(row, 7),
            Reason = Text(row, 8),
            Hash = raw.sqlite3_column_blob(row, 9),
        });
    }

    /// <summary>SQLite keeps any kind of value in any column: bytes that were made another kind read as the same text.</summary>
    private static bool HasKinds(sqlite3_stmt row) =>
        Is(row, 0, raw.SQLITE_INTEGER) && Is(row, 1, raw.SQLITE_INTEGER) && Is(row, 2, raw.SQLITE_TEXT) && Is(row, 3, raw.SQLITE_TEXT)
        && (IsNull(row, 4) || Is(row, 4, raw.SQLITE_INTEGER)) && Is(row, 5, raw.SQLITE_TEXT) && Is(row, 9, raw.SQLITE_TEXT)
        && IsTextOrNull(row, 6) && IsTextOrNull(row, 7) && IsTextOrNull(row, 8);

    private static bool Is(sqlite3_stmt row, int column, int kind) => raw.sqlite3_column_type(row, column) == kind;

    private static bool IsNull(sqlite3_stmt row, int column) => Is(row, column, raw.SQLITE_NULL);

    private static bool IsTextOrNull(sqlite3_stmt row, int column) => IsNull(row, column) || Is(row, column, raw.SQLITE_TEXT);

    private static TextBytes Text(sqlite3_stmt row, int column) => IsNull(row, column) ? default : new TextBytes(raw.sqlite3_column_blob(row, column));

    private static bool TryReadSubject(ReadOnlySpan<byte> word, out Subject subject)
    {
        Span<char> text = stackalloc char[32];
        subject = default;
        return word.Length <= text.Length && Subjects.TryGetValue(text[..Encoding.Latin1.GetChars(word, text)], out subject);
    }
}
