using System.Text;
using Dashboard.Access;

namespace Dashboard.Committees;

/// <summary>
/// The committees of one structure, found by code and by words of their names without diacritics. Immutable: made once a
/// structure, read by everybody.
/// </summary>
public sealed class CommitteeSearch
{
    private readonly Dictionary<int, CommitteeEntry> _byNumber;
    private readonly Dictionary<string, CommitteeEntry> _byCode;
    private readonly CommitteeEntry[] _entries;
    // All folded texts in one piece, "\ncode name name", so that looking for a word is one pass over memory.
    private readonly char[] _text;
    private readonly int[] _starts;

    /// <summary>Prepares the search over <paramref name="committees"/>, whose order settles ties.</summary>
    public CommitteeSearch(IEnumerable<CommitteeEntry> committees)
    {
        _entries = [.. committees];
        _byNumber = _entries.ToDictionary(entry => entry.Number);
        _byCode = _entries.ToDictionary(entry => entry.Code, StringComparer.OrdinalIgnoreCase);
        Roots = [.. _entries.Where(entry => !_byNumber.ContainsKey(entry.Parent))];
        _starts = new int[_entries.Length + 1];
        var text = new StringBuilder();
        for (int i = 0; i < _entries.Length; i++)
        {
            _starts[i] = text.Length;
            text.Append('\n').Append(Folded(_entries[i]));
        }

        _starts[^1] = text.Length;
        _text = new char[text.Length];
        text.CopyTo(0, _text, text.Length);
    }

    /// <summary>Committees without a parent.</summary>
    public IReadOnlyList<CommitteeEntry> Roots { get; }

    /// <summary>How many committees there are.</summary>
    public int Count => _entries.Length;

    /// <summary>The committee with a code, however its letters are cased; null when there is none.</summary>
    public CommitteeEntry? Find(string code) => _byCode.GetValueOrDefault(code);

    /// <summary>Number of the committee above; negative at a root and for a number that is not here.</summary>
    public int ParentOf(int number) => _byNumber.GetValueOrDefault(number)?.Parent ?? -1;

    /// <summary>How many committees are directly below one.</summary>
    public int ChildrenOf(int number) => _entries.Count(entry => entry.Parent == number);

    /// <summary>The committees above one that <paramref name="scope"/> sees, the top first.</summary>
    public IReadOnlyList<CommitteeEntry> PathOf(CommitteeEntry committee, Scope scope)
    {
        var path = new List<CommitteeEntry>();
        for (int n = committee.Parent; _byNumber.TryGetValue(n, out CommitteeEntry? above) && scope.Sees(n, ParentOf); n = above.Parent)
        {
            path.Add(above);
        }

        path.Reverse();
        return path;
    }

    /// <summary>
    /// The best <paramref name="limit"/> committees that hold every word of <paramref name="typed"/>, in any order: an equal
    /// code first, then codes and names that start with what was typed, then names whose words start with its words.
    /// Nothing for nothing typed.
    /// </summary>
    public IReadOnlyList<CommitteeMatch> Find(string? typed, Scope scope, int limit = 20)
    {
        string[] words = Folding.Words(typed);
        if (words.Length == 0)
        {
            return [];
        }

        var best = new BestRanks(limit);
        string[] longestFirst = [.. words.OrderByDescending(word => word.Length)];
        string whole = string.Join(' ', words);
        for (int row = NextRow(0, longestFirst[0]); row >= 0; row = NextRow(_starts[row + 1], longestFirst[0]))
        {
            ReadOnlySpan<char> text = TextOf(row);
            if (HoldsAll(text, longestFirst.AsSpan(1)))
            {
                int rank = Rank(text, _entries[row].Code.Length, whole, words);
                if (best.Takes(rank) && scope.Sees(_entries[row].Number, ParentOf))
                {
                    best.Add(rank, row);
                }
            }
        }

        return [.. best.Rows.Select(row => new CommitteeMatch(_entries[row], PathOf(_entries[row], scope)))];
    }

    private static string Folded(CommitteeEntry entry) =>
        Folding.Fold($"{entry.Code} {entry.Name} {entry.NameEn}".TrimEnd().Normalize(NormalizationForm.FormC));

    private static bool HoldsAll(ReadOnlySpan<char> text, ReadOnlySpan<string> words)
    {
        foreach (string word in words)
        {
            if (!text.Contains(word, StringComparison.Ordinal))
            {
                return false;
            }
        }

        return true;
    }

    /// Smaller is better.
    private static int Rank(ReadOnlySpan<char> text, int codeLength, string whole, string[] words)
    {
        ReadOnlySpan<char> code = text[..codeLength], names = text[codeLength..].TrimStart();
        if (code.SequenceEqual(whole))
        {
            return 0;
        }

        int kind = code.StartsWith(whole) || names.StartsWith(whole) ? 1 : StartWords(text, words) ? 2 : 3;
        return checked(kind * 1024 + Math.Min(names.Length, 1023));
    }

    private static bool StartWords(ReadOnlySpan<char> text, string[] words)
    {
        foreach (string word in words)
        {
            int at = text.IndexOf(word, StringComparison.Ordinal);
            while (at > 0 && char.IsLetterOrDigit(text[at - 1]))
            {
                int next = text[(at + 1)..].IndexOf(word, StringComparison.Ordinal);
                at = next < 0 ? -1 : at + 1 + next;
            }

            if (at < 0)
            {
                return false;
            }
        }

        return true;
    }

    private ReadOnlySpan<char> TextOf(int row) => _text.AsSpan(_starts[row] + 1, _starts[row + 1] - _starts[row] - 1);

    private int NextRow(int from, string word)
    {
        int at = _text.AsSpan(from).IndexOf(word, StringComparison.Ordinal);
        if (at < 0)
        {
            return -1;
        }

        int found = Array.BinarySearch(_starts, from + at);
        return found >= 0 ? found : ~found - 1;
    }
}
