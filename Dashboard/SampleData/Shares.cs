namespace Dashboard.SampleData;

/// <summary>Splits whole numbers so that the parts add up to them exactly.</summary>
internal static class Shares
{
    /// <summary>
    /// Parts of <paramref name="total"/> in proportion to <paramref name="weights"/>; what rounding leaves over goes to the
    /// largest remainders, the earlier first.
    /// </summary>
    public static long[] Split(long total, IReadOnlyList<double> weights)
    {
        double sum = weights.Sum();
        var parts = new long[weights.Count];
        var remainders = new double[weights.Count];
        for (int i = 0; i < parts.Length; i++)
        {
            double exact = total * weights[i] / sum;
            parts[i] = (long)exact;
            remainders[i] = exact - parts[i];
        }

        long left = total - parts.Sum();
        foreach (int i in Enumerable.Range(0, parts.Length).OrderByDescending(i => remainders[i]).ThenBy(i => i).Take((int)left))
        {
            parts[i]++;
        }

        return parts;
    }
}
