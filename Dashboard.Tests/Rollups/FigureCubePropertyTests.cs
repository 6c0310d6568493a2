using CsCheck;
using Dashboard.Domain.Figures;
using Dashboard.Domain.Periods;
using Dashboard.Domain.Rollups;

namespace Dashboard.Tests.Rollups;

public sealed class FigureCubePropertyTests
{
    private static readonly Gen<Operation> AnyOperation =
        Gen.Select(Gen.Int[0, 31], Gen.Int[0, 9_999], Gen.Int[0, 9_999], Gen.Int[0, 9_999], Gen.Int[0, 99_999], (kind, a, b, c, d) => new Operation(kind, a, b, c, d));

    private static readonly Gen<Operation[]> Operations = AnyOperation.Array[1, 30];

    [Fact]
    public void After_any_sequence_of_changes_the_cube_equals_a_naive_recount() => Operations.Sample(
        operations =>
        {
            CubeTrial trial = Done(operations);
            Assert.Null(trial.Difference());
        },
        iter: 1_000);

    [Fact]
    public void Hearing_changes_twice_or_shuffled_changes_nothing() => Gen.Select(Operations, Gen.Int).Sample(
        (operations, seed) =>
        {
            CubeTrial trial = Done(operations);
            FigureChange[] shuffled = [.. trial.Heard, .. trial.Heard];
            new Random(seed).Shuffle(shuffled);
            var cube = new FigureCube(trial.Structure.ToTrees(), CubeTrial.Indicators);
            int half = shuffled.Length / 2;
            cube.Apply(shuffled.Take(half));
            SetDue(trial, cube);
            Array.ForEach(shuffled[half..], change => cube.Apply(change));
            AssertSame(trial.Cube, cube, trial.Structure.Count);
        },
        iter: 1_000);

    [Fact]
    public void A_loaded_cube_equals_one_that_heard_every_change() => Operations.Sample(
        operations =>
        {
            CubeTrial trial = Done(operations);
            FigureCube cube = FigureCube.Load(trial.Structure.ToTrees(), CubeTrial.Indicators, trial.Naive.Figures.Values);
            SetDue(trial, cube);
            AssertSame(trial.Cube, cube, trial.Structure.Count);
        },
        iter: 1_000);

    [Fact]
    public void Both_views_agree_over_all_roots_for_every_flow() => Operations.Sample(
        operations =>
        {
            CubeTrial trial = Done(operations, uproots: false);
            foreach (var period in CubeTrial.Periods)
            {
                Assert.Equal(OverRoots(trial, View.Then, period), OverRoots(trial, View.Now, period));
            }
        },
        iter: 1_000);

    [Fact]
    public void Own_figures_over_a_period_are_those_of_the_definition() => Operations.Sample(
        operations =>
        {
            CubeTrial trial = Done(operations);
            foreach (var period in CubeTrial.Periods)
            {
                for (int committee = 0; committee < trial.Structure.Count; committee++)
                {
                    Rollup expected = NaiveRecount.Add(trial.Naive.Over(committee, 0, period));
                    Rollup actual = trial.Cube.Read(reader => reader.Own(committee, 0, period));
                    Assert.Equal(expected, actual with { Reported = 0, Expected = 0 });
                }
            }
        },
        iter: 1_000);

    private static CubeTrial Done(Operation[] operations, bool uproots = true)
    {
        var trial = new CubeTrial(most: 16, uproots);
        Array.ForEach(operations, trial.Do);
        return trial;
    }

    private static long OverRoots(CubeTrial trial, View view, Period period) => trial.Cube.Read(reader =>
        Enumerable.Range(0, trial.Structure.Count)
            .Where(committee => view == View.Now ? trial.Structure.ParentNow(committee) < 0 : trial.Structure.Level(committee) == 0)
            .Sum(committee => reader.Total(view, committee, 0, period).Value ?? 0));

    private static void SetDue(CubeTrial trial, FigureCube cube)
    {
        foreach (var due in trial.Naive.Due)
        {
            cube.SetDue(due.Key.Form, due.Key.Period, due.Value.Indicators, due.Value.Committees);
        }
    }

    private static void AssertSame(FigureCube expected, FigureCube actual, int committees)
    {
        foreach (View view in Enum.GetValues<View>())
        {
            foreach (Period period in CubeTrial.Kept)
            {
                for (int indicator = 0; indicator < CubeTrial.Indicators.Count; indicator++)
                {
                    Assert.Equal(Read(expected, view, indicator, period, committees), Read(actual, view, indicator, period, committees));
                }
            }
        }
    }

    private static Rollup[] Read(FigureCube cube, View view, int indicator, Period period, int committees) =>
        cube.Read(reader => Enumerable.Range(0, committees).Select(committee => reader.Total(view, committee, indicator, period)).ToArray());
}
