using Microsoft.Data.Sqlite;

namespace Dashboard.Benchmarks;

/// <summary>The same figures in SQLite, summed by the fastest summing queries known: ranges of a nested set, index only.</summary>
internal sealed class SqlPeer : IDisposable
{
    private const int RowsAtOnce = 64;

    private readonly SampleSet _set;
    private readonly int[] _first;
    private readonly int[] _last;
    private readonly string _folder = Directory.CreateTempSubdirectory("rollups").FullName;
    private readonly SqliteConnection _connection;

    public SqlPeer(SampleSet set)
    {
        _set = set;
        (_first, _last) = NestedSet(set);
        _connection = new SqliteConnection($"Data Source={Path.Combine(_folder, "figures.db")}");
        _connection.Open();
        Run("PRAGMA journal_mode=OFF");
        Run("PRAGMA synchronous=OFF");
        Run("PRAGMA cache_size=-1500000");
        Run("PRAGMA mmap_size=4000000000");
        Run("CREATE TABLE f (ind INTEGER, per INTEGER, pre INTEGER, v INTEGER, PRIMARY KEY (ind, per, pre)) WITHOUT ROWID");
        Run("CREATE TABLE period (per INTEGER PRIMARY KEY)");
        Run("CREATE TABLE indicator (ind INTEGER PRIMARY KEY)");
        Run("CREATE TABLE child (parent INTEGER, number INTEGER, first INTEGER, last INTEGER, PRIMARY KEY (parent, number)) WITHOUT ROWID");
        Load();
        Q1 = Prepare("SELECT per, (SELECT sum(v) FROM f WHERE ind = $a AND f.per = period.per AND pre BETWEEN $b AND $c) FROM period ORDER BY per");
        Q3 = Prepare("SELECT number, ind, (SELECT sum(v) FROM f WHERE f.ind = indicator.ind AND per = $a AND pre BETWEEN child.first AND child.last) FROM child CROSS JOIN indicator WHERE parent = $b ORDER BY number, ind");
        Top = Prepare("SELECT pre, v FROM f WHERE ind = $a AND per = $b ORDER BY v DESC, pre LIMIT 20");
    }

    private SqliteCommand Q1 { get; }

    private SqliteCommand Q3 { get; }

    private SqliteCommand Top { get; }

    /// <summary>One indicator of a subtree over all periods, into <paramref name="sums"/>.</summary>
    public void Series(int committee, int indicator, Span<long> sums) => Read(Q1, 1, sums, indicator, _first[committee], _last[committee]);

    /// <summary>Every child of a committee by every indicator for one period.</summary>
    public void Children(int committee, int quarter, Span<long> sums) => Read(Q3, 2, sums, quarter, committee, 0);

    /// <summary>The twenty largest figures of one indicator and period.</summary>
    public void Largest(int indicator, int quarter, Span<long> values) => Read(Top, 1, values, indicator, quarter, 0);

    public void Dispose()
    {
        _connection.Dispose();
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    private static (int[] First, int[] Last) NestedSet(SampleSet set)
    {
        ILookup<int, int> children = set.ChildrenOf(set.After);
        int[] first = new int[set.Count];
        int[] last = new int[set.Count];
        int next = 0;
        foreach (int root in children[-1])
        {
            Visit(root);
        }

        return (first, last);

        void Visit(int committee)
        {
            first[committee] = next++;
            foreach (int child in children[committee])
            {
                Visit(child);
            }

            last[committee] = next - 1;
        }
    }

    private static void Read(SqliteCommand command, int column, Span<long> into, long a, long b, long c)
    {
        command.Parameters[0].Value = a;
        command.Parameters[1].Value = b;
        command.Parameters[2].Value = c;
        using SqliteDataReader reader = command.ExecuteReader();
        for (int at = 0; reader.Read() && at < into.Length; at++)
        {
            into[at] = reader.GetInt64(column);
        }
    }

    private void Load()
    {
        int[] byPre = new int[_set.Count];
        for (int committee = 0; committee < _set.Count; committee++)
        {
            byPre[_first[committee]] = committee;
        }

        using SqliteTransaction transaction = _connection.BeginTransaction();
        using SqliteCommand many = Insert(RowsAtOnce);
        using SqliteCommand one = Insert(1);
        for (int indicator = 0; indicator < SampleSet.Indicators; indicator++)
        {
            Run($"INSERT INTO indicator VALUES ({indicator})");
            for (int quarter = 0; quarter < _set.Quarters.Length; quarter++)
            {
                for (int pre = 0; pre < byPre.Length;)
                {
                    bool full = byPre.Length - pre >= RowsAtOnce;
                    Fill(full ? many : one, byPre, indicator, quarter, pre);
                    pre += full ? RowsAtOnce : 1;
                }
            }
        }

        for (int quarter = 0; quarter < _set.Quarters.Length; quarter++)
        {
            Run($"INSERT INTO period VALUES ({quarter})");
        }

        foreach (IGrouping<int, int> siblings in _set.ChildrenOf(_set.After))
        {
            foreach (int child in siblings)
            {
                Run($"INSERT INTO child VALUES ({siblings.Key}, {child}, {_first[child]}, {_last[child]})");
            }
        }

        transaction.Commit();
        Run("ANALYZE");
    }

    private static void Fill(SqliteCommand insert, int[] byPre, int indicator, int quarter, int pre)
    {
        for (int row = 0; row < insert.Parameters.Count / 4; row++)
        {
            insert.Parameters[row * 4].Value = indicator;
            insert.Parameters[(row * 4) + 1].Value = quarter;
            insert.Parameters[(row * 4) + 2].Value = pre + row;
            insert.Parameters[(row * 4) + 3].Value = SampleSet.ValueOf(byPre[pre + row], indicator, quarter);
        }

        insert.ExecuteNonQuery();
    }

    private SqliteCommand Insert(int rows)
    {
        SqliteCommand command = _connection.CreateCommand();
        command.CommandText = "INSERT INTO f VALUES " + string.Join(',', Enumerable.Range(0, rows).Select(row => $"($a{row},$b{row},$c{row},$d{row})"));
        for (int row = 0; row < rows; row++)
        {
            foreach (char column in "abcd")
            {
                command.Parameters.Add(new SqliteParameter($"${column}{row}", SqliteType.Integer));
            }
        }

        command.Prepare();
        return command;
    }

    private SqliteCommand Prepare(string sql)
    {
        SqliteCommand command = _connection.CreateCommand();
        command.CommandText = sql;
        foreach (string name in new[] { "$a", "$b", "$c" })
        {
            command.Parameters.Add(new SqliteParameter(name, SqliteType.Integer));
        }

        command.Prepare();
        return command;
    }

    private void Run(string sql)
    {
        using SqliteCommand command = _connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
