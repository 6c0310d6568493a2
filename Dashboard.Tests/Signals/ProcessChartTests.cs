using CsCheck;
using Dashboard.Domain.Signals;

namespace Dashboard.Tests.Signals;

public sealed class ProcessChartTests
{
    private static readonly Gen<long?[]> AnySeries = Gen.Int[1, 60].Select(v => (long)v).Nullable(0.1).Array[0, 40];

    [Fact]
    public void Limits_are_the_mean_and_2_66_mean_moving_ranges_to_either_side()
    {
        ProcessLimits limits = Assert.Single(ProcessChart.Of([10, 12, 11, 13, 12, 10, 11, 13, 12, 11, 10, 12]).Stretches);
        Assert.Equal(LimitsState.Judged, limits.State);
        Assert.Equal(137.0 / 12, limits.Mean, 12);
        Assert.Equal(2.66 * 16 / 11, limits.Spread, 12);
        Assert.Equal((limits.Mean + limits.Spread, limits.Mean - limits.Spread), (limits.Upper, limits.Lower));
    }

    [Fact]
    public void A_jump_does_not_widen_the_limits_it_is_judged_by()
    {
        long?[] values = [10, 12, 11, 13, 12, 10, 90, 11, 13, 12, 11, 10, 12];
        ProcessChart chart = ProcessChart.Of(values);
        Assert.Equal(2.66 * 15 / 10, chart.Stretches[0].Spread, 12);
        Assert.Contains(new Signal(6, SignalRule.OutsideLimits, true), chart.Signals);
    }

    [Fact]
    public void Fewer_than_twelve_points_are_trial_limits_and_missing_ones_do_not_count()
    {
        Assert.Equal(LimitsState.Trial, ProcessChart.Of([10, 12, null, 13, 12, 10, 11, 13, 12, 11, 10, 12]).Stretches[0].State);
        Assert.Equal(LimitsState.Judged, ProcessChart.Of([10, 12, null, 13, 12, 10, 11, 13, 12, 11, 10, 12, 11]).Stretches[0].State);
        Assert.Equal(LimitsState.TooFew, ProcessChart.Of([null, 12, null]).Stretches[0].State);
        Assert.Empty(ProcessChart.Of([]).Stretches);
    }

    [Fact]
    public void Missing_points_are_skipped_not_zero() =>
        AnySeries.Sample(
            values =>
            {
                long?[] present = [.. values.Where(v => v is not null)];
                int[] at = [.. Enumerable.Range(0, values.Length).Where(i => values[i] is not null)];
                ProcessChart chart = ProcessChart.Of(values);
                ProcessChart dense = ProcessChart.Of(present);
                return (present.Length == 0 || (chart.Stretches[0].Mean, chart.Stretches[0].Spread) == (dense.Stretches[0].Mean, dense.Stretches[0].Spread))
                    && chart.Signals.SequenceEqual(dense.Signals.Select(s => s with { Index = at[s.Index] }));
            },
            iter: 2_000);

    [Fact]
    public void Mostly_zero_and_still_series_are_not_judged()
    {
        ProcessChart rare = ProcessChart.Of([0, 0, 1, 0, 0, 0, 2, 0, 0, 0, 0, 9]);
        Assert.Equal((LimitsState.MostlyZero, false), (rare.Stretches[0].State, rare.Stretches[0].HasLimits));
        Assert.Empty(rare.Signals);
        ProcessChart still = ProcessChart.Of([30, 30, 30, 30, 30, 30, 30, 31, 31, 31, 31, 31]);
        Assert.Equal(LimitsState.Still, still.Stretches[0].State);
        Assert.Empty(still.Signals);
    }

    [Fact]
    public void Of_rare_events_the_days_between_them_count()
    {
        DateOnly first = new(2026, 1, 10);
        Assert.Equal([5L, 0L, 30L], RareEvents.DaysBetween([first.AddDays(5), first, first.AddDays(35), first.AddDays(5)]));
        Assert.Empty(RareEvents.DaysBetween([first]));
    }

    [Fact]
    public void Seven_in_a_row_on_one_side_of_the_mean_are_a_signal_at_the_seventh()
    {
        long?[] values = [10, 14, 9, 13, 10, 14, 21, 24, 20, 23, 21, 25, 22];
        Signal[] runs = [.. ProcessChart.Of(values).Signals.Where(s => s.Rule == SignalRule.RunOnOneSide)];
        Assert.Equal([new Signal(12, SignalRule.RunOnOneSide, true)], runs);
    }

