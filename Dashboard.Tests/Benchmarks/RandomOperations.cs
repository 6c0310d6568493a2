using System.Diagnostics;
using Dashboard.Domain.Periods;
using Dashboard.Tests.Rollups;

namespace Dashboard.Benchmarks;

/// <summary>R24: random operations of every kind on five seeds; after each one some rollup is checked, and every so often all of them.</summary>
internal static class RandomOperations
{
    private const int FullCheckEvery = 10_000;

    public static bool Run(int operations)
    {
        int differences = 0;
        for (int seed = 1; seed <= 5; seed++)
        {
            long start = Stopwatch.GetTimestamp();
            string? difference = Run(seed, operations / 5, out long checks);
            Console.WriteLine($"R24 seed {seed}: {operations / 5:n0} operations, {checks:n0} rollups compared, {Stopwatch.GetElapsedTime(start).TotalSeconds:0} s: {difference ?? "no difference"}");
            differences += difference is null ? 0 : 1;
        }

        return differences == 0;
    }

    private static string? Run(int seed, int operations, out long checks)
    {
        var random = new Random(seed);
        var trial = new CubeTrial(most: 40);
        Period[] periods = [.. CubeTrial.Periods];
        checks = 0;
        for (int done = 1; done <= operations; done++)
        {
            trial.Do(new Operation(random.Next(32), random.Next(10_000), random.Next(10_000), random.Next(10_000), random.Next(100_000)));
            string? difference = null;
            if (done % FullCheckEvery == 0 || done == operations)
            {
                difference = trial.Difference();
                checks += 2L * periods.Length * CubeTrial.Indicators.Count * trial.Structure.Count;
            }
            else if (done % 20 == 0)
            {
                difference = trial.Difference(random.Next(CubeTrial.Indicators.Count), periods[random.Next(periods.Length)]);
                checks += 2 * trial.Structure.Count;
            }

            if (difference is not null)
            {
                return $"after {done:n0} operations {difference}";
            }
        }

        return null;
    }
}
