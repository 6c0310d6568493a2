using System.Collections.Concurrent;
using Dashboard.Live;

namespace Dashboard.Overview;

/// <summary>The rows of the table, by number, and in which order they are wanted: worked out once for all who want the same.</summary>
internal sealed class TableRows
{
    private readonly Dictionary<int, SubordinateRow> _rows;
    private readonly ConcurrentDictionary<TableOrder, ValueList<int>> _wanted = new();
    private readonly OverviewModel _model;

    public TableRows(OverviewModel model)
    {
        _model = model;
        _rows = model.Rows.ToDictionary(row => row.Number);
        Numbers = model.Rows.Select(row => row.Number).ToValueList();
        Counts = Enum.GetValues<TableFilter>().Select(filter => model.Rows.Count(row => TableOrder.Matches(row, filter))).ToValueList();
    }

    /// <summary>Numbers of all rows.</summary>
    public ValueList<int> Numbers { get; }

    /// <summary>Rows of each <see cref="TableFilter"/>.</summary>
    public ValueList<int> Counts { get; }

    /// <summary>A row; null when there is none of that number.</summary>
    public SubordinateRow? Row(int number) => _rows.GetValueOrDefault(number);

    /// <summary>The numbers of the rows wanted, in order; names are sorted in the language of the drawing.</summary>
    public ValueList<int> Wanted(TableOrder order) => _wanted.GetOrAdd(order, wanted => wanted.Of(_model.Rows).Select(row => row.Number).ToValueList());
}
