using System.Security.Cryptography;
using System.Text;
using Microsoft.Data.Sqlite;

namespace Dashboard.Tests.Testing;

/// <summary>Every row of every table as text: what must be the same when nothing is to have happened.</summary>
internal static class TableDump
{
    public static string Of(string connectionString)
    {
        var dump = new StringBuilder();
        Write(connectionString, line => dump.Append(line).Append('\n'));
        return dump.ToString();
    }

    /// <summary>SHA-256 of the dump.</summary>
    public static string HashOf(string connectionString)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Write(connectionString, line => hash.AppendData(Encoding.UTF8.GetBytes(line + "\n")));
        return Convert.ToHexString(hash.GetHashAndReset());
    }

    private static void Write(string connectionString, Action<string> write)
    {
        using var connection = new SqliteConnection(connectionString);
        connection.Open();
        foreach (string table in Rows(connection, "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name").ToList())
        {
            write(table);
            foreach (string row in Rows(connection, $"SELECT * FROM \"{table.TrimEnd('|')}\""))
            {
                write(row);
            }
        }
    }

    private static IEnumerable<string> Rows(SqliteConnection connection, string sql)
    {
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        using SqliteDataReader reader = command.ExecuteReader();
        while (reader.Read())
        {
            var row = new StringBuilder();
            for (int i = 0; i < reader.FieldCount; i++)
            {
                // When a session or token was last used is kept behind any answer, and is nothing that anybody changes.
                row.Append(reader.GetName(i) is "SeenAt" or "UsedAt" ? "" : reader.GetValue(i)).Append('|');
            }

            yield return row.ToString();
        }
    }
}
