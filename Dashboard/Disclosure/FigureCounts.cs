using Dashboard.Domain.Disclosure;
using Dashboard.Domain.Indicators;
using Dashboard.Domain.Periods;
using Dashboard.Domain.Registers;
using Dashboard.Domain.Rollups;
using Dashboard.Live;

namespace Dashboard.Disclosure;

/// <summary>
/// Reads what was stated for exactly one period, for everybody in the same columns: whoever asks for a part of it is told no more than is
/// told of the whole. Every other number is a sum of such.
/// </summary>
internal sealed class FigureCounts
{
    /// <summary>Totals that are shown beside their parts, by what the parts' codes begin with.</summary>
    private static readonly string[] Totals = ["vetting", "paperwork.issued"];

    private static readonly RegisterIndicators[] Registers = [RegisterIndicators.Complaints, RegisterIndicators.Lapses];

    private readonly IFigures _figures;
    private readonly CountedTree _tree;
    private readonly Period _period;
    private readonly Indicator[] _indicators;
    private readonly List<(string Code, int[] Parts)> _totals;
    private readonly Lazy<StatedTotals> _exactly;

    /// <summary>What was stated for a period.</summary>
    /// <param name="figures">The moment.</param>
    /// <param name="tree">The structure of the period's last day.</param>
    /// <param name="period">The period.</param>
    public FigureCounts(IFigures figures, CountedTree tree, Period period)
    {
        (_figures, _tree, _period) = (figures, tree, period);
        _indicators = [.. figures.Now.Indicators.All.Where(i => !IsOfRegister(i.Code))];
        _totals = [.. Totals.Select(t => (t, PartsOf(t))).Where(t => t.Item2.Length > 0)];
        _exactly = new Lazy<StatedTotals>(() => StatedTotals.Of(figures, tree, period, _indicators));
    }

    /// <summary>
    /// What came into a register and what left it: told to no audience from whom anything is hidden. With what was open before and after, one
    /// of the four follows from the others, whatever of them is hidden; without these two, nothing follows from what was open.
    /// </summary>
    public static IReadOnlyList<string> Flows { get; } = [.. Registers.SelectMany(r => new[] { r.Came, r.Left })];

    /// <summary>Whether an indicator is counted from a register and stated by nobody.</summary>
    public static bool IsOfRegister(string code) => IsOfADay(code) || Flows.Contains(code);

    /// <summary>Whether an indicator is counted by day: on the sheet of the cases.</summary>
    public static bool IsOfADay(string code) => Registers.Any(r => code == r.Open || code == r.Overdue);

    /// <summary>The columns of the sheets.</summary>
    public IEnumerable<string> Columns => [.. _indicators.Select(i => i.Code), .. _totals.Select(t => t.Code)];

    /// <summary>The sheet of a committee.</summary>
    public CountSheet Of(int top)
    {
        int[] below = _tree.Below(top);
        StatedTotals exactly = _exactly.Value;
        (long?[][] rows, HashSet<int> nothingOwn) = _figures.Read(cube => (below.Prepend(top).Select(c => Row(cube, exactly, c)).ToArray(), NothingOwn(cube, top)));
        return new CountSheet
        {
            Top = top,
            Name = $"{_period}",
            Below = below,
            Columns = [.. Columns],
            Totals = rows[0],
            Rows = rows[1..],
            Wholes = [.. _totals.Select((t, i) => new WholeColumn(_indicators.Length + i, t.Parts, true))],
            NothingOwn = nothingOwn,
            IsBelow = _tree.ParentOf(top) >= 0,
        };
    }

    private int[] PartsOf(string total) =>
        [.. Enumerable.Range(0, _indicators.Length).Where(i => _indicators[i].Topic == total || _indicators[i].Code.StartsWith(total + ".", StringComparison.Ordinal))];

    private HashSet<int> NothingOwn(CubeReader cube, int top)
    {
        HashSet<int> none = [.. Enumerable.Range(0, _indicators.Length).Where(i => cube.Stated(top, _indicators[i].Number, _period) is null)];
        none.UnionWith(_totals.Index().Where(t => t.Item.Parts.All(none.Contains)).Select(t => _indicators.Length + t.Index));
        return none;
    }

    private long?[] Row(CubeReader cube, StatedTotals exactly, int committee)
    {
        long?[] row = [.. _indicators.Select(i => exactly.Knows(i.Number) ? exactly.At(committee, i.Number) : cube.Total(View.Then, committee, i.Number, _period).Value)];
        return [.. row, .. _totals.Select(t => t.Parts.All(p => row[p] is null) ? null : (long?)t.Parts.Sum(p => row[p] ?? 0))];
    }
}
