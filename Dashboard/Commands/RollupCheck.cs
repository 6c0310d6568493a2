using System.Collections.Immutable;
using System.Globalization;
using Dashboard.Data;
using Dashboard.Domain.Committees;
using Dashboard.Domain.Figures;
using Dashboard.Domain.Indicators;
using Dashboard.Domain.Periods;
using Dashboard.Domain.Rollups;
using Dashboard.Live;

namespace Dashboard.Commands;

/// <summary>
/// Adds every figure up again, one by one along its way to the root, and compares with the cube: every committee, indicator and
/// view, over every stated period and every standard one that contains it.
/// </summary>
internal sealed class RollupCheck(DateOnly today) : ICheck
{
    private const int MostSaid = 100;

    public string Name => "rollups";

    public async Task<CheckResult> RunAsync(SqliteDatabase database, CancellationToken cancellationToken)
    {
        (LiveState state, List<FigureChange> changes) = await new StateLoader(database).LoadAsync(cancellationToken);
        Figure[] figures = [.. changes.Select(c => c.Now!)];
        Hierarchy structure = state.Hierarchy;
        OverTime[] overTime = [.. state.Indicators.All.Select(i => i.OverTime)];
        FigureCube cube = FigureCube.Load(TreesOf(structure), overTime, figures, state.Sequence);
        Figure[][] series = [.. figures.GroupBy(f => (f.Committee, f.Indicator)).Select(g => g.ToArray())];
        var differences = new List<string>();
        long counted = 0;
        foreach (Period period in figures.Select(f => f.Period).Distinct().SelectMany(p => p.StandardContaining().Append(p)).Distinct().Order())
        {
            foreach (View view in Enum.GetValues<View>())
            {
                cancellationToken.ThrowIfCancellationRequested();
                long?[] sums = Sums(structure, overTime, series, period, view);
                counted += sums.Length;
                differences.AddRange(Compare(cube, structure, state, sums, period, view).Take(MostSaid - differences.Count));
            }
        }

        return new CheckResult(counted, differences);
    }

    private long?[] Sums(Hierarchy structure, OverTime[] overTime, Figure[][] series, Period period, View view)
    {
        var sums = new long?[structure.Count * overTime.Length];
        foreach (Figure[] stated in series)
        {
            (int committee, int indicator) = (stated[0].Committee, stated[0].Indicator);
            IReadOnlyList<Figure> selected = OverPeriod.Selected(stated, period);
            if (overTime[indicator] == OverTime.Last)
            {
                selected = structure[committee].IsOpenOn(period.End) ? [.. selected.TakeLast(1)] : [];
            }

            foreach (Figure figure in selected)
            {
                ImmutableArray<int> parents = view == View.Now ? structure.ParentsNow(today) : structure.ParentsOn(figure.Period.End);
                for (int at = committee; at >= 0; at = parents[at])
                {
                    ref long? sum = ref sums[at * overTime.Length + indicator];
                    sum = (sum ?? 0) + figure.Value;
                }
            }
        }

        return sums;
    }

    private static IEnumerable<string> Compare(FigureCube cube, Hierarchy structure, LiveState state, long?[] sums, Period period, View view)
    {
        var row = new Rollup[cube.Indicators];
        for (int committee = 0; committee < structure.Count; committee++)
        {
            cube.Row(view, committee, period, row);
            for (int indicator = 0; indicator < row.Length; indicator++)
            {
                long? again = sums[committee * row.Length + indicator];
                if (row[indicator].Value != again)
                {
                    yield return $"{structure[committee].Code}, {state.Indicators.All[indicator].Code}, {period}, {view}: the cube says {Said(row[indicator].Value)}, the figures add up to {Said(again)}.";
                }
            }
        }
    }

    private static string Said(long? value) => value?.ToString(CultureInfo.InvariantCulture) ?? "nothing";

    private Trees TreesOf(Hierarchy structure) => new(
        structure.ParentsOn,
        structure.ParentsNow(today),
        [.. structure.Committees.Select(c => c.OpenedOn ?? DateOnly.MinValue)],
        [.. structure.Committees.Select(c => c.ClosedOn ?? DateOnly.MaxValue)]);
}