    [Fact]
    public void Seven_in_a_row_rising_or_falling_are_a_signal_at_the_seventh()
    {
        long?[] values = [20, 30, 21, 22, 23, 24, 25, 26, 27, 20];
        Assert.Equal([new Signal(8, SignalRule.RunOfChange, true)], ProcessChart.Of(values).Signals.Where(s => s.Rule == SignalRule.RunOfChange));
        Signal falling = ProcessChart.Of([.. values.Select(v => 100 - v)]).Signals.Single(s => s.Rule == SignalRule.RunOfChange);
        Assert.Equal(new Signal(8, SignalRule.RunOfChange, false), falling);
    }

    [Fact]
    public void Two_of_three_beyond_two_thirds_of_the_way_are_a_signal_at_the_second()
    {
        long?[] values = [22, 21, 21, 22, 24, 21, 23, 21, 31, 25, 31, 20, 21, 20];
        ProcessChart chart = ProcessChart.Of(values);
        Assert.InRange(chart.Stretches[0].DistanceOf(31), 0.67, 1);
        Assert.Equal([new Signal(10, SignalRule.TwoOfThreeFarOut, true)], chart.Signals);
    }

    [Fact]
    public void A_reorganisation_starts_limits_and_runs_afresh()
    {
        long?[] values = [50, 52, 51, 53, 52, 50, 51, 90, 92, 91, 93, 92, 90, 91];
        ProcessChart chart = ProcessChart.Of(values, 7);
        Assert.Equal([(0, 6), (7, 13)], chart.Stretches.Select(s => (s.First, s.Last)));
        Assert.Empty(chart.Signals);
        Assert.NotEmpty(ProcessChart.Of(values).Signals);
    }

    [Fact]
    public void The_rules_give_what_their_words_say() =>
        AnySeries.Sample(
            values =>
            {
                long[] points = [.. values.OfType<long>()];
                ProcessChart chart = ProcessChart.Of([.. points.Select(p => (long?)p)]);
                return points.Length == 0 || !chart.Stretches[0].HasLimits
                    ? chart.Signals.Count == 0
                    : points.Any(p => IsOnEdge(p, chart.Stretches[0])) || chart.Signals.Select(s => (s.Index, s.Rule)).ToHashSet().SetEquals(Naive(points, chart.Stretches[0]));
            },
            iter: 3_000);

    // On an edge itself the last bit of a fraction decides, and two ways to reckon it need not agree.
    private static bool IsOnEdge(long point, ProcessLimits limits) =>
        Math.Abs(limits.DistanceOf(point)) is > 0 and < 1e-9 or > (2.0 / 3) - 1e-9 and < (2.0 / 3) + 1e-9 or > 1 - 1e-9 and < 1 + 1e-9;

    private static IEnumerable<(int, SignalRule)> Naive(long[] points, ProcessLimits limits)
    {
        double upper = limits.Mean + (limits.Spread * 2 / 3);
        double lower = limits.Mean - (limits.Spread * 2 / 3);
        for (int i = 0; i < points.Length; i++)
        {
            if (points[i] > limits.Upper || points[i] < limits.Lower)
            {
                yield return (i, SignalRule.OutsideLimits);
            }

            long[] seven = i >= 6 ? points[(i - 6)..(i + 1)] : [];
            if (seven.Length == 7 && (seven.All(p => p > limits.Mean) || seven.All(p => p < limits.Mean)))
            {
                yield return (i, SignalRule.RunOnOneSide);
            }

            if (seven.Length == 7 && (Enumerable.Range(0, 6).All(k => seven[k] < seven[k + 1]) || Enumerable.Range(0, 6).All(k => seven[k] > seven[k + 1])))
            {
                yield return (i, SignalRule.RunOfChange);
            }

            long[] three = points[Math.Max(0, i - 2)..(i + 1)];
            if ((points[i] > upper && three.Count(p => p > upper) >= 2) || (points[i] < lower && three.Count(p => p < lower) >= 2))
            {
                yield return (i, SignalRule.TwoOfThreeFarOut);
            }
        }
    }
}
