using System.Collections.Immutable;
using System.Diagnostics;
using Dashboard.Domain.Figures;
using Dashboard.Domain.Periods;
using Dashboard.Domain.Rollups;

namespace Dashboard.Benchmarks;

/// <summary>P3, P10 and P11: reads, changes, memory, a reorganisation and rankings, beside SQLite on the same figures.</summary>
internal sealed class RollupBenchmark
{
    private readonly SampleSet _set;
    private readonly FigureCube _cube;
    private readonly ILookup<int, int> _children;
    private readonly Rollup[] _into = new Rollup[100_000];
    private readonly Random _random = new(42);
    private readonly ReadScope _scope = new(0);
    private long _sequence;
    private bool _ok = true;

    private RollupBenchmark(SampleSet set)
    {
        _set = set;
        long before = Machine.LiveBytes();
        long start = Stopwatch.GetTimestamp();
        _cube = FigureCube.Load(SampleSet.SameAlways(set.Before), SampleSet.OverTimes, set.All());
        Console.WriteLine($"loaded {set.Figures:n0} figures in {Stopwatch.GetElapsedTime(start).TotalSeconds:0.0} s");
        foreach (Period quarter in set.Quarters)
        {
            _cube.SetDue("quarterly", quarter, Enumerable.Range(0, SampleSet.Indicators), Enumerable.Range(0, set.Count));
        }

        Bytes("bytes a figure, both views alike", before);
        Reorganise();
        Bytes("bytes a figure, views differing after a reorganisation", before);
        _children = set.ChildrenOf(set.After);
    }

    public static bool Run(double scale, bool againstSql)
    {
        var set = new SampleSet(scale);
        var benchmark = new RollupBenchmark(set);
        Timing.Header();
        benchmark.Reads();
        benchmark.Changes();
        benchmark.Rankings();
        if (againstSql)
        {
            benchmark.AgainstSql();
        }

        benchmark.Moves();
        return benchmark._ok;
    }

    private void Bytes(string name, long before)
    {
        double bytes = (Machine.LiveBytes() - before) / (double)_set.Figures;
        Console.WriteLine($"{name}: {bytes:0.00} (target 16) {(bytes <= 16 ? "" : "MISSED")}");
        _ok &= bytes <= 16;
    }

    private void Reorganise()
    {
        Trees trees = _set.Reorganisation;
        long start = Stopwatch.GetTimestamp();
        _cube.Restructure(trees);
        Console.WriteLine($"a reorganisation of a tenth of the fourth level ({_set.Level(3).End.Value - _set.Level(3).Start.Value:n0} committees there): {Stopwatch.GetElapsedTime(start).TotalMilliseconds:0.0} ms");
    }

    private void Reads()
    {
        foreach (View view in Enum.GetValues<View>())
        {
            foreach ((string name, int level) in new[] { ("any committee", -1), ("third level", 2), ("root", 0) })
            {
                _ok &= Timing.Of(200_000, _ => Series(view, Any(level))).Report($"Q1 {name}, 20 quarters, {view}", 2);
            }

            int[][] thirds = [.. Enumerable.Range(_set.Level(2).Start.Value, 80).Select(third => _children[third].ToArray())];
            double children = thirds.Average(third => third.Length);
            _ok &= Timing.Of(100_000, _ => Rows(view, thirds[_random.Next(80)])).Report($"Q3 children of a third-level committee, a row, {view}", 1, children);
            int[] underRoot = [.. _children[0]];
            _ok &= Timing.Of(100_000, _ => Rows(view, underRoot)).Report($"Q3 children of the root, a row, {view}", 1, underRoot.Length);
        }

        Period[] years = [.. Enumerable.Range(2021, 5).Select(Period.Year)];
        Timing.Of(100_000, _ => _cube.Series(View.Now, Any(-1), _random.Next(SampleSet.Indicators), years, _into, _scope)).Report("any committee, 5 years derived from quarters", double.MaxValue);
    }

