using Dashboard.Domain;
using Dashboard.Domain.Figures;
using Dashboard.Domain.Indicators;
using Dashboard.Domain.Periods;
using Dashboard.Domain.Rollups;

namespace Dashboard.Benchmarks;

/// <summary>R26: figures near the limit of 64 bits add up exactly or are refused, and a refusal changes nothing.</summary>
internal static class LargeFigures
{
    public static bool Run()
    {
        const int Children = 100;
        var random = new Random(26);
        var cube = new FigureCube(new Trees(_ => [-1, .. new int[Children]], [-1, .. new int[Children]]), [OverTime.Sum]);
        Int128[] values = new Int128[Children + 1];
        int refused = 0;
        for (int sequence = 1; sequence <= 200_000; sequence++)
        {
            int committee = random.Next(Children + 1);
            long value = random.NextInt64(long.MaxValue) >> random.Next(63);
            Int128 sum = values.Aggregate((Int128)0, (total, each) => total + each) - values[committee] + value;
            bool fits = sum <= long.MaxValue;
            try
            {
                cube.Apply(new FigureChange(committee, 0, Period.Year(2025), new Figure { Committee = committee, Indicator = 0, Period = Period.Year(2025), Value = value }, sequence));
                values[committee] = value;
                if (!fits)
                {
                    return Fail($"change {sequence} should have been refused");
                }
            }
            catch (BrokenRuleException broken) when (broken.Rule == "figure.overflow")
            {
                refused++;
                if (fits)
                {
                    return Fail($"change {sequence} should not have been refused");
                }
            }

            Int128 expected = values.Aggregate((Int128)0, (total, each) => total + each);
            if ((cube.Total(View.Now, 0, 0, Period.Year(2025)).Value ?? 0) != expected)
            {
                return Fail($"after change {sequence} the root is not the sum of all");
            }
        }

        Console.WriteLine($"R26: 200,000 changes near the limit, {refused:n0} refused, the root exact after each");
        return true;
    }

    private static bool Fail(string text)
    {
        Console.WriteLine($"R26: {text}");
        return false;
    }
}
