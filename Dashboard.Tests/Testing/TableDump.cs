using System.Security.Cryptography;
using System.Text;
using Microsoft.Data.Sqlite;

namespace Dashboard.Tests.Testing;

/// <summary>Every row of every table as text: what must be the same when nothing is to have happened.</summary>
internal static class TableDump
{
    private static readonly Dictionary<string, string> Visits = new() { ["Sessions"] = "0", ["Changes"] = "\"Subject\" NOT IN ('sign-in', 'denial')" };

    public static string Of(string connectionString)
    {
        var dump = new StringBuilder();
        Write(connectionString, withVisits: true, line => dump.Append(line).Append('\n'));
        return dump.ToString();
    }

    /// <summary>SHA-256 of the dump, but for who signed in when and what was refused to whom: that is kept of each visit.</summary>
    public static string HashOf(string connectionString)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Write(connectionString, withVisits: false, line => hash.AppendData(Encoding.UTF8.GetBytes(line + "\n")));
        return Convert.ToHexString(hash.GetHashAndReset());
    }

    private static void Write(string connectionString, bool withVisits, Action<string> write)
    {
        using var connection = new SqliteConnection(connectionString);
        connection.Open();
        foreach (string table in Rows(connection, "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name").ToList())
        {
            write(table);
            string visits = !withVisits && Visits.TryGetValue(table.TrimEnd('|'), out string? kept) ? $" WHERE {kept}" : "";
            foreach (string row in Rows(connection, $"SELECT * FROM \"{table.TrimEnd('|')}\"{visits}"))
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
