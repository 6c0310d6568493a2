using System.Collections.Immutable;
using Dashboard.Domain.Registers;

namespace Dashboard.Domain.Complaints;

/// <summary>Open cases by their age in days since they came; those that came today are 0 days old.</summary>
/// <param name="Counts">How many lie in each of <see cref="Bands"/>.</param>
/// <param name="Oldest">Age of the oldest; null when none is open.</param>
public sealed record BacklogAges(ImmutableArray<int> Counts, int? Oldest)
{
    /// <summary>First and last age of each band; the last has no end. The first is the time to decide on acceptance.</summary>
    public static ImmutableArray<(int First, int? Last)> Bands { get; } = [(0, 10), (11, 30), (31, 45), (46, 60), (61, 90), (91, null)];

    /// <summary>How many are open.</summary>
    public int Open => Counts.Sum();

    /// <summary>Half are at most about so old.</summary>
    public int? Median => Quantile(0.5);

    /// <summary>Nine of ten are at most about so old.</summary>
    public int? NinthDecile => Quantile(0.9);

    /// <summary>The ages of the cases that are open on <paramref name="day"/>.</summary>
    public static BacklogAges Of(IEnumerable<RegisterCase> cases, DateOnly day)
    {
        int[] counts = new int[Bands.Length];
        int? oldest = null;
        foreach (RegisterCase one in cases.Where(c => c.IsOpenOn(day)))
        {
            int age = day.DayNumber - one.Came.DayNumber;
            counts[BandOf(age)]++;
            oldest = Math.Max(oldest ?? 0, age);
        }

        return new BacklogAges([.. counts], oldest);
    }

    /// <summary>
    /// An estimate from the bands alone, as if the cases of a band were spread evenly over its days: the age at which
    /// <paramref name="share"/> of all cases is reached, rounded down to a whole day. The last band ends at the oldest case,
    /// and so does a band in which the oldest lies. It lies in the band in which the exact value lies. Null when none is open.
    /// </summary>
    public int? Quantile(double share)
    {
        if (Oldest is not { } oldest)
        {
            return null;
        }

        double rank = share * Open;
        int before = 0;
        int band = 0;
        while (before + Counts[band] < rank || Counts[band] == 0)
        {
            before += Counts[band++];
        }

        (int first, int? last) = Bands[band];
        int end = Math.Min(last ?? oldest, oldest) + 1;
        return Math.Min(end - 1, first + (int)((rank - before) / Counts[band] * (end - first)));
    }

    private static int BandOf(int age)
    {
        int band = 0;
        while (Bands[band].Last < age)
        {
            band++;
        }

        return band;
    }
}
