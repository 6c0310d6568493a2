using System.Data.Common;

namespace Dashboard.Data;

/// <summary>
/// Commands of a connection that stays open, each prepared once and kept as long as the connection: to prepare one costs more than to run
/// one that writes a row. Only one reader of a command is open at a time.
/// </summary>
internal sealed class CommandShelf
{
    private readonly Dictionary<string, DbCommand> _kept = [];
    private DbConnection? _connection;
    private DbTransaction? _transaction;

    /// <summary>Work begins, on the same connection as the work before or on a new one; null where it needs no transaction.</summary>
    public void Begin(DbConnection connection, DbTransaction? transaction)
    {
        if (connection != _connection)
        {
            Forget();
            _connection = connection;
        }

        _transaction = transaction;
    }

    /// <summary>The command of a text, for the work that goes on.</summary>
    /// <param name="sql">The text, which is the same for every value.</param>
    /// <param name="parameters">Names of its parameters, in the order in which values are set; without the sign before them.</param>
    public DbCommand Of(string sql, params ReadOnlySpan<string> parameters)
    {
        if (!_kept.TryGetValue(sql, out DbCommand? command))
        {
            command = (_connection ?? throw new InvalidOperationException("No work has begun.")).CreateCommand();
            command.CommandText = sql;
            foreach (string name in parameters)
            {
                DbParameter parameter = command.CreateParameter();
                parameter.ParameterName = "@" + name;
                command.Parameters.Add(parameter);
            }

            _kept.Add(sql, command);
        }

        command.Transaction = _transaction;
        return command;
    }

    /// <summary>The connection is given up.</summary>
    public void Forget()
    {
        foreach (DbCommand command in _kept.Values)
        {
            command.Dispose();
        }

        _kept.Clear();
        (_connection, _transaction) = (null, null);
    }

    /// <summary>Sets the values of a command, in the order of its parameters.</summary>
    public static void Set(DbCommand command, params ReadOnlySpan<object?> values)
    {
        for (int i = 0; i < values.Length; i++)
        {
            command.Parameters[i].Value = values[i] ?? DBNull.Value;
        }
    }
}
