using CsCheck;
using Dashboard.Domain.Disclosure;

namespace Dashboard.Tests.Disclosure;

public sealed class SmallCountsTests
{
    /// <summary>Tables of any size: columns by themselves, one whole with parts that add up, one with some of it.</summary>
    private static Gen<CountTable> Tables(int mostBelow, int most) =>
        Gen.Select(Gen.Int[0, mostBelow], Gen.Int[0, 2], Gen.Int[0, 2], Gen.Bool, Gen.Int[0, int.MaxValue], Gen.Int[0, 2]).Select((below, alone, parts, has, seed, own) => Table(below, alone, parts, has, seed, own, most));

    private static readonly Comparer<Cell> InOrder = Comparer<Cell>.Create((a, b) => (a.Row, a.Column).CompareTo((b.Row, b.Column)));

    private static readonly Gen<(CountTable Table, int Threshold)> AnyTable = Gen.Select(Tables(12, 60), Gen.Int[2, 12]);

    [Fact]
    public void A_small_count_and_the_smallest_beside_it_are_hidden_and_the_total_is_shown()
    {
        var table = new CountTable([100], [[3], [40], [12], [45], [0]]);
        HiddenCells hidden = SmallCounts.Hide(table, 5);
        Assert.Equal([new(1, 0), new Cell(3, 0)], hidden.All.Order(Comparer<Cell>.Create((a, b) => a.Row - b.Row)));
        Assert.Equal([new Cell(1, 0)], hidden.Small);
    }

    [Fact]
    public void Two_small_counts_hide_each_other_unless_their_sum_gives_them_away()
    {
        Assert.Equal(2, SmallCounts.Hide(new CountTable([46], [[3], [3], [40]]), 5).All.Count);
        // Both are below 3 and together 4: each is 2.
        Assert.Equal(3, SmallCounts.Hide(new CountTable([44], [[2], [2], [40]]), 3).All.Count);
    }

