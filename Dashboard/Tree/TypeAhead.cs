using Dashboard.Committees;

namespace Dashboard.Tree;

/// <summary>Goes to a row by the first letters of a word in its name, typed one after the other without a long pause.</summary>
/// <param name="time">Tells how long ago the last letter was typed.</param>
public sealed class TypeAhead(TimeProvider time)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(800);
    private string _typed = "";
    private long _last;

    /// <summary>Whether a blank belongs to what is being typed.</summary>
    public bool IsTyping => _typed.Length > 0 && time.GetElapsedTime(_last) < Pause;

    /// <summary>The first row from <paramref name="from"/> on, around the end, that what was typed so far leads to; negative for none.</summary>
    /// <param name="letter">What was typed.</param>
    /// <param name="from">Row the search begins at; a single letter goes on to the next one.</param>
    /// <param name="count">How many rows there are.</param>
    /// <param name="name">Name at a row.</param>
    public int Type(string letter, int from, int count, Func<int, string> name)
    {
        _typed = IsTyping ? _typed + Folding.Fold(letter) : Folding.Fold(letter);
        _last = time.GetTimestamp();
        int start = _typed.Length == 1 ? from + 1 : Math.Max(from, 0);
        for (int step = 0; step < count; step++)
        {
            int index = (start + step) % count;
            string folded = Folding.Fold(name(index).Normalize());
            if (folded.StartsWith(_typed, StringComparison.Ordinal) || folded.Contains(' ' + _typed, StringComparison.Ordinal))
            {
                return index;
            }
        }

        return -1;
    }
}