    private void Changes()
    {
        _ok &= Timing.Of(50_000, _ => Change(_random.Next(_set.Count), _random.Next(SampleSet.Indicators), _random.Next(_set.Quarters.Length), _random.Next(900)), Hear)
            .Report("a change of a figure", 1);
        int committee = 0;
        _ok &= Timing.Of(50_000, run => Change(committee = run % 2 == 0 ? _random.Next(_set.Count) : committee, 3, 9, run % 2 == 0 ? null : 5), Hear)
            .Report("a figure withdrawn or stated anew", 1);
        Timing.Of(10_000, _ => Return(_random.Next(_set.Count)), batch => _cube.Apply(batch)).Report("a return of 30 figures in one batch", double.MaxValue);
        _cube.Know(_sequence);
    }

    // As the application does: now and then it knows that everything up to here was heard.
    private void Hear(FigureChange change)
    {
        _cube.Apply(change);
        if (change.Sequence % 256 == 0)
        {
            _cube.Know(change.Sequence);
        }
    }

    private FigureChange[] Return(int committee) =>
        [.. Enumerable.Range(0, SampleSet.Indicators).Select(indicator => Change(committee, indicator, 19, _random.Next(900)))];

    private FigureChange Change(int committee, int indicator, int quarter, long? value) => new(
        committee, indicator, _set.Quarters[quarter], value is { } number ? _set.FigureOf(committee, indicator, quarter, number) : null, ++_sequence);

    private void Rankings()
    {
        int[] fourth = [.. Enumerable.Range(_set.Level(3).Start.Value, _set.Level(3).End.Value - _set.Level(3).Start.Value)];
        int[] lowest = [.. Enumerable.Range(_set.Level(5).Start.Value, _set.Level(5).End.Value - _set.Level(5).Start.Value)];
        int[] order = new int[fourth.Length];
        _ok &= Timing.Of(5_000, _ => _cube.Rank(View.Now, _random.Next(30), _set.Quarters[_random.Next(20)], fourth, order)).Report($"P11 {fourth.Length:n0} siblings sorted", 100);
        _ok &= Timing.Of(2_000, _ => _cube.Rank(View.Now, _random.Next(30), _set.Quarters[_random.Next(20)], lowest, order.AsSpan(0, 20))).Report($"P11 top 20 of {lowest.Length:n0}", 200);
    }

    /// <summary>The same figures in both: first whether all sums agree, then the times, taken in turns.</summary>
    private void AgainstSql()
    {
        Restore();
        long start = Stopwatch.GetTimestamp();
        using var sql = new SqlPeer(_set);
        Console.WriteLine($"SQLite loaded in {Stopwatch.GetElapsedTime(start).TotalSeconds:0.0} s");
        int[] nodes = [0, .. Enumerable.Range(0, 40).Select(_ => _set.Random(_random, 2)), .. Enumerable.Range(0, 20).Select(_ => _random.Next(_set.Count))];
        if (!nodes.All(node => Agrees(sql, node)))
        {
            Console.WriteLine("the sums of SQLite and of the cube DIFFER; no times are compared");
            _ok = false;
            return;
        }

        Timing.Header();
        long[] sums = new long[10_000];
        Dictionary<int, int[]> children = _children.Where(siblings => siblings.Key >= 0).ToDictionary(siblings => siblings.Key, siblings => siblings.ToArray());
        Compare("Q1 third level", node => sql.Series(node, _random.Next(30), sums), node => Series(View.Now, node), () => _set.Random(_random, 2), 200);
        Compare("Q1 root", node => sql.Series(node, _random.Next(30), sums), node => Series(View.Now, node), () => 0, 20);
        Compare("Q3 third level", node => sql.Children(node, _random.Next(20), sums), node => Rows(View.Now, children[node]), () => _set.Random(_random, 2), 200);
        Compare("Q3 root", node => sql.Children(node, _random.Next(20), sums), node => Rows(View.Now, children[node]), () => 0, 20);
    }

