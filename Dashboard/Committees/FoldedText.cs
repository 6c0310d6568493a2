using System.Text;

namespace Dashboard.Committees;

/// <summary>
/// The folded codes and names of many committees in one piece, so that looking for a word is one pass over memory. Each
/// row reads <c>\n code\n name\n name_en</c>: every word has a space in front, and what starts a code or a name a line.
/// </summary>
internal sealed class FoldedText
{
    /// <summary>In front of a code and of each name.</summary>
    public const string Start = "\n ";

    private const int SampledRows = 2048;
    private readonly char[] _text;
    private readonly int[] _starts;

    /// <summary>The text of <paramref name="rows"/>, in that order.</summary>
    public FoldedText(IReadOnlyList<CommitteeEntry> rows)
    {
        _starts = new int[rows.Count + 1];
        var text = new StringBuilder();
        for (int row = 0; row < rows.Count; row++)
        {
            CommitteeEntry entry = rows[row];
            _starts[row] = text.Length;
            text.Append(Start).Append(Words(entry.Code)).Append(Start).Append(Words(entry.Name));
            if (entry.NameEn is { } english)
            {
                text.Append(Start).Append(Words(english));
            }
        }

        _starts[^1] = text.Length;
        _text = new char[text.Length];
        text.CopyTo(0, _text, text.Length);
    }

    /// <summary>
    /// Rows that hold <paramref name="first"/> and all of <paramref name="others"/>, in order.
    /// </summary>
    public IEnumerable<int> RowsWith(string first, string[] others)
    {
        int row = 0;
        for (int at = Next(0, first); at >= 0; at = Next(_starts[row], first))
        {
            while (_starts[row + 1] <= at)
            {
                row++;
            }

            if (HoldsAll(row, others))
            {
                yield return row;
            }

            row++;
        }
    }

    /// <summary>The words, those first that few rows hold: judged by some rows of each part of the text.</summary>
    public string[] RarestFirst(string[] words)
    {
        int step = Math.Max(1, (_starts.Length - 1) / SampledRows);
        return words.Length < 2 ? words : [.. words.OrderBy(word => CountOf(word, step)).ThenByDescending(word => word.Length)];
    }

    // Several blanks in a row would part a word from the space in front of it.
    private static string Words(string text) => string.Join(' ', Folding.Words(text));

    private int CountOf(string word, int step)
    {
        int count = 0;
        for (int row = 0; row < _starts.Length - 1; row += step)
        {
            count += Holds(row, word) ? 1 : 0;
        }

        return count;
    }

    private bool HoldsAll(int row, string[] words)
    {
        foreach (string word in words)
        {
            if (!Holds(row, word))
            {
                return false;
            }
        }

        return true;
    }

    private bool Holds(int row, string word) => _text.AsSpan(_starts[row].._starts[row + 1]).IndexOf(word, StringComparison.Ordinal) >= 0;

    private int Next(int from, string word)
    {
        int at = _text.AsSpan(from).IndexOf(word, StringComparison.Ordinal);
        return at < 0 ? -1 : from + at;
    }
}
