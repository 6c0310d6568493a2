using System.Collections.Concurrent;
using System.Globalization;

namespace Dashboard.Overview;

/// <summary>
/// A sentence with emphasis and one link, written in the texts as <c>*3 đơn quá hạn* tại @, lâu nhất *{2} ngày*</c>:
/// stars around what is strong, an at sign where the link stands. The template is split before its places are filled, so
/// that a name may hold either sign.
/// </summary>
internal static class Sentence
{
    private static readonly ConcurrentDictionary<string, Piece[]> Templates = new();

    /// <summary>The pieces in order, filled.</summary>
    public static IEnumerable<Piece> Of(string template, params object?[] values) =>
        Templates.GetOrAdd(template, Split).Select(piece => piece with { Text = string.Format(CultureInfo.CurrentCulture, piece.Text, values) });

    private static Piece[] Split(string template)
    {
        List<Piece> pieces = [];
        bool isStrong = false;
        int start = 0;
        for (int i = 0; i <= template.Length; i++)
        {
            if (i < template.Length && template[i] is not ('*' or '@'))
            {
                continue;
            }

            if (i > start)
            {
                pieces.Add(new(template[start..i], isStrong, false));
            }

            if (i < template.Length && template[i] == '@')
            {
                pieces.Add(new("", false, true));
            }
            else
            {
                isStrong = !isStrong;
            }

            start = i + 1;
        }

        return [.. pieces];
    }

    /// <summary>A stretch of a sentence.</summary>
    /// <param name="Text">Its text; empty for the link.</param>
    /// <param name="IsStrong">Emphasised.</param>
    /// <param name="IsLink">Here stands the link.</param>
    internal readonly record struct Piece(string Text, bool IsStrong, bool IsLink);
}
