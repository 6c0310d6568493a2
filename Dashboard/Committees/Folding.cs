using System.Text;

namespace Dashboard.Committees;

/// <summary>Text as it is compared in a search: lower case, without diacritics, đ as d.</summary>
public static class Folding
{
    // Vietnamese, like all Latin writing, lies below U+2000; a table makes a fold one look-up a character.
    private static readonly char[] Latin = [.. Enumerable.Range(0, 0x2000).Select(code => FoldOne((char)code))];

    /// <summary>
    /// The folded text, as long as <paramref name="text"/> is in its composed form (<see cref="NormalizationForm.FormC"/>):
    /// a place found in one is the place in the other.
    /// </summary>
    public static string Fold(string text) => string.Create(text.Length, text, static (folded, original) =>
    {
        for (int i = 0; i < original.Length; i++)
        {
            folded[i] = Of(original[i]);
        }
    });

    /// <summary>The words of what somebody typed, folded.</summary>
    public static string[] Words(string? typed) => Fold((typed ?? "").Normalize(NormalizationForm.FormC))
        .Split([' ', '\t', '\n', '\r', ',', ';', '\u00a0'], StringSplitOptions.RemoveEmptyEntries);

    private static char Of(char character) => character < Latin.Length ? Latin[character] : char.ToLowerInvariant(character);

    private static char FoldOne(char character) => character switch
    {
        'đ' or 'Đ' => 'd',
        _ => char.ToLowerInvariant(character.ToString().Normalize(NormalizationForm.FormD)[0]),
    };
}
