namespace Dashboard.Domain.Disclosure;

/// <summary>
/// A table as a network: a node for each sum, over the rows of a column and over the parts of a whole, and a ground for each column that
/// is in no whole; an edge for each count between the two sums that it is in. One more of a count takes one from the edge's tail and gives one to its
/// head, so what changes around a cycle leaves every sum as it was.
/// </summary>
internal sealed class SumNetwork
{
    private const long TotalCost = 10_000_000, ZeroCost = 1_000_000_000_000, BaseCost = 1_000;

    private readonly CountTable _table;
    private readonly int _threshold;
    private readonly Edge[] _edges;
    private readonly List<int>[] _at;
    private readonly bool[] _isHidden;
    private readonly bool[] _isSmall;
    private readonly int[] _whole;
    private readonly bool[] _isWhole;
    private readonly long[] _values;
    private readonly long[] _least;
    private readonly long[] _most;
    private readonly List<int>[] _hiddenAt;
    private readonly int[] _reached;
    private readonly long[] _costs;
    private readonly (int Edge, int Step, int Node)[] _came;
    private readonly Stack<int> _open = new();
    private bool _isBound = true;
    private int _round;

    public SumNetwork(CountTable table, int threshold)
    {
        (_table, _threshold) = (table, threshold);
        (_whole, _isWhole) = (new int[table.Columns], new bool[table.Columns]);
        Array.Fill(_whole, -1);
        for (int whole = 0; whole < table.Wholes.Count; whole++)
        {
            foreach (int column in table.Wholes[whole].Parts.Append(table.Wholes[whole].Whole).Append(table.ShownColumns + whole))
            {
                _whole[column] = whole;
            }

            _isWhole[table.Wholes[whole].Whole] = true;
        }

        _edges = new Edge[table.Rows * table.Columns];
        (_isHidden, _isSmall) = (new bool[_edges.Length], new bool[_edges.Length]);
        _at = new List<int>[(2 * table.Columns) + (table.Wholes.Count * table.Rows)];
        _hiddenAt = new List<int>[_at.Length];
        for (int node = 0; node < _at.Length; node++)
        {
            (_at[node], _hiddenAt[node]) = ([], []);
        }

        (_reached, _costs, _came) = (new int[_at.Length], new long[_at.Length], new (int, int, int)[_at.Length]);
        (_values, _least, _most) = (new long[_edges.Length], new long[_edges.Length], new long[_edges.Length]);
        Array.Fill(_most, long.MaxValue);

        for (int edge = 0; edge < _edges.Length; edge++)
        {
            _edges[edge] = EdgeOf(CellOf(edge));
            _values[edge] = table.At(CellOf(edge));
            _at[_edges[edge].Tail].Add(edge);
            _at[_edges[edge].Head].Add(edge);
        }

        foreach ((Cell some, Cell all) in Pairs())
        {
            _most[EdgeAt(some)] = table.At(all);
            _least[EdgeAt(all)] = table.At(some);
        }
    }

    public IEnumerable<Cell> Hidden => Enumerable.Range(0, _edges.Length).Where(e => _isHidden[e] && !IsNeverShown(e)).Select(CellOf);

    public IReadOnlySet<Cell> Small => Enumerable.Range(0, _edges.Length).Where(e => _isSmall[e]).Select(CellOf).ToHashSet();

    public void HideSmall()
    {
        for (int edge = 0; edge < _edges.Length; edge++)
        {
            bool isKnown = !IsNeverShown(edge);
            _isSmall[edge] = isKnown && _values[edge] > 0 && _values[edge] < _threshold;
            // What is never shown is as good as hidden: it may be anything that is not negative.
            if (_isSmall[edge] || !isKnown)
            {
                Hide(edge);
            }
        }
    }

    public void Hide(Cell cell) => Hide(EdgeAt(cell));

