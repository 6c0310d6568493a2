using Dashboard.Committees;
using Dashboard.Domain.Lapses;
using Dashboard.Domain.Periods;
using Dashboard.Layout;
using Dashboard.Live;

namespace Dashboard.Overview;

/// <summary>Reads what the overview says about the lapses of one subtree, as of one day.</summary>
internal sealed class LapseReader
{
    private const int MostWithEmpty = 17;

    private readonly Region _region;
    private readonly DateOnly _day;
    private readonly List<Lapse> _within;
    private readonly List<Lapse> _open;

    public LapseReader(LiveState state, Region region, DateOnly day)
    {
        _region = region;
        _day = day;
        _within = [.. state.Lapses.Values.Where(l => region.BranchOf(l.Committee) >= 0)];
        _open = [.. _within.Where(l => l.IsOpenOn(day))];
    }

    /// <summary>Open ones.</summary>
    public IReadOnlyList<Lapse> Open => _open;

    /// <summary>Open and overdue ones of each branch.</summary>
    public HeatCell[] ByBranch()
    {
        var cells = new HeatCell[_region.Count];
        foreach (Lapse lapse in _open)
        {
            Add(ref cells[_region.BranchOf(lapse.Committee)], lapse);
        }

        return cells;
    }

    public LapsesCard Card(Comparison compare, IReadOnlyList<Period> periods)
    {
        DateOnly since = _day.AddYears(-1);
        List<Lapse> found = [.. _within.Where(l => l.FoundOn > since && l.FoundOn <= _day)];
        return new LapsesCard
        {
            Open = _open.Count,
            Overdue = _open.Count(l => l.IsOverdueOn(_day)),
            Found = found.Count,
            Remedied = found.Count(l => !l.IsOpenOn(_day)),
            Delta = StockDelta.Of(_open.Count, compare, periods[^1], _day, OpenOn),
            Spark = Spark(periods),
        };
    }

    /// <summary>Open lapses by kind and branch; both sides ordered by how many, then as given.</summary>
    public LapseHeat Heat(IReadOnlyList<CommitteeLink> branches)
    {
        var cells = new Dictionary<LapseKind, HeatCell[]>();
        foreach (Lapse lapse in _open)
        {
            if (!cells.TryGetValue(lapse.Kind, out HeatCell[]? row))
            {
                cells.Add(lapse.Kind, row = new HeatCell[_region.Count]);
            }

            Add(ref row[_region.BranchOf(lapse.Committee)], lapse);
        }

        HeatCell[] totals = ByBranch();
        // With many committees below, those without any would only push the others out of sight.
        bool withEmpty = branches.Count <= MostWithEmpty;
        int[] order = [.. Enumerable.Range(0, branches.Count).Where(i => totals[i].Open > 0 || (withEmpty && i != _region.Own)).OrderByDescending(i => totals[i].Open)];
        return new LapseHeat(
            order.Select(i => branches[i]).ToValueList(),
            cells.OrderByDescending(c => c.Value.Sum(x => x.Open)).ThenBy(c => c.Key).Select(c => new HeatRow(c.Key, order.Select(i => c.Value[i]).ToValueList())).ToValueList(),
            totals.Sum(t => t.Open),
            totals.Sum(t => t.Overdue));
    }

    private Spark Spark(IReadOnlyList<Period> periods) =>
        new(periods.Select((p, i) => (long?)OpenOn(i == periods.Count - 1 || p.End > _day ? _day : p.End)).ToValueList(), false);

    private long OpenOn(DateOnly day) => _within.Count(l => l.IsOpenOn(day));

    private void Add(ref HeatCell cell, Lapse lapse) => cell = new HeatCell(cell.Open + 1, cell.Overdue + (lapse.IsOverdueOn(_day) ? 1 : 0));
}
