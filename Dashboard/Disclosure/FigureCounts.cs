using Dashboard.Domain.Disclosure;
using Dashboard.Domain.Indicators;
using Dashboard.Domain.Periods;
using Dashboard.Domain.Registers;
using Dashboard.Domain.Rollups;
using Dashboard.Live;

namespace Dashboard.Disclosure;

/// <summary>Reads all that is counted of a period, for everybody in the same columns: whoever asks for a part of it is told no more than is told of the whole.</summary>
internal static class FigureCounts
{
    /// <summary>Totals that are shown beside their parts, by what the parts' codes begin with.</summary>
    private static readonly string[] Totals = ["vetting", "paperwork.issued"];

    /// <summary>Counted by day and not by period: on the sheet of the cases.</summary>
    private static readonly string[] OfADay = [RegisterIndicators.Complaints.Open, RegisterIndicators.Complaints.Overdue, RegisterIndicators.Lapses.Open, RegisterIndicators.Lapses.Overdue];

    /// <summary>Whether an indicator is counted by day.</summary>
    public static bool IsOfADay(string code) => OfADay.Contains(code);

    /// <summary>The sheet of a committee.</summary>
    public static CountSheet Of(IFigures figures, CountedTree tree, int top, Period period, View view)
    {
        int[] below = tree.Below(top);
        Indicator[] indicators = [.. figures.Now.Indicators.All.Where(i => !IsOfADay(i.Code))];
        List<(string Code, int[] Parts)> totals = [.. Totals.Select(t => (t, PartsOf(t, indicators))).Where(t => t.Item2.Length > 0)];
        long?[][] rows = figures.Read(cube => below.Prepend(top).Select(c => Row(cube, view, c, period, indicators, totals)).ToArray());
        return new CountSheet
        {
            Top = top,
            Name = $"{period} {(view == View.Now ? "now" : "then")}",
            Below = below,
            Columns = [.. indicators.Select(i => i.Code), .. totals.Select(t => t.Code)],
            Totals = rows[0],
            Rows = rows[1..],
            Wholes = [.. totals.Select((t, i) => new WholeColumn(indicators.Length + i, t.Parts, true))],
            IsBelow = tree.ParentOf(top) >= 0,
        };
    }

    private static int[] PartsOf(string total, Indicator[] indicators) =>
        [.. Enumerable.Range(0, indicators.Length).Where(i => indicators[i].Topic == total || indicators[i].Code.StartsWith(total + ".", StringComparison.Ordinal))];

    private static long?[] Row(CubeReader cube, View view, int committee, Period period, Indicator[] indicators, List<(string Code, int[] Parts)> totals)
    {
        long?[] row = [.. indicators.Select(i => cube.Total(view, committee, i.Number, period).Value)];
        return [.. row, .. totals.Select(t => t.Parts.All(p => row[p] is null) ? null : (long?)t.Parts.Sum(p => row[p] ?? 0))];
    }
}
