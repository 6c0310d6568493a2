using CsCheck;
using Dashboard.Domain.Figures;
using Dashboard.Domain.Indicators;
using Dashboard.Domain.Periods;
using Dashboard.Domain.Rollups;
using Dashboard.Explain;
using Dashboard.Tests.Rollups;

namespace Dashboard.Tests.Explain;

public sealed class BreakdownTests
{
    private static readonly Gen<Operation> AnyOperation =
        Gen.Select(Gen.Int[0, 31], Gen.Int[0, 9_999], Gen.Int[0, 9_999], Gen.Int[0, 9_999], Gen.Int[0, 99_999], (kind, a, b, c, d) => new Operation(kind, a, b, c, d));

    private static readonly Gen<Operation[]> Operations = AnyOperation.Array[1, 40];

    // Of what is stated and withdrawn, with the structure as it is.
    private static readonly Gen<Operation[]> Changes =
        Gen.Select(Gen.Int[4, 31], Gen.Int[0, 9_999], Gen.Int[0, 9_999], Gen.Int[0, 9_999], Gen.Int[0, 99_999], (kind, a, b, c, d) => new Operation(kind, a, b, c, d)).Array[1, 20];

    [Fact]
    public void The_parts_of_any_number_add_up_to_it_in_both_views() => Operations.Sample(
        operations =>
        {
            CubeTrial trial = Done(operations);
            ProofGround ground = Ground(trial);
            foreach ((View view, int committee, int indicator, Period period) in Numbers(trial))
            {
                (Rollup total, List<Part> parts) = trial.Cube.Read(cube => (
                    cube.Total(view, committee, indicator, period),
                    new Breakdown(cube, ground).Of(view, committee, indicator, CubeTrial.Indicators[indicator], period)));
                string what = $"{view}, committee {committee}, indicator {indicator}, {period}: {total} of {string.Join("; ", parts)}";
                List<Rollup> known = [.. parts.Select(p => p.Amount).Where(a => a.Value is not null)];
                Assert.True(total.Value is null == (known.Count == 0), what);
                Assert.True((total.Value ?? 0) == known.Sum(a => a.Value!.Value), what);
                Assert.True(total.Provisional == known.Sum(a => a.Provisional), what);
                Assert.True(known.Count == 0 || total.Precision == known.Select(a => a.Precision).Aggregate((a, b) => a.With(b)), what);
                Assert.True(total.OutOf == (known.Count > 0 && known.TrueForAll(a => a.OutOf is not null) ? known.Sum(a => a.OutOf!.Value) : null), what);
            }
        },
        iter: 150);

    [Fact]
    public void Without_a_move_in_the_period_going_through_every_figure_gives_the_same_parts() => Operations.Sample(
        operations =>
        {
            CubeTrial trial = Done(operations);
            ProofGround ground = Ground(trial), doubting = ground with { MovesIn = _ => [DateOnly.MaxValue] };
            foreach ((_, int committee, int indicator, Period period) in Numbers(trial).Where(n => n.View == View.Then && ground.MovesIn(n.Period).Count == 0))
            {
                IEnumerable<(int, long?)> Read(ProofGround of) => trial.Cube.Read(cube => new Breakdown(cube, of).Of(View.Then, committee, indicator, CubeTrial.Indicators[indicator], period)
                    .Where(p => p.Amount.Value is not null).Select(p => (p.Committee, p.Amount.Value)).ToList());
                Assert.Equal(Read(ground), Read(doubting));
            }
        },
        iter: 100);

    [Fact]
    public void The_number_of_then_and_the_differences_add_up_to_the_number_of_now() => Gen.Select(Operations, Changes).Sample(
        (operations, changes) =>
        {
            CubeTrial then = Done(operations), now = Done(operations);
            Dictionary<(int, int, Period), Figure> figures = new(now.Naive.Figures);
            int heard = now.Heard.Count;
            Array.ForEach(changes, now.Do);
            ProofGround ground = Ground(now);
            foreach ((View view, int committee, int indicator, Period period) in Numbers(now))
            {
                var before = now.Heard.Skip(heard).Where(c => c.Indicator == indicator).Select(c => (c.Committee, c.Period)).Distinct()
                    .ToDictionary(key => key, key => figures.GetValueOrDefault((key.Committee, indicator, key.Period)));
                var were = new FiguresBefore(before);
                OverTime overTime = CubeTrial.Indicators[indicator];
                Rollup start = then.Cube.Total(view, committee, indicator, period), end = now.Cube.Total(view, committee, indicator, period);
                (SortedDictionary<int, long> differences, bool hadAny) = now.Cube.Read(cube => (
                    were.Differences(cube, ground, view, committee, indicator, overTime, period), were.HadAny(cube, ground, view, committee, indicator, overTime, period)));
                Assert.Equal(end.Value ?? 0, (start.Value ?? 0) + differences.Values.Sum());
                Assert.Equal(start.Value is not null, hadAny);
            }
        },
        iter: 100);

    private static CubeTrial Done(Operation[] operations)
    {
        var trial = new CubeTrial(most: 12);
        Array.ForEach(operations, trial.Do);
        return trial;
    }

    private static IEnumerable<(View View, int Committee, int Indicator, Period Period)> Numbers(CubeTrial trial) =>
        from view in new[] { View.Then, View.Now }
        from committee in Enumerable.Range(0, trial.Structure.Count)
        from indicator in Enumerable.Range(0, CubeTrial.Indicators.Count)
        from period in CubeTrial.Periods.Where((_, at) => at % 5 == committee % 5)
        select (view, committee, indicator, period);

    private static ProofGround Ground(CubeTrial trial)
    {
        Trees trees = trial.Structure.ToTrees();
        return new ProofGround
        {
            Count = trees.Count,
            Now = trees.Now,
            On = day => trees.On(day),
            IsOpenOn = trees.IsOpenOn,
            MovesIn = period => [.. Enumerable.Range(1, period.Days - 1).Select(d => period.Start.AddDays(d)).Where(day => !trees.On(day).SequenceEqual(trees.On(day.AddDays(-1))))],
        };
    }
}
