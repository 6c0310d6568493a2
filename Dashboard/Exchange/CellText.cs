namespace Dashboard.Exchange;

/// <summary>
/// Text in a cell that a spreadsheet would take for a formula gets an apostrophe in front on the way out and loses it on
/// the way in, so that it comes back as it was.
/// </summary>
public static class CellText
{
    private static readonly System.Buffers.SearchValues<char> Starts = System.Buffers.SearchValues.Create("=+-@\t\r");

    /// <summary>As it is written to a file.</summary>
    public static string Escape(string text) => LooksLikeFormula(text) || IsEscaped(text) ? "'" + text : text;

    /// <summary>As it was before <see cref="Escape"/>.</summary>
    public static string Unescape(string cell) => IsEscaped(cell) ? cell[1..] : cell;

    private static bool LooksLikeFormula(string text) => text.Length > 0 && Starts.Contains(text[0]);

    private static bool IsEscaped(string text) => text.Length > 1 && text[0] == '\'' && (text[1] == '\'' || Starts.Contains(text[1]));
}
