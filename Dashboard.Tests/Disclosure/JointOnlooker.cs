namespace Dashboard.Tests.Disclosure;

/// <summary>
/// Who sees many things that were shown, of several committees, and knows how all of it adds up: an equation for each sum, a name for each
/// number, some of which were seen. Reckons modulo a large prime, in which nothing is worked out that could not be in fractions but by chance.
/// </summary>
internal sealed class JointOnlooker
{
    private const long Prime = 2_147_483_647;

    private readonly HashSet<string> _seen = [];
    private readonly Dictionary<string, int> _unknown = [];
    private readonly List<string[]> _sums = [];

    /// <summary>A number was shown.</summary>
    public void See(string number) => _seen.Add(number);

    /// <summary>A number is what others add up to.</summary>
    public void AddUp(string sum, IEnumerable<string> parts) => _sums.Add([sum, .. parts]);

    /// <summary>Whether a number was shown.</summary>
    public bool HasSeen(string number) => _seen.Contains(number);

    /// <summary>Numbers that were not shown and follow from those that were.</summary>
    public List<string> WorkedOut()
    {
        var rows = _sums.Select(Row).Where(row => row.Count > 0).ToList();
        string[] names = new string[_unknown.Count];
        foreach ((string name, int at) in _unknown)
        {
            names[at] = name;
        }

        var reduced = new List<SortedDictionary<int, long>>();
        foreach (SortedDictionary<int, long> row in rows)
        {
            foreach (SortedDictionary<int, long> pivot in reduced)
            {
                TakeOff(row, pivot);
            }

            if (row.Count > 0)
            {
                Scale(row, Inverse(row.First().Value));
                foreach (SortedDictionary<int, long> other in reduced)
                {
                    TakeOff(other, row);
                }

                reduced.Add(row);
            }
        }

        return [.. reduced.Where(row => row.Count == 1).Select(row => names[row.First().Key])];
    }

    private SortedDictionary<int, long> Row(string[] sum)
    {
        var row = new SortedDictionary<int, long>();
        for (int i = 0; i < sum.Length; i++)
        {
            if (!_seen.Contains(sum[i]))
            {
                if (!_unknown.TryGetValue(sum[i], out int at))
                {
                    _unknown.Add(sum[i], at = _unknown.Count);
                }

                Put(row, at, i == 0 ? Prime - 1 : 1);
            }
        }

        return row;
    }

    private static void TakeOff(SortedDictionary<int, long> row, SortedDictionary<int, long> pivot)
    {
        if (row.TryGetValue(pivot.First().Key, out long times))
        {
            foreach ((int at, long term) in pivot)
            {
                Put(row, at, Prime - (times * term % Prime));
            }
        }
    }

    private static void Put(SortedDictionary<int, long> row, int at, long add)
    {
        long now = (row.GetValueOrDefault(at) + add) % Prime;
        if (now == 0)
        {
            row.Remove(at);
        }
        else
        {
            row[at] = now;
        }
    }

    private static void Scale(SortedDictionary<int, long> row, long by)
    {
        foreach (int at in row.Keys.ToList())
        {
            row[at] = row[at] * by % Prime;
        }
    }

    private static long Inverse(long value)
    {
        long result = 1;
        for (long power = Prime - 2; power > 0; power >>= 1)
        {
            result = (power & 1) == 1 ? result * value % Prime : result;
            value = value * value % Prime;
        }

        return result;
    }
}
