using CsCheck;
using Dashboard.Domain.Figures;
using Dashboard.Domain.Indicators;
using Dashboard.Domain.Periods;
using Dashboard.Domain.Rollups;

namespace Dashboard.Tests.Rollups;

/// <summary>Plain figures take shorter ways through the cube: they must lead to the same numbers.</summary>
public sealed class CubeReaderTests
{
    private static readonly Period Quarter = Period.Quarter(2025, 3);
    private static readonly OverTime[] Indicators = [OverTime.Sum, OverTime.Last];

    [Fact]
    public void A_row_of_plain_figures_holds_what_single_reads_give() => Gen.Select(Gen.Int[1, 300], Gen.Int).Sample(
        (committees, seed) =>
        {
            var random = new Random(seed);
            FigureCube cube = Plain(committees, random);
            int[] some = [.. Enumerable.Range(0, committees).Where(_ => random.Next(3) == 0)];
            var rows = new Rollup[some.Length * Indicators.Length];
            foreach (View view in Enum.GetValues<View>())
            {
                cube.Rows(view, some, Quarter, rows);
                Assert.Equal(some.SelectMany(committee => Enumerable.Range(0, 2).Select(indicator => cube.Total(view, committee, indicator, Quarter))), rows);
                Assert.Equal(rows, some.SelectMany(committee => Enumerable.Range(0, 2).Select(indicator => Series(cube, view, committee, indicator))));
            }
        },
        iter: 1_000);

    [Fact]
    public void The_largest_are_those_that_sorting_everybody_finds() => Gen.Select(Gen.Frequency((19, Gen.Int[1, 150]), (1, Gen.Int[1_000, 2_200])), Gen.Int[1, 30], Gen.Int).Sample(
        (committees, places, seed) =>
        {
            var random = new Random(seed);
            FigureCube cube = Plain(committees, random);
            int[] asked = [.. Enumerable.Range(0, committees).Where(_ => random.Next(50) > 0)];
            int[] largest = new int[places];
            int count = cube.Rank(View.Now, 0, Quarter, asked, largest);
            IEnumerable<int> expected = asked
                .Select(committee => (committee, cube.Total(View.Now, committee, 0, Quarter).Value)).Where(each => each.Value is not null)
                .OrderByDescending(each => each.Value).ThenBy(each => each.committee).Select(each => each.committee).Take(places);
            Assert.Equal(expected, largest[..count]);
        },
        iter: 1_000);

    private static Rollup Series(FigureCube cube, View view, int committee, int indicator)
    {
        var series = new Rollup[1];
        cube.Series(view, committee, indicator, [Quarter], series);
        return series[0];
    }

    private static FigureCube Plain(int committees, Random random)
    {
        int[] parents = [.. Enumerable.Range(0, committees).Select(committee => committee == 0 ? -1 : committee < 9 ? 0 : random.Next(9))];
        int share = random.Next(1, 100);
        int[] stating = [.. Enumerable.Range(0, committees).Where(_ => random.Next(100) < share)];
        var cube = FigureCube.Load(
            new Trees(_ => [.. parents], [.. parents]),
            Indicators,
            stating.SelectMany(committee => Enumerable.Range(0, 2).Select(indicator => new Figure
            {
                Committee = committee, Indicator = indicator, Period = Quarter, Value = random.Next(4) == 0 ? random.Next(3) : random.Next(1_000),
            })));
        if (random.Next(2) == 0)
        {
            cube.SetDue("quarterly", Quarter, [random.Next(2)], [.. stating, random.Next(committees)]);
        }

        return cube;
    }
}
