namespace Dashboard.SampleData;

/// <summary>Splits whole numbers so that the parts add up to them exactly.</summary>
public static class Shares
{
    /// <summary>
    /// Parts of <paramref name="total"/>, zero or more, in proportion to <paramref name="weights"/>; what rounding leaves over goes to the
    /// largest remainders, the earlier first. At least one of the weights, none of them negative, is above zero.
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
