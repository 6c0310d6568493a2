using System.Numerics;
using Dashboard.Domain.Disclosure;

namespace Dashboard.Tests.Disclosure;

/// <summary>Who sees a table with counts hidden and tries to work them out: knows nothing of how they were chosen, only how counts add up and which are never more than others.</summary>
internal sealed class Onlooker
{
    private readonly CountTable _table;
    private readonly HiddenCells _hidden;
    private readonly List<Cell> _unknown = [];
    private readonly List<(Dictionary<int, int> Terms, long Constant)> _equations = [];

    public Onlooker(CountTable table, HiddenCells hidden)
    {
        (_table, _hidden) = (table, hidden);
        for (int row = 0; row < table.Rows; row++)
        {
            for (int column = 0; column < table.Columns; column++)
            {
                if (hidden.Hides(row, column) || (column >= table.ShownColumns && !table.Wholes[column - table.ShownColumns].IsKnownRest))
                {
                    _unknown.Add(new Cell(row, column));
                }
            }
        }

        for (int column = 0; column < table.Columns; column++)
        {
            Add(Enumerable.Range(0, table.Rows).Select(row => (new Cell(row, column), row == 0 ? -1 : 1)));
        }

        for (int whole = 0; whole < table.Wholes.Count; whole++)
        {
            for (int row = 0; row < table.Rows; row++)
            {
                int at = row;
                Add(table.Wholes[whole].Parts.Append(table.ShownColumns + whole).Select(part => (new Cell(at, part), 1)).Append((new Cell(at, table.Wholes[whole].Whole), -1)));
            }
        }
    }

    public int Unknown => _unknown.Count;

    /// <summary>Hidden counts that follow from the sums: fractions exactly, row by row.</summary>
    public List<Cell> WorkedOut()
    {
        var rows = _equations.Select(e => _unknown.Select((_, i) => new BigRational(e.Terms.GetValueOrDefault(i))).ToArray()).ToList();
        int done = 0;
        for (int column = 0; column < _unknown.Count && done < rows.Count; column++)
        {
            int pivot = rows.FindIndex(done, row => !row[column].IsZero);
            if (pivot < 0)
            {
                continue;
            }

            (rows[done], rows[pivot]) = (rows[pivot], rows[done]);
            BigRational by = rows[done][column];
            rows[done] = [.. rows[done].Select(term => term / by)];
            for (int row = 0; row < rows.Count; row++)
            {
                if (row != done && !rows[row][column].IsZero)
                {
                    BigRational times = rows[row][column];
                    rows[row] = [.. rows[row].Zip(rows[done], (a, b) => a - (times * b))];
                }
            }

            done++;
        }

        return [.. rows.Where(row => row.Count(term => !term.IsZero) == 1).Select(row => _unknown[Array.FindIndex(row, term => !term.IsZero)]).Where(c => _hidden.Hides(c.Row, c.Column))];
    }

    /// <summary>For each hidden count how many values up to <paramref name="most"/> it can have, of all whole numbers that add up; small ones are known to be below the threshold.</summary>
    public Dictionary<Cell, int> Possible(int threshold, int most)
    {
        var seen = _unknown.ToDictionary(c => c, _ => new HashSet<long>());
        var values = new long[_unknown.Count];
        Try(0);
        return seen.Where(s => _hidden.Hides(s.Key.Row, s.Key.Column)).ToDictionary(s => s.Key, s => s.Value.Count);

        long Value(int row, int column) => _unknown.IndexOf(new Cell(row, column)) is >= 0 and var unknown ? values[unknown] : _table[row, column] ?? 0;

        void Try(int at)
        {
            if (at == values.Length)
            {
                if (_table.Within.Any(within => Enumerable.Range(0, _table.Rows).Any(row => Value(row, within.Some) > Value(row, within.All))))
                {
                    return;
                }

                for (int i = 0; i < values.Length; i++)
                {
                    seen[_unknown[i]].Add(values[i]);
                }

                return;
            }

            int last = _hidden.Small.Contains(_unknown[at]) ? threshold - 1 : most;
            for (values[at] = 0; values[at] <= last; values[at]++)
            {
                if (_equations.TrueForAll(e => !e.Terms.ContainsKey(at) || e.Terms.Keys.Any(i => i > at) || e.Terms.Sum(t => t.Value * values[t.Key]) + e.Constant == 0))
                {
                    Try(at + 1);
                }
            }
        }
    }

    private void Add(IEnumerable<(Cell Cell, int Sign)> sum)
    {
        var terms = new Dictionary<int, int>();
        long constant = 0;
        foreach ((Cell cell, int sign) in sum)
        {
            int unknown = _unknown.IndexOf(cell);
            if (unknown >= 0)
            {
                terms[unknown] = sign;
            }
            else
            {
                constant += sign * (_table[cell.Row, cell.Column] ?? 0);
            }
        }

        _equations.Add((terms, constant));
    }

    private readonly record struct BigRational(BigInteger Over, BigInteger Under)
    {
        public BigRational(int whole)
            : this(whole, 1)
        {
        }

        public bool IsZero => Over.IsZero;

        public static BigRational operator -(BigRational a, BigRational b) => Of((a.Over * b.Under) - (b.Over * a.Under), a.Under * b.Under);

        public static BigRational operator *(BigRational a, BigRational b) => Of(a.Over * b.Over, a.Under * b.Under);

        public static BigRational operator /(BigRational a, BigRational b) => Of(a.Over * b.Under, a.Under * b.Over);

        private static BigRational Of(BigInteger over, BigInteger under)
        {
            BigInteger common = BigInteger.GreatestCommonDivisor(over, under);
            return under.Sign < 0 ? new(-over / common, -under / common) : new(over / common, under / common);
        }
    }
}
