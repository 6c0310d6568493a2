using CsCheck;
using Dashboard.Charts;
using Dashboard.Live;

namespace Dashboard.Tests.Charts;

public class ChartChangeTests
{
    private static readonly Gen<object?> Cells = Gen.OneOf(
        Gen.Int[0, 3].Select(value => (object?)(double)value), Gen.Int[0, 2].Select(value => (object?)$"t{value}"), Gen.Bool.Select(value => (object?)value), Gen.Const((object?)null));

    private static readonly Gen<ValueList<object?>> Row = Cells.Array[2, 4].Select(cells => cells.ToValueList());

    private static readonly Gen<ValueList<ValueList<object?>>> Rows = Row.Array[0, 6].Select(rows => rows.ToValueList());

    [Fact]
    public void Applied_to_the_old_rows_a_change_gives_the_new_ones() => Gen.Select(Rows, Rows).Sample(
        (before, after) => (ChartChange.Between(before, after)?.ApplyTo(before) ?? before).Equals(after), iter: 5_000);

    [Fact]
    public void Applied_to_the_new_rows_a_change_changes_nothing() => Gen.Select(Rows, Rows).Sample(
        (before, after) => ChartChange.Between(before, after)?.ApplyTo(after).Equals(after) ?? true, iter: 5_000);

    [Fact]
    public void Cells_changed_in_place_are_sent_alone() => Gen.Select(Row.Array[1, 6], Gen.Int[0, 5], Gen.Int[0, 1], Gen.Int[10, 99]).Sample(
        (rows, at, column, value) =>
        {
            ValueList<ValueList<object?>> before = rows.ToValueList();
            int row = at % rows.Length;
            ValueList<ValueList<object?>> after = rows.Select((cells, i) => i == row ? cells.Select((cell, j) => j == column ? (object?)(double)value : cell).ToValueList() : cells).ToValueList();
            ChartChange change = ChartChange.Between(before, after)!;
            return change.Rows is null && change.Cells.SequenceEqual([(row, column, (object?)(double)value)]);
        }, iter: 2_000);

    [Fact]
    public void Equal_rows_need_no_change() => Rows.Sample(rows => ChartChange.Between(rows, rows.Select(row => row.ToArray().ToValueList()).ToValueList()) is null, iter: 1_000);

    [Fact]
    public void A_row_that_leaves_sends_all_that_stay()
    {
        ValueList<ValueList<object?>> after = [["a", 1.0], ["c", 3.0]];

        Assert.Equal(after, ChartChange.Between([["a", 1.0], ["b", 2.0], ["c", 3.0]], after)!.Rows);
    }
}