    /// <summary>A cycle through a hidden count along hidden ones; where there is none, the cheapest others are hidden for it.</summary>
    public Dictionary<Cell, int> Secure(Cell cell)
    {
        Dictionary<Cell, int> cycle = CycleThrough(EdgeAt(cell)) ?? Unbound(EdgeAt(cell)) ?? throw new InvalidOperationException($"The count in row {cell.Row} and column {cell.Column} cannot be hidden.");
        foreach (Cell on in cycle.Keys)
        {
            Hide(on);
        }

        return cycle;
    }

    // First as if everybody knew that no small count is 0, since zeros are shown; that much cannot always be had.
    private Dictionary<Cell, int>? CycleThrough(int edge) => AlongHidden(edge, 1) ?? AlongHidden(edge, -1)
        ?? Cheapest(edge, 1, Reach.Counts) ?? Cheapest(edge, 0, Reach.Counts) ?? Cheapest(edge, 0, Reach.Zeros) ?? Cheapest(edge, 0, Reach.Missing) ?? Cheapest(edge, 0, Reach.GivenTotals);

    // Where one count is as many as another that it is never more than, neither changes alone: both are hidden.
    private Dictionary<Cell, int>? Unbound(int edge)
    {
        _isBound = false;
        Dictionary<Cell, int>? cycle = CycleThrough(edge);
        _isBound = true;
        foreach ((Cell some, Cell all) in Pairs().Where(_ => cycle is not null))
        {
            if (_values[EdgeAt(some)] + cycle!.GetValueOrDefault(some) > _values[EdgeAt(all)] + cycle!.GetValueOrDefault(all))
            {
                Hide(some);
                Hide(all);
            }
        }

        return cycle;
    }

    private IEnumerable<(Cell Some, Cell All)> Pairs() =>
        from within in _table.Within
        from row in Enumerable.Range(0, _table.Rows)
        select (new Cell(row, within.Some), new Cell(row, within.All));

    private void Hide(int edge)
    {
        if (!_isHidden[edge])
        {
            _isHidden[edge] = true;
            _hiddenAt[_edges[edge].Tail].Add(edge);
            _hiddenAt[_edges[edge].Head].Add(edge);
        }
    }

    // One more of a count is given back from its head to its tail, one less the other way.
    private (int From, int To) EndsOf(int edge, int step) => step > 0 ? (_edges[edge].Head, _edges[edge].Tail) : (_edges[edge].Tail, _edges[edge].Head);

    private Dictionary<Cell, int>? AlongHidden(int edge, int step)
    {
        if (!CanChange(edge, step, 1))
        {
            return null;
        }

        (int from, int to) = EndsOf(edge, step);
        _round++;
        _reached[from] = _round;
        _open.Clear();
        _open.Push(from);
        while (_open.TryPop(out int node))
        {
            foreach (int next in _hiddenAt[node])
            {
                (int way, int other) = Along(next, node);
                if (next != edge && _reached[other] != _round && CanChange(next, way, 1))
                {
                    _reached[other] = _round;
                    _came[other] = (next, way, node);
                    _open.Push(other);
                    if (other == to)
                    {
                        return CycleOf(edge, step);
                    }
                }
            }
        }

        return null;
    }

    private Dictionary<Cell, int>? Cheapest(int edge, int floor, Reach reach)
    {
        (long more, Dictionary<Cell, int>? up) = CanChange(edge, 1, floor) ? Cheapest(edge, 1, floor, reach) : (long.MaxValue, null);
        (long less, Dictionary<Cell, int>? down) = CanChange(edge, -1, floor) ? Cheapest(edge, -1, floor, reach) : (long.MaxValue, null);
        return less < more ? down : up;
    }

