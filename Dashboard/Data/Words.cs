using System.Text;
using Dashboard.Domain.Figures;

namespace Dashboard.Data;

/// <summary>
/// The stable word of an enumeration's value: what the database, the files and the API hold instead of its number,
/// e.g. <c>sent-back</c> for <c>ReturnState.SentBack</c>. Precision alone is written with an underscore (<c>more_than</c>).
/// </summary>
public static class Words
{
    /// <summary>The word of <paramref name="value"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="value"/> is not one that the enumeration names.</exception>
    public static string Of<T>(T value) where T : struct, Enum =>
        Table<T>.ByValue.TryGetValue(value, out string? word) ? word : throw new ArgumentOutOfRangeException(nameof(value), value, null);

    /// <summary>Reads a word, in lower case exactly as written.</summary>
    public static bool TryRead<T>(string? word, out T value) where T : struct, Enum
    {
        value = default;
        return word is not null && Table<T>.ByWord.TryGetValue(word, out value);
    }

    /// <summary>Reads a word.</summary>
    /// <exception cref="FormatException">No value has that word.</exception>
    public static T Read<T>(string word) where T : struct, Enum =>
        TryRead(word, out T value) ? value : throw new FormatException($"“{word}” is not a word of {typeof(T).Name}.");

    /// <summary>All words, in the order of the enumeration.</summary>
    public static IReadOnlyList<string> All<T>() where T : struct, Enum => Table<T>.All;

    private static string Write(string name, char separator)
    {
        var word = new StringBuilder(name.Length + 2);
        foreach (char letter in name)
        {
            if (char.IsUpper(letter) && word.Length > 0)
            {
                word.Append(separator);
            }

            word.Append(char.ToLowerInvariant(letter));
        }

        return word.ToString();
    }

    private static class Table<T> where T : struct, Enum
    {
        private static readonly char Separator = typeof(T) == typeof(Precision) ? '_' : '-';

        public static readonly Dictionary<T, string> ByValue =
            Enum.GetValues<T>().ToDictionary(v => v, v => Write(v.ToString(), Separator));

        public static readonly Dictionary<string, T> ByWord = ByValue.ToDictionary(p => p.Value, p => p.Key, StringComparer.Ordinal);

        public static readonly IReadOnlyList<string> All = [.. Enum.GetValues<T>().Select(v => ByValue[v])];
    }
}
