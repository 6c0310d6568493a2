using System.Globalization;
using System.Text.RegularExpressions;
using Dashboard.Layout;

namespace Dashboard.Returns;

/// <summary>Figures as somebody types them: whole numbers, with or without groups of three (1.234, 1,234, 1 234).</summary>
public static partial class FigureText
{
    /// <summary>Reads a figure; an empty text is no figure, which is fine.</summary>
    /// <returns>False for anything else than a whole number that 64 bits hold: 1.5 is no 15.</returns>
    public static bool TryRead(string? text, out long? value)
    {
        value = null;
        string typed = (text ?? "").Trim();
        if (typed.Length == 0)
        {
            return true;
        }

        if (!Whole().IsMatch(typed) || !long.TryParse(Gap().Replace(typed, ""), NumberStyles.None, CultureInfo.InvariantCulture, out long number))
        {
            return false;
        }

        value = number;
        return true;
    }

    /// <summary>A figure as it stands in a field; empty where there is none.</summary>
    public static string Of(long? value) => value is null ? "" : Numerals.Whole(value);

    [GeneratedRegex(@"^(?:[0-9]+|[0-9]{1,3}(?:([.,\u00a0\u202f ])[0-9]{3})(?:\1[0-9]{3})*)$", RegexOptions.CultureInvariant)]
    private static partial Regex Whole();

    [GeneratedRegex(@"[^0-9]", RegexOptions.CultureInvariant)]
    private static partial Regex Gap();
}