    private void Compare(string name, Action<int> peer, Action<int> ours, Func<int> node, int times)
    {
        List<(double Peer, double Ours)> rounds = [];
        for (int round = 0; round < 5; round++)
        {
            rounds.Add((Timing.Of(times, _ => peer(node())).Median, Timing.Of(20_000, _ => ours(node())).Median));
        }

        double[] ratios = [.. rounds.Select(round => round.Peer / round.Ours).Order()];
        Console.WriteLine($"{name + ": SQLite " + rounds.Select(r => r.Peer).Order().ElementAt(2).ToString("n0", System.Globalization.CultureInfo.InvariantCulture) + " µs, cube",-64} {rounds.Select(r => r.Ours).Order().ElementAt(2),10:0.000}   {ratios[2]:n0} times (5 rounds: {ratios[0]:n0}–{ratios[4]:n0}; target 1,000) {(ratios[2] >= 1_000 ? "" : "MISSED")}");
        _ok &= ratios[2] >= 1_000;
    }

    private bool Agrees(SqlPeer sql, int node)
    {
        long[] sums = new long[_set.Quarters.Length];
        int indicator = _random.Next(SampleSet.Indicators);
        sql.Series(node, indicator, sums);
        _cube.Series(View.Now, node, indicator, _set.Quarters, _into);
        bool agrees = sums.Select((sum, quarter) => _into[quarter].Value == sum).All(same => same);
        int[] children = [.. _children[node]];
        long[] cells = new long[children.Length * SampleSet.Indicators];
        sql.Children(node, 7, cells);
        _cube.Rows(View.Now, children, _set.Quarters[7], _into);
        return agrees && cells.Select((sum, cell) => _into[cell].Value == sum).All(same => same);
    }

    /// <summary>Puts back the values that the timing of changes overwrote.</summary>
    private void Restore()
    {
        for (int quarter = 0; quarter < _set.Quarters.Length; quarter++)
        {
            for (int committee = 0; committee < _set.Count; committee++)
            {
                for (int indicator = 0; indicator < SampleSet.Indicators; indicator++)
                {
                    int value = SampleSet.ValueOf(committee, indicator, quarter);
                    if (_cube.Read(reader => reader.Stated(committee, indicator, _set.Quarters[quarter])?.Value) != value)
                    {
                        _cube.Apply(Change(committee, indicator, quarter, value));
                    }
                }
            }
        }

        _cube.Know(_sequence);
    }

    /// <summary>P10: a third-level committee with about 625 below it changes its parent, there and back, in both views and all quarters.</summary>
    private void Moves()
    {
        int moved = _set.Level(2).Start.Value + 5;
        ImmutableArray<int> away = _set.After.SetItem(moved, _set.Level(1).Start.Value + 7);
        Trees[] allPeriods = [SampleSet.SameAlways(away), SampleSet.SameAlways(_set.After)];
        _cube.Restructure(allPeriods[1]);
        Timing.Header();
        _ok &= Timing.Of(400, at => _cube.Restructure(allPeriods[at % 2])).Report("P10 a subtree of 625 moves, 20 quarters, both views", 1_000);
        Trees[] today = [new(_ => _set.After, away), new(_ => _set.After, _set.After)];
        _ok &= Timing.Of(400, at => _cube.Restructure(today[at % 2])).Report("P10 the same in today's structure only", 1_000);
        _cube.Restructure(today[1]);
        long parent = _cube.Total(View.Now, 0, 3, _set.Quarters[4]).Value ?? 0;
        long children = _children[0].Sum(child => _cube.Total(View.Now, child, 3, _set.Quarters[4]).Value ?? 0) + SampleSet.ValueOf(0, 3, 4);
        Console.WriteLine(parent == children ? "after the moves the root is the sum of its children" : "after the moves the root DIFFERS from its children");
        _ok &= parent == children;
    }

    private void Series(View view, int committee) =>
        _cube.Series(view, committee, _random.Next(SampleSet.Indicators), _set.Quarters, _into, _scope);

    private void Rows(View view, int[] committees) => _cube.Rows(view, committees, _set.Quarters[_random.Next(20)], _into, _scope);

    private int Any(int level) => level < 0 ? _random.Next(_set.Count) : _set.Random(_random, level);
}
