using System.Diagnostics;

namespace Dashboard.Benchmarks;

/// <summary>Times of single operations, each measured by itself, after a warm-up.</summary>
internal sealed class Timing
{
    private readonly double[] _microseconds;

    private Timing(double[] microseconds) => _microseconds = microseconds;

    public double Median => At(0.5);

    public double P95 => At(0.95);

    public static Timing Of(int times, Action<int> operation, int warmUp = -1)
    {
        warmUp = warmUp < 0 ? times / 2 : warmUp;
        for (int run = 0; run < warmUp; run++)
        {
            operation(run);
        }

        double[] taken = new double[times];
        for (int run = 0; run < times; run++)
        {
            long start = Stopwatch.GetTimestamp();
            operation(run + warmUp);
            taken[run] = Stopwatch.GetElapsedTime(start).TotalMicroseconds;
        }

        Array.Sort(taken);
        return new Timing(taken);
    }

    /// <summary>Prints a row of the table and says whether the target is met.</summary>
    public bool Report(string name, double target, double perOperation = 1)
    {
        double median = Median / perOperation;
        bool met = median <= target;
        Console.WriteLine($"{name,-64} {median,10:0.000} {P95 / perOperation,10:0.000} {(target < double.MaxValue ? $"{target,9:0.###}" : ""),9} {(met ? "" : "MISSED")}");
        return met;
    }

    public static void Header() => Console.WriteLine($"{"",-64} {"p50 µs",10} {"p95 µs",10} {"target",9}");

    private double At(double share) => _microseconds[(int)(share * (_microseconds.Length - 1))];
}
