namespace Dashboard.Domain.Signals;

/// <summary>A series with its process limits and signals; a reorganisation starts both afresh.</summary>
/// <param name="Stretches">The stretches between fresh starts, in order, covering the series.</param>
/// <param name="Signals">All signals, by point, then by rule.</param>
public sealed record ProcessChart(IReadOnlyList<ProcessLimits> Stretches, IReadOnlyList<Signal> Signals)
{
    /// <summary>Points of a run that make it a signal.</summary>
    public const int RunLength = 7;

    private const double FarOut = 2.0 / 3.0;

    /// <summary>Judges a series.</summary>
    /// <param name="values">Values in order of time; null where missing.</param>
    /// <param name="freshStarts">Indexes of the first points after a reorganisation of the committee.</param>
    public static ProcessChart Of(IReadOnlyList<long?> values, params IReadOnlyCollection<int> freshStarts)
    {
        int[] starts = [.. freshStarts.Where(s => s > 0 && s < values.Count).Append(0).Distinct().Order()];
        var stretches = new List<ProcessLimits>();
        var signals = new List<Signal>();
        for (int i = 0; i < starts.Length && values.Count > 0; i++)
        {
            ProcessLimits limits = ProcessLimits.Of(values, starts[i], i + 1 < starts.Length ? starts[i + 1] - 1 : values.Count - 1);
            stretches.Add(limits);
            if (limits.HasLimits)
            {
                signals.AddRange(SignalsOf(values, limits));
            }
        }

        return new ProcessChart(stretches, [.. signals.OrderBy(s => s.Index).ThenBy(s => s.Rule)]);
    }

    private static IEnumerable<Signal> SignalsOf(IReadOnlyList<long?> values, ProcessLimits limits)
    {
        int[] at = [.. Enumerable.Range(limits.First, limits.Last - limits.First + 1).Where(i => values[i] is not null)];
        double[] points = [.. at.Select(i => (double)values[i]!.Value)];
        double[] distances = [.. points.Select(limits.DistanceOf)];
        return Outside(distances)
            .Concat(RunsOnOneSide(distances))
            .Concat(RunsOfChange(points))
            .Concat(TwoOfThree(distances))
            .Select(s => s with { Index = at[s.Index] });
    }

    private static IEnumerable<Signal> Outside(double[] distances) =>
        Where(distances, i => Math.Abs(distances[i]) > 1).Select(i => new Signal(i, SignalRule.OutsideLimits, distances[i] > 0));

    private static IEnumerable<Signal> RunsOnOneSide(double[] distances)
    {
        int run = 0;
        for (int i = 0; i < distances.Length; i++)
        {
            int side = Math.Sign(distances[i]);
            run = side == 0 ? 0 : i > 0 && side == Math.Sign(distances[i - 1]) ? run + 1 : 1;
            if (run >= RunLength)
            {
                yield return new Signal(i, SignalRule.RunOnOneSide, side > 0);
            }
        }
    }

    private static IEnumerable<Signal> RunsOfChange(double[] points)
    {
        int steps = 0;
        int before = 0;
        for (int i = 1; i < points.Length; i++)
        {
            int step = points[i].CompareTo(points[i - 1]);
            steps = step == 0 ? 0 : step == before ? steps + 1 : 1;
            before = step;
            if (steps >= RunLength - 1)
            {
                yield return new Signal(i, SignalRule.RunOfChange, step > 0);
            }
        }
    }

    private static IEnumerable<Signal> TwoOfThree(double[] distances) =>
        Where(distances, i => IsSecondFarOut(distances, i)).Select(i => new Signal(i, SignalRule.TwoOfThreeFarOut, distances[i] > 0));

    /// <summary>The point itself is far out, and one of the two before it is so on the same side.</summary>
    private static bool IsSecondFarOut(double[] distances, int i)
    {
        int side = Math.Sign(distances[i]);
        return IsFar(i) && ((i > 0 && IsFar(i - 1)) || (i > 1 && IsFar(i - 2)));

        bool IsFar(int j) => distances[j] * side > FarOut;
    }

    private static IEnumerable<int> Where(double[] distances, Func<int, bool> isSignal) => Enumerable.Range(0, distances.Length).Where(isSignal);
}