    [Fact]
    public void A_part_of_a_whole_hides_one_beside_it_and_one_below_it()
    {
        // Overdue, open: what is not overdue is never shown.
        HiddenCells hidden = SmallCounts.Hide(new CountTable([20, 60], [[3, 20], [9, 20], [8, 20]], new WholeColumn(1, [0], false)), 5);
        Assert.Equal(2, hidden.All.Count);
        Assert.All(hidden.All, c => Assert.Equal(0, c.Column));
        // Two parts that add up to a whole: a rectangle.
        hidden = SmallCounts.Hide(new CountTable([23, 37, 60], [[3, 17, 20], [10, 10, 20], [10, 10, 20]], new WholeColumn(2, [0, 1], true)), 5);
        Assert.Equal(4, hidden.All.Count);
        Assert.All(hidden.All, c => Assert.True(c.Row > 0 && c.Column < 2));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void Without_a_threshold_everything_is_shown(int threshold) => Tables(12, 60).Sample(table => SmallCounts.Hide(table, threshold).All.Count == 0);

    [Fact]
    public void Nothing_hidden_can_be_worked_out_from_what_is_shown_by_whoever_can_solve_equations() =>
        AnyTable.Sample((table, threshold) => new Onlooker(table, SmallCounts.Hide(table, threshold)).WorkedOut().Count == 0, iter: 2_000);

    [Fact]
    public void Every_hidden_count_has_two_values_at_least_among_all_tables_that_look_the_same()
    {
        int tried = 0;
        Gen.Select(Tables(3, 6), Gen.Int[2, 5]).Sample(
            (table, threshold) =>
            {
                HiddenCells hidden = SmallCounts.Hide(table, threshold);
                var onlooker = new Onlooker(table, hidden);
                if (onlooker.Unknown is 0 or > 8)
                {
                    return true;
                }

                Interlocked.Increment(ref tried);
                return onlooker.Possible(Math.Max(threshold, SmallCounts.Least), (int)Cells(table).Max(c => table[c.Row, c.Column] ?? 0) + 1).All(p => p.Value >= 2);
            },
            iter: 1_500);
        Assert.True(tried > 200);
    }

    [Fact]
    public void A_count_that_is_never_more_than_another_pins_none_to_one_value()
    {
        int tried = 0;
        Gen.Select(Gen.Int[0, 2], Gen.Int[0, int.MaxValue], Gen.Int[3, 5]).Sample(
            (below, seed, threshold) =>
            {
                CountTable table = Bounded(below, new Random(seed));
                HiddenCells hidden = SmallCounts.Hide(table, threshold);
                var onlooker = new Onlooker(table, hidden);
                if (onlooker.Unknown is 0 or > 9)
                {
                    return true;
                }

                Interlocked.Increment(ref tried);
                return onlooker.WorkedOut().Count == 0 && onlooker.Possible(threshold, (int)Cells(table).Max(c => table[c.Row, c.Column] ?? 0) + 1).All(p => p.Value >= 2);
            },
            iter: 2_000);
        Assert.True(tried > 200);
    }

    [Fact]
    public void Fewer_that_are_shown_pin_more_that_are_hidden_unless_another_is_hidden_too()
    {
        // Open 5 and 1 with 6 in all, overdue 5 and 0: of the open ones that are no fewer than 5, and 6 at most with one more, there are 5.
        long?[][] below = [[5, 5], [0, 1], [0, 20]];
        HiddenCells loose = SmallCounts.Hide(new CountTable([5, 26], below), 5), bound = SmallCounts.Hide(new CountTable([5, 26], below) { Within = [new WithinColumn(0, 1)] }, 5);
        Assert.Equal([new(1, 1), new Cell(2, 1)], loose.All.OrderBy(cell => cell.Row));
        Assert.NotEqual(loose.All.Order(InOrder), bound.All.Order(InOrder));
        Assert.All(bound.All, cell => Assert.True(bound.Proofs[cell].All(change => change.Key.Column == 1 && below[change.Key.Row - 1][1] + change.Value >= below[change.Key.Row - 1][0])));
    }

    [Fact]
    public void What_nobody_reported_hides_nothing_where_a_count_can()
    {
        // Two just below the threshold and no other count: a 0 that was reported may be 1, what was not reported is known to be nothing.
        long?[][] reported = [[4], [4], [null], [0]], more = [[4], [4], [null], [30]];
        HiddenCells zero = SmallCounts.Hide(new CountTable([8], reported) { AreTotalsGiven = true, NothingOwn = new HashSet<int> { 0 } }, 5);
        Assert.Equal([1, 2, 4], zero.All.Select(cell => cell.Row).Order());
        HiddenCells hidden = SmallCounts.Hide(new CountTable([38], more) { AreTotalsGiven = true, NothingOwn = new HashSet<int> { 0 } }, 5);
        Assert.Equal([1, 2, 4], hidden.All.Select(cell => cell.Row).Order());
        // The committee's own part is as good a place as any where it may have something of its own.
        Assert.Contains(new Cell(5, 0), SmallCounts.Hide(new CountTable([8], [[4], [4], [null], [null]]) { AreTotalsGiven = true }, 5).All);
    }

    [Fact]
    public void Small_counts_are_hidden_and_every_hidden_count_has_its_proof() =>
        AnyTable.Sample(
            (table, threshold) =>
            {
                HiddenCells hidden = SmallCounts.Hide(table, threshold);
                int least = Math.Max(threshold, SmallCounts.Least);
                bool all = Cells(table).All(c => table[c.Row, c.Column] is not { } value || value <= 0 || value >= least || hidden.Hides(c.Row, c.Column));
                return all && hidden.All.SetEquals(hidden.Proofs.Keys.Where(c => hidden.All.Contains(c))) && hidden.All.All(c => Holds(table, hidden, c, hidden.Proofs[c], least));
            },
            iter: 2_000);

    [Fact]
    public void What_was_hidden_stays_hidden_and_is_as_safe_as_what_is_small_now() =>
        Gen.Select(AnyTable, Gen.Int[0, int.MaxValue]).Sample(
            (given, seed) =>
            {
                (CountTable table, int threshold) = given;
                HiddenCells before = SmallCounts.Hide(table, threshold);
                CountTable later = Changed(table, new Random(seed));
                HiddenCells after = SmallCounts.Hide(later, threshold, before.All);
                return before.All.IsSubsetOf(after.All) && new Onlooker(later, after).WorkedOut().Count == 0 && after.All.All(c => Holds(later, after, c, after.Proofs[c], Math.Max(threshold, SmallCounts.Least)));
            },
            iter: 2_000);

    [Fact]
    public void The_same_table_is_hidden_in_the_same_way() =>
        AnyTable.Sample((table, threshold) => SmallCounts.Hide(table, threshold).All.SetEquals(SmallCounts.Hide(table, threshold).All));

    // A table is another that looks the same: what is shown is as it was, nothing is below 0, the small are small, and all sums hold.
    private static bool Holds(CountTable table, HiddenCells hidden, Cell cell, IReadOnlyDictionary<Cell, int> proof, int threshold)
    {
        long Changed(int row, int column) => (table[row, column] ?? 0) + proof.GetValueOrDefault(new Cell(row, column));
        bool mayDiffer = proof.All(p => hidden.All.Contains(p.Key) || (p.Key.Column >= table.ShownColumns && !table.Wholes[p.Key.Column - table.ShownColumns].IsKnownRest));
        bool possible = proof.Keys.All(c => Changed(c.Row, c.Column) >= 0 && (!hidden.Small.Contains(c) || Changed(c.Row, c.Column) < threshold));
        bool columns = Enumerable.Range(0, table.Columns).All(column => Enumerable.Range(1, table.Rows - 1).Sum(row => Changed(row, column)) == Changed(0, column));
        bool wholes = table.Wholes.Index().All(w => Enumerable.Range(0, table.Rows).All(row => w.Item.Parts.Append(table.ShownColumns + w.Index).Sum(part => Changed(row, part)) == Changed(row, w.Item.Whole)));
        return proof.GetValueOrDefault(cell) != 0 && mayDiffer && possible && columns && wholes;
    }

    private static IEnumerable<Cell> Cells(CountTable table) =>
        from row in Enumerable.Range(0, table.Rows)
        from column in Enumerable.Range(0, table.Columns)
        where column < table.ShownColumns || table.Wholes[column - table.ShownColumns].IsKnownRest
        select new Cell(row, column);

    private static CountTable Table(int below, int alone, int parts, bool hasSome, int seed, int own, int most)
    {
        var random = new Random(seed);
        int columns = alone + (parts > 0 ? parts + 1 : 0) + (hasSome ? 2 : 0);
        var wholes = new List<WholeColumn>();
        if (parts > 0)
        {
            wholes.Add(new WholeColumn(alone, [.. Enumerable.Range(alone + 1, parts)], random.Next(2) == 0));
        }

        if (hasSome)
        {
            wholes.Add(new WholeColumn(columns - 2, [columns - 1], false));
        }

        long?[] Row(bool isEmpty)
        {
            long?[] row = [.. Enumerable.Range(0, columns).Select(_ => isEmpty || random.Next(6) == 0 ? null : random.Next(2) == 0 ? (long?)random.Next(most) : random.Next(5))];
            foreach (WholeColumn whole in wholes)
            {
                row[whole.Whole] = whole.Parts.Sum(p => row[p] ?? 0) + (whole.IsKnownRest ? 0 : isEmpty ? 0 : random.Next(most));
            }

            return row;
        }

        List<long?[]> rows = [.. Enumerable.Range(0, below + 1).Select(i => Row(i == below && own > 0))];
        return new CountTable([.. Enumerable.Range(0, columns).Select(c => rows.TrueForAll(r => r[c] is null) ? null : (long?)rows.Sum(r => r[c] ?? 0))], rows[..below], [.. wholes]);
    }

    /// <summary>Overdue, open, and two kinds of open ones.</summary>
    private static CountTable Bounded(int below, Random random)
    {
        long?[][] rows =
        [
            .. Enumerable.Range(0, below + 1).Select(_ =>
            {
                (int one, int other) = (random.Next(3) == 0 ? 0 : random.Next(6), random.Next(2) == 0 ? 0 : random.Next(6));
                return new long?[] { random.Next(2) == 0 ? one + other : random.Next(one + other + 1), one + other, one, other };
            }),
        ];
        long?[] totals = [.. Enumerable.Range(0, 4).Select(column => rows.Sum(row => row[column]))];
        return new CountTable(totals, rows[..^1], new WholeColumn(1, [2, 3], true)) { Within = [new WithinColumn(0, 1)], AreTotalsGiven = random.Next(3) == 0 };
    }

    private static CountTable Changed(CountTable table, Random random)
    {
        List<long?[]> rows = [.. Enumerable.Range(1, table.Rows - 1).Select(row => Enumerable.Range(0, table.ShownColumns).Select(column => random.Next(4) > 0 ? table[row, column] : random.Next(9)).ToArray())];
        foreach (long?[] row in rows)
        {
            foreach ((int index, WholeColumn whole) in table.Wholes.Index())
            {
                row[whole.Whole] = whole.Parts.Sum(p => row[p] ?? 0) + (whole.IsKnownRest ? 0 : random.Next(9));
            }
        }

        return new CountTable([.. Enumerable.Range(0, table.ShownColumns).Select(c => (long?)rows.Sum(r => r[c] ?? 0))], rows[..^1], [.. table.Wholes]);
    }
}
