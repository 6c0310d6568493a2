using System.Security.Cryptography;

namespace Dashboard.Screens;

/// <summary>The six characters that a waiting screen shows: none that is taken for another when read from afar, and no vowel, so that they spell nothing.</summary>
public static class ScreenCode
{
    /// <summary>How many characters a code has.</summary>
    public const int Length = 6;

    private const string Characters = "CDFGHJKMNPQRTVWX34679";

    /// <summary>A code by chance, one of some 86 million.</summary>
    public static string New() => RandomNumberGenerator.GetString(Characters, Length);

    /// <summary>What was typed as a code, without its spaces and dashes and in capitals; null when it cannot be one.</summary>
    public static string? Read(string? typed)
    {
        if (typed is null or { Length: > 4 * Length })
        {
            return null;
        }

        string code = new([.. typed.Where(c => !char.IsWhiteSpace(c) && c is not ('-' or '–')).Select(char.ToUpperInvariant)]);
        return code.Length == Length && code.All(Characters.Contains) ? code : null;
    }

    /// <summary>A code in two halves, as it is shown.</summary>
    public static string Shown(string code) => $"{code[..3]} {code[3..]}";
}
