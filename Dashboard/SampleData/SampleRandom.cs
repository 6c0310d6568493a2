namespace Dashboard.SampleData;

/// <summary>
/// SplitMix64, written out so that the same seed gives the same sample on every machine and every version of .NET.
/// Only whole-number arithmetic and the four basic operations on doubles are used with it, for the same reason.
/// </summary>
/// <param name="seed">Any number; equal seeds give equal sequences.</param>
public sealed class SampleRandom(ulong seed)
{
    private ulong _state = seed;

    /// <summary>The next 64 bits.</summary>
    public ulong Next()
    {
        // Wrapping around is how the generator works.
        unchecked
        {
            _state += 0x9E3779B97F4A7C15UL;
            ulong z = _state;
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
            return z ^ (z >> 31);
        }
    }

    /// <summary>From 0 up to 1, 1 excluded.</summary>
    public double Fraction() => (Next() >> 11) * (1.0 / (1UL << 53));

    /// <summary>From <paramref name="least"/> to <paramref name="most"/>, both included.</summary>
    public int Between(int least, int most) => least + (int)(Next() % (ulong)(most - least + 1));

    /// <summary>From 1 − <paramref name="spread"/> to 1 + <paramref name="spread"/>.</summary>
    public double Around(double spread) => 1 + (2 * Fraction() - 1) * spread;

    /// <summary>True in <paramref name="share"/> of the cases, 0–1.</summary>
    public bool Chance(double share) => Fraction() < share;

    /// <summary>One of <paramref name="items"/>, each as likely as the other.</summary>
    public T Pick<T>(IReadOnlyList<T> items) => items[Between(0, items.Count - 1)];

    /// <summary>Position of one of <paramref name="weights"/>, each as likely as its weight says.</summary>
    public int PickWeighted(IReadOnlyList<int> weights)
    {
        int left = Between(0, weights.Sum() - 1);
        int position = 0;
        while (left >= weights[position])
        {
            left -= weights[position++];
        }

        return position;
    }

    /// <summary>
    /// A sequence of its own for <paramref name="label"/>, so that a change in one part of the sample leaves the
    /// others as they are.
    /// </summary>
    public SampleRandom For(string label)
    {
        // FNV-1a; string.GetHashCode differs from run to run.
        unchecked
        {
            ulong hash = 14695981039346656037UL;
            foreach (char letter in label)
            {
                hash = (hash ^ letter) * 1099511628211UL;
            }

            return new SampleRandom(_state ^ hash);
        }
    }
}
