using System.Text;

namespace Dashboard.Exchange;

/// <summary>
/// Text in a cell that a spreadsheet would take for a formula gets an apostrophe in front on the way out and loses it on
/// the way in, so that it comes back as it was.
/// </summary>
/// <remarks>
/// Not only at its beginning: a program that expects semicolons or tabs between cells, as it does in many languages, also
/// begins a new cell in the middle of a text, and a new row at a line end in it.
/// </remarks>
public static class CellText
{
    private const char Mark = '\'';

    private static readonly System.Buffers.SearchValues<char> Separators = System.Buffers.SearchValues.Create(";\t\r\n");
    private static readonly System.Buffers.SearchValues<char> Formulas = System.Buffers.SearchValues.Create("=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20");

    /// <summary>As it is written to a file.</summary>
    public static string Escape(string text) => IsHarmless(text) ? text : Changed(text, isEscape: true);

    /// <summary>As it was before <see cref="Escape"/>.</summary>
    public static string Unescape(string cell) => cell.Contains(Mark, StringComparison.Ordinal) ? Changed(cell, isEscape: false) : cell;

    private static bool IsHarmless(string text) => !text.AsSpan().ContainsAny(Formulas);

    private static string Changed(string text, bool isEscape)
    {
        var changed = new StringBuilder(text.Length + 4);
        int start = 0;
        while (true)
        {
            ReadOnlySpan<char> rest = text.AsSpan(start);
            bool isFormula = BeginsFormula(rest);
            if (isFormula && isEscape)
            {
                changed.Append(Mark);
            }

            int dropped = isFormula && !isEscape && rest[0] == Mark ? 1 : 0;
            int end = rest.IndexOfAny(Separators);
            if (end < 0)
            {
                return changed.Append(rest[dropped..]).ToString();
            }

            changed.Append(rest[dropped..(end + 1)]);
            start += end + 1;
        }
    }

    /// <summary>Whether what comes first after marks and blanks begins a formula; marks count not, so that each can be taken back.</summary>
    private static bool BeginsFormula(ReadOnlySpan<char> text)
    {
        foreach (char letter in text)
        {
            if (Formulas.Contains(letter))
            {
                return true;
            }

            if (letter != Mark && !char.IsWhiteSpace(letter))
            {
                return false;
            }
        }

        return false;
    }
}
