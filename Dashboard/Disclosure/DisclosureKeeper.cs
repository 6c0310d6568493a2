using System.Collections.Concurrent;
using Dashboard.Domain.Disclosure;

namespace Dashboard.Disclosure;

/// <summary>
/// Says which counts of a table an audience is not shown, and remembers it: what was hidden of a table once stays hidden for as long as
/// the server runs, so that two answers tell no more than one.
/// </summary>
public sealed class DisclosureKeeper(DisclosureSettings settings)
{
    private const int Own = -1;
    private const int MostKept = 20_000;

    private readonly ConcurrentDictionary<(Audience, object), HashSet<(int Committee, int Column)>> _kept = new();

    /// <summary>Whether anything is hidden from an audience.</summary>
    public bool IsOn(Audience audience) => settings.Of(audience) > 1;

    /// <summary>What is hidden of a table.</summary>
    /// <param name="audience">From whom.</param>
    /// <param name="name">What tells the table from others, whenever it is asked for.</param>
    /// <param name="table">The counts.</param>
    /// <param name="top">Number of the committee whose totals they are.</param>
    /// <param name="below">Numbers of those below, in the order of the rows.</param>
    /// <param name="columns">What the columns are called from one table to the next, in their order.</param>
    /// <param name="totals">Columns whose total is hidden already, where the committee stands among others.</param>
    public HiddenCounts Of(Audience audience, object name, CountTable table, int top, IReadOnlyList<int> below, IReadOnlyList<int> columns, IEnumerable<int> totals)
    {
        if (!IsOn(audience))
        {
            return HiddenCounts.None;
        }

        if (_kept.Count > MostKept)
        {
            _kept.Clear();
        }

        HashSet<(int Committee, int Column)> kept = _kept.GetOrAdd((audience, name), _ => []);
        lock (kept)
        {
            int[] rows = [top, .. below, Own];
            var before = new HashSet<Cell>(totals.Select(column => new Cell(0, IndexOf(columns, column))));
            for (int row = 0; row < rows.Length; row++)
            {
                for (int column = 0; column < columns.Count; column++)
                {
                    if (kept.Contains((rows[row], columns[column])))
                    {
                        before.Add(new Cell(row, column));
                    }
                }
            }

            HiddenCells hidden = SmallCounts.Hide(table, settings.Of(audience), before);
            foreach (Cell cell in hidden.All.Where(c => c.Column < columns.Count))
            {
                kept.Add((rows[cell.Row], columns[cell.Column]));
            }

            return new HiddenCounts(hidden.All.Where(c => c.Column < columns.Count && c.Row < table.ShownRows).Select(c => (rows[c.Row], columns[c.Column])).ToHashSet());
        }
    }

    private static int IndexOf(IReadOnlyList<int> columns, int column)
    {
        int index = 0;
        while (columns[index] != column)
        {
            index++;
        }

        return index;
    }
}
