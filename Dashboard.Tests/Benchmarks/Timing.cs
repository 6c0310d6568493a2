using System.Diagnostics;

namespace Dashboard.Benchmarks;

/// <summary>Times of single operations, each measured by itself, after a warm-up.</summary>
internal sealed class Timing
{
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(1);

    private readonly double[] _microseconds;

    private Timing(double[] microseconds) => _microseconds = microseconds;

    public double Median => At(0.5);

    public double P95 => At(0.95);

    public static Timing Of(int times, Action<int> operation) => Of(times, run => run, operation);

    /// <param name="times">How often to measure.</param>
    /// <param name="prepare">Makes what the operation is about; not timed.</param>
    /// <param name="operation">What is timed.</param>
    public static Timing Of<T>(int times, Func<int, T> prepare, Action<T> operation)
    {
        // Long enough for the runtime to compile what is hot a second time, with what it learnt.
        long begun = Stopwatch.GetTimestamp();
        int run = 0;
        for (; run < 3 || (Stopwatch.GetElapsedTime(begun) < WarmUp && run < 2_000_000); run++)
        {
            operation(prepare(run));
        }

        double[] taken = new double[times];
        for (int at = 0; at < times; at++)
        {
            T subject = prepare(run + at);
            long start = Stopwatch.GetTimestamp();
            operation(subject);
            taken[at] = (Stopwatch.GetTimestamp() - start) * 1e6 / Stopwatch.Frequency;
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
