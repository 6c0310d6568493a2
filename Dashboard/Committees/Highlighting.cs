using System.Text;

namespace Dashboard.Committees;

/// <summary>Splits a name into parts that a search met and parts that it did not.</summary>
public static class Highlighting
{
    /// <summary>The parts of <paramref name="name"/> in order; together they are the name in its composed form.</summary>
    public static IReadOnlyList<(string Text, bool IsMet)> Parts(string name, IReadOnlyList<string> words)
    {
        string composed = name.Normalize(NormalizationForm.FormC), folded = Folding.Fold(composed);
        var met = new bool[composed.Length];
        foreach (string word in words)
        {
            for (int at = folded.IndexOf(word, StringComparison.Ordinal); at >= 0; at = folded.IndexOf(word, at + word.Length, StringComparison.Ordinal))
            {
                Array.Fill(met, true, at, word.Length);
            }
        }

        var parts = new List<(string, bool)>();
        for (int start = 0, end; start < composed.Length; start = end)
        {
            for (end = start + 1; end < composed.Length && met[end] == met[start]; end++)
            {
            }

            parts.Add((composed[start..end], met[start]));
        }

        return parts;
    }
}
