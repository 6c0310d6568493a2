using Dashboard.Access;

namespace Dashboard.Committees;

/// <summary>
/// The committees of one structure, found by code and by words of their names without diacritics. Immutable: made once a
/// structure, read by everybody.
/// </summary>
public sealed class CommitteeSearch
{
    private readonly CommitteeEntry[] _rows;
    private readonly int[] _parents;
    private readonly int[] _children;
    private readonly Dictionary<int, int> _rowOfNumber;
    private readonly Dictionary<string, int> _rowOfCode;
    private readonly FoldedText _text;

    /// <summary>Prepares the search over <paramref name="committees"/>. Of equally good ones those with shorter names come first, then those that stand first here.</summary>
    public CommitteeSearch(IEnumerable<CommitteeEntry> committees)
    {
        CommitteeEntry[] given = [.. committees];
        _rows = [.. given.OrderBy(entry => entry.Name.Length)];
        _rowOfNumber = _rows.Index().ToDictionary(item => item.Item.Number, item => item.Index);
        _rowOfCode = _rows.Index().ToDictionary(item => item.Item.Code, item => item.Index, StringComparer.OrdinalIgnoreCase);
        _parents = [.. _rows.Select(entry => _rowOfNumber.GetValueOrDefault(entry.Parent, -1))];
        _children = new int[_rows.Length];
        foreach (int parent in _parents.Where(parent => parent >= 0))
        {
            _children[parent]++;
        }

        Roots = [.. given.Where(entry => !_rowOfNumber.ContainsKey(entry.Parent))];
        _text = new FoldedText(_rows);
    }

    /// <summary>Committees without a parent, in the order given.</summary>
    public IReadOnlyList<CommitteeEntry> Roots { get; }

    /// <summary>All committees, those with shorter names first.</summary>
    public IReadOnlyList<CommitteeEntry> All => _rows;

    /// <summary>How many committees there are.</summary>
    public int Count => _rows.Length;

    /// <summary>The committee with a code, however its letters are cased; null when there is none.</summary>
    public CommitteeEntry? Find(string code) => _rowOfCode.TryGetValue(code, out int row) ? _rows[row] : null;

    /// <summary>Number of the committee above; negative at a root and for a number that is not here.</summary>
    public int ParentOf(int number) => _rowOfNumber.TryGetValue(number, out int row) && _parents[row] >= 0 ? _rows[_parents[row]].Number : -1;

    /// <summary>How many committees are directly below one.</summary>
    public int ChildrenOf(int number) => _rowOfNumber.TryGetValue(number, out int row) ? _children[row] : 0;

    /// <summary>The committees above one that <paramref name="scope"/> sees, the top first.</summary>
    public IReadOnlyList<CommitteeEntry> PathOf(CommitteeEntry committee, Scope scope)
    {
        var path = new List<CommitteeEntry>();
        for (int number = ParentOf(committee.Number); number >= 0 && scope.Sees(number, ParentOf); number = ParentOf(number))
        {
            path.Add(_rows[_rowOfNumber[number]]);
        }

        path.Reverse();
        return path;
    }

    /// <summary>
    /// The best <paramref name="limit"/> committees that hold every word of <paramref name="typed"/>, in any order: an equal
    /// code first, then what starts with what was typed, then what holds it as it was typed, then those whose words start with
    /// its words, then any. Nothing for nothing typed.
    /// </summary>
    public IReadOnlyList<CommitteeMatch> Find(string? typed, Scope scope, int limit = 20)
    {
        string[] words = Folding.Words(typed);
        if (words.Length == 0)
        {
            return [];
        }

        using var sight = new Sight(scope, _rows, _parents);
        return [.. Ranked(words).Where(sight.Sees).Distinct().Take(limit).Select(row => new CommitteeMatch(_rows[row], PathOf(_rows[row], scope)))];
    }

    // Best first and made as it is asked for: once enough are found, nothing more is looked for.
    private IEnumerable<int> Ranked(string[] words)
    {
        string whole = string.Join(' ', words);
        if (_rowOfCode.TryGetValue(whole, out int equal))
        {
            yield return equal;
        }

        string[] rarest = _text.RarestFirst(words), starts = _text.RarestFirst([.. words.Select(word => $" {word}")]);
        IEnumerable<int>[] kinds =
        [
            _text.RowsWith(FoldedText.Start + whole, []),
            _text.RowsWith($" {whole}", []),
            _text.RowsWith(starts[0], starts[1..]),
            _text.RowsWith(rarest[0], rarest[1..]),
        ];
        foreach (int row in kinds.SelectMany(rows => rows))
        {
            yield return row;
        }
    }
}
