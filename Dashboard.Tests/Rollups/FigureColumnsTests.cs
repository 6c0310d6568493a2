using CsCheck;
using Dashboard.Domain;
using Dashboard.Domain.Figures;
using Dashboard.Domain.Periods;
using Dashboard.Domain.Rollups;

namespace Dashboard.Tests.Rollups;

/// <summary>Figures added up as they are asked for, against the cube that keeps every total.</summary>
public sealed class FigureColumnsTests
{
    private static readonly Gen<Operation[]> Operations =
        Gen.Select(Gen.Int[0, 31], Gen.Int[0, 9_999], Gen.Int[0, 9_999], Gen.Int[0, 9_999], Gen.Int[0, 99_999], (kind, a, b, c, d) => new Operation(kind, a, b, c, d)).Array[1, 40];

    [Fact]
    public void Columns_say_the_same_as_a_cube_of_the_same_figures() => Operations.Sample(
        operations =>
        {
            CubeTrial trial = Done(operations);
            FigureColumns columns = ColumnsOf(trial);
            foreach (Period period in CubeTrial.Periods)
            {
                foreach (View view in Enum.GetValues<View>())
                {
                    Assert.Equal(trial.Cube.Read(cube => Rows(cube, trial, view, period)), columns.Read(cube => Rows(cube, trial, view, period)));
                }
            }
        },
        iter: 1_000);

    [Fact]
    public void Series_ranks_and_single_figures_are_the_same_too() => Operations.Sample(
        operations =>
        {
            CubeTrial trial = Done(operations);
            FigureColumns columns = ColumnsOf(trial);
            for (int indicator = 0; indicator < CubeTrial.Indicators.Count; indicator++)
            {
                int asked = indicator;
                Assert.Equal(trial.Cube.Read(cube => Ranks(cube, trial, asked)), columns.Read(cube => Ranks(cube, trial, asked)));
                for (int committee = 0; committee < trial.Structure.Count; committee++)
                {
                    int at = committee;
                    Assert.Equal(trial.Cube.Read(cube => cube.Stated(at, asked)), columns.Read(cube => cube.Stated(at, asked)));
                    Assert.Equal(trial.Cube.Read(cube => Singles(cube, at, asked)), columns.Read(cube => Singles(cube, at, asked)));
                }
            }
        },
        iter: 300);

    [Fact]
    public void What_is_outside_of_a_scope_is_refused_as_the_cube_does() => Operations.Sample(
        operations =>
        {
            CubeTrial trial = Done(operations);
            FigureColumns columns = ColumnsOf(trial);
            var scope = new ReadScope(1);
            foreach (View view in Enum.GetValues<View>())
            {
                for (int committee = 0; committee < trial.Structure.Count; committee++)
                {
                    int at = committee;
                    Assert.Equal(
                        Refused(() => trial.Cube.Total(view, at, 0, Period.Parse("2025"), scope)),
                        Refused(() => columns.Read(cube => cube.Total(view, at, 0, Period.Parse("2025"), scope))));
                }
            }
        },
        iter: 300);

    [Fact]
    public void Figures_are_gone_for_when_they_are_asked_for_and_once()
    {
        var gone = new List<Period>();
        FigureSeries Of(Period period) => new(period, () =>
        {
            gone.Add(period);
            return [new Figure { Committee = 0, Indicator = 0, Period = period, Value = 5 }];
        });
        (Period first, Period second) = (Period.Parse("2026-Q1"), Period.Parse("2026-Q2"));
        var columns = new FigureColumns(new Trees(_ => [-1], [-1]), [CubeTrial.Indicators[0]], _ => [Of(first), Of(second)], []);
        Assert.Equal(5, columns.Read(cube => cube.Total(View.Now, 0, 0, first).Value));
        Assert.Equal([first], gone);
        Assert.Equal(10, columns.Read(cube => cube.Total(View.Now, 0, 0, Period.Parse("2026-H1")).Value));
        Assert.Equal([first, second], gone);
    }

    private static CubeTrial Done(Operation[] operations)
    {
        var trial = new CubeTrial(most: 16);
        Array.ForEach(operations, trial.Do);
        return trial;
    }

    private static FigureColumns ColumnsOf(CubeTrial trial) => new(
        trial.Structure.ToTrees(),
        CubeTrial.Indicators,
        indicator => trial.Naive.Figures.Values.Where(f => f.Indicator == indicator).GroupBy(f => f.Period).Select(f => new FigureSeries(f.Key, () => f)),
        trial.Naive.Due.Select(due => new FormDue(due.Key.Form, due.Key.Period, due.Value.Indicators, due.Value.Committees)));

    private static Rollup[] Rows(CubeReader cube, CubeTrial trial, View view, Period period)
    {
        var rows = new Rollup[trial.Structure.Count * CubeTrial.Indicators.Count];
        cube.Rows(view, [.. Enumerable.Range(0, trial.Structure.Count)], period, rows);
        return rows;
    }

    private static int[] Ranks(CubeReader cube, CubeTrial trial, int indicator)
    {
        int[] all = [.. Enumerable.Range(0, trial.Structure.Count)];
        List<int> ranks = [];
        foreach (Period period in CubeTrial.Periods)
        {
            int[] largest = new int[5];
            int filled = cube.Rank(View.Now, indicator, period, all, largest);
            ranks.AddRange(largest[..filled]);
        }

        return [.. ranks];
    }

    private static Rollup[] Singles(CubeReader cube, int committee, int indicator)
    {
        Period[] periods = [.. CubeTrial.Periods];
        var series = new Rollup[periods.Length];
        cube.Series(View.Then, committee, indicator, periods, series);
        var own = new Rollup[periods.Length];
        for (int at = 0; at < periods.Length; at++)
        {
            own[at] = cube.Own(committee, indicator, periods[at]);
            Assert.Equal(cube.Stated(committee, indicator).FirstOrDefault(f => f.Period == periods[at]), cube.Stated(committee, indicator, periods[at]));
        }

        return [.. series, .. own];
    }

    private static string? Refused(Action read)
    {
        try
        {
            read();
            return null;
        }
        catch (BrokenRuleException refused)
        {
            return refused.Rule;
        }
    }
}
