using Dashboard.Data;
using Microsoft.Data.Sqlite;

namespace Dashboard.Commands;

/// <summary>Asks SQLite whether the file is whole and every row that another one names is there.</summary>
internal sealed class ForeignKeyCheck : ICheck
{
    public string Name => "rows";

    public async Task<CheckResult> RunAsync(SqliteDatabase database, CancellationToken cancellationToken)
    {
        await using var connection = new SqliteConnection(database.ConnectionString);
        await connection.OpenAsync(cancellationToken);
        var differences = new List<string>();
        await foreach (object[] row in RowsAsync(connection, "PRAGMA quick_check(100)", cancellationToken))
        {
            if (row[0] is not "ok")
            {
                differences.Add($"The file is damaged: {row[0]}.");
            }
        }

        await foreach (object[] row in RowsAsync(connection, "PRAGMA foreign_key_check", cancellationToken))
        {
            differences.Add($"A row of {row[0]} (rowid {row[1]}) names a row of {row[2]} that is not there.");
        }

        return new CheckResult(await CountAsync(connection, cancellationToken), differences);
    }

    private static async Task<long> CountAsync(SqliteConnection connection, CancellationToken cancellationToken)
    {
        long counted = 0;
        foreach (string table in new[] { "Committees", "Placements", "Indicators", "Figures", "Plans", "Forms", "Returns", "Lapses", "Complaints", "Directives", "Accounts" })
        {
            await foreach (object[] row in RowsAsync(connection, $"SELECT COUNT(*) FROM \"{table}\"", cancellationToken))
            {
                counted += (long)row[0];
            }
        }

        return counted;
    }

    private static async IAsyncEnumerable<object[]> RowsAsync(SqliteConnection connection, string sql, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using SqliteCommand command = connection.CreateCommand();
#pragma warning disable CA2100 // The texts are constants of this class.
        command.CommandText = sql;
#pragma warning restore CA2100
        await using SqliteDataReader reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            object[] row = new object[reader.FieldCount];
            reader.GetValues(row);
            yield return row;
        }
    }
}