    private (long Cost, Dictionary<Cell, int>? Cycle) Cheapest(int edge, int step, int floor, Reach reach)
    {
        (int from, int to) = EndsOf(edge, step);
        Array.Fill(_costs, long.MaxValue);
        var open = new PriorityQueue<int, long>();
        _costs[from] = 0;
        open.Enqueue(from, 0);
        while (open.TryDequeue(out int node, out long cost) && node != to)
        {
            if (cost > _costs[node])
            {
                continue;
            }

            foreach (int next in _at[node])
            {
                (int way, int other) = Along(next, node);
                if (next != edge && CostOf(next, reach) is { } price && cost + price < _costs[other] && CanChange(next, way, floor))
                {
                    _costs[other] = cost + price;
                    _came[other] = (next, way, node);
                    open.Enqueue(other, _costs[other]);
                }
            }
        }

        return _costs[to] == long.MaxValue ? (long.MaxValue, null) : (_costs[to], CycleOf(edge, step));
    }

    private (int Way, int Other) Along(int edge, int node) => _edges[edge].Tail == node ? (1, _edges[edge].Head) : (-1, _edges[edge].Tail);

    private Dictionary<Cell, int> CycleOf(int edge, int step)
    {
        (int from, int to) = EndsOf(edge, step);
        var cycle = new Dictionary<Cell, int> { [CellOf(edge)] = step };
        for (int node = to; node != from; node = _came[node].Node)
        {
            cycle[CellOf(_came[node].Edge)] = _came[node].Step;
        }

        return cycle;
    }

    private bool CanChange(int edge, int step, int floor) => step > 0
        ? (!_isSmall[edge] || _values[edge] + 1 < _threshold) && (!_isBound || _values[edge] + 1 <= _most[edge])
        : _values[edge] - 1 >= (_isSmall[edge] ? floor : 0) && (!_isBound || _values[edge] - 1 >= _least[edge]);

    /// <summary>What it costs readers to lose a count; nothing for one that they have lost, null for one that must not be hidden.</summary>
    private long? CostOf(int edge, Reach reach)
    {
        if (_isHidden[edge])
        {
            return 1;
        }

        long value = _values[edge];
        Cell cell = CellOf(edge);
        // A 0 that is shown, a rest below 0, what nobody reported and a rest that all know are no counts that anybody could be unsure of.
        bool isSure = value < 0 || (_table.IsMissing(cell) && reach < Reach.Missing) || (value == 0 && reach == Reach.Counts) || cell.Column >= _table.ShownColumns;
        if (isSure || (cell.Row == 0 && _table.AreTotalsGiven && reach != Reach.GivenTotals))
        {
            return null;
        }

        long total = (cell.Row == 0 ? TotalCost : 0) + (_isWhole[cell.Column] ? TotalCost : 0);
        return (value == 0 ? ZeroCost : 0) + total + BaseCost + Math.Min(value, 1_000_000);
    }

    private bool IsNeverShown(int edge) => CellOf(edge).Column is var column && column >= _table.ShownColumns && !_table.Wholes[column - _table.ShownColumns].IsKnownRest;

    private Cell CellOf(int edge) => new(edge / _table.Columns, edge % _table.Columns);

    private int EdgeAt(Cell cell) => (cell.Row * _table.Columns) + cell.Column;

    // In the sum of its column a total row counts against the others, in the sum of its whole a whole against its parts; each node
    // is turned so that every count gives to one of its sums what it takes from the other.
    private Edge EdgeOf(Cell cell)
    {
        int column = cell.Column;
        int whole = _whole[column] < 0 ? _table.Columns + column : (2 * _table.Columns) + (_whole[column] * _table.Rows) + cell.Row;
        return (cell.Row == 0) == _isWhole[column] ? new Edge(whole, column) : new Edge(column, whole);
    }

    /// <summary>What may be hidden beside what is hidden: the next only where the one before does not do.</summary>
    private enum Reach
    {
        /// <summary>Counts above 0.</summary>
        Counts,

        /// <summary>Zeros too.</summary>
        Zeros,

        /// <summary>What nobody reported too, as if it were 0: only who looks up who reported knows better.</summary>
        Missing,

        /// <summary>Totals that another table gives too, where the rest is below 0 and nothing else is left.</summary>
        GivenTotals,
    }

    private readonly record struct Edge(int Tail, int Head);
}
