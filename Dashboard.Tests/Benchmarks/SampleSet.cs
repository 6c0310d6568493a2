using System.Collections.Immutable;
using Dashboard.Domain.Figures;
using Dashboard.Domain.Indicators;
using Dashboard.Domain.Periods;
using Dashboard.Domain.Rollups;

namespace Dashboard.Benchmarks;

/// <summary>
/// S50: 50,000 committees in six levels, 30 indicators, 20 quarters, every figure present, the same numbers every time.
/// A smaller scale thins the three lower levels.
/// </summary>
internal sealed class SampleSet
{
    public const int Indicators = 30;
    public static readonly DateOnly Reorganised = new(2024, 7, 1);

    private readonly int[] _levelStart;

    public SampleSet(double scale)
    {
        int[] levels = [1, 10, 80, Scaled(720), Scaled(6_480), Scaled(42_709)];
        _levelStart = new int[levels.Length + 1];
        int[] parents = new int[levels.Sum()];
        for (int level = 0; level < levels.Length; level++)
        {
            _levelStart[level + 1] = _levelStart[level] + levels[level];
            for (int at = 0; at < levels[level]; at++)
            {
                parents[_levelStart[level] + at] = level == 0 ? -1 : _levelStart[level - 1] + (int)((long)at * levels[level - 1] / levels[level]);
            }
        }

        Before = [.. parents];
        After = Reorganise(parents);
        Quarters = [.. Enumerable.Range(2021, 5).SelectMany(year => Enumerable.Range(1, 4).Select(quarter => Period.Quarter(year, quarter)))];

        int Scaled(int count) => (int)Math.Max(80, count * scale);
    }

    public int Count => Before.Length;

    public long Figures => (long)Count * Indicators * Quarters.Length;

    /// <summary>The tree before the reorganisation.</summary>
    public ImmutableArray<int> Before { get; }

    /// <summary>The tree since: every tenth committee of the fourth level stands under another one of the third.</summary>
    public ImmutableArray<int> After { get; }

    public Period[] Quarters { get; }

    public static OverTime[] OverTimes => [.. Enumerable.Repeat(OverTime.Sum, Indicators)];

    public Range Level(int level) => _levelStart[level].._levelStart[level + 1];

    public int Random(Random random, int level) => random.Next(_levelStart[level], _levelStart[level + 1]);

    public static Trees SameAlways(ImmutableArray<int> parents) => new(_ => parents, parents);

    public Trees Reorganisation => new(day => day < Reorganised ? Before : After, After);

    public static int ValueOf(int committee, int indicator, int quarter)
    {
        unchecked
        {
            uint hash = ((uint)committee * 2_654_435_761u) ^ ((uint)indicator * 40_503u) ^ ((uint)quarter * 2_246_822_519u) ^ 42u;
            hash = (hash ^ (hash >> 15)) * 2_246_822_519u;
            return (int)((hash ^ (hash >> 13)) % 1_000);
        }
    }

    public IEnumerable<Figure> All()
    {
        for (int quarter = 0; quarter < Quarters.Length; quarter++)
        {
            for (int committee = 0; committee < Count; committee++)
            {
                for (int indicator = 0; indicator < Indicators; indicator++)
                {
                    yield return FigureOf(committee, indicator, quarter, ValueOf(committee, indicator, quarter));
                }
            }
        }
    }

    public Figure FigureOf(int committee, int indicator, int quarter, long value) =>
        new() { Committee = committee, Indicator = indicator, Period = Quarters[quarter], Value = value };

    public ILookup<int, int> ChildrenOf(ImmutableArray<int> parents) =>
        Enumerable.Range(0, Count).ToLookup(committee => parents[committee]);

    private ImmutableArray<int> Reorganise(int[] parents)
    {
        for (int committee = _levelStart[3]; committee < _levelStart[4]; committee += 10)
        {
            int third = parents[committee] - _levelStart[2];
            parents[committee] = _levelStart[2] + ((third + 31) % 80);
        }

        return [.. parents];
    }
}
